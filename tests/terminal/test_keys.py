"""What keys mean: a burst acts once, and what is urgent is heard all the same."""

from __future__ import annotations

import pytest

from presspoint.session.actions import Action
from presspoint.session.controls import CONTROLS
from presspoint.session.pain_stop import ANSWERS
from presspoint.terminal.keyboard.keys import HELP, KEY_ACTIONS, Burst
from presspoint.terminal.keyboard.parser import KeyParser
from support.cases import every


def acted(*pressed: tuple[float, str]) -> list[str]:
    """Return what keys read at these seconds do."""
    burst = Burst(KEY_ACTIONS)
    parser = KeyParser()
    return [
        action for at, keys in pressed for action in burst.messages(parser.feed(keys.encode()), at)
    ]


def test_every_key_does_something_that_there_is() -> None:
    assert set(KEY_ACTIONS.values()) <= {*CONTROLS, Action.HELP, Action.MUTE, Action.VIEW}
    assert [KEY_ACTIONS[key] for key in "1234"] == list(ANSWERS)
    assert {"x", "f", "m", "v"} <= {line.partition(":")[0] for line in HELP}


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


def test_a_hand_on_the_keyboard_acts_once_and_pauses() -> None:
    assert acted((0.0, "gfxdnq")) == ["pause"]
    assert acted((0.0, "n"), (0.2, "n"), (0.4, "n"), (0.6, "b")) == ["next"]
    assert acted((0.0, "faint")) == ["pause"], "a paste is no key of its own"
    assert acted((0.0, "n"), (0.05, "gh"), (0.1, "jk")) == ["next", "halt"]


@every("before", ["n", " ", "g", "\r", "+", "gh"])
@every("gap", [0.0, 0.02, 0.1, 0.29])
@every(("key", "action"), [("x", "hurts"), ("f", "faint")])
def test_x_and_f_right_behind_another_key_are_never_missed(
    before: str, gap: float, key: str, action: str
) -> None:
    assert action in acted((0.0, before), (gap, key))


@pytest.mark.parametrize(("keys", "actions"), [("nx", ["hurts"]), ("xf", ["hurts", "faint"])])
def test_two_fingers_of_which_one_is_on_x_or_f_mean_that(keys: str, actions: list[str]) -> None:
    assert acted((0.0, keys)) == actions


@pytest.mark.parametrize("key", [*"xfqn?+3", " "])
def test_fault_5_a_key_that_comes_with_its_enter_is_that_key(key: str) -> None:
    alone = acted((0.0, key))
    assert acted((0.0, f"{key}\r")) == acted((0.0, key), (0.1, "\r")) == alone


@pytest.mark.parametrize("key", [" ", "\r"])
def test_a_space_or_an_enter_goes_on_and_no_burst_of_them_does(key: str) -> None:
    assert acted((0.0, key)) == ["toggle"]
    assert acted((0.0, key * 2)) == ["pause"]
    assert acted((0.0, key), (0.1, key), (0.2, key), (0.45, key)) == ["toggle", "halt"]
    assert acted((0.0, key), (0.4, key)) == ["toggle", "halt"], "not let go for long enough"
    assert acted((0.0, key), (0.6, key)) == ["toggle", "toggle"]
    assert acted((0.0, "g"), (0.4, key)) == ["pause", "toggle"], "not the key that paused"
