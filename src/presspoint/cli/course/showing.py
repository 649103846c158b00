"""What the course commands print: where a course stands, as sentences or as a document."""

from presspoint.catalogue.tables import Catalogue
from presspoint.courses.state import CourseState
from presspoint.listing.course_document import state_document
from presspoint.listing.courses import state_lines, today_sentence
from presspoint.run.courses.permission import minutes_of
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
    """Print where a course stands: the `whole` of it, or what is due today."""
    if json:
        print_document(state_document(state))
        return
    minutes = minutes_of(catalogue, state.personal.course.routine)
    lines = state_lines(state, minutes) if whole else [today_sentence(state, minutes)]
    print_paragraphs(lines)
