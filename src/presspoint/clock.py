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
    now = _local_now()
    offset = now.utcoffset() or timedelta()
    whole = timezone(timedelta(minutes=offset // timedelta(minutes=1)))
    return now.astimezone(whole).isoformat(timespec="seconds")


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


def _local_now() -> datetime:
    """Now, in the zone of the machine; in UTC where TZ is none that can be."""
    try:
        return datetime.now().astimezone()
    except (ValueError, OverflowError):  # an offset of more than a day
        return datetime.now(UTC)
