"""The routine command: a routine played, or all of them listed."""

from typing import Annotated, NamedTuple

import typer

from presspoint import clock
from presspoint.catalogue.safety_warnings import sign_warnings
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.options import Complaint, Json, Minutes, Position, complete_routine
from presspoint.cli.run_options import (
    AgainToday,
    Breath,
    Conditions,
    Pace,
    Pain,
    Plain,
    Pregnant,
    ProviderAgreed,
    RedFlags,
    Resume,
    UpperBack,
    Wait,
    WithoutOwnFiles,
    Yes,
)
from presspoint.errors import NotPlayed, UsageError
from presspoint.listing.check import warning_lines
from presspoint.listing.routines import (
    RoutineFilter,
    no_routines_document,
    routine_lines,
    routine_plans,
    routines_document,
    select_routines,
    shortest_line,
)
from presspoint.run.play import play
from presspoint.run.request import Options, flags_of, request
from presspoint.run.typed.names import find_name, find_names
from presspoint.storage.catalogue_file import load_for_looking_up, load_for_playing
from presspoint.terminal.output import (
    print_document,
    print_lines,
    print_paragraphs,
    remark,
    report,
    report_all,
)

Name = Annotated[
    str | None,
    typer.Argument(metavar="[NAME]", help="The routine.", autocompletion=complete_routine),
]


def play_routine(
    name: Name = None,
    pain: Pain = None,
    upper_back: UpperBack = False,
    pregnant: Pregnant = False,
    red_flag: RedFlags = None,
    condition: Conditions = None,
    provider_agreed: ProviderAgreed = False,
    again_today: AgainToday = False,
    pace: Pace = None,
    without_own_files: WithoutOwnFiles = False,
    complaint: Complaint = None,
    most_minutes: Minutes = None,
    position: Position = None,
    yes: Yes = False,
    plain: Plain = False,
    wait: Wait = False,
    resume: Resume = False,
    breath: Breath = False,
    json: Json = False,
) -> None:
    """Play a routine; without a name, list them, by --for, --minutes and --position.

    Keys while it plays: ? shows them.
    """
    options = Options(
        routine=name,
        pain=pain,
        upper_back=upper_back,
        pregnant=pregnant,
        red_flags=tuple(red_flag or ()),
        conditions=tuple(condition or ()),
        provider_agreed=provider_agreed,
        again_today=again_today,
        pace=pace,
        yes=yes,
        plain=plain,
        wait=wait,
        breath=breath,
        resume=resume,
        without_own_files=without_own_files,
    )
    _play_or_list(options, TypedFilter(complaint, most_minutes, position), json=json)


class TypedFilter(NamedTuple):
    """What was typed to choose among routines."""

    complaint: str | None
    most_minutes: int | None
    position: str | None


def _play_or_list(options: Options, like: TypedFilter, *, json: bool) -> None:
    if options.resume and (options.pain or options.upper_back):
        raise UsageError("--resume goes on with what was chosen: leave out --pain, --upper-back.")
    if options.routine is None and not options.resume:
        _list(options, like, json=json)
        return
    if any(like):
        raise UsageError("--for, --minutes and --position choose among routines: leave out NAME.")
    if json:
        name = options.routine or "NAME"
        raise UsageError(f"--json lists routines; presspoint plan {name} --json shows this one.")
    catalogue = load_for_playing(without_own=options.without_own_files)
    raise typer.Exit(play(catalogue, request(catalogue, options, report)))


def _list(options: Options, like: TypedFilter, *, json: bool) -> None:
    """Print the routines that fit all that was typed. Raises UsageError for an unknown name."""
    catalogue, remarks = load_for_looking_up()
    report_all(remarks)
    _check_nothing_limits(catalogue, options, json=json)
    plans = routine_plans(catalogue)
    fitting = RoutineFilter(
        complaint=find_name(catalogue, "complaints", like.complaint, "--for"),
        most_seconds=None if like.most_minutes is None else like.most_minutes * 60,
        positions=find_names(catalogue, "positions", like.position, "--position"),
    )
    routines = select_routines(plans, fitting)
    if json:
        print_document(routines_document(catalogue, routines))
    elif routines:
        print_lines(routine_lines(catalogue, routines))
    else:
        remark(shortest_line(plans))


def _check_nothing_limits(catalogue: Catalogue, options: Options, *, json: bool) -> None:
    """Let no routine be listed to somebody with a warning sign or a condition.

    Raises NotPlayed once what to do about the sign is said, UsageError for a condition alone.
    """
    flags = flags_of(catalogue, options, clock.today())
    if flags.red_flags:
        warnings = list(sign_warnings(catalogue, flags.red_flags))
        if json:
            print_document(no_routines_document(warnings))
            raise NotPlayed
        print_paragraphs(warning_lines(warnings))
        raise NotPlayed("Nothing is played.")
    if flags.conditions:
        raise UsageError(
            "--condition and --pregnant change one routine: give its NAME. presspoint routine "
            "lists them."
        )
