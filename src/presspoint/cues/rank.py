"""How much it matters that a cue is heard."""

from enum import IntEnum


class Rank(IntEnum):
    """How much a cue matters; the lowest is heard first."""

    SAFETY = 0
    MOVE = 1
    PLACE = 2
    TIME = 3
    NUMBER = 4
