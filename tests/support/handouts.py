"""Handouts for tests: of a shipped routine, of one with seconds cut short, for any person."""

from __future__ import annotations

from datetime import UTC, date, datetime

from presspoint.catalogue.tables import Catalogue
from presspoint.kit.kit import make_kit
from presspoint.pages.handout import Handout, make_handout
from presspoint.planning.course import Course
from presspoint.planning.plan import Plan
from presspoint.run.drawings.session import course_sheets
from presspoint.safety.answers import Flags
from presspoint.safety.screening import NOBODY
from support.plans import planned

MADE = date(2026, 11, 29)
MADE_AT = datetime(2026, 11, 29, 8, 30, tzinfo=UTC).timestamp()


def handout_of(
    catalogue: Catalogue, plan: Plan, flags: Flags | None = None, *, shows_conditions: bool = False
) -> Handout:
    """Return the handout of a plan, with pictures."""
    kit = make_kit(
        catalogue, plan, NOBODY, flags or Flags(), MADE, shows_conditions=shows_conditions
    )
    pictures = dict(course_sheets(catalogue, kit.course))
    return make_handout(catalogue, kit, pictures, MADE_AT, 4)


def handout(catalogue: Catalogue, name: str = "lower-back") -> Handout:
    """Return the handout of a routine for a person whom nothing limits."""
    return handout_of(catalogue, planned(catalogue, name))


def short_handout(catalogue: Catalogue, seconds: float = 4.0) -> Handout:
    """Return the handout of a routine of which no phase is longer than so many seconds."""
    whole = handout(catalogue)
    course = shortened(whole.kit.course, seconds)
    return whole._replace(kit=whole.kit._replace(course=course, discreet_course=course))


def shortened(course: Course, seconds: float) -> Course:
    """Return a course with shorter phases and turns."""
    phases = tuple(
        each._replace(seconds=min(each.seconds, seconds), halfway=0.0) for each in course.phases
    )
    turns = tuple(each._replace(seconds=min(each.seconds, int(seconds))) for each in course.turns)
    return course._replace(phases=phases, turns=turns)
