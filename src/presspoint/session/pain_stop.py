"""What follows "this one hurts": off at once, the place left out, one question, and what to do.

The clock stands while the question waits: coming off and answering are not timed.
"""

from __future__ import annotations

from presspoint.catalogue.pain_answers import PainAnswer
from presspoint.planning.course import RELEASE_SECONDS, Phase
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.timing import speaking_seconds
from presspoint.session.events import Event, EventKind
from presspoint.session.messages import Action
from presspoint.session.remaining import add_up_pressed, phases_after, places, with_phases
from presspoint.session.state import Change, Session, hold_in_progress, stop_clock

ANSWERS = (Action.ANSWER_1, Action.ANSWER_2, Action.ANSWER_3, Action.ANSWER_4)


def stop_for_pain(session: Session, now: float) -> Change:
    """End the hold, leave its place out for the rest of the session, and ask how it feels."""
    phase, _ = session.here(now)
    held = tuple(hold_in_progress(session, now))
    out = session.out | places(session.turn(phase))
    session = add_up_pressed(session, now)._replace(hurting=phase.turn, out=out)
    off = Phase(PhaseKind.RELEASE, phase.turn, RELEASE_SECONDS)
    session = with_phases(session, (off, *phases_after(session, phase.turn, anew=True)), now)
    session = stop_clock(session, now, now)._replace(told=(0, 0.0))
    return session, (*held, _asked(session))


def answer_question(session: Session, action: Action, now: float) -> Change:
    """Return the session after an action while the question waits; most of them ask it again."""
    answers = dict(zip(ANSWERS, session.course.pain_answers.answers, strict=True))
    if action in answers:
        return _answer(session, answers[action], now)
    if action is Action.NEXT:
        return _left(session, session.phases[1:], now), (_event(EventKind.NEXT, session),)
    return session, (_asked(session),)


def _answer(session: Session, answer: PainAnswer, now: float) -> Change:
    """The words of the answer as a rest, and what is left to play; or the end, with its words."""
    words = Phase(PhaseKind.REST, session.phases[0].turn, speaking_seconds(answer.say), answer.say)
    following = () if answer.ends else (words, *session.phases[1:])
    told = _event(EventKind.ANSWERED, session)._replace(
        answer=answer, text=answer.say if answer.ends else ""
    )
    return _left(session, following, now), (told,)


def _left(session: Session, phases: tuple[Phase, ...], now: float) -> Session:
    return with_phases(session._replace(hurting=None), phases, now)


def _asked(session: Session) -> Event:
    return _event(EventKind.HURTS, session)._replace(text=session.course.pain_answers.question)


def _event(kind: EventKind, session: Session) -> Event:
    """An event of what hurts, which stays the first phase until the question is answered."""
    phase = session.phases[0]
    return Event(kind, phase, session.turn(phase))
