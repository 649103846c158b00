"""What is said before a plan is played, and why nothing is played."""

from __future__ import annotations

from datetime import date

import pytest

from presspoint.catalogue.safety_warnings import Level, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.briefing import refusal, standing_notice
from presspoint.safety.profile import ConditionAnswer, Flags, Profile
from support.plans import planned, telling

FEVERISH = Profile(conditions=(ConditionAnswer("fever", date.min),))


def test_the_standing_notice_names_every_emergency_and_nothing_less_urgent(
    catalogue: Catalogue,
) -> None:
    notice = standing_notice(catalogue)
    assert notice.startswith(catalogue.text("standing-intro"))
    assert notice.endswith(catalogue.text("disclaimer"))
    for _, flag in red_flags(catalogue):
        assert (flag.brief in notice) is (flag.level == Level.EMERGENCY)


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (Flags(red_flags=("fever",)), "Nothing is played."),
        (telling("fever"), "Not played today. Come back when this has passed."),
        (
            telling("cancer"),
            "Not played: ask your cancer team or doctor first. "
            "If they agree, add --provider-agreed.",
        ),
        (
            telling("pregnancy", provider_agreed=True),
            'Not played: too little of "Ten minutes for the lower back" is left. '
            "Ask your midwife or doctor what may be pressed.",
        ),
    ],
)
def test_a_plan_that_is_not_played_says_why_and_what_comes_next(
    catalogue: Catalogue, flags: Flags, sentence: str
) -> None:
    assert refusal(planned(catalogue, profile=flags), None) == sentence


def test_only_a_postponement_that_the_profile_has_is_to_be_cleared(catalogue: Catalogue) -> None:
    plan = planned(catalogue, profile=telling("fever", "alcohol"))
    assert refusal(plan, FEVERISH).endswith(" Then: presspoint profile clear fever")
    assert "clear" not in refusal(plan, Profile())


def test_without_a_condition_another_routine_is_named(catalogue: Catalogue) -> None:
    sentence = refusal(planned(catalogue), None)
    assert sentence.endswith(" is left today. Another routine: presspoint routine")
