"""What keys mean: a burst acts once, and what is urgent is heard all the same."""

from __future__ import annotations

import pytest

from presspoint.session.actions import Action
from presspoint.session.controls import CONTROLS
from presspoint.session.pain_stop import ANSWERS
from presspoint.terminal.keys import HELP, KEY_ACTIONS, Burst


def acted(*pressed: tuple[float, str]) -> list[str]:
    """Return what keys read at these seconds do."""
    burst = Burst(KEY_ACTIONS)
    return [action for at, keys in pressed for action in burst.messages(list(keys), at)]


def test_every_key_does_something_that_there_is() -> None:
    assert set(KEY_ACTIONS.values()) <= {*CONTROLS, Action.HELP, Action.MUTE}
    assert [KEY_ACTIONS[key] for key in "1234"] == list(ANSWERS)
    assert {"x", "f", "m"} <= {line.partition(":")[0] for line in HELP}


@pytest.mark.parametrize(("key", "action"), [("x", "hurts"), ("f", "faint"), ("q", "stop")])
def test_a_capital_means_the_same(key: str, action: str) -> None:
    assert acted((0.0, key)) == acted((0.0, key.upper())) == [action]


def test_x_pressed_in_panic_acts_once_and_answers_nothing() -> None:
    hammered = [(0.1 * number, "x") for number in range(30)]
    assert acted(*hammered) == ["hurts"]
    assert acted((0.0, "xxxx"), (0.2, "1"), (0.4, "x"), (0.6, "4")) == ["hurts"]
    assert acted((0.0, "x"), (0.5, "x"), (1.0, "1")) == ["hurts", "hurts", "answer-1"]


@pytest.mark.parametrize(("key", "action"), [("x", "hurts"), ("f", "faint")])
def test_what_is_urgent_is_heard_in_a_burst_of_other_keys(key: str, action: str) -> None:
    hammered = [(0.1 * number, key) for number in range(1, 30)]
    assert acted((0.0, "n"), *hammered) == ["next", action]


def test_a_hand_on_the_keyboard_acts_once() -> None:
    smack = [(0.01 * number, key) for number, key in enumerate("gfxdnq")]
    assert acted(*smack) == ["toggle"]
    assert acted((0.0, "n"), (0.2, "n"), (0.4, "n"), (0.6, "b")) == ["next"]
    assert acted((0.0, "faint")) == ["toggle"], "a paste is no key of its own"
