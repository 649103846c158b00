"""The routines listed, to choose one by what hurts, by time and by position."""

from collections.abc import Mapping

from presspoint.catalogue.purposes import routines_for
from presspoint.catalogue.safety_warnings import sign_warnings
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing.option import RoutineOptions
from presspoint.errors import NotPlayed, PresspointError, UsageError
from presspoint.listing.routines import rows as listing
from presspoint.listing.routines.choice import RoutineFilter, nearest_sentence, select_routines
from presspoint.listing.wish import wish_fields
from presspoint.names.everyday.wish import Wish
from presspoint.planning.plan import Plan
from presspoint.planning.suitability import find_obstacles
from presspoint.run.arguments.complaints import find_complaint, no_routine_for, refusal_error
from presspoint.run.arguments.names import find_names
from presspoint.run.options import Options, flags_of
from presspoint.safety.profile import Profile
from presspoint.safety.screening import stop_warning
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day
from presspoint.terminal import output
from presspoint.terminal.lists.listings import print_sections

HOW_TO_START = "Start one with presspoint routine NAME, or look at it first: presspoint plan NAME."
HOW_TO_CHOOSE = 'For fewer, add --for "neck pain", --minutes 8 or --position seated.'


def list_routines(options: Options, typed: RoutineOptions, *, json: bool) -> None:
    """Print the routines that fit all that was typed. Raises UsageError for an unknown name."""
    catalogue, remarks = load_for_looking_up()
    output.report_all(remarks)
    _check_nothing_limits(catalogue, options, json=json)
    wish = find_complaint(catalogue, typed.complaint)
    profile, is_read = _read_profile(catalogue)
    listed = list(routines_for(catalogue, wish.complaint, wish.regions))
    plans = listing.routine_plans(catalogue, listed, profile, current_day())
    like = RoutineFilter(
        most_seconds=None if typed.most_minutes is None else typed.most_minutes * 60,
        positions=find_names(catalogue, "positions", typed.position, "--position"),
    )
    routines = select_routines(plans, like)
    stop = list(stop_warning(catalogue, profile))
    obstacles = find_obstacles(catalogue, listed, profile, current_day()) if is_read else None
    if json:
        document = listing.routines_document(catalogue, routines, obstacles, stop)
        output.print_document(wish_fields(wish) | document)
    else:
        output.print_paragraphs(each.line for each in stop)
    if not routines:
        why = no_routine_for(catalogue, typed.complaint or "", wish)
        if plans:
            near = nearest_sentence(catalogue, plans, like, obstacles or (), wish.complaint)
            why = wish.refuse(near)
        raise PresspointError(why) if json else refusal_error(wish, why)
    if not json:
        _print_routines(catalogue, wish, routines, obstacles or {})
        output.print_paragraphs([] if any(typed) else [HOW_TO_CHOOSE])


def _print_routines(
    catalogue: Catalogue, wish: Wish, routines: list[Plan], obstacles: Mapping[str, str]
) -> None:
    """Print those that suit the person, and by name why others do not."""
    output.print_paragraphs(wish.preface)
    suitable = [each for each in routines if each.course.routine.name not in obstacles]
    print_sections(listing.routine_sections(catalogue, suitable, wish.complaint))
    output.print_paragraphs(listing.unsuitable_lines(routines, obstacles), indent=2)
    output.print_paragraphs([HOW_TO_START] if suitable else [])


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
