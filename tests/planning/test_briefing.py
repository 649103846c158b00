"""What is said before a plan is played, and why nothing is played."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from presspoint.catalogue.routines import routine
from presspoint.catalogue.safety_warnings import Level, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.briefing import lines_on_expired_answers, old_check_lines
from presspoint.planning.refusal import refusal
from presspoint.safety.answers import ConditionAnswer, Flags
from presspoint.safety.profile import Profile
from support.plans import planned, telling

TODAY = date(2026, 11, 21)
FEVERISH = Profile(conditions=(ConditionAnswer("fever", date.min),))


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (Flags(red_flags=("fever",)), "No routine starts."),
        (telling("fever"), "Not started. Come back when this has passed."),
        (
            telling("cancer"),
            "Not started. Ask your cancer team or doctor first. "
            "If they agree, add --provider-agreed.",
        ),
        (
            telling("pregnancy", provider_agreed=True),
            'Not started: too little of "For a sore lower back" is left for you. '
            "Ask your midwife or doctor what you may press.",
        ),
    ],
)
def test_a_plan_that_is_not_played_says_why_and_what_comes_next(
    catalogue: Catalogue, flags: Flags, sentence: str
) -> None:
    assert refusal(planned(catalogue, profile=flags), None) == sentence


def test_only_a_postponement_that_the_profile_has_is_to_be_cleared(catalogue: Catalogue) -> None:
    plan = planned(catalogue, profile=telling("fever", "alcohol"))
    assert refusal(plan, FEVERISH).endswith(" Then type presspoint profile clear fever.")
    assert "clear" not in refusal(plan, Profile())


def test_routines_that_suit_are_named_with_their_titles(catalogue: Catalogue) -> None:
    suitable = [routine(catalogue, name) for name in ("desk", "bedtime")]
    sentence = refusal(planned(catalogue), None, suitable)
    suits = "What suits you: desk (At the desk); bedtime (The wrists, before sleep). "
    assert sentence.endswith(f" is left for you. {suits}Start one with presspoint routine NAME.")


def test_what_nobody_is_asked_about_stays_in_force_and_says_how_it_ends(
    catalogue: Catalogue,
) -> None:
    answers = (ConditionAnswer("bruised-skin", TODAY - timedelta(days=20)),)
    assert list(lines_on_expired_answers(catalogue, Profile(conditions=answers), TODAY)) == [
        "Bruised skin: saved on Sunday 1 November 2026, and still counts. "
        "If it has passed, type presspoint profile clear bruised-skin."
    ]
    assert list(lines_on_expired_answers(catalogue, None, TODAY)) == []


def test_after_an_old_check_the_signs_that_the_notice_leaves_out_are_named(
    catalogue: Catalogue,
) -> None:
    lines = list(old_check_lines(catalogue, Profile(TODAY - timedelta(days=31)), TODAY))
    for _, flag in red_flags(catalogue):
        assert (f"- {flag.brief}" in lines) is (flag.level != Level.EMERGENCY)
    assert max(len(line.split()) for line in lines[1:]) <= 16
    assert not list(old_check_lines(catalogue, Profile(TODAY), TODAY))
    assert not list(old_check_lines(catalogue, None, TODAY))
