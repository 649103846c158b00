"""The routines listed, to choose one by what hurts, by time and by position."""

from shlex import quote

from presspoint.catalogue.purposes import is_for, routines_for
from presspoint.catalogue.safety_warnings import sign_warnings
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing.option import RoutineOptions
from presspoint.errors import NotPlayed, PresspointError, UsageError
from presspoint.listing import routines as listing
from presspoint.listing.wish import wish_fields
from presspoint.names.everyday.wish import Wish
from presspoint.planning.plan import Plan
from presspoint.planning.suitability import find_obstacles
from presspoint.run.arguments.complaints import find_complaint
from presspoint.run.arguments.names import find_names
from presspoint.run.request import Options, flags_of
from presspoint.safety.profile import Profile
from presspoint.safety.screening import stop_warning
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day
from presspoint.terminal import output
from presspoint.words import printable

HALF = (
    "No routine is for {title} itself. At least half of the places in these are traditionally used"
    " for it."
)


def list_routines(options: Options, like: RoutineOptions, *, json: bool) -> None:
    """Print the routines that fit all that was typed. Raises UsageError for an unknown name."""
    catalogue, remarks = load_for_looking_up()
    output.report_all(remarks)
    _check_nothing_limits(catalogue, options, json=json)
    wish, plans = _plans_for(catalogue, find_complaint(catalogue, like.complaint))
    fitting = listing.RoutineFilter(
        most_seconds=None if like.most_minutes is None else like.most_minutes * 60,
        positions=find_names(catalogue, "positions", like.position, "--position"),
    )
    routines = listing.select_routines(plans, fitting)
    profile, is_read = _read_profile(catalogue)
    stop = list(stop_warning(catalogue, profile))
    obstacles = None
    if is_read:
        listed = (plan.course.routine for plan in routines)
        obstacles = find_obstacles(catalogue, listed, profile, current_day())
    if json:
        document = listing.routines_document(catalogue, routines, obstacles, stop)
        output.print_document(wish_fields(wish) | document)
    else:
        output.print_paragraphs((*(each.line for each in stop), *wish.preface))
    if not routines:
        raise PresspointError(_nothing_fits(like, plans))
    if not json:
        output.print_lines(listing.routine_lines(catalogue, routines, obstacles))


def _plans_for(catalogue: Catalogue, wish: Wish) -> tuple[Wish, list[Plan]]:
    """The routines of a wish, as they play for whom nothing limits, and the wish with why these."""
    found = routines_for(catalogue, wish.complaint, wish.regions)
    plans = listing.routine_plans(catalogue, found)
    if wish.complaint and found and not is_for(found[0], wish.complaint):
        title = catalogue.title("complaints", wish.complaint)
        wish = wish._replace(note=f"{wish.note} {HALF.format(title=title)}".strip())
    return wish, plans


def _nothing_fits(like: RoutineOptions, plans: list[Plan]) -> str:
    if plans:
        return listing.shortest_line(plans)
    places = f"points --for {quote(printable(like.complaint or '', limit=60))}"
    return f'No routine is for that. For places to press, type "presspoint {places}".'


def _read_profile(catalogue: Catalogue) -> tuple[Profile, bool]:
    """The profile, and whether it could be read; it is reported where not."""
    try:
        return read_profile(catalogue) or Profile(), True
    except PresspointError as problem:
        output.report(str(problem))
        return Profile(), False


def _check_nothing_limits(catalogue: Catalogue, options: Options, *, json: bool) -> None:
    """Let no routine be listed to somebody with a warning sign or a condition.

    Raises NotPlayed once what to do about the sign is said, UsageError for a condition alone.
    """
    flags = flags_of(catalogue, options, current_day())
    if flags.red_flags:
        warnings = list(sign_warnings(catalogue, flags.red_flags))
        if json:
            output.print_document(listing.no_routines_document(warnings))
            raise NotPlayed
        output.print_paragraphs(each.line for each in warnings)
        raise NotPlayed("No routine starts.")
    if flags.conditions:
        raise UsageError(
            "Add the NAME of a routine to --condition or --pregnant. presspoint routine lists them."
        )
