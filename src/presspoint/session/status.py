"""Where a session stands, as another program gets it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from presspoint.planning.phase_kind import PhaseKind

if TYPE_CHECKING:  # `presspoint ctl` needs the states without what a session is made of
    from presspoint.session.state import Session


class State(StrEnum):
    """What a session does, as other programs know it."""

    PLAYING = "playing"
    PAUSED = "paused"
    WAITING = "waiting"
    ASKING = "asking"


def status_of(session: Session, now: float, volume: int) -> dict[str, object]:
    """Return where the session stands at `now`; times are in seconds, a tenth exact."""
    phase, into = session.here(now)
    kind, left = phase.kind, phase.seconds - into
    if session.resumes_at is not None:
        kind, left = PhaseKind.PRESS, session.resumes_at - now
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


def _state(session: Session) -> State:
    if session.hurting is not None:
        return State.ASKING
    if session.waiting:
        return State.WAITING
    return State.PAUSED if session.paused else State.PLAYING
