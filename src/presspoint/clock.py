"""Real time: a clock that only moves forward, and the day and the hour where the machine is now."""

import time
from datetime import UTC, date, datetime, timedelta, timezone
from datetime import time as time_of_day

# Linux's boot-time clock also counts a suspend, so that one is seen as a gap; the monotonic
# clock of macOS does the same.
STEADY = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


def monotonic() -> float:
    """Return seconds of a clock that no change of date, zone or summer time moves."""
    return time.clock_gettime(STEADY)


def iso_now() -> str:
    """Return now as ISO 8601 text, in whole seconds, with the zone in whole minutes."""
    return _iso(_local_now())


def iso_moment() -> str:
    """Return now as `iso_now` does, to the microsecond: what follows in one second has an order."""
    return _iso(_local_now(), "microseconds")


def utc_stamp() -> str:
    """Return now in UTC, as calendar files have it: "20261129T203000Z"."""
    return _local_now().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def past_moment(day: date | None, at: time_of_day | None) -> str | None:
    """Return the day and time here as `iso_now` does; None where they are still to come.

    Without a day it is the last one that had this time. Without a time it is the last minute of the
    day, or now: what may still count for the number a day does.
    """
    now = _local_now().replace(tzinfo=None)
    wall = _on_the_wall(day, at, now)
    if wall > now:
        return None
    try:
        return _iso(wall.astimezone())
    except (ValueError, OverflowError):  # as for `_local_now`
        return _iso(wall.replace(tzinfo=UTC))


def epoch_seconds() -> float:
    """Return the seconds since 1970, as on files; a change of the machine's date moves them."""
    return time.time()


def instant(text: str) -> float | None:
    """Return an ISO 8601 moment in seconds since 1970, without a zone by UTC; None for none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def lived_day(started: str, begins: int) -> date | None:
    """Return the day of a moment, as it was where it was noted; None for what is no moment.

    `started` is ISO 8601 text; a day begins at so many o'clock. No later change of zone or of
    summer time moves a session to another day.
    """
    try:
        moment = datetime.fromisoformat(started).replace(tzinfo=None)
        return (moment - timedelta(hours=begins)).date()
    except (ValueError, OverflowError):
        return None


def utc_date(moment: float) -> date:
    """Return the date in UTC of a moment, in seconds since 1970."""
    return datetime.fromtimestamp(moment, UTC).date()


def time_to_wait_for(moment: float) -> str:
    """Return the time on the wall here ("13:30") of a moment to come; empty for one that is over.

    A moment is in seconds since 1970; the time is that of the next whole minute.
    """
    now = _local_now()
    wait = timedelta(seconds=moment - now.timestamp())
    return f"{now + wait + timedelta(seconds=59):%H:%M}" if wait > timedelta() else ""


def sleep(seconds: float) -> None:
    """Wait so many seconds, doing nothing."""
    time.sleep(seconds)


def today(begins: int) -> date:
    """Return the local day, which begins at so many o'clock."""
    return (_local_now() - timedelta(hours=begins)).date()


def start_of_today(begins: int) -> float:
    """Return when the local day began, in seconds since 1970."""
    start = datetime.combine(today(begins), time_of_day(begins))
    is_utc = _local_now().tzinfo is UTC
    return (start.replace(tzinfo=UTC) if is_utc else start).timestamp()


def _on_the_wall(day: date | None, at: time_of_day | None, now: datetime) -> datetime:
    """The moment that `past_moment` means, as the clock on the wall shows it."""
    if day is None:
        moment = datetime.combine(now.date(), at or time_of_day())
        return moment if moment <= now else moment - timedelta(days=1)
    if at is None:
        return min(now, datetime.combine(day, time_of_day(23, 59)))
    return datetime.combine(day, at)


def _iso(moment: datetime, smallest: str = "seconds") -> str:
    """A moment as ISO 8601 text, to the smallest unit, with the zone in whole minutes."""
    offset = moment.utcoffset() or timedelta()
    whole = timezone(timedelta(minutes=offset // timedelta(minutes=1)))
    return moment.astimezone(whole).isoformat(timespec=smallest)


def _local_now() -> datetime:
    """Now, in the zone of the machine; in UTC where TZ is none that can be."""
    try:
        return datetime.now().astimezone()
    except (ValueError, OverflowError):  # an offset of more than a day
        return datetime.now(UTC)
