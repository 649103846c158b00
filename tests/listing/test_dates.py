"""When a session or a pain was, in words: a day that has no time shows none."""

from __future__ import annotations

from datetime import date

import pytest

from presspoint.listing.history.dates import long_moment, short_moment

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("started", "short", "long"),
    [
        ("2026-11-29T21:30:00+01:00", "Sun 29 Nov 21:30", "Sunday 29 November 2026, 21:30"),
        ("2026-11-29T23:59:00+01:00", "Sun 29 Nov", "Sunday 29 November 2026"),
        ("2026-11-29T23:59:07+01:00", "Sun 29 Nov 23:59", "Sunday 29 November 2026, 23:59"),
        ("2025-11-29T23:59:00", "Sat 29 Nov 2025", "Saturday 29 November 2025"),
        ("2026-11-29", "Sun 29 Nov", "Sunday 29 November 2026"),
        ("gone", "day unknown", "on a day that cannot be read"),
    ],
)
def test_a_day_without_a_time_shows_none(started: str, short: str, long: str) -> None:
    assert short_moment(started, TODAY) == short
    assert long_moment(started) == long
