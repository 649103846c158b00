"""Real time: a clock that only moves forward, and the date and hour of a start."""

from __future__ import annotations

import time
from datetime import date, datetime

# Linux's boot-time clock also counts a suspend, so that one is seen as a gap; the monotonic
# clock of macOS does the same.
STEADY = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))


def monotonic() -> float:
    """Return seconds of a clock that no change of date, zone or summer time moves."""
    return time.monotonic() if STEADY is None else time.clock_gettime(STEADY)


def started() -> str:
    """Return the date and hour with its zone, as ISO 8601 in whole seconds."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def wall() -> float:
    """Return the seconds since 1970, as files tell the time; a change of date moves them."""
    return time.time()


def today() -> date:
    """Return the day it is here."""
    return datetime.now().astimezone().date()


def midnight(day: date) -> float:
    """Return when a local day begins, as files tell the time: seconds since 1970."""
    return datetime.combine(day, datetime.min.time()).timestamp()
