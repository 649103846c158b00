"""How strong the pain is takes one key, and no key that was meant for something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from presspoint.session.actions import Signal
from presspoint.terminal.keyboard.keys import Burst
from presspoint.terminal.keyboard.parser import ENTER
from presspoint.terminal.questions.pain_strength import KEYS, KEYS_LINE, PainQuestion
from support.fakes import FakeClock, FakeInputs
from support.terminal import Terminal

SECONDS_APART = 2.0


class Answered:
    """What comes of keys and signals, two seconds apart."""

    def __init__(self, *messages: str) -> None:
        timed = [(number * SECONDS_APART, message) for number, message in enumerate(messages, 1)]
        self.inputs: FakeInputs[str] = FakeInputs(FakeClock(), timed)
        self.printed: list[str] = []
        self.spoken: list[str] = []
        question = PainQuestion("How strong, 0-9?", "How strong?", self.say)
        self.signal = question.ask(self.inputs)
        self.value = question.value

    def say(self, shown: str, spoken: str) -> None:
        """Keep what is shown and what is spoken."""
        self.printed.append(shown)
        self.spoken.append(spoken)


@pytest.mark.parametrize(
    ("key", "value"), [*((str(value), value) for value in range(10)), ("t", 10), ("T", 10)]
)
def test_one_key_tells_how_strong_it_is_and_is_confirmed(key: str, value: int) -> None:
    (message,) = Burst(KEYS).messages([key], 0.0)
    answered = Answered(message)
    assert (answered.value, answered.printed) == (value, ["How strong, 0-9?", f"{value}."])
    assert answered.spoken == ["How strong?", f"Pain {value}."]


def test_enter_skips_it() -> None:
    (message,) = Burst(KEYS).messages([ENTER], 0.0)
    answered = Answered(message)
    assert (answered.value, answered.printed) == (None, ["How strong, 0-9?"])


def test_any_other_key_is_no_answer_and_shows_the_keys(capsys: pytest.CaptureFixture[str]) -> None:
    (message,) = Burst(KEYS).messages(["z"], 0.0)
    answered = Answered(message, message, message, "4")
    assert (answered.value, answered.printed) == (4, ["How strong, 0-9?", "4."])
    assert capsys.readouterr().out == f"{KEYS_LINE}\n" * 3


@pytest.mark.parametrize("signal", [Signal.INT, Signal.TERM, Signal.HUP, Signal.QUIT])
def test_a_signal_comes_back_by_its_name(signal: Signal) -> None:
    answered = Answered(signal)
    assert (answered.signal, answered.value, answered.printed) == (
        signal,
        None,
        ["How strong, 0-9?"],
    )


def test_a_signal_right_after_the_answer_ends_it_too() -> None:
    inputs: FakeInputs[str] = FakeInputs(FakeClock(), [(1.0, "4"), (1.2, Signal.TERM)])
    assert PainQuestion("How strong?", "How strong?").ask(inputs) is Signal.TERM


def test_the_enter_after_a_figure_means_nothing_in_what_follows() -> None:
    inputs: FakeInputs[str] = FakeInputs(FakeClock(), [(1.0, "4"), (1.4, "skip"), (9.0, "pause")])
    question = PainQuestion("How strong?", "How strong?")
    assert (question.ask(inputs), question.value) == (None, 4)
    assert [message for _, message in inputs.coming] == ["pause"]


def test_ctrl_z_stops_and_the_question_is_there_again() -> None:
    answered = Answered(Signal.TSTP, Signal.CONT, Signal.WINCH, "0")
    assert (answered.value, answered.inputs.suspended) == (0, 1)
    assert answered.printed == ["How strong, 0-9?"] * 2 + ["0."]


def test_a_key_and_a_signal_at_once_both_count() -> None:
    class Both:
        clock = FakeClock()

        def wait(self, _: float | None) -> list[str]:
            return [Signal.TERM, "4"]

        def suspend(self) -> None:
            raise AssertionError

    question = PainQuestion("How strong?", "How strong?")
    assert (question.ask(Both()), question.value) == (Signal.TERM, 4)


ASKS = (
    "python -c 'from presspoint.terminal.questions.pain_strength import PainQuestion;"
    ' from presspoint import clock; question = PainQuestion("How strong?", "How strong?");'
    " signal = question.ask_on_terminal(clock.monotonic);"
    ' print("felt", signal or question.value)\''
)


@pytest.mark.parametrize(
    ("keys", "found"), [("6\r", "felt 6"), ("\r", "felt None"), ("\x03", "felt SIGINT")]
)
def test_a_terminal_is_asked_and_given_back(home: Path, keys: str, found: str) -> None:
    terminal = Terminal(str(home))
    try:
        terminal.run(ASKS)
        terminal.wait_for(r"How strong\?$")
        for key in keys:
            terminal.type(key)
            terminal.wait_for(r"^(6\.|felt)")  # two keys at once would be a paste, and no answer
        shown = terminal.wait_for(rf"^{found}\n\$$")
        assert shown.count("How strong?\n") == 1
        assert terminal.restored()
    finally:
        terminal.close()
