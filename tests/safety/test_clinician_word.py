"""A clinician's word counts for the condition and the places it was given for, and 30 days."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.catalogue.conditions import whom_to_ask
from presspoint.catalogue.routines import routine
from presspoint.catalogue.safety_warnings import Level
from presspoint.errors import PresspointError
from presspoint.run.options import Options
from presspoint.run.preparation import plan_of
from presspoint.run.questions import clinicians_word
from presspoint.run.questions.clinicians_word import save_word
from presspoint.run.request import Run, request
from presspoint.safety.answers import BodyPlace, ClinicianWord, ConditionAnswer, Flags
from presspoint.safety.check.answers import CheckAnswers
from presspoint.safety.clinicians_word import word_still_covers
from presspoint.safety.profile import Profile
from presspoint.safety.screening import screen
from presspoint.storage.profile_file import read_profile
from support.profiles import CATALOGUE, keep, profile_file

TODAY = date(2026, 11, 21)
NO_FLAGS = Flags()
KNEE, HAND = BodyPlace("", "knee"), BodyPlace("", "hand")
PRESSURE = ConditionAnswer("hypertension", TODAY)
OPERATION = ConditionAnswer("recent-surgery", TODAY, (HAND,))


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda _: TODAY)


def report(sentence: str) -> None:
    raise AssertionError(sentence)


def open_gates(profile: Profile, flags: Flags = NO_FLAGS, day: date = TODAY) -> list[str]:
    screening = screen(CATALOGUE, routine(CATALOGUE, "lower-back"), flags, profile, day)
    return [each.name for each in screening.open_gates]


def run_of(*conditions: str) -> Run:
    return request(CATALOGUE, Options("lower-back", conditions=conditions), report)


@pytest.mark.parametrize(
    ("days", "counts"), [(0, True), (29, True), (30, False), (400, False), (-1, False)]
)
def test_a_word_counts_for_30_days_and_one_of_a_day_to_come_has_ended(
    days: int,
    counts: bool,  # noqa: FBT001  # a column of the table
) -> None:
    profile = Profile(TODAY, conditions=(PRESSURE,)).with_words(["hypertension"], TODAY)
    assert open_gates(profile, day=TODAY + timedelta(days=days)) == (
        [] if counts else ["hypertension"]
    )


@pytest.mark.parametrize(
    "other",
    [
        ConditionAnswer("recent-surgery", TODAY, (KNEE,)),
        ConditionAnswer("recent-surgery", TODAY, (HAND, KNEE)),
        ConditionAnswer("recent-surgery", TODAY),
        PRESSURE,
    ],
)
def test_a_word_never_covers_another_condition_or_another_place(other: ConditionAnswer) -> None:
    word = (ClinicianWord("recent-surgery", TODAY, (HAND,)),)
    assert open_gates(Profile(TODAY, conditions=(OPERATION,), words=word)) == []
    assert open_gates(Profile(TODAY, conditions=(other,), words=word)) == [other.name]
    assert other.name in open_gates(
        Profile(TODAY, conditions=(OPERATION,), words=word), Flags(conditions=(other,))
    )


def test_one_question_saves_the_word_for_all_open_gates_of_the_profile_and_no_other() -> None:
    keep(Profile(TODAY, conditions=(PRESSURE, OPERATION, ConditionAnswer("bruised-skin", TODAY))))
    run = run_of("cancer")
    run = save_word(CATALOGUE, run.with_word(agreed=True), plan_of(CATALOGUE, run).screening)
    assert plan_of(CATALOGUE, run).screening.may_play
    after = read_profile(CATALOGUE)
    assert after
    assert after == run.profile
    assert set(after.words) == {
        ClinicianWord("hypertension", TODAY),
        ClinicianWord("recent-surgery", TODAY, (HAND,)),
    }
    assert open_gates(after) == []
    assert not plan_of(CATALOGUE, run_of("cancer")).screening.may_play


def test_a_word_that_still_counts_keeps_its_own_day() -> None:
    old = ClinicianWord("hypertension", TODAY - timedelta(days=9))
    pressure = PRESSURE._replace(on=old.on)
    keep(Profile(TODAY, conditions=(pressure, OPERATION), words=(old,)))
    run = run_of()
    save_word(CATALOGUE, run.with_word(agreed=True), plan_of(CATALOGUE, run).screening)
    after = read_profile(CATALOGUE)
    assert after
    assert old in after.words


def test_what_an_option_agreed_to_is_never_saved() -> None:
    keep(Profile(TODAY, conditions=(PRESSURE,)))
    before = read_profile(CATALOGUE)
    assert run_guarded(["plan", "lower-back", "--provider-agreed"]) == 0
    assert read_profile(CATALOGUE) == before
    run = run_of("hypertension")
    agreed = run.with_word(agreed=True)
    assert save_word(CATALOGUE, agreed, plan_of(CATALOGUE, run).screening).profile == before
    assert save_word(CATALOGUE, run_of(), plan_of(CATALOGUE, run_of()).screening).profile == before


def test_a_word_is_not_saved_over_a_stop_made_meanwhile() -> None:
    keep(Profile(TODAY, conditions=(PRESSURE,)))
    run = run_of()
    screening = plan_of(CATALOGUE, run).screening
    stopped = keep(Profile(TODAY, Level.SAME_DAY, conditions=(PRESSURE,)))
    agreed = run.with_word(agreed=True)
    assert save_word(CATALOGUE, agreed, screening).profile == stopped == read_profile(CATALOGUE)


def test_a_word_ends_at_the_next_marked_sign() -> None:
    profile = Profile(TODAY, conditions=(PRESSURE,)).with_words(["hypertension"], TODAY)
    assert profile.with_check(TODAY, Level.SOON).words == ()
    again = CheckAnswers((PRESSURE, ConditionAnswer("cancer", TODAY)), ("cancer",), ())
    assert again.put_in(profile, CATALOGUE, TODAY).words == (ClinicianWord("cancer", TODAY),)


def test_a_word_older_than_the_answer_of_its_condition_is_asked_for_again() -> None:
    profile = Profile(TODAY, conditions=(PRESSURE, OPERATION))
    profile = profile.with_words(["hypertension", "recent-surgery"], TODAY)
    later = TODAY + timedelta(days=4)
    anew = profile.with_answers([PRESSURE._replace(on=later)])
    assert open_gates(profile, day=later) == []
    assert open_gates(anew, day=later) == ["hypertension"]
    words = {each.name: anew.still_counts(each, later) for each in anew.words}
    assert words == {"hypertension": False, "recent-surgery": True}
    agreed = anew.with_words(["hypertension"], later)
    assert open_gates(agreed, day=later) == []


def test_a_check_that_answers_a_condition_again_ends_its_word_even_unchanged() -> None:
    profile = Profile(TODAY, conditions=(PRESSURE, OPERATION))
    profile = profile.with_words(["hypertension", "recent-surgery"], TODAY)
    moved = ConditionAnswer("recent-surgery", TODAY, (KNEE,))
    same_day = CheckAnswers((PRESSURE, moved)).put_in(profile, CATALOGUE, TODAY)
    assert same_day.words == (ClinicianWord("hypertension", TODAY),)
    later = TODAY + timedelta(days=4)
    again = CheckAnswers((PRESSURE._replace(on=later), OPERATION._replace(on=later)))
    assert again.put_in(profile, CATALOGUE, later).words == ()


def test_clearing_a_condition_clears_its_word() -> None:
    profile = Profile(TODAY, conditions=(PRESSURE,)).with_words(["hypertension"], TODAY)
    assert profile.without(["hypertension"]).words == ()
    assert profile.without_all() == Profile()


def test_a_word_of_this_run_covers_no_place_that_was_added_meanwhile() -> None:
    wanted = routine(CATALOGUE, "lower-back")
    before = screen(CATALOGUE, wanted, Flags(), Profile(conditions=(OPERATION,)))
    moved = OPERATION._replace(where=(HAND, KNEE))
    now = screen(CATALOGUE, wanted, Flags(), Profile(conditions=(moved,)))
    assert not word_still_covers(before, now)
    assert word_still_covers(before, before)


def test_the_profile_shows_a_word_with_its_day_and_its_end(
    capsys: pytest.CaptureFixture[str],
) -> None:
    late = ClinicianWord("hypertension", TODAY - timedelta(days=30))
    word = ClinicianWord("recent-surgery", TODAY, (HAND,))
    keep(Profile(TODAY, conditions=(PRESSURE, OPERATION), words=(late, word)))
    assert run_guarded(["profile"]) == 0
    said = capsys.readouterr().out
    assert (
        "(hand): a clinician agrees, you said on Saturday 21 November 2026. That counts for" in said
    )
    assert "you said on Thursday 22 October 2026. The next routine asks again.\n" in said
    assert run_guarded(["profile", "--json"]) == 0
    words = json.loads(capsys.readouterr().out)["profile"]["words"]
    assert words == [
        {"id": "hypertension", "agreed": "2026-10-22", "where": [], "ended": True},
        {"id": "recent-surgery", "agreed": "2026-11-21", "where": ["hand"], "ended": False},
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[clinician]", "clinician: found nothing in it"),
        ("[clinician.hypertension]", "found nothing in it"),
        ("[clinician.hypertensio]\nagreed = 2026-11-21", "found an unknown condition"),
        ("[clinician.hypertension]\nagreed = true", "agreed: found true. It should be a date"),
        ("[clinician.hypertension]\ntold = 2026-11-21", "told: found an unknown key"),
        ("[clinician.hypertension]\nagreed = 2026-11-21\nwhere = ['knee']", "found a place"),
        ("[clinician.cancer]\nagreed = 2026-11-21\nwhere = ['kneee']", "where: found"),
        ("[advice.cough]\non = 2026-11-21", 'found unknown advice. It should be "night-or-cough"'),
        ("[advice.night-or-cough]\non = 1", "on: found 1. It should be a date"),
    ],
)
def test_a_word_or_advice_that_is_not_understood_is_refused(
    home: Path, content: str, said: str
) -> None:
    profile_file(home, content)
    with pytest.raises(PresspointError) as refused:
        read_profile(CATALOGUE)
    assert said in str(refused.value)


def test_a_profile_of_the_first_version_is_read(home: Path) -> None:
    profile_file(
        home,
        '[check]\non = 2026-11-21\nfound = "same-day"\ndeclined = true\n'
        '[conditions.cancer]\ntold = 2026-11-21\nwhere = ["left knee"]\n'
        '[rests.BL40]\nuntil = 2026-12-01\nbecause = "it went numb"\n',
    )
    profile = read_profile(CATALOGUE)
    assert profile
    assert (profile.urgency, profile.words, profile.advice) == (Level.SAME_DAY, (), ())


def test_a_gate_whose_word_counts_is_not_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clinicians_word, "says_yes", report)
    keep(Profile(TODAY, conditions=(PRESSURE,)).with_words(["hypertension"], TODAY))
    assert plan_of(CATALOGUE, run_of()).screening.whom == ()
    assert run_guarded(["plan", "lower-back"]) == 0


def test_whoever_has_several_conditions_asks_one_who_knows_them_all() -> None:
    several = "your doctor or the team that treats you"
    assert whom_to_ask(["your midwife or doctor", "your doctor or physiotherapist"]) == several
    assert whom_to_ask(["your surgeon or doctor"] * 2) == "your surgeon or doctor"
    assert whom_to_ask([]) == ""
