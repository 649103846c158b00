"""When a place comes again: after 1, 3 and 7 days, until it was found again each time."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from presspoint.learning.schedule import (
    Answer,
    Progress,
    Try,
    next_day,
    next_places,
    progress_by_code,
)
from support.cases import every

DAY = date(2026, 11, 29)
LETTERS = {"y": Answer.FOUND, "n": Answer.NOT_YET, "s": Answer.UNSURE}


def after(*tries: tuple[int, str]) -> Progress:
    """Return how far somebody is after tries, each so many days after DAY."""
    made = (Try("LI4", DAY + timedelta(days), LETTERS[key]) for days, key in tries)
    return progress_by_code(made)["LI4"]


@every(
    ("tries", "days"),
    [
        ([(0, "y")], 1),
        ([(0, "y"), (1, "y")], 4),
        ([(0, "y"), (1, "y"), (4, "y")], 11),
        ([(0, "y"), (1, "y"), (4, "y"), (11, "y")], None),
        ([(0, "y"), (30, "y")], 33),
        ([(0, "n")], 0),
        ([(0, "s")], 0),
        ([(0, "y"), (1, "y"), (4, "s")], 4),
        ([(0, "y"), (1, "y"), (4, "s"), (4, "y")], 5),
        ([(0, "y"), (0, "y"), (0, "y")], 1),
    ],
)
def test_a_place_comes_again_on_its_day(tries: list[tuple[int, str]], days: int | None) -> None:
    due = after(*tries).due
    assert due == (None if days is None else DAY + timedelta(days))
    assert after(*tries).is_known == (days is None)


def test_it_comes_on_that_day_and_later_and_not_before() -> None:
    progress = after((0, "y"), (1, "y"))
    assert [days for days in range(7) if progress.comes(DAY + timedelta(days))] == [0, 4, 5, 6]


def test_a_clock_that_was_set_back_hides_nothing() -> None:
    """What was found on a day that is still to come comes now: the date cannot be right."""
    assert after((400, "y")).comes(DAY)
    assert not after((0, "y"), (1, "y"), (4, "y"), (11, "y")).comes(DAY)


def test_those_nobody_was_sure_of_come_first_then_those_due_then_new_ones() -> None:
    codes = ["A", "B", "C", "D", "E", "F", "G"]
    progress = {
        "C": Progress(1, DAY - timedelta(2)),
        "E": Progress(0, DAY),
        "F": Progress(1, DAY),
        "G": Progress(0, DAY - timedelta(3)),
    }
    assert next_places(codes, progress, DAY) == ["G", "C", "E", "A", "B"]
    assert next_places(codes, progress, DAY, most=9) == ["G", "C", "E", "A", "B", "D"]
    assert next_day(["F"], progress) == DAY + timedelta(1)
    assert next_day(["A"], {"A": Progress(4, DAY)}) is None


@given(st.lists(st.tuples(st.integers(0, 40), st.sampled_from("yns")), min_size=1))
def test_a_place_is_known_only_after_four_finds_in_a_row(tries: list[tuple[int, str]]) -> None:
    if after(*tries).is_known:
        assert "yyyy" in "".join(key for _, key in tries)
    else:
        assert after(*tries).due is not None
