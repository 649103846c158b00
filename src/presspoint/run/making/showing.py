"""A set for now printed as JSON, or saved as a routine of one's own; nothing is played."""

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import NotPlayed, PresspointError
from presspoint.listing.routines.made import why_fields
from presspoint.listing.routines.plan import plan_document
from presspoint.listing.wish import wish_fields
from presspoint.making.made import Made
from presspoint.names.everyday.wish import Wish
from presspoint.names.spelling import key
from presspoint.planning.briefing import briefing
from presspoint.run.arguments.complaints import find_complaint
from presspoint.run.making.sets import UNKNOWN, make_set, may_be_made, screening_once_agreed
from presspoint.run.making.typed import Typed, parse_occasion
from presspoint.run.options import Options
from presspoint.run.preparation import Printer, plan_of, refuse
from presspoint.run.request import Run, request
from presspoint.safety.profile import answers_to_renew
from presspoint.storage.catalogue_file import load
from presspoint.terminal.output import print_document, print_paragraphs, report, say

RESERVED, SAVED = "new", "A set that presspoint make made for you."


def print_set(catalogue: Catalogue, options: Options, typed: Typed) -> None:
    """Print the document of `plan --json` with `why`. Raises NotPlayed where nothing may be played.

    Raises PresspointError where nothing fits.
    """
    run, wish, made = _make(catalogue, options, typed)
    plan = plan_of(catalogue, run)
    profile = None if plan.screening.stopped else run.profile
    expired = (answer.name for answer, _ in answers_to_renew(catalogue, profile, run.today))
    document = plan_document(catalogue, plan, expired) | why_fields(made)
    said = wish_fields(wish)
    document["warnings"] = [*said.pop("warnings", ()), *document["warnings"]]
    print_document(said | document)
    if not plan.course.phases:
        raise NotPlayed


def keep_set(catalogue: Catalogue, options: Options, typed: Typed, name: str) -> None:
    """Write the set as a file of one's own, and say what to type.

    Raises NotPlayed where nothing may be played, PresspointError for a name that is taken and
    where nothing fits.
    """
    # What reads own files takes a while, and printing needs none of it.
    from presspoint.storage.own.beginning import path_for
    from presspoint.storage.own.keeping import KEEP, keep_routine

    run, wish, made = _make(catalogue, options, typed)  # what it warns of comes before the name
    _refuse_taken(catalogue, name)
    path_for(name.lower(), KEEP)
    plan = plan_of(catalogue, run)
    print_paragraphs(wish.preface)
    Printer().print_new(briefing(catalogue, plan))
    if made is None or not plan.course.phases:
        raise NotPlayed(refuse(catalogue, run, plan))
    plain = made.routine._replace(note="", summary=SAVED)
    path = keep_routine(load(), plain, name.lower())
    say(f"Saved: {path}")
    say(
        f"presspoint routine {name.lower()} starts it. presspoint plan {name.lower()} shows every "
        "hold."
    )


def _refuse_taken(catalogue: Catalogue, name: str) -> None:
    """Raise PresspointError for the name of a routine that there is."""
    taken = {key(each): each for each in (RESERVED, *catalogue.ids("routines"))}
    if key(name) in taken:
        raise PresspointError(
            f'There is a routine "{taken[key(name)]}" already. Choose another name.'
        )


def _make(catalogue: Catalogue, options: Options, typed: Typed) -> tuple[Run, Wish, Made | None]:
    """The run of a set, what was wished for, and the set; none where nothing may be pressed."""
    run = request(catalogue, options, report, UNKNOWN)
    if not may_be_made(screening_once_agreed(catalogue, run)):
        return run, Wish(), None
    wish = find_complaint(catalogue, typed.complaint)
    made = make_set(catalogue, run, parse_occasion(catalogue, typed, wish), typed)
    return run._replace(routine=made.routine), wish, made
