"""The seconds that words take to say, and the pace of the time between holds."""

from __future__ import annotations

from math import ceil

WORDS_A_MINUTE = 130
FASTEST_WORDS_A_MINUTE = 150
NORMAL = "normal"
# A constant and not a table of the catalogue: it is a matter of taste without a source, and the
# settings and options have to know its names before any catalogue is read.
PACES = {"slow": 1.5, "normal": 1.0, "brisk": 0.75}


def speaking_seconds(text: str) -> int:
    """Return the whole seconds that saying `text` takes: 130 words a minute, plus one second."""
    return ceil(len(text.split()) * 60 / WORDS_A_MINUTE + 1)


def seconds_at_pace(seconds: int, text: str, pace: str) -> int:
    """Return the seconds of a transition at a pace of PACES, at least those its words take.

    A hold keeps its seconds at any pace. Raises KeyError for a pace that is not in PACES.
    """
    least = ceil(len(text.split()) * 60 / FASTEST_WORDS_A_MINUTE)
    return max(ceil(seconds * PACES[pace]), least)
