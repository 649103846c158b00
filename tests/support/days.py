"""Sessions on the days of a course, as summaries and as counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo

from presspoint.clock import lived_day
from presspoint.courses.events import Sessions
from presspoint.outcome.summary import Summary
from presspoint.session.record.endings import Status

MONDAY = date(2026, 11, 30)


def on_days(numbers: Iterable[int]) -> Sessions:
    """Return a session for each number of a day, of a course that begins on MONDAY."""
    return Sessions(Counter(MONDAY + timedelta(days=number - 1) for number in numbers))


def session_at(  # noqa: PLR0913  # what a session is, for tests
    evening: date,
    hour: tuple[int, int],
    zone: tzinfo | None,
    id: str,  # noqa: A002  # as a summary has it
    status: Status = Status.FINISHED,
    *,
    hurt: bool = False,
    routine: str = "lower-back",
) -> Summary:
    """Return the summary of a session at an hour and minute; 25 is one at night after that day."""
    start = datetime.combine(evening, time()) + timedelta(hours=hour[0], minutes=hour[1])
    started = start.replace(tzinfo=zone).isoformat()
    day = lived_day(started, 4)
    assert day
    return Summary(id, routine, started, day, status, 600, 400, None, None, None, hurt, ("LI4",))
