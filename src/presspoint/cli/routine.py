"""The routine command: a routine played, or all of them listed."""

from typing import Annotated

import typer

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
    RoutineOptions,
    UpperBack,
    Wait,
    WithoutOwnFiles,
    Yes,
)
from presspoint.errors import UsageError
from presspoint.run.play import play
from presspoint.run.request import Options, request
from presspoint.storage.catalogue_file import load_for_playing
from presspoint.terminal.output import report

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
    _play_or_list(options, RoutineOptions(complaint, most_minutes, position), json=json)


def _play_or_list(options: Options, like: RoutineOptions, *, json: bool) -> None:
    if options.resume and (options.pain or options.upper_back):
        raise UsageError("--resume goes on with what was chosen: leave out --pain, --upper-back.")
    if options.routine is None and not options.resume:
        from presspoint.cli.reference.routines import list_routines  # nothing that playing needs

        list_routines(options, like, json=json)
        return
    if any(like):
        raise UsageError("--for, --minutes and --position choose among routines: leave out NAME.")
    if json:
        name = options.routine or "NAME"
        raise UsageError(f"--json lists routines; presspoint plan {name} --json shows this one.")
    catalogue = load_for_playing(without_own=options.without_own_files)
    raise typer.Exit(play(catalogue, request(catalogue, options, report)))
