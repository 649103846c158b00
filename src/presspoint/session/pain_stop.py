"""What follows "this one hurts": off at once, the place left out, one question, and what to do.

The clock stands while the question waits: coming off and answering are not timed.
"""

from __future__ import annotations

from presspoint.catalogue.pain_answers import Hurt
from presspoint.planning.course import RELEASE_SECONDS, Phase
from presspoint.planning.timing import spoken_seconds
from presspoint.session.events import Event
from presspoint.session.remaining import later, noted, places, restarted
from presspoint.session.state import Applied, Session, ended, standing

ANSWERS = ("answer-1", "answer-2", "answer-3", "answer-4")


def hurts(session: Session, now: float) -> Applied:
    """End the hold, leave its place out for the rest of the session, and ask how it feels."""
    phase, _ = session.here(now)
    held = tuple(ended(session, now))
    out = session.out | places(session.plan.turns[phase.turn])
    session = noted(session, now)._replace(hurting=phase.turn, out=out)
    off = Phase("release", phase.turn, RELEASE_SECONDS)
    session = restarted(session, (off, *later(session, phase.turn, anew=True)), now)
    session = standing(session, now, now)._replace(told=(0, 0.0))
    return session, (*held, _asked(session))


def answered(session: Session, action: str, now: float) -> Applied:
    """Return the session after an action while the question waits; most of them ask it again."""
    answers = dict(zip(ANSWERS, session.plan.advice.answers, strict=True))
    if action in answers:
        return _answer(session, answers[action], now)
    if action == "next":
        return _left(session, session.phases[1:], now), (_event("next", session),)
    return session, (_asked(session),)


def _answer(session: Session, answer: Hurt, now: float) -> Applied:
    """The words of the answer as a rest, and what is left to play; or the end, with its words."""
    words = Phase("rest", session.phases[0].turn, spoken_seconds(answer.say), answer.say)
    following = () if answer.ends else (words, *session.phases[1:])
    told = _event("answered", session)._replace(
        answer=answer, text=answer.say if answer.ends else ""
    )
    return _left(session, following, now), (told,)


def _left(session: Session, phases: tuple[Phase, ...], now: float) -> Session:
    return restarted(session._replace(hurting=None), phases, now)


def _asked(session: Session) -> Event:
    return _event("hurts", session)._replace(text=session.plan.advice.question)


def _event(kind: str, session: Session) -> Event:
    """An event of what hurts, which stays the first phase until the question is answered."""
    phase = session.phases[0]
    return Event(kind, phase, session.plan.turns[phase.turn])
