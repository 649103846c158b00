"""The table of phases: what is heard when one begins, and what it is called."""

from typing import Literal

from presspoint import phrases
from presspoint.cues.rank import Rank
from presspoint.cues.sink import Tone
from presspoint.named_tuple import NamedTuple
from presspoint.planning.phase_kind import PhaseKind


class PhaseEntry(NamedTuple):
    """What is heard at the beginning of a phase: `words`, as in the table of events, after a tone.

    `label` is what it is called on the screen and to other programs, `moving` in a movement; a hold
    goes by its rhythm.
    """

    words: str
    label: str = ""
    moving: str = ""
    rank: Rank = Rank.MOVE
    tone: Tone | Literal[""] = ""


PHASES = {
    PhaseKind.MOVE: PhaseEntry("{step}{phase}", "Move"),
    PhaseKind.FIND: PhaseEntry("{step}{phase}", "Find the place", "Get ready", Rank.PLACE),
    PhaseKind.PRESS: PhaseEntry("{begin}", "Press slowly"),
    PhaseKind.HOLD: PhaseEntry("{hold}", tone="start"),
    PhaseKind.RELEASE: PhaseEntry("{let_go}", "Stop pressing", "Rest", tone="release"),
    PhaseKind.REST: PhaseEntry("{step}{phase}", "Rest"),
    PhaseKind.EXERCISE: PhaseEntry(phrases.BEGIN_MOVING, "", "Keep moving", tone="start"),
}


def label_of(kind: PhaseKind, *, is_hold: bool, rhythm: str = "") -> str:
    """Return what a phase is called, of a hold or a movement; a hold goes by its rhythm."""
    entry = PHASES[kind]
    return (entry.label if is_hold else entry.moving or entry.label) or rhythm
