"""The plan command: what a routine would play."""

from typing import Annotated

from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing import option
from presspoint.errors import NotPlayed
from presspoint.listing.places.map import step_lines
from presspoint.listing.routines.plan import (
    outline_lines,
    phase_sections,
    plan_document,
    source_lines,
    title_line,
)
from presspoint.planning.briefing import briefing
from presspoint.planning.plan import Plan
from presspoint.run.drawings.places import course_overview, picture_form
from presspoint.run.options import Options
from presspoint.run.preparation import course_lines, plan_of, refuse
from presspoint.run.request import Run, request
from presspoint.safety.profile import answers_to_renew
from presspoint.storage.catalogue_file import load_for_playing
from presspoint.terminal.lists.listings import print_sections
from presspoint.terminal.lists.maps import print_overview
from presspoint.terminal.output import print_document, print_paragraphs, report


def show_plan(
    name: Annotated[
        str,
        option.argument("NAME", "The routine, such as lower-back.", "routines"),
    ],
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
    sources: option.Sources = False,
    picture: option.Drawn = None,
    json: option.Json = False,
) -> None:
    """Show what a routine does, without playing it."""
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
        without_own_files=without_own_files,
    )
    catalogue = load_for_playing(without_own=without_own_files)
    run = request(catalogue, options, report)
    plan = plan_of(catalogue, run)
    if json:
        _print_document(catalogue, run, plan)
        return
    print_paragraphs(briefing(catalogue, plan))
    if not plan.course.phases:
        raise NotPlayed(refuse(catalogue, run, plan))
    print_paragraphs((title_line(catalogue, plan), *outline_lines(catalogue, plan)))
    print_paragraphs(course_lines(run))
    print_sections(phase_sections(plan))
    _draw(catalogue, plan, picture)
    if sources:
        print_paragraphs(source_lines(catalogue, plan.course.routine))


def _print_document(catalogue: Catalogue, run: Run, plan: Plan) -> None:
    """Print the plan as JSON. Raises NotPlayed, without a word, where nothing is played."""
    profile = None if plan.screening.stopped else run.profile
    expired = answers_to_renew(catalogue, profile, run.today)
    print_document(plan_document(catalogue, plan, (answer.name for answer, _ in expired)))
    if not plan.course.phases:
        raise NotPlayed


def _draw(catalogue: Catalogue, plan: Plan, typed: str | None) -> None:
    """Draw where on the body the steps press. Raises UsageError."""
    if (letters := picture_form(typed)) and any(turn.is_hold for turn in plan.course.turns):
        sheets, numbers = course_overview(catalogue, plan.course)
        print_overview(sheets, step_lines(catalogue, numbers), letters)
