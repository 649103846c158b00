"""What is asked before a routine: nothing answered there lifts a stop, and no key is an answer."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from presspoint import clock
from presspoint.catalogue.conditions import conditions_of_today
from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, NotPlayed, PresspointError
from presspoint.run.check import save_answers
from presspoint.run.options import Options
from presspoint.run.preparation import plan_of
from presspoint.run.questions.beforehand import ask_about_person, offer_to_resume
from presspoint.run.questions.clinicians_word import ask_for_word
from presspoint.run.questions.starting import Shown, ask_to_start, renew_check
from presspoint.run.request import Run, refresh, request
from presspoint.run.sounds.sound import RunSound, ask_pain_after, ask_pain_before
from presspoint.safety.answers import ConditionAnswer
from presspoint.safety.check.answers import CheckAnswers
from presspoint.safety.of_today import flags_with_today
from presspoint.safety.profile import Profile
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, SessionRecord
from presspoint.settings import Settings
from presspoint.storage.history.session_log import SessionLog
from presspoint.storage.profile_file import change_profile, read_profile
from support.histories import save_session
from support.typist import typing

TODAY = date(2026, 11, 21)
LONG_AGO = TODAY - timedelta(days=40)
CHECKED = Profile(LONG_AGO)
NONE = CheckAnswers(())
CHECKED_TODAY = Profile(TODAY)
SKIPPED = Profile(check_skipped_on=TODAY)
BRUISED = Profile(TODAY, conditions=(ConditionAnswer("bruised-skin", LONG_AGO),))


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda _: TODAY)


def report(sentence: str) -> None:
    raise AssertionError(sentence)


@pytest.fixture
def run(catalogue: Catalogue) -> Run:
    """A run of somebody who was checked long ago."""
    return run_of(catalogue, CHECKED)


def run_of(catalogue: Catalogue, profile: Profile | None) -> Run:
    """The run of a person with this profile."""
    if profile:
        change_profile(catalogue, lambda _: profile)
    return request(catalogue, Options("simple"), report)


def shown(catalogue: Catalogue) -> Shown:
    """What is shown before the start: nothing new, and few details."""
    return Shown(lambda run: plan_of(catalogue, run), lambda _: ("The details.",), str)


def stop_elsewhere(catalogue: Catalogue) -> None:
    """What a check in another window does that finds a sign."""
    change_profile(catalogue, lambda now: now.with_check(TODAY, Level.EMERGENCY))


def test_the_enter_that_starts_lifts_no_stop_made_meanwhile(catalogue: Catalogue, run: Run) -> None:
    stop_elsewhere(catalogue)
    renew_check(catalogue, run)
    assert read_profile(catalogue) == Profile(TODAY, Level.EMERGENCY)
    assert refresh(catalogue, run, report).profile == Profile(TODAY, Level.EMERGENCY)


def test_the_enter_that_starts_keeps_that_all_signs_were_asked(
    catalogue: Catalogue, run: Run
) -> None:
    renew_check(catalogue, run)
    assert read_profile(catalogue) == Profile(TODAY)


@pytest.mark.parametrize(
    ("profile", "keys"), [(BRUISED, ["c-m"]), (BRUISED, ["n"]), (None, ["s", "n"])]
)
def test_no_answer_lifts_a_stop_made_meanwhile_and_the_stop_is_said(
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    profile: Profile | None,
    keys: list[str],
) -> None:
    before = run_of(catalogue, profile)
    person = typing(monkeypatch, *keys)
    person.meanwhile = lambda: stop_elsewhere(catalogue)
    stopped = (profile or Profile()).with_check(TODAY, Level.EMERGENCY)
    assert ask_about_person(catalogue, before) == stopped
    assert read_profile(catalogue) == stopped
    assert "\nEMERGENCY: Your check on Saturday 21 November" in capsys.readouterr().out


def test_a_check_that_finds_nothing_lifts_an_earlier_stop_and_none_made_meanwhile(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    stop_elsewhere(catalogue)
    stopped = Profile(TODAY, Level.EMERGENCY)
    assert save_answers(catalogue, NONE, TODAY, since=CHECKED) == read_profile(catalogue) == stopped
    assert capsys.readouterr().out.startswith("EMERGENCY: ")
    assert (
        save_answers(catalogue, NONE, TODAY, since=stopped)
        == read_profile(catalogue)
        == Profile(TODAY)
    )


def test_what_changed_while_a_question_waited_is_read_anew(
    catalogue: Catalogue, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreed = run._replace(pressed_today={"LI4": 3}).with_word(agreed=True)
    monkeypatch.setattr(clock, "today", lambda _: TODAY + timedelta(days=1))
    stop_elsewhere(catalogue)
    now = refresh(catalogue, agreed, report)
    assert (now.today, now.profile) == (date(2026, 11, 22), Profile(TODAY, Level.EMERGENCY))
    assert (now.pressed_today, now.flags.provider_agreed) == ({}, True)
    assert plan_of(catalogue, now).course.phases == ()
    assert now._replace(pressed_today={"LI4": 3}, profile=CHECKED, today=TODAY) == agreed


def test_a_profile_damaged_meanwhile_is_not_played_around(
    catalogue: Catalogue, run: Run, home: Path
) -> None:
    (home / "config" / "profile.toml").write_text("check = ", encoding="utf-8")
    with pytest.raises(PresspointError, match=r"profile\.toml"):
        refresh(catalogue, run, report)
    with pytest.raises(PresspointError, match=r"profile\.toml"):
        renew_check(catalogue, run)


@pytest.mark.parametrize(
    "keys", [["c-m"], ["c"], ["x", "y", "7", "c-m"], ["s", "c"], ["s", "c-m", "y", "c"]]
)
def test_the_check_is_done_by_the_key_that_says_so(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    person = typing(monkeypatch, *keys)
    monkeypatch.setattr("presspoint.run.check.ask_check", lambda *_: CHECKED_TODAY)
    assert ask_about_person(catalogue, run_of(catalogue, None)) == CHECKED_TODAY
    assert not person.keys


@pytest.mark.parametrize("keys", [["s", "n"], ["n", "y", "s", "c-m", "s", "n"]])
def test_a_skipped_check_is_offered_again_after_four_in_the_morning_until_it_is_done(
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    keys: list[str],
) -> None:
    person = typing(monkeypatch, *keys)
    assert ask_about_person(catalogue, run_of(catalogue, None)) == SKIPPED
    assert read_profile(catalogue) == SKIPPED
    assert not person.keys
    said = capsys.readouterr().out.replace("\n", " ")
    for word in (
        "pregnancy",
        "blood thinners",
        "a clot",
        "weak bones",
        "cancer",
        "operation",
        "18",
    ):
        assert word in said
    assert ask_about_person(catalogue, run_of(catalogue, SKIPPED)) == SKIPPED  # nothing is asked
    monkeypatch.setattr(clock, "today", lambda _: TODAY + timedelta(days=1))
    typing(monkeypatch, "q")
    with pytest.raises(NotPlayed):
        ask_about_person(catalogue, run_of(catalogue, SKIPPED))


@pytest.mark.parametrize("keys", [["q"], ["c-d"], ["Q"], ["s", "q"], ["x", "q"]])
def test_who_leaves_the_offer_is_asked_again_next_time(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    typing(monkeypatch, *keys)
    with pytest.raises(NotPlayed) as end:
        ask_about_person(catalogue, run_of(catalogue, None))
    assert (end.value.sentence, end.value.exit_code) == ("Not started.", ExitCode.DONE)
    assert read_profile(catalogue) is None


def test_a_check_declined_for_good_in_version_0_1_0_is_offered_again(
    catalogue: Catalogue, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "config").mkdir(mode=0o700)
    (home / "config" / "profile.toml").write_text("[check]\ndeclined = true\n", encoding="utf-8")
    typing(monkeypatch, "q")
    with pytest.raises(NotPlayed):
        ask_about_person(catalogue, run_of(catalogue, None))


def test_conditions_without_a_check_do_not_stand_for_it(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, "q")
    with pytest.raises(NotPlayed):
        ask_about_person(catalogue, run_of(catalogue, BRUISED._replace(checked_on=None)))


def test_enter_starts_and_nothing_else_does(
    catalogue: Catalogue,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    person = typing(monkeypatch, "y", "7", "toggle", "?", "t", "n", "c-m")
    assert ask_to_start(catalogue, run, shown(catalogue)) == run
    assert not person.keys
    said = capsys.readouterr().out
    assert said.count("Enter: start (none of the signs, nothing of today") == 6
    assert said.count("The details.") == 1
    assert read_profile(catalogue) == Profile(TODAY)


def test_what_is_true_of_today_limits_this_run_and_is_not_saved(
    catalogue: Catalogue, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = list(conditions_of_today(catalogue))
    assert {"alcohol", "fever", "recent-meal"} <= set(names)
    for number, name in enumerate(names, 1):
        typing(monkeypatch, "t", str(number), "c-m")
        limited = ask_to_start(catalogue, run, shown(catalogue))
        assert limited.profile == run.profile
        plan = plan_of(catalogue, limited)
        if name in {"alcohol", "fever"}:
            assert not plan.course.phases
        else:
            assert [each.name for each in plan.screening.limits.conditions] == [name]
    assert read_profile(catalogue) == Profile(TODAY)


def test_a_fever_at_the_start_is_answered_as_the_warning_sign_that_it_is(
    catalogue: Catalogue, run: Run
) -> None:
    plan = plan_of(
        catalogue, run._replace(flags=flags_with_today(catalogue, run.flags, "fever", run.today))
    )
    assert plan.screening.stopped
    assert [(each.id, each.level) for each in plan.warnings] == [("fever", Level.SAME_DAY)]


@pytest.mark.parametrize("keys", [["y"], ["n"], ["c-m", "x", "y"], ["c-m", "1", "n"]])
def test_a_clinicians_word_is_given_by_its_key_only(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    run = request(catalogue, Options("simple", conditions=("cancer",)), report)
    typing(monkeypatch, *keys)
    after = ask_for_word(run, plan_of(catalogue, run).screening)
    assert after.flags.provider_agreed is (keys[-1] == "y")


def interrupted(routine: str, *holds: HoldRecord) -> None:
    """A session of today that a crash ended."""
    started = clock.iso_now()
    save_session(SessionRecord(routine, routine, started, Status.RUNNING, 60, ()), *holds)


HELD = HoldRecord(("LI4",), (), "left", 50.0, 50.0)


def test_only_a_session_of_the_same_routine_is_offered_and_another_one_is_named(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = run_of(catalogue, CHECKED_TODAY)
    interrupted("desk", HELD)
    assert offer_to_resume(catalogue, run).resumes is None
    said = capsys.readouterr().out
    assert "Your session of desk, " in said
    assert "To go on with that one: presspoint routine --resume" in said
    interrupted("simple", HELD)
    typing(monkeypatch, "r")
    resumed = offer_to_resume(catalogue, run).resumes
    assert resumed
    assert resumed.routine == "simple"
    typing(monkeypatch, "y", "c-m")
    assert offer_to_resume(catalogue, run).resumes is None
    typing(monkeypatch, "q")
    with pytest.raises(NotPlayed, match="Not started"):
        offer_to_resume(catalogue, run)


def test_a_session_in_which_nothing_was_held_is_not_offered(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    interrupted("simple", HELD._replace(held_seconds=0.0))
    interrupted("desk")
    assert offer_to_resume(catalogue, run_of(catalogue, CHECKED_TODAY)).resumes is None
    assert capsys.readouterr().out == ""
    with pytest.raises(PresspointError, match="No session was interrupted in the last day"):
        request(catalogue, Options(resume=True), report)


def test_who_leaves_the_question_about_pain_does_not_start(
    catalogue: Catalogue, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = SessionLog(plan_of(catalogue, run), clock.iso_now(), catalogue, TODAY)
    with closing(RunSound(Settings(voice="off", volume=0))) as sound:
        typing(monkeypatch, "q")
        with pytest.raises(NotPlayed, match="Not started"):
            ask_pain_before(log, sound, knows_keys=False)
        typing(monkeypatch, "c-d")
        ask_pain_after(log, sound)
    assert (log.record.pain_before, log.record.pain_after) == (None, None)
