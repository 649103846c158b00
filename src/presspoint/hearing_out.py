"""What leads to a hold is heard to its end: where speech takes longer, all that follows shifts."""

from __future__ import annotations

from presspoint.remaining import LEADS
from presspoint.session import Session

END_SECONDS = 0.001


def held_back(session: Session, now: float) -> Session:
    """Return the session kept at the very end of a phase that leads on, if that is over by now.

    To be asked before each `advance` for as long as words that lead on are still being heard. The
    first `advance` without it lets the next phase begin.
    """
    if session.paused_at is not None:
        return session
    if session.kept_at is not None:
        return session._replace(began=session.began + now - session.kept_at, kept_at=now)
    number = session.told[0]
    if session.place(now)[0] <= number or session.phases[number].kind not in LEADS:
        return session
    end = sum(phase.seconds for phase in session.phases[: number + 1])
    return session._replace(began=now - end + END_SECONDS, kept_at=now)


def at_the_end(session: Session, now: float) -> bool:
    """Whether nothing is left of a phase that leads on but to wait until its words were heard."""
    return session.kept_at is not None and session.kept_at <= now
