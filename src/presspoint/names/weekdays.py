"""Days of the week as people type them: "mon,wed", "Monday Friday", "weekdays", "daily"."""

import re

from presspoint.names.since import WEEKDAYS

SEVERAL = {
    "daily": (),
    "every day": (),
    "weekdays": (0, 1, 2, 3, 4),
    "weekend": (5, 6),
    "weekends": (5, 6),
}
EXAMPLES = "mon,wed,fri, weekdays, weekend or daily"


def parse_weekdays(typed: str) -> tuple[int, ...] | None:
    """Return the days of the week, Monday is 0, or () for every day; None for other words."""
    words = " ".join(typed.lower().split())
    if words in SEVERAL:
        return SEVERAL[words]
    parts = [each for each in re.split(r"[ ,]+", words) if each != "and" and each]
    days = {number for each in parts for number, name in enumerate(WEEKDAYS) if _means(each, name)}
    is_known = parts and all(any(_means(each, name) for name in WEEKDAYS) for each in parts)
    return tuple(sorted(days)) if is_known else None


def _means(typed: str, name: str) -> bool:
    return len(typed) > 1 and name.startswith(typed)
