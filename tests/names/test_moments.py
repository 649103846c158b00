"""Moments as people type them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint import clock
from presspoint.clock import past_moment
from presspoint.names.moments import read_moment

TODAY = date(2026, 11, 29)  # a Sunday
NOW = datetime(2026, 11, 29, 15, 0, tzinfo=UTC)


@pytest.fixture
def afternoon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make it three in the afternoon, in UTC."""
    monkeypatch.setattr(clock, "_local_now", lambda: NOW)
    monkeypatch.setenv("TZ", "UTC")


@pytest.mark.usefixtures("afternoon")
def test_a_time_that_is_still_to_come_is_none() -> None:
    assert past_moment(TODAY, time(15, 1)) is None
    assert past_moment(TODAY, time(15, 0)) == "2026-11-29T15:00:00+00:00"


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("yesterday", "2026-11-28 23:59"),
        ("today", "2026-11-29 15:00"),
        ("yesterday 21:30", "2026-11-28 21:30"),
        ("yesterday at 7.05", "2026-11-28 07:05"),
        ("2026-11-20T21:30", "2026-11-20 21:30"),
        ("2026-11-20T21:30:15", "2026-11-20 21:30"),
        ("2026-11-20 21:30", "2026-11-20 21:30"),
        ("14:59", "2026-11-29 14:59"),
        ("15:01", "2026-11-28 15:01"),
        ("saturday 9:00", "2026-11-28 09:00"),
    ],
)
@pytest.mark.usefixtures("afternoon")
def test_a_moment_is_a_day_a_time_or_both(typed: str, moment: str) -> None:
    read = read_moment(typed, TODAY)
    assert read
    assert past_moment(*read) == f"{moment.replace(' ', 'T')}:00+00:00"


@pytest.mark.parametrize("typed", ["", "at", "25:00", "12:60", "soon 21:30", "21:30 yesterday x"])
def test_what_is_no_moment_means_none(typed: str) -> None:
    assert read_moment(typed, TODAY) is None


@given(st.text(max_size=20), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_whatever_is_typed_is_a_moment_that_is_over_or_none(typed: str, today: date) -> None:
    moment = read_moment(typed, today)
    assert moment is None or moment.day is None or moment.day <= today
