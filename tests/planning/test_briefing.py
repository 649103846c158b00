"""What is said before a plan is played, and why nothing is played."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from presspoint.catalogue.routines import routine
from presspoint.catalogue.safety_warnings import Level, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.briefing import briefing, lines_on_expired_answers, old_check_lines
from presspoint.planning.notice import standing_notice
from presspoint.planning.refusal import refusal
from presspoint.planning.suitability import leaves_enough, suitable_routines
from presspoint.safety.answers import ConditionAnswer, Flags
from presspoint.safety.profile import Profile
from presspoint.safety.screening import screen
from presspoint.storage.catalogue_file import load
from presspoint.terminal.cells import wrap
from presspoint.terminal.notice import notice_lines
from support.cases import every
from support.plans import planned, telling

CATALOGUE = load()
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


def test_routines_that_suit_are_named_with_their_titles_before_the_verdict(
    catalogue: Catalogue,
) -> None:
    names = ("desk", "bedtime", "evening", "upper-back")
    suitable = [routine(catalogue, name) for name in names]
    suits, verdict = refusal(planned(catalogue), None, suitable[:2]).splitlines()
    assert suits == (
        "What suits you: desk (At the desk); bedtime (The wrists, before sleep). "
        "Start one with presspoint routine NAME."
    )
    assert verdict == 'Not started: too little of "For a sore lower back" is left for you.'
    suits, _ = refusal(planned(catalogue), None, suitable).splitlines()
    assert "upper-back" not in suits
    assert suits.endswith(" presspoint routine lists more.")


@every(("name", "condition"), product(CATALOGUE.ids("routines"), CATALOGUE.ids("conditions")))
@pytest.mark.long
def test_a_refusal_is_on_the_screen_whole_and_ends_in_the_verdict(
    name: str, condition: str
) -> None:
    """Finding E2: 26 rows, and the verdict in the middle."""
    flags = telling(condition)
    plan = planned(CATALOGUE, name, {}, flags)
    if plan.course.phases or leaves_enough(CATALOGUE, plan.course.routine, plan.screening):
        return
    suitable = suitable_routines(
        CATALOGUE, plan.course.routine, lambda each: screen(CATALOGUE, each, flags)
    )
    refused = refusal(plan, None, suitable, is_unsuitable=True).splitlines()
    notice = notice_lines(standing_notice(CATALOGUE, None, TODAY), 80)
    said = [row for line in (*briefing(CATALOGUE, plan), *refused) for row in wrap(line, 80)]
    assert len([*notice, *said]) <= 20
    assert refused[-1].startswith("Not started")


def test_a_refusal_names_reasons_and_no_place_that_nobody_presses(catalogue: Catalogue) -> None:
    lines = list(briefing(catalogue, planned(catalogue, profile=telling("pregnancy"))))
    assert lines[0].startswith("Ask first: Pregnancy")
    assert lines[1:] == [
        "Its places are left out: not pressed in pregnancy; no lying flat on the back, and "
        "nothing under it, in pregnancy."
    ]


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
