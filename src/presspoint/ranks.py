"""Event -> the cue that is heard for it: how much it matters, its tone, its words."""

from __future__ import annotations

from presspoint.cue_queue import MOVE, NUMBER, PLACE, SAFETY, TIME, Cue
from presspoint.session import Event
from presspoint.sounding import Clip

PHASES = {"find": PLACE}
EVENTS = {
    "paused": SAFETY,
    "gap": SAFETY,
    "resumed": SAFETY,
    "hurts": SAFETY,
    "answered": SAFETY,
    "faint": SAFETY,
    "stopped": SAFETY,
    "reminder": SAFETY,
    "abandoned": SAFETY,
    "halfway": TIME,
    "mark": TIME,
    "count": NUMBER,
}
PHASE_TONES = {"hold": "start", "exercise": "start", "release": "release"}
EVENT_TONES = {"halfway": "halfway", "count": "tick"}
# After these the person is led elsewhere, and what was still to be said of a place is not true.
LEADS_ELSEWHERE = frozenset({"next", "back", "hurts", "answered", "faint", "stopped"})


def cue_of(event: Event, words: str, due: float) -> Cue | None:
    """Return the cue of an event told in these words; None for one that is not heard."""
    if event.kind == "began":
        rank = PHASES.get(event.phase.kind, MOVE)
        tone = PHASE_TONES.get(event.phase.kind, "")
    else:
        rank = EVENTS.get(event.kind, MOVE)
        tone = EVENT_TONES.get(event.kind, "")
    return Cue(rank, Clip(tone, words), due) if tone or words else None
