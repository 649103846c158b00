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
from presspoint.errors import PresspointError
from presspoint.run import questions as beforehand
from presspoint.run.check import keep
from presspoint.run.preparation import plan_of
from presspoint.run.request import Request, refreshed, request
from presspoint.safety.profile import ConditionAnswer, Profile
from presspoint.storage.profile_file import change_profile, read_profile
from presspoint.terminal import output

TODAY = date(2026, 11, 21)
LONG_AGO = TODAY - timedelta(days=40)
CHECKED = Profile(LONG_AGO)
BRUISED = Profile(TODAY, conditions=(ConditionAnswer("bruised-skin", LONG_AGO),))


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def asked(catalogue: Catalogue) -> Request:
    """A run of somebody who was checked long ago."""
    return asked_by(catalogue, CHECKED)


def asked_by(catalogue: Catalogue, profile: Profile | None) -> Request:
    """The run of a person of whom this is kept."""
    if profile:
        change_profile(catalogue, lambda _: profile)
    return request(catalogue, "simple")


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
    monkeypatch.setattr(beforehand, "ask_line", person)
    return person


def test_the_enter_that_starts_lifts_no_stop_made_meanwhile(
    catalogue: Catalogue, asked: Request
) -> None:
    stop_elsewhere(catalogue)
    beforehand.renew(catalogue, asked)
    assert read_profile(catalogue) == Profile(TODAY, Level.EMERGENCY)
    assert refreshed(catalogue, asked).profile == Profile(TODAY, Level.EMERGENCY)


def test_the_enter_that_starts_keeps_that_all_signs_were_asked(
    catalogue: Catalogue, asked: Request
) -> None:
    beforehand.renew(catalogue, asked)
    assert read_profile(catalogue) == Profile(TODAY)


@pytest.mark.parametrize(("profile", "answer"), [(BRUISED, ""), (BRUISED, "n"), (None, "")])
def test_no_answer_lifts_a_stop_made_meanwhile_and_the_stop_is_said(
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    profile: Profile | None,
    answer: str,
) -> None:
    before = asked_by(catalogue, profile)
    typing(monkeypatch, answer).stops = catalogue
    stopped = (profile or Profile()).with_check(TODAY, Level.EMERGENCY)
    assert beforehand.asked_once(catalogue, before) == stopped
    assert read_profile(catalogue) == stopped
    assert capsys.readouterr().out.startswith("EMERGENCY: Your check on Saturday 21 November")


def test_a_check_that_finds_nothing_lifts_an_earlier_stop_and_none_made_meanwhile(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    stop_elsewhere(catalogue)
    stopped = Profile(TODAY, Level.EMERGENCY)
    assert keep(catalogue, (), TODAY, since=CHECKED) == read_profile(catalogue) == stopped
    assert capsys.readouterr().out.startswith("EMERGENCY: ")
    assert keep(catalogue, (), TODAY, since=stopped) == read_profile(catalogue) == Profile(TODAY)


def test_what_changed_while_a_question_waited_is_read_anew(
    catalogue: Catalogue, asked: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreed = asked._replace(pressed_today={"LI4": 3}).agreed()
    monkeypatch.setattr(clock, "today", lambda: TODAY + timedelta(days=1))
    stop_elsewhere(catalogue)
    now = refreshed(catalogue, agreed)
    assert (now.today, now.profile) == (date(2026, 11, 22), Profile(TODAY, Level.EMERGENCY))
    assert (now.pressed_today, now.flags.provider_agreed) == ({}, True)
    assert plan_of(catalogue, now)[0].course.phases == ()
    assert now._replace(pressed_today={"LI4": 3}, profile=CHECKED, today=TODAY) == agreed


def test_a_profile_damaged_meanwhile_is_not_played_around(
    catalogue: Catalogue, asked: Request, home: Path
) -> None:
    (home / "config" / "profile.toml").write_text("check = ", encoding="utf-8")
    for ask_again in (refreshed, beforehand.renew):
        with pytest.raises(PresspointError, match=r"profile\.toml"):
            ask_again(catalogue, asked)


@pytest.mark.parametrize("answer", ["y", "YES", "c", "check"])
def test_a_yes_to_the_offer_checks(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    typing(monkeypatch, answer)
    monkeypatch.setattr("presspoint.run.check.ask", lambda *_: CHECKED)
    assert beforehand.asked_once(catalogue, asked_by(catalogue, None)) == CHECKED


@pytest.mark.parametrize(
    ("answers", "kept"),
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
    kept: Profile | None,
) -> None:
    person = typing(monkeypatch, *answers)
    goes_on = beforehand.asked_once(catalogue, asked_by(catalogue, None))
    assert (goes_on is None) == (answers[-1] in {"q", None})
    assert read_profile(catalogue) == kept
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
    left = list(lines)
    monkeypatch.setattr(output, "paragraph", lambda _: os.write(keyboard, left.pop(0)))


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
