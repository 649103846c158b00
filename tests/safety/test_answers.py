"""How long an answer counts: what expires, and what a clinician's word was given for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from presspoint.catalogue.conditions import conditions
from presspoint.catalogue.routines import routine
from presspoint.catalogue.tables import Catalogue
from presspoint.safety.answers import ConditionAnswer, Flags
from presspoint.safety.clinicians_word import word_still_covers
from presspoint.safety.profile import Profile, answers_to_renew
from presspoint.safety.screening import screen
from support.plans import telling

TODAY = date(2026, 11, 21)


def answered_ago(days: int, *names: str) -> Profile:
    on = TODAY - timedelta(days=days)
    return Profile(conditions=tuple(ConditionAnswer(name, on) for name in names))


def test_each_condition_is_asked_about_again_after_its_own_days(catalogue: Catalogue) -> None:
    for name, rule in conditions(catalogue):
        last_day = answered_ago(rule.expires_days - 1, name)
        assert not list(answers_to_renew(catalogue, last_day, TODAY)) or not rule.expires_days
        expired = list(answers_to_renew(catalogue, answered_ago(rule.expires_days, name), TODAY))
        assert [each for _, each in expired] == ([rule] if rule.expires_days else [])


def test_expired_answers_come_in_the_order_of_the_profile(catalogue: Catalogue) -> None:
    profile = answered_ago(400, "fever", "pregnancy", "bruised-skin")
    names = [answer.name for answer, _ in answers_to_renew(catalogue, profile, TODAY)]
    assert names == [
        name
        for name in ("fever", "pregnancy", "bruised-skin")
        if dict(conditions(catalogue))[name].expires_days
    ]
    assert names


def test_nobody_is_asked_again_without_a_profile(catalogue: Catalogue) -> None:
    assert list(answers_to_renew(catalogue, None, TODAY)) == []


@pytest.mark.parametrize(
    ("before", "now", "covers"),
    [
        ((), (), True),
        (("hypertension",), ("hypertension",), True),
        (("hypertension", "cancer"), ("cancer",), True),
        (("hypertension",), ("hypertension", "inflamed-skin"), True),
        (("hypertension",), ("hypertension", "cancer"), False),
        ((), ("cancer",), False),
    ],
)
def test_a_clinicians_word_covers_the_gates_that_it_was_given_for(
    catalogue: Catalogue,
    before: tuple[str, ...],
    now: tuple[str, ...],
    covers: bool,  # noqa: FBT001  # a column of the table
) -> None:
    wanted = routine(catalogue, "lower-back")
    screenings = [screen(catalogue, wanted, flags) for flags in (telling(*before), telling(*now))]
    assert word_still_covers(*screenings) is covers


def test_a_word_covers_a_gate_whether_or_not_it_was_given_in_this_run(catalogue: Catalogue) -> None:
    wanted = routine(catalogue, "lower-back")
    agreed: Flags = telling("cancer", provider_agreed=True)
    assert word_still_covers(
        screen(catalogue, wanted, agreed), screen(catalogue, wanted, telling("cancer"))
    )
