"""The routine command: a routine played, or all of them listed."""

from typing import Annotated

import typer

from presspoint.cli.app import TYPER_USAGE_ERROR
from presspoint.cli.parsing import option
from presspoint.errors import UsageError
from presspoint.run.options import Options
from presspoint.run.request import request
from presspoint.storage.catalogue_file import load_for_playing
from presspoint.terminal.output import report
from presspoint.words import echo

Name = Annotated[
    str | None,
    option.argument(
        "[NAME]",
        "The routine, such as lower-back. new NAME begins one of your own.",
        "routines",
    ),
]
NewName = Annotated[str | None, typer.Argument(hidden=True)]
ListJson = Annotated[bool, option.flag("--json", "List them as one JSON document.", option.LISTED)]


def play_routine(
    name: Name = None,
    new_name: NewName = None,
    pain: option.Pain = None,
    upper_back: option.UpperBack = False,
    side: option.Side = None,
    helper: option.Helper = False,
    warm_up: option.WarmUp = None,
    pregnant: option.Pregnant = False,
    red_flag: option.RedFlags = None,
    condition: option.Conditions = None,
    provider_agreed: option.ProviderAgreed = False,
    again_today: option.AgainToday = False,
    pace: option.Pace = None,
    without_own_files: option.WithoutOwnFiles = False,
    complaint: option.Complaint = None,
    most_minutes: option.Minutes = None,
    position: option.Position = None,
    yes: option.Yes = False,
    plain: option.Plain = False,
    wait: option.Wait = False,
    resume: option.Resume = False,
    breath: option.Breath = False,
    mute: option.Mute = False,
    picture: option.DrawnInSession = None,
    json: ListJson = False,
) -> None:
    """Play a routine, or list them to choose one."""
    if name == "new":
        from presspoint.cli.own.begin import begin  # nothing that playing needs

        begin(new_name)
        return
    if new_name is not None:
        raise TYPER_USAGE_ERROR(f"Got unexpected extra argument ({new_name})")
    options = Options(
        routine=name,
        pain=pain,
        upper_back=upper_back,
        side=side,
        helper=helper,
        warm_up=warm_up,
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
        mute=mute,
        picture=picture,
        resume=resume,
        without_own_files=without_own_files,
    )
    _play_or_list(options, option.RoutineOptions(complaint, most_minutes, position), json=json)


def _play_or_list(options: Options, like: option.RoutineOptions, *, json: bool) -> None:
    chosen = (options.pain, options.upper_back, options.side, options.helper, options.warm_up)
    if options.resume and any(chosen):
        raise UsageError(
            "--resume goes on as you chose before: leave out --pain, --upper-back, --side, "
            "--helper and --warm-up."
        )
    if options.routine is None and not options.resume:
        from presspoint.cli.reference.routines import list_routines  # nothing that playing needs

        list_routines(options, like, json=json)
        return
    if any(like):
        raise UsageError(
            "--for, --minutes and --position choose among the routines: leave out NAME."
        )
    if json:
        name = echo(options.routine or "NAME")
        raise UsageError(f"--json lists routines. Type presspoint plan {name} --json for this one.")
    from presspoint.run.play import play  # what lists, completes and helps needs none of it

    catalogue = load_for_playing(without_own=options.without_own_files)
    raise typer.Exit(play(catalogue, request(catalogue, options, report)))
