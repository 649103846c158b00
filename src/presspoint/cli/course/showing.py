"""What the course commands print: where a course stands, as sentences or as a document."""

from presspoint.catalogue.tables import Catalogue
from presspoint.courses.state import CourseState
from presspoint.errors import PresspointError
from presspoint.listing.course_document import state_document
from presspoint.listing.courses import state_lines, today_sentence
from presspoint.run.courses.permission import Permission, permission
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.terminal.output import print_document, print_paragraphs, report_all


def load_catalogue() -> Catalogue:
    """Return the catalogue; own files that are left out are reported. Raises CatalogueError."""
    catalogue, remarks = load_for_looking_up()
    report_all(remarks)
    return catalogue


def print_state(
    catalogue: Catalogue, state: CourseState, *, json: bool, whole: bool = False
) -> None:
    """Print where a course stands: the `whole` of it, or what is due today.

    The words of a stop come first.
    """
    ruling = _ruling_on(catalogue, state.personal.course.routine)
    warnings = ruling.stop_warnings(catalogue) if ruling else ()
    if json:
        print_document(state_document(state, warnings))
        return
    print_paragraphs(each.text for each in warnings)
    minutes = ruling.minutes(catalogue) if ruling else ""
    print_paragraphs(state_lines(state, minutes) if whole else [today_sentence(state, minutes)])


def _ruling_on(catalogue: Catalogue, routine: str) -> Permission | None:
    """Whether a routine would be played on another day; None where it is no longer there."""
    try:
        return permission(catalogue, routine, lambda _: None, on_another_day=True)
    except PresspointError:
        return None
