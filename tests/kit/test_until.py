"""Until when a kit may be used: the earliest day on which something it rests on is asked anew."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.catalogue.conditions import condition
from presspoint.kit.until import KIT_DAYS, usable_until
from presspoint.safety.answers import ClinicianWord, ConditionAnswer, Flags, Rest
from presspoint.safety.profile import Profile
from presspoint.safety.screening import NOBODY
from support.played import CATALOGUE

MADE = date(2026, 11, 29)
NO_FLAGS = Flags()
LAST = MADE + timedelta(days=KIT_DAYS - 1)


def days_before(days: int) -> date:
    return MADE - timedelta(days=days)


def until(profile: Profile = NOBODY, flags: Flags = NO_FLAGS, made: date = MADE) -> date:
    return usable_until(CATALOGUE, profile, flags, made)


def test_a_kit_may_be_used_on_thirty_days() -> None:
    assert until() == LAST


def test_the_word_of_a_clinician_ends_it_sooner() -> None:
    answer = ConditionAnswer("hypertension", days_before(20))
    word = ClinicianWord("hypertension", days_before(20))
    assert until(Profile(conditions=(answer,), words=(word,))) == days_before(20) + timedelta(29)


def test_a_word_that_counts_no_more_changes_nothing() -> None:
    assert until(Profile(words=(ClinicianWord("hypertension", days_before(29)),))) == LAST


def test_a_condition_that_is_asked_about_again_ends_it_the_day_before() -> None:
    days = condition(CATALOGUE, "bruised-skin").expires_days
    assert 0 < days < KIT_DAYS
    answer = ConditionAnswer("bruised-skin", days_before(3))
    assert until(Profile(conditions=(answer,))) == days_before(3) + timedelta(days - 1)


@pytest.mark.parametrize("on", [days_before(400), MADE + timedelta(days=5)])
def test_a_condition_that_waits_to_be_asked_about_leaves_only_today(on: date) -> None:
    assert until(Profile(conditions=(ConditionAnswer("bruised-skin", on),))) == MADE


def test_what_is_given_for_this_run_counts_too() -> None:
    flags = Flags(conditions=(ConditionAnswer("recent-meal", MADE),))
    assert until(flags=flags) == MADE


def test_the_end_of_a_rest_ends_no_kit() -> None:
    assert until(Profile(rests=(Rest("BL23", MADE + timedelta(days=2)),))) == LAST


DATES = st.dates(date(2020, 1, 1), date(2035, 1, 1))
NAMES = st.sampled_from(CATALOGUE.ids("conditions"))


@given(st.lists(st.builds(ConditionAnswer, NAMES, DATES), max_size=6), DATES, DATES)
def test_it_is_never_before_the_day_nor_after_thirty_and_never_past_an_asking(
    answers: list[ConditionAnswer], made: date, on: date
) -> None:
    words = tuple(ClinicianWord(each.name, on) for each in answers)
    last = until(Profile(conditions=tuple(answers), words=words), made=made)
    assert made <= last < made + timedelta(days=KIT_DAYS)
    for each in answers:
        days = condition(CATALOGUE, each.name).expires_days
        assert last == made or not each.has_expired(days, last)
