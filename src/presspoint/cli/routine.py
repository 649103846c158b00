"""Playing a routine, and showing its plan."""

from typing import Annotated

import typer

from presspoint.cli.options import (
    Conditions,
    Json,
    Pain,
    Pregnant,
    ProviderAgreed,
    RedFlags,
    UpperBack,
    complete_routine,
)
from presspoint.errors import UsageError

NOT_PLAYED = 3
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
    yes: Annotated[
        bool, typer.Option("--yes", help="None of the warning signs applies, and I am ready.")
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="One line per event, nothing redrawn.")
    ] = False,
    json: Json = False,
) -> None:
    """Play a routine; without a name, list them. Keys while it plays: ? shows them."""
    from presspoint.cli import playing
    from presspoint.cli.planning import request
    from presspoint.storage.catalogue_file import load

    catalogue = load()
    if name is None:
        _list(json)
        return
    if json:
        raise UsageError(f"--json lists routines; presspoint plan {name} --json shows this one.")
    asked = request(
        catalogue,
        name,
        pain=pain,
        upper_back=upper_back,
        pregnant=pregnant,
        red_flags=red_flag,
        conditions=condition,
        provider_agreed=provider_agreed,
    )
    raise typer.Exit(playing.play(catalogue, asked, yes=yes, plain=plain))


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
    json: Json = False,
) -> None:
    """Show what a routine would play, second by second, and play nothing."""
    from presspoint.cli import planning
    from presspoint.storage.catalogue_file import load
    from presspoint.terminal import plan_lines
    from presspoint.terminal.output import document, paragraph

    catalogue = load()
    asked = planning.request(
        catalogue,
        name,
        pain=pain,
        upper_back=upper_back,
        pregnant=pregnant,
        red_flags=red_flag,
        conditions=condition,
        provider_agreed=provider_agreed,
    )
    plan, unanswered = planning.plan_of(catalogue, asked)
    if json:
        document(plan_lines.document(catalogue, plan))
    else:
        for line in plan_lines.safety_lines(catalogue, plan):
            paragraph(line)
        if plan.phases:
            for line in plan_lines.outline_lines(catalogue, plan):
                paragraph(line)
            for line in plan_lines.phase_lines(plan):
                paragraph(line, indent=26)
        else:
            paragraph(planning.refusal(catalogue, asked, plan, unanswered))
    if not plan.phases:
        raise typer.Exit(NOT_PLAYED)


def _list(json: bool) -> None:
    from presspoint.cli.planning import Request, plan_of
    from presspoint.routines import routines
    from presspoint.safety import Profile
    from presspoint.storage.catalogue_file import load
    from presspoint.terminal.output import document, say
    from presspoint.terminal.plan_lines import gear_names
    from presspoint.text import listed, minutes

    catalogue = load()
    found = [
        (each, plan_of(catalogue, Request(each, {}, Profile()))[0]) for each in routines(catalogue)
    ]
    if json:
        document(
            {
                "routines": [
                    {
                        "name": each.name,
                        "title": each.title,
                        "total_seconds": plan.total_seconds,
                        "points": [
                            code for code in each.codes if not catalogue.point(code).is_zone
                        ],
                        "zones": [code for code in each.codes if catalogue.point(code).is_zone],
                        "tools": list(plan.tools),
                        "positions": list(plan.positions),
                    }
                    for each, plan in found
                ]
            }
        )
        return
    for each, plan in found:
        gear = listed(gear_names(catalogue, plan)) or "bare hands"
        say(f"{each.name:18} {minutes(plan.total_seconds):>5}  {each.title} ({gear})")
    say("presspoint routine NAME plays one; presspoint plan NAME shows it first.")
