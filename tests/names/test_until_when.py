"""Until which day, as people type it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.names.until import MOST_DAYS, parse_until

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("tomorrow", 1),
        ("Tuesday", 1),
        ("sunday", 6),
        ("monday", 7),  # never today
        ("5d", 5),
        ("1 week", 7),
        ("2026-12-24", 24),
    ],
)
def test_a_day_to_come_is_understood(typed: str, days: int) -> None:
    assert parse_until(typed, MONDAY) == MONDAY + timedelta(days)


@pytest.mark.parametrize("typed", ["", "today", "0d", "2026-11-30", "2026-01-01", "9999d", "soon"])
def test_what_is_no_day_to_come_is_none(typed: str) -> None:
    assert parse_until(typed, MONDAY) is None


@given(st.text(max_size=20))
def test_any_words_are_a_day_within_a_year_or_none(typed: str) -> None:
    day = parse_until(typed, MONDAY)
    assert day is None or 0 < (day - MONDAY).days <= MOST_DAYS
