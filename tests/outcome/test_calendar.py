"""Days and weeks in a row, each as computed by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.clock import lived_day
from presspoint.outcome.calendar import DayMark, calendar, first_monday, streak_of
from presspoint.outcome.rests import days_of_rest

SUNDAY = date(2026, 11, 29)
MARKS = {"*": DayMark.DONE, "!": DayMark.HURT}


def in_a_row(days: str, today: date = SUNDAY) -> tuple[int, int]:
    """The streak of days up to today: * done, ! hurt, r rest, . nothing."""
    last = [today - timedelta(number) for number in range(len(days))][::-1]
    marks = {day: MARKS[each] for day, each in zip(last, days, strict=True) if each in MARKS}
    rests = {day for day, each in zip(last, days, strict=True) if each == "r"}
    return streak_of(calendar(marks, rests, today), today)


@pytest.mark.parametrize(
    ("days", "streak"),
    [
        ("", (0, 0)),
        ("*", (1, 1)),
        (".", (0, 0)),
        ("***", (3, 1)),
        ("**.", (2, 1)),  # today may still come
        ("**..", (0, 1)),
        ("*.*", (1, 1)),
        ("*r*", (2, 1)),
        ("*!*", (2, 1)),
        ("*rrr!r", (1, 1)),
        ("rrrr", (0, 0)),
        ("*......" * 3, (0, 3)),
        ("*......" + "r......" + "*......", (0, 2)),
        ("*......" + "!......" + "*......", (0, 2)),
        ("*......" + "......." + "*......", (0, 1)),
        ("*......" + ".......", (0, 1)),  # so may this week
        ("*......" + "......." + ".......", (0, 0)),
        ("*" * 84, (84, 12)),
    ],
)
def test_days_and_weeks_in_a_row_are_as_counted_by_hand(days: str, streak: tuple[int, int]) -> None:
    assert in_a_row(days) == streak


def test_the_calendar_has_twelve_whole_weeks_and_days_still_to_come() -> None:
    wednesday = date(2026, 11, 25)
    weeks = calendar({}, set(), wednesday)
    assert [weeks[0].monday, weeks[-1].monday] == [first_monday(wednesday), date(2026, 11, 23)]
    assert len(weeks) == 12
    assert weeks[-1].marks == (DayMark.NOTHING,) * 3 + (DayMark.COMING,) * 4


def streak_of_starts(*starts: str, begins: int = 4, today: date = SUNDAY) -> tuple[int, int]:
    days = [lived_day(each, begins) for each in starts]
    marks = {day: DayMark.DONE for day in days if day}
    return streak_of(calendar(marks, set(), today), today)


def test_two_sessions_of_a_day_are_one_day() -> None:
    assert streak_of_starts("2026-11-29T07:00+01:00", "2026-11-29T21:00+01:00") == (1, 1)


def test_a_night_that_summer_time_ends_or_begins_in_neither_loses_nor_doubles_a_day() -> None:
    autumn = [f"2026-10-{day}T02:30+0{2 - (day > 25)}:00" for day in (24, 25, 26)]
    twice = ["2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"]
    monday = date(2026, 10, 26)
    assert streak_of_starts(*autumn, *twice, today=monday) == (3, 1)
    spring = ["2026-03-28T22:00+01:00", "2026-03-29T22:00+02:00", "2026-03-30T22:00+02:00"]
    assert streak_of_starts(*spring, today=date(2026, 3, 30)) == (3, 2)


def test_whoever_flies_nine_zones_keeps_every_day_that_they_lived() -> None:
    east = ["2026-11-27T21:00+01:00", "2026-11-28T21:00+10:00", "2026-11-29T21:00+10:00"]
    assert streak_of_starts(*east) == (3, 1)
    west = ["2026-11-27T21:00+10:00", "2026-11-28T09:00+10:00", "2026-11-28T21:00+01:00"]
    assert streak_of_starts(*west, "2026-11-29T21:00+01:00") == (3, 1)


def test_a_day_that_is_lived_again_after_a_flight_counts_once_and_at_once() -> None:
    tomorrow_in_the_east = "2026-11-30T08:00+10:00"
    assert streak_of_starts("2026-11-29T08:00+10:00", tomorrow_in_the_east) == (2, 2)


@pytest.mark.parametrize("begins", range(24))
def test_a_minute_before_the_day_begins_is_the_day_before(begins: int) -> None:
    starts = [f"2026-11-{day}T{begins:02}:00+01:00" for day in (27, 28, 29)]
    assert streak_of_starts(*starts, begins=begins) == (3, 1)
    before = f"2026-11-29T{begins:02}:00+01:00" if begins == 0 else f"2026-11-29T{begins - 1:02}:59"
    days = streak_of_starts(*starts[:2], before, begins=begins)
    assert days == ((3, 1) if begins == 0 else (2, 1))


def test_a_rest_begins_after_the_last_session_before_its_end() -> None:
    done, first = [date(2026, 11, 20), date(2026, 11, 27)], date(2026, 9, 7)
    rests = days_of_rest([date(2026, 11, 24), date(2027, 1, 1)], done, first, SUNDAY)
    assert {day.day for day in rests} == {20, 21, 22, 23, 27, 28, 29}


@given(st.lists(st.sampled_from("*!r."), max_size=84), st.integers(0, 83))
def test_rest_never_breaks_a_row_and_never_adds_to_it(days: list[str], number: int) -> None:
    number %= len(days) or 1
    rested = "".join([*days[:number], "r", *days[number:]])[-84:]
    assert in_a_row(rested)[0] <= in_a_row("".join(days))[0] or days[-1:] == ["."]
