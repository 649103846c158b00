"""Where a session stands, as it is told to another program, and in one sentence.

ACTIONS are the words that another program may say to a session; `status` only asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from presspoint.words import clock_time, seconds_to_go

if TYPE_CHECKING:
    from presspoint.session.state import Session

STATUS = "status"
ACTIONS = (
    "pause",
    "resume",
    "toggle",
    "next",
    "back",
    "again",
    "louder",
    "quieter",
    "stop",
    STATUS,
)
STATES = {
    "paused": "Paused.",
    "waiting": "Waiting.",
    "asking": "Come off. The session asks how it feels.",
}
DONE = {
    "resume": "Going on.",
    "toggle": "Going on.",
    "next": "Next.",
    "back": "Back.",
    "again": "Said again.",
}
PHASES = {
    "move": "Move.",
    "find": "Find the place.",
    "press": "Lean in.",
    "release": "Ease off.",
    "rest": "Rest.",
    "exercise": "Keep moving.",
}


def status_of(session: Session, now: float, volume: int) -> dict[str, object]:
    """Return where the session stands at `now`; times are in seconds, a tenth exact."""
    phase, into = session.here(now)
    kind, left = phase.kind, phase.seconds - into
    if session.resumes_at is not None:
        kind, left = "press", session.resumes_at - now
    turn = session.turn(phase)
    return {
        "running": True,
        "routine": session.course.routine.name,
        "state": _state(session),
        "step": turn.step,
        "steps": len(session.course.routine.steps),
        "phase": kind,
        "name": turn.name,
        "points": list(turn.points),
        "zones": list(turn.zones),
        "side": turn.side,
        "seconds_left": round(max(0.0, left), 1),
        "total_seconds_left": round(session.seconds_left(now), 1),
        "volume": volume,
    }


def reply_sentence(action: str, status: Mapping[str, Any]) -> str:
    """Return what an action of ACTIONS came to: "Paused. LI4 ..., left hand, 40 seconds left."."""
    if not status["running"]:
        return "Stopped." if action == "stop" else "The session is over."
    words = [STATES[status["state"]]] if status["state"] in STATES else []
    if action in {"louder", "quieter"}:
        words.insert(0, f"Volume {status['volume']} per cent.")
    elif not words and action in DONE:
        words.append(DONE[action])
    if status["phase"] in PHASES and status["state"] == "playing":
        words.append(PHASES[status["phase"]])
    words.append(f"{status['name']}, {seconds_to_go(status['seconds_left'])}.")
    if action == STATUS:
        left = clock_time(status["total_seconds_left"])
        words.append(f"Step {status['step']} of {status['steps']}, {left} left in all.")
    return " ".join(words)


def _state(session: Session) -> str:
    if session.hurting is not None:
        return "asking"
    if session.waiting:
        return "waiting"
    return "paused" if session.paused else "playing"
