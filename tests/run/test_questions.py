"""What is asked before a routine: nothing answered there lifts a stop, and no key is an answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from presspoint import clock
from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, NotPlayed, PresspointError
from presspoint.run import questions
from presspoint.run.check import save_answers
from presspoint.run.preparation import plan_of
from presspoint.run.questions import ask_about_person, renew_check
from presspoint.run.request import Options, Run, refresh, request
from presspoint.safety.check_answers import CheckAnswers
from presspoint.safety.profile import ConditionAnswer, Profile
from presspoint.storage.profile_file import change_profile, read_profile
from presspoint.terminal import output

TODAY = date(2026, 11, 21)
LONG_AGO = TODAY - timedelta(days=40)
CHECKED = Profile(LONG_AGO)
NONE = CheckAnswers(())
BRUISED = Profile(TODAY, conditions=(ConditionAnswer("bruised-skin", LONG_AGO),))


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


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


def stop_elsewhere(catalogue: Catalogue) -> None:
    """What a check in another window does that finds a sign."""
    change_profile(catalogue, lambda now: now.with_check(TODAY, Level.EMERGENCY))


class Typing:
    """Answers questions one after another; `meanwhile` happens while the first one waits."""

    def __init__(self, *answers: str | None) -> None:
        self.answers = list(answers)
        self.questions: list[str] = []
        self.stops: Catalogue | None = None

    def __call__(self, *question: str) -> str | None:
        self.questions.append(" ".join(question))
        if self.stops:
            stop_elsewhere(self.stops)
        return self.answers.pop(0)


def typing(monkeypatch: pytest.MonkeyPatch, *answers: str | None) -> Typing:
    """Somebody who types these lines."""
    person = Typing(*answers)
    monkeypatch.setattr(questions, "ask_line", person)
    return person


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


@pytest.mark.parametrize(("profile", "answer"), [(BRUISED, ""), (BRUISED, "n"), (None, "")])
def test_no_answer_lifts_a_stop_made_meanwhile_and_the_stop_is_said(
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    profile: Profile | None,
    answer: str,
) -> None:
    before = run_of(catalogue, profile)
    typing(monkeypatch, answer).stops = catalogue
    stopped = (profile or Profile()).with_check(TODAY, Level.EMERGENCY)
    assert ask_about_person(catalogue, before) == stopped
    assert read_profile(catalogue) == stopped
    assert capsys.readouterr().out.startswith("EMERGENCY: Your check on Saturday 21 November")


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
    monkeypatch.setattr(clock, "today", lambda: TODAY + timedelta(days=1))
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


@pytest.mark.parametrize("answer", ["y", "YES", "c", "check"])
def test_a_yes_to_the_offer_checks(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    typing(monkeypatch, answer)
    monkeypatch.setattr("presspoint.run.check.ask_check", lambda *_: CHECKED)
    assert ask_about_person(catalogue, run_of(catalogue, None)) == CHECKED


@pytest.mark.parametrize(
    ("answers", "saved"),
    [
        (["n"], Profile(check_declined=True)),
        (["No"], Profile(check_declined=True)),
        ([""], Profile(check_declined=True)),
        (["ok", "n"], Profile(check_declined=True)),
        (["ok", "well"], None),
        (["q"], None),
        ([None], None),
        (["later", "q"], None),
    ],
)
def test_the_offer_is_declined_for_good_by_no_or_enter_only(
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    answers: list[str | None],
    saved: Profile | None,
) -> None:
    person = typing(monkeypatch, *answers)
    if answers[-1] in {"q", None}:
        with pytest.raises(NotPlayed) as end:
            ask_about_person(catalogue, run_of(catalogue, None))
        assert (end.value.sentence, end.value.exit_code) == ("", ExitCode.DONE)
    else:
        assert not ask_about_person(catalogue, run_of(catalogue, None)).conditions
    assert read_profile(catalogue) == saved
    assert not person.answers


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The end of a pseudo-terminal at which somebody types for this process."""
    ours, its = os.openpty()
    with os.fdopen(its, encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield ours
    os.close(ours)


def answering(keyboard: int, monkeypatch: pytest.MonkeyPatch, *lines: bytes) -> None:
    """Type the next line whenever a question is shown."""
    coming = list(lines)
    monkeypatch.setattr(output, "print_paragraph", lambda *_: os.write(keyboard, coming.pop(0)))


def test_what_was_typed_before_a_question_is_no_answer(
    keyboard: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.write(keyboard, b"y\n\nyes")
    answering(keyboard, monkeypatch, b"n\n")
    assert output.ask_line("Does your doctor know about this?") == "n"


def test_a_long_line_answers_no_other_question(
    keyboard: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(keyboard, monkeypatch, b"n" * 1500 + b"\ny\n", b"n\n")
    assert output.ask_line("Does your doctor know about this?") == "n" * 1500
    assert output.ask_line("Is that still so?") == "n"
