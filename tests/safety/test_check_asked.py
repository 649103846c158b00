"""The check as it is asked: what it saves, prints and lets play, whatever keys come."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from presspoint.catalogue.safety_warnings import advice, red_flags
from presspoint.errors import ExitCode, NotPlayed
from presspoint.run import check as asking
from presspoint.run.check import ask_check
from presspoint.safety.answers import AdviceAnswer, ClinicianWord, ConditionAnswer
from presspoint.safety.check.state import DIGITS, CheckEnd
from presspoint.safety.profile import Profile
from presspoint.session.actions import Signal
from presspoint.storage.profile_file import change_profile, read_profile
from presspoint.terminal.questions.check_questions import CheckQuestions
from support.fakes import FakeClock
from support.profiles import CATALOGUE, keep

TODAY = date(2026, 11, 21)
FLAGS = dict(red_flags(CATALOGUE))
KEYS = ["n", "y", "b", "q", "?", "enter", "toggle", *DIGITS]


class Keys:
    """Gives keys one by one, and at their end a signal."""

    def __init__(self, keys: list[str], signal: Signal) -> None:
        self.keys, self.signal, self.clock = keys, signal, FakeClock()

    def wait(self, seconds: float | None) -> list[str]:
        if seconds is not None:
            self.clock.wait(seconds)
            return []
        return [self.keys.pop(0) if self.keys else self.signal]

    def suspend(self) -> None:
        raise AssertionError


class Died(BaseException):
    """The process ended by a signal."""


class Asked:
    """A check that was answered by keys: its profile, or how it ended, and the questions."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, keys: list[str], signal: Signal = Signal.HUP
    ) -> None:
        self.questions: CheckQuestions | None = None

        def answer(questions: CheckQuestions, _: object) -> Signal | None:
            self.questions = questions
            return questions.ask(Keys(keys, signal))

        def die(name: str) -> None:
            raise Died(name)

        monkeypatch.setattr(CheckQuestions, "ask_on_terminal", answer)
        monkeypatch.setattr(asking, "die_of", die)
        monkeypatch.setattr(asking, "can_ask", lambda: True)
        self.profile: Profile | None = None
        self.ending: NotPlayed | Died | None = None
        try:
            self.profile = ask_check(CATALOGUE, TODAY)
        except (NotPlayed, Died) as ending:
            self.ending = ending

    @property
    def plays(self) -> bool:
        return self.profile is not None and not self.profile.is_stopped


def keys_to(name: str) -> list[str]:
    """Return the keys from the first page to the number of a sign or of advice."""
    from presspoint.safety.check.keys import press
    from presspoint.safety.check.state import begin

    check, keys = begin(CATALOGUE, lambda page: len(page.items) <= 9), []
    while name not in check.page.names:
        check, _ = press(check, "n")
        keys.append("n")
    return [*keys, DIGITS[[each for each, _ in check.page.items].index(name)]]


def saved(home: Path) -> str:
    path = home / "config" / "profile.toml"
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nine items fit each page."""
    monkeypatch.setattr(asking, "page_fits", lambda: lambda page: len(page.items) <= 9)


@pytest.mark.parametrize("name", FLAGS)
def test_a_confirmed_sign_is_saved_as_its_urgency_and_its_advice_comes_first(
    name: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    flag = FLAGS[name]
    asked = Asked(monkeypatch, [*keys_to(name), "y", *("n" if flag.gate else "")])
    assert asked.profile == Profile(TODAY, flag.level)
    said = capsys.readouterr().out
    after = said[said.rindex(f"{flag.level.label}: ") :]
    assert after.startswith(f"{flag.level.label}: {flag.help}\nYou answered: {flag.short}.\nSaved")
    assert f'found = "{flag.level}"' in saved(home)
    assert name not in saved(home).replace('"fever"', "")


@pytest.mark.parametrize("name", FLAGS)
@pytest.mark.parametrize("end", ["q", Signal.HUP])
def test_who_leaves_at_is_that_so_is_told_what_to_do_and_nothing_is_saved_or_plays(
    name: str,
    end: str,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = Asked(monkeypatch, [*keys_to(name), *(["q"] if end == "q" else [])])
    assert isinstance(asked.ending, NotPlayed)
    assert asked.ending.exit_code == ExitCode.NOT_PLAYED
    said = capsys.readouterr().out
    assert f"{FLAGS[name].level.label}: {FLAGS[name].help}\n" in said
    assert "Nothing was saved" in said
    assert saved(home) == ""


@pytest.mark.parametrize("signal", [Signal.INT, Signal.TERM, Signal.QUIT])
def test_a_signal_at_is_that_so_ends_by_it_once_what_to_do_is_said(
    signal: Signal, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = Asked(monkeypatch, keys_to("trauma"), signal)
    assert isinstance(asked.ending, Died)
    assert FLAGS["trauma"].help in capsys.readouterr().out
    assert saved(home) == ""


@pytest.mark.parametrize("end", ["q", Signal.HUP, Signal.INT])
def test_a_confirmed_sign_that_nobody_says_was_looked_at_is_a_stop(
    end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, signal = [*keys_to("weight-loss"), "y"], Signal.HUP
    asked = (
        Asked(monkeypatch, [*keys, "q"]) if end == "q" else Asked(monkeypatch, keys, Signal(end))
    )
    assert signal
    assert asked.profile == Profile(TODAY, FLAGS["weight-loss"].level)


@pytest.mark.parametrize("name", [name for name, flag in FLAGS.items() if flag.gate])
def test_a_sign_that_was_looked_at_saves_its_gate_with_todays_word_and_ends_a_stop(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = FLAGS[name].gate
    keep(Profile(TODAY - timedelta(days=3), FLAGS[name].level))
    is_local = CATALOGUE.table("conditions")[gate]["local"]
    rest = ["n"] * 12 if not is_local else ["n"] * 20
    asked = Asked(monkeypatch, [*keys_to(name), "y", "y", *rest])
    profile = asked.profile
    assert profile
    assert (profile.checked_on, profile.urgency) == (TODAY, None)
    assert profile.conditions == (ConditionAnswer(gate, TODAY),)
    assert profile.words == (ClinicianWord(gate, TODAY),)
    assert read_profile(CATALOGUE) == profile


def test_a_stop_stays_where_a_check_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = keep(Profile(TODAY, FLAGS["trauma"].level))
    asked = Asked(monkeypatch, ["n", "q"])
    assert isinstance(asked.ending, NotPlayed)
    assert asked.ending.exit_code == ExitCode.DONE
    assert read_profile(CATALOGUE) == stopped


def test_pain_at_night_is_saved_with_its_day_and_said_again_until_it_is_gone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = dict(advice(CATALOGUE))["night-or-cough"].text
    asked = Asked(monkeypatch, [*keys_to("night-or-cough"), *["n"] * 12])
    assert asked.plays
    assert asked.profile
    assert asked.profile.advice == (AdviceAnswer("night-or-cough", TODAY),)
    capsys.readouterr()
    asked = Asked(monkeypatch, ["n"] * 12)
    said = capsys.readouterr().out
    assert said.startswith("Pain at night, or on coughing: you said so on Saturday 21 November")
    assert text in said.splitlines()[0]
    assert asked.profile
    assert asked.profile.advice == ()


@pytest.mark.parametrize("keys", [[], ["n", "n"], [*["n"] * 4, "2"]])
def test_q_leaves_every_prompt_and_changes_nothing(
    keys: list[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(monkeypatch, [*keys, "q"])
    assert isinstance(asked.ending, NotPlayed)
    assert saved(home) == ""


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    keys=st.lists(st.sampled_from(KEYS), max_size=40),
    sign=st.sampled_from([*FLAGS, ""]),
    signal=st.sampled_from([Signal.HUP, Signal.INT, Signal.TERM]),
)
def test_random_keys_never_play_after_a_sign_and_never_save_which(
    keys: list[str], sign: str, signal: Signal, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_profile(CATALOGUE, lambda _: Profile())
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(asking, "page_fits", lambda: lambda page: len(page.items) <= 9)
        asked = Asked(monkeypatch, [*(keys_to(sign) if sign else []), *keys], signal)
    capsys.readouterr()
    assert asked.questions
    check = asked.questions.check
    if check.marked_sign:
        assert not asked.plays
    if asked.plays:
        assert check.end is CheckEnd.DONE
        seen = check.seen
        assert all(FLAGS[name].gate for name in seen)
        assert asked.profile
        assert {FLAGS[name].gate for name in seen} == {each.name for each in asked.profile.words}
    words = saved(home)
    for name, flag in FLAGS.items():
        assert name not in words
        assert flag.brief not in words
