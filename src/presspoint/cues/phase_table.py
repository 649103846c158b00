"""The table of phases: what is heard when one begins, and what it is called."""

from typing import Literal, NamedTuple

from presspoint.cues.queue import Rank
from presspoint.cues.sink import Tone
from presspoint.planning.phase_kind import PhaseKind


class PhaseEntry(NamedTuple):
    """What is heard at the beginning of a phase: `words`, as in the table of events, after a tone.

    `label` is what it is called on the screen and to other programs; a hold goes by its rhythm.
    """

    words: str
    label: str = ""
    rank: Rank = Rank.MOVE
    tone: Tone | Literal[""] = ""


PHASES = {
    PhaseKind.MOVE: PhaseEntry("Move. {phase}", "Move"),
    PhaseKind.FIND: PhaseEntry("{phase}", "Find the place", Rank.PLACE),
    PhaseKind.PRESS: PhaseEntry("Lean in.", "Lean in"),
    PhaseKind.HOLD: PhaseEntry("{hold}, {time}.", tone="start"),
    PhaseKind.RELEASE: PhaseEntry("Ease off.", "Ease off", tone="release"),
    PhaseKind.REST: PhaseEntry("{phase}", "Rest"),
    PhaseKind.EXERCISE: PhaseEntry("Begin, {time}.", "Keep moving", tone="start"),
}
