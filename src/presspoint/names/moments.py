"""When something was done, as people type it: a day, a time, or both."""

import re
from datetime import date, time

from presspoint.named_tuple import NamedTuple
from presspoint.names.since import parse_since

BETWEEN_DAY_AND_TIME = re.compile(r"(?<=\d)t(?=\d)")
MOMENT = re.compile(r"(.*?) ?(?:\bat )?(?:(?<!\d)(\d{1,2})[:.](\d{2})(?::\d{2})?)?", re.ASCII)


class Moment(NamedTuple):
    """A day, or None for the last one that has this time; a time, or None for any of the day."""

    day: date | None
    time: time | None


def read_moment(typed: str, today: date) -> Moment | None:
    """Return the day and the time that were typed, one of them at least; None where there is none.

    It is a day as `parse_since` has it, with a time or without, or a time: "yesterday 21:30".
    """
    words = BETWEEN_DAY_AND_TIME.sub(" ", " ".join(typed.lower().split()))
    parts = MOMENT.fullmatch(words)
    if parts is None:
        return None
    name, hour, minute = parts.groups()
    day = parse_since(name, today) if name else None
    try:
        at = time(int(hour), int(minute)) if hour else None
    except ValueError:
        return None
    is_missing = bool(name) and day is None
    return None if is_missing or not (day or at) else Moment(day, at)
