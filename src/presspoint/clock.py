"""Real time: a clock that only moves forward, and the date and the hour."""

import time
from datetime import date, datetime, timedelta

DAY_BEGINS = 4  # o'clock
# Linux's boot-time clock also counts a suspend, so that one is seen as a gap; the monotonic
# clock of macOS does the same.
STEADY = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


def monotonic() -> float:
    """Return seconds of a clock that no change of date, zone or summer time moves."""
    return time.clock_gettime(STEADY)


def iso_now() -> str:
    """Return now as ISO 8601 text, in whole seconds with the zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def epoch_seconds() -> float:
    """Return the seconds since 1970, as on files; a change of the machine's date moves them."""
    return time.time()


def sleep(seconds: float) -> None:
    """Wait so many seconds, doing nothing."""
    time.sleep(seconds)


def today() -> date:
    """Return the local date."""
    return datetime.now().astimezone().date()


def day() -> date:
    """Return the local day as people live it: it begins at four in the morning."""
    return (datetime.now().astimezone() - timedelta(hours=DAY_BEGINS)).date()


def midnight(day: date) -> float:
    """Return when a local day begins, in seconds since 1970."""
    return datetime.combine(day, datetime.min.time()).timestamp()
