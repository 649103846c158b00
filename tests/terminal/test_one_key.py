"""How strong the pain is takes one key, and no key that was meant for something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from presspoint.session.records import PAIN_QUESTION
from presspoint.terminal.feeling import BOUND, feeling
from presspoint.terminal.keys import Burst
from support.fakes import FakeClock, FakeInputs
from support.terminal import Terminal

SECOND = 1.0


def asked(*keys: str) -> tuple[int | str | None, list[str], FakeInputs[str]]:
    """What comes of keys and signals, a second apart; what was told; what is still to be read."""
    clock = FakeClock()
    messages = [(number * SECOND, key) for number, key in enumerate(keys, 1)]
    inputs = FakeInputs(clock, messages)
    told: list[str] = []
    return feeling(inputs, "How strong?", told.append), told, inputs


@pytest.mark.parametrize(
    ("key", "value"), [*((str(value), value) for value in range(10)), ("t", 10), ("T", 10)]
)
def test_one_key_tells_how_strong_it_is_and_is_confirmed(key: str, value: int) -> None:
    (message,) = Burst(BOUND).messages([key], 0.0)
    assert asked(message)[:2] == (value, ["How strong?", f"Pain {value}."])


@pytest.mark.parametrize("key", ["c-m", "c-j"])
def test_enter_skips_it(key: str) -> None:
    (message,) = Burst(BOUND).messages([key], 0.0)
    assert asked(message)[:2] == (None, ["How strong?"])


def test_any_other_key_has_the_question_asked_once_more() -> None:
    (message,) = Burst(BOUND).messages(["z"], 0.0)
    assert asked(message, message, message, "4")[:2] == (4, ["How strong?"] * 2 + ["Pain 4."])


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_comes_back_by_its_name(name: str) -> None:
    assert asked(name)[:2] == (name, ["How strong?"])


def test_a_signal_right_after_the_answer_ends_it_too() -> None:
    clock = FakeClock()
    inputs = FakeInputs(clock, [(1.0, "4"), (1.2, "SIGTERM")])
    assert feeling(inputs, "How strong?", lambda _: None) == "SIGTERM"


def test_the_enter_after_a_figure_means_nothing_in_what_follows() -> None:
    clock = FakeClock()
    inputs = FakeInputs(clock, [(1.0, "4"), (1.4, "skip"), (9.0, "toggle")])
    assert feeling(inputs, "How strong?", lambda _: None) == 4
    assert [message for _, message in inputs.coming] == ["toggle"]


def test_ctrl_z_stops_and_the_question_is_there_again() -> None:
    value, told, inputs = asked("SIGTSTP", "SIGCONT", "SIGWINCH", "0")
    assert (value, told, inputs.suspended) == (0, ["How strong?"] * 2 + ["Pain 0."], 1)


ASKS = (
    "python -c 'from presspoint.terminal.feeling import felt;"
    " from presspoint.session.records import PAIN_QUESTION; from presspoint import clock;"
    ' print("felt", felt(PAIN_QUESTION, clock.monotonic))\''
)


@pytest.mark.parametrize(
    ("keys", "found"), [("6\r", "felt 6"), ("\r", "felt None"), ("\x03", "felt SIGINT")]
)
def test_a_terminal_is_asked_and_given_back(home: Path, keys: str, found: str) -> None:
    terminal = Terminal(str(home))
    try:
        terminal.run(ASKS)
        terminal.wait_for("skips.$")
        for key in keys:
            terminal.type(key)
            terminal.wait_for("^(Pain 6|felt)")  # two keys at once would be a paste, and no answer
        shown = terminal.wait_for(rf"^{found}\n\$$")
        assert shown.replace("\n", " ").count(PAIN_QUESTION) == 1
        assert terminal.restored()
    finally:
        terminal.close()
