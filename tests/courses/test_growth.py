"""Holds that grow and step back: never above a cap, and for nobody whose holds are shortened."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.catalogue.routines import Routine, routines
from presspoint.courses.course import CourseOfDays
from presspoint.courses.events import PersonalCourse, Sessions
from presspoint.courses.growth import with_holds_of
from presspoint.courses.state import state_of
from presspoint.planning.plan import build
from presspoint.run.preparation import plan_of
from presspoint.run.request import Run
from presspoint.safety.answers import ConditionAnswer, Flags
from presspoint.safety.profile import Profile
from presspoint.safety.screening import screen
from presspoint.storage.catalogue_file import load
from support.days import MONDAY, on_days

CATALOGUE = load()
ROUTINES = tuple(routines(CATALOGUE))
CONDITIONS = tuple(
    name for name, entry in CATALOGUE.tables["conditions"].items() if not entry.get("from_sign")
)
TODAY = date(2026, 11, 30)
GROWING = CourseOfDays("c", "Four weeks", "lower-back", 4, "3", (60, 80, 100, 120))


def percent(today: int, done: list[int], hurt: tuple[int, ...] = ()) -> int:
    """Return how long holds are on a day, counted from 1."""
    days = frozenset(MONDAY + timedelta(days=each - 1) for each in hurt)
    sessions = on_days(done)._replace(reactions=days)
    day = MONDAY + timedelta(days=today - 1)
    return state_of(PersonalCourse("id", GROWING, MONDAY), sessions, day).percent


@pytest.mark.parametrize(
    ("today", "done", "hurt", "stage"),
    [
        (1, [], (), 60),
        (7, [1, 3, 5], (), 60),  # the week is not over
        (8, [1, 3, 5], (), 80),
        (8, [1, 3], (), 80),  # two of three are half and more
        (8, [1], (), 60),
        (22, [1, 3, 5, 8, 10, 12, 15, 17, 19], (), 120),
        (9, [1, 3, 5, 8], (8,), 60),  # a step back, at once
        (15, [1, 3, 5, 8, 10, 12], (8,), 60),  # and none forward in that week
        (22, [1, 3, 5, 8, 10, 12, 15, 17, 19], (8,), 80),
        (22, [1, 3, 5, 8, 10, 12, 15, 17, 19], (15, 17), 60),
        (8, [1, 3, 5], (1, 3), 60),  # never below the first
    ],
)
def test_holds_grow_a_stage_a_week_and_step_back_after_what_hurt(
    today: int, done: list[int], hurt: tuple[int, ...], stage: int
) -> None:
    assert percent(today, done, hurt) == stage


def test_holds_of_a_course_that_does_not_grow_stay_as_they_are() -> None:
    course = GROWING._replace(grows=())
    assert state_of(PersonalCourse("id", course, MONDAY), Sessions(), MONDAY).percent == 100


@given(
    st.sampled_from(ROUTINES),
    st.integers(50, 150),
    st.lists(st.sampled_from(CONDITIONS), max_size=2, unique=True),
)
def test_no_hold_of_any_routine_grows_above_the_cap_of_its_places(
    whole: Routine, share: int, names: list[str]
) -> None:
    grown = with_holds_of(CATALOGUE, whole, share)
    answers = tuple(ConditionAnswer(each, TODAY) for each in names)
    flags = Flags(conditions=answers, provider_agreed=True)
    plan = build(CATALOGUE, grown, {}, screen(CATALOGUE, grown, flags, today=TODAY))
    for turn in plan.course.turns:
        if turn.is_hold:
            holds = (CATALOGUE.point(code).hold for code in turn.all_codes)
            caps = [hold.cap for hold in holds if hold]
            own_caps = [press.cap for step in plan.steps for press in step.presses if press.cap]
            assert turn.seconds <= turn.cap <= max([*caps, *own_caps])


@given(
    st.sampled_from(ROUTINES),
    st.sampled_from([60, 120, 150]),
    st.lists(st.sampled_from(CONDITIONS), min_size=1, max_size=2, unique=True),
)
def test_where_a_condition_asks_for_care_no_hold_is_longer_than_without_a_course(
    whole: Routine, share: int, names: list[str]
) -> None:
    profile = Profile(conditions=tuple(ConditionAnswer(each, TODAY) for each in names))
    run = Run(whole, {}, Flags(provider_agreed=True), profile, TODAY)
    usual, grown = plan_of(CATALOGUE, run), plan_of(CATALOGUE, run._replace(percent=share))
    if usual.screening.limits.shortens_holds or usual.screening.limits.softness:
        pairs = zip(usual.course.turns, grown.course.turns, strict=True)
        assert all(after.seconds <= before.seconds for before, after in pairs)
