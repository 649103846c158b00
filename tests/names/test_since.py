"""From which day on, as people type it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.names.since import parse_since

SUNDAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("6w", "2026-10-18"),
        ("2 weeks ago", "2026-11-15"),
        ("1 Week", "2026-11-22"),
        ("30d", "2026-10-30"),
        ("3 months", "2026-08-31"),
        ("1y", "2025-11-29"),
        ("9999y", "0001-01-01"),
        ("today", "2026-11-29"),
        (" Yesterday ", "2026-11-28"),
        ("sunday", "2026-11-29"),
        ("monday", "2026-11-23"),
        ("Mon", "2026-11-23"),
        ("last monday", "2026-11-23"),
        ("last sunday", "2026-11-22"),
        ("a week ago", "2026-11-22"),
        ("one month ago", "2026-10-30"),
        ("2026-11-01", "2026-11-01"),
    ],
)
def test_a_day_is_understood_as_people_type_it(typed: str, day: str) -> None:
    assert parse_since(typed, SUNDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "typed", ["", "w", "mo", "last", "last week", "a", "am", "-3w", "2026-13-01", "٣w"]
)
def test_other_words_are_none(typed: str) -> None:
    assert parse_since(typed, SUNDAY) is None


def test_a_day_still_to_come_is_none() -> None:
    assert parse_since("2026-11-30", SUNDAY) is None


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{1,5} ?[dwmy](ays?)?( ago)?"), st.dates())
def test_whatever_is_typed_never_fails_and_never_means_the_future(typed: str, today: date) -> None:
    day = parse_since(typed, today)
    assert day is None or day <= today
