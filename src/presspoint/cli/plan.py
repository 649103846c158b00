"""The plan command: what a routine would play."""

from typing import Annotated

import typer

from presspoint.cli.options import Json, complete_routine
from presspoint.cli.run_options import (
    AgainToday,
    Conditions,
    Pace,
    Pain,
    Pregnant,
    ProviderAgreed,
    RedFlags,
    UpperBack,
    WithoutOwnFiles,
)
from presspoint.errors import NotPlayed
from presspoint.listing.plan import outline_lines, phase_lines, plan_document
from presspoint.planning.briefing import briefing, refusal
from presspoint.run.preparation import plan_of
from presspoint.run.request import Options, request
from presspoint.safety.profile import answers_to_renew
from presspoint.storage.catalogue_file import load_for_playing
from presspoint.terminal.output import print_document, print_paragraphs, report


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
        without_own_files=without_own_files,
    )
    _print_plan(options, json=json)


def _print_plan(options: Options, *, json: bool) -> None:
    """Print a plan. Raises NotPlayed, with the reason unless it is in the document."""
    catalogue = load_for_playing(without_own=options.without_own_files)
    run = request(catalogue, options, report)
    plan = plan_of(catalogue, run)
    if json:
        expired = answers_to_renew(catalogue, run.profile, run.today)
        print_document(plan_document(catalogue, plan, (answer.name for answer, _ in expired)))
    else:
        print_paragraphs(briefing(catalogue, plan))
    if not plan.course.phases:
        raise NotPlayed("" if json else refusal(plan, run.profile))
    if not json:
        print_paragraphs(outline_lines(catalogue, plan))
        print_paragraphs(phase_lines(plan), indent=26)
