"""Where a session stands, as another program gets it."""

from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.actions import State
from presspoint.session.modes import AskingAboutPain, Paused, PressingIn, WaitingForKey
from presspoint.session.state import Session

STATES: dict[type, State] = {
    Paused: State.PAUSED,
    WaitingForKey: State.WAITING,
    AskingAboutPain: State.ASKING,
}


def status_of(session: Session, now: float, volume: int) -> dict[str, object]:
    """Return where the session stands at `now`; times are in seconds, rounded to a tenth."""
    phase, into = session.current_phase(now)
    kind, seconds = phase.kind, phase.seconds - into
    if isinstance(session.mode, PressingIn):
        kind, seconds = PhaseKind.PRESS, session.mode.until - now
    turn = session.turn(phase)
    return {
        "running": True,
        "routine": session.course.routine.name,
        "state": STATES.get(type(session.mode), State.PLAYING),
        "step": turn.step,
        "steps": turn.last_step,
        "phase": kind,
        "name": turn.name,
        "points": list(turn.points),
        "zones": list(turn.zones),
        "side": turn.side,
        "seconds_left": round(max(0.0, seconds), 1),
        "total_seconds_left": round(session.seconds_left(now), 1),
        "volume": volume,
    }
