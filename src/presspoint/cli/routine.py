"""Playing a routine, and showing its plan."""

from typing import Annotated

import typer

from presspoint.cli.options import (
    AgainToday,
    Complaint,
    Conditions,
    Json,
    Minutes,
    Pace,
    Pain,
    Position,
    Pregnant,
    ProviderAgreed,
    RedFlags,
    UpperBack,
    WithoutOwnFiles,
    complete_routine,
)
from presspoint.errors import ExitCode, UsageError

Name = Annotated[
    str | None,
    typer.Argument(metavar="[NAME]", help="The routine.", autocompletion=complete_routine),
]


def play(
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
    yes: Annotated[
        bool, typer.Option("--yes", help="None of the warning signs applies, and I am ready.")
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="One line per event, nothing redrawn.")
    ] = False,
    wait: Annotated[
        bool, typer.Option("--wait", help="Each hold begins on a key, or on presspoint ctl.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with the session that was interrupted.")
    ] = False,
    breath: Annotated[
        bool, typer.Option("--breath", help="A very soft tone leads the breath in each hold.")
    ] = False,
    json: Json = False,
) -> None:
    """Play a routine; without a name, list them, by --for, --minutes and --position.

    Keys while it plays: ? shows them.
    """
    from presspoint.cli.loading import for_playing
    from presspoint.run import play as playing
    from presspoint.run.playback import How
    from presspoint.run.questions import interrupted
    from presspoint.run.request import request

    resumes = None
    if resume and (pain or upper_back):
        raise UsageError("--resume goes on with what was chosen: leave out --pain, --upper-back.")
    if resume:
        resumes = interrupted(name)
        name = resumes.routine
    if name is None:
        from presspoint.cli.routines import list_routines, refuse

        refuse(red_flag or [], condition or [], pregnant=pregnant, json=json)
        list_routines(complaint=complaint, most_minutes=most_minutes, position=position, json=json)
        return
    if complaint or most_minutes or position:
        raise UsageError("--for, --minutes and --position choose among routines: leave out NAME.")
    if json:
        raise UsageError(f"--json lists routines; presspoint plan {name} --json shows this one.")
    catalogue = for_playing(without_own=without_own_files)
    asked = request(
        catalogue,
        name,
        pain=pain,
        upper_back=upper_back,
        pregnant=pregnant,
        red_flags=red_flag,
        conditions=condition,
        provider_agreed=provider_agreed,
        again_today=again_today,
        pace=pace,
        resumes=resumes,
    )
    raise typer.Exit(playing.play(catalogue, asked, How(yes, plain, wait, breath)))


def show_plan(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The routine.", autocompletion=complete_routine)
    ],
    pain: Pain = None,
    upper_back: UpperBack = False,
    pregnant: Pregnant = False,
    red_flag: RedFlags = None,
    condition: Conditions = None,
    provider_agreed: ProviderAgreed = False,
    again_today: AgainToday = False,
    pace: Pace = None,
    without_own_files: WithoutOwnFiles = False,
    json: Json = False,
) -> None:
    """Show what a routine would play, second by second, and play nothing."""
    from presspoint.cli.loading import for_playing
    from presspoint.listing import plan as plan_lines
    from presspoint.planning.briefing import briefing
    from presspoint.run import preparation as planning
    from presspoint.run.request import expired, request
    from presspoint.terminal.output import document, paragraph

    catalogue = for_playing(without_own=without_own_files)
    asked = request(
        catalogue,
        name,
        pain=pain,
        upper_back=upper_back,
        pregnant=pregnant,
        red_flags=red_flag,
        conditions=condition,
        provider_agreed=provider_agreed,
        again_today=again_today,
        pace=pace,
    )
    plan, screening = planning.plan_of(catalogue, asked)
    if json:
        lapsed = (told.name for told, _ in expired(catalogue, asked))
        document(plan_lines.document(catalogue, plan, lapsed))
    else:
        for line in briefing(catalogue, plan):
            paragraph(line)
        if plan.course.phases:
            for line in plan_lines.outline_lines(catalogue, plan):
                paragraph(line)
            for line in plan_lines.phase_lines(plan):
                paragraph(line, indent=26)
        else:
            paragraph(planning.refusal(asked, screening))
    if not plan.course.phases:
        raise typer.Exit(ExitCode.NOT_PLAYED)
