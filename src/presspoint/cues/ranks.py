"""Event -> the cue that is heard for it: how much it matters, its tone, its words."""

from __future__ import annotations

from presspoint.cues.queue import MOVE, NUMBER, PLACE, SAFETY, TIME, Cue
from presspoint.cues.sink import Clip
from presspoint.planning.course import LEADS
from presspoint.session.events import Event

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
# After these the person is led elsewhere, and nothing that was still to be said is true.
LEADS_ELSEWHERE = frozenset({"next", "back", "hurts", "answered", "faint", "stopped"})
# What keys are answered with: of several, only the last is worth hearing.
ANSWERS = frozenset(
    {
        *("paused", "gap", "resumed", "playing", "reminder", "again", "ready"),
        *("longer", "shorter", "full", "fixed", "louder", "quieter", "muted", "unmuted"),
    }
)


def kinds_outdated_by(event: Event) -> frozenset[str] | None:
    """Return the kinds of cues that an event puts out of date; None for all of them."""
    if event.kind in LEADS_ELSEWHERE:
        return None
    if event.kind == "again":
        return ANSWERS | LEADS
    return ANSWERS if event.kind in ANSWERS else frozenset()


def make_cue(event: Event, words: str, due: float) -> Cue | None:
    """Return the cue of an event told in these words; None for one that is not heard."""
    if event.kind == "began":
        kind = event.phase.kind
        rank, tone = PHASES.get(kind, MOVE), PHASE_TONES.get(kind, "")
    else:
        kind = event.kind
        rank, tone = EVENTS.get(kind, MOVE), EVENT_TONES.get(kind, "")
    leads = kind in LEADS or kind == "again"
    return Cue(rank, Clip(tone, words), due, kind, leads) if tone or words else None
