"""How much time there is between the holds: as planned, more or less; a hold keeps its own.

A constant and not a table of the catalogue: it is a matter of taste without a source, and the
settings and options have to know its names before any catalogue is read.
"""

from __future__ import annotations

from math import ceil

WORDS_A_MINUTE = 130


def speaking_seconds(text: str) -> int:
    """Return the whole seconds that saying `text` takes: 130 words a minute, plus one second."""
    return ceil(len(text.split()) * 60 / WORDS_A_MINUTE + 1)


PACES = {"slow": 1.5, "normal": 1.0, "brisk": 0.75}
NORMAL = "normal"
FASTEST_WORDS_A_MINUTE = 150


def seconds_at_pace(seconds: int, text: str, pace: str) -> int:
    """Return the seconds of a transition at a pace of PACES, at least those its words take.

    Raises KeyError for any other pace.
    """
    spoken = ceil(len(text.split()) * 60 / FASTEST_WORDS_A_MINUTE)
    return max(ceil(seconds * PACES[pace]), spoken)
