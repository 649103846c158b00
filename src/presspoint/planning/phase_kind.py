"""The kinds of phases; a file of its own, since `presspoint ctl` needs them without a catalogue."""

from enum import StrEnum


class PhaseKind(StrEnum):
    """What a person does in a phase; the values are those of `plan --json`."""

    MOVE = "move"
    FIND = "find"
    PRESS = "press"
    HOLD = "hold"
    RELEASE = "release"
    REST = "rest"
    EXERCISE = "exercise"


COUNTED = frozenset({PhaseKind.HOLD, PhaseKind.EXERCISE})
LEADS = frozenset({PhaseKind.MOVE, PhaseKind.FIND, PhaseKind.REST})
