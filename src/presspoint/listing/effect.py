"""What becomes of routines for one person: what is left out, shortened or softened, and why."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from presspoint.catalogue.conditions import whom_to_ask
from presspoint.catalogue.routines import Routine, routine
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.briefing import briefing
from presspoint.planning.plan import Plan, build
from presspoint.planning.variants import variant
from presspoint.safety.answers import Flags
from presspoint.safety.profile import Profile
from presspoint.safety.screening import screen, screen_person
from presspoint.words import clock_time

AGREED = Flags(provider_agreed=True)  # the effect is shown as it is once a clinician agrees
FIRST = "Your own answers, cautions and limits always come first."
NO_EFFECT = "Your answers leave nothing of it out."


def effect_lines(
    catalogue: Catalogue,
    names: Iterable[str],
    profile: Profile,
    today: date,
    choices: Mapping[str, str],
) -> Iterator[str]:
    """Yield what a person's answers and rests do to routines, the gravest first.

    Nothing of a person whom a warning sign stops: nothing is to be read beside that. What was
    pressed today does not count. Raises CatalogueError.
    """
    person = screen_person(catalogue, Flags(), profile, today)
    chosen = {name: variant(catalogue, routine(catalogue, name), choices) for name in names}
    if person.stopped or not chosen:
        return
    plans = {
        name: build(catalogue, each, choices, screen(catalogue, each, AGREED, profile, today))
        for name, each in chosen.items()
    }
    yield FIRST
    yield from (each.line for each in person.warnings)
    if person.whom and any(plan.course.phases for plan in plans.values()):
        yield f"Before you start it, ask {whom_to_ask(person.whom)}."
    lines = [
        f"{name}: {line}" if len(plans) > 1 else line
        for name, plan in plans.items()
        for line in _lines(catalogue, chosen[name], plan, choices)
    ]
    yield from lines or ([NO_EFFECT] if profile.checked_on else [])


def _lines(
    catalogue: Catalogue, chosen: Routine, plan: Plan, choices: Mapping[str, str]
) -> Iterator[str]:
    """What is said of a plan, but for what everybody hears of it, and how long it is then."""
    yield from briefing(catalogue, plan, plan.warnings)
    for_anybody = build(catalogue, chosen, choices, screen(catalogue, chosen, AGREED))
    seconds = plan.course.total_seconds
    if plan.course.phases and seconds != for_anybody.course.total_seconds:
        yield f"For you it lasts {clock_time(seconds)}."
