"""What follows "this one hurts": off at once, the place left out, one question, and what to do.

The clock stands while the question waits: letting go and answering are not timed.
"""

from collections.abc import Iterable
from itertools import takewhile
from typing import Literal

from presspoint import phrases
from presspoint.catalogue.pain_answers import Feeling, PainAnswer
from presspoint.planning.course import RELEASE_SECONDS, Phase, Turn, speaking_seconds
from presspoint.planning.phase_kind import COUNTED, PhaseKind
from presspoint.session.actions import Action
from presspoint.session.events import Event, EventKind
from presspoint.session.modes import AskingAboutPain, Silence
from presspoint.session.moments import Moment
from presspoint.session.record.endings import EndedBy
from presspoint.session.remaining import (
    add_up_pressed,
    lead_out,
    phases_after,
    turn_in_position,
    with_phases,
)
from presspoint.session.state import Change, Session, hold_in_progress

REMOTE_SECONDS = 60.0
ONE_SIDE: tuple[Literal["left", "right"], ...] = ("left", "right")
ANSWERS = (Action.ANSWER_1, Action.ANSWER_2, Action.ANSWER_3, Action.ANSWER_4)


def stop_for_pain(session: Session, now: float, *, seconds: float | None = None) -> Change:
    """End the hold, leave its place out for the rest of the session, and ask how it feels.

    No answer within so many seconds, if any, counts as numb.
    """
    phase, _ = session.current_phase(now)
    hold = tuple(hold_in_progress(session, now, EndedBy.HURTS))
    there = turn_in_position(session, phase)
    current = there._replace(approach="") if there else None  # whose way in is to be said again
    out = session.places_out | session.turn(phase).places_or_movement
    session = add_up_pressed(session, now)._replace(places_out=out)
    release = Phase(PhaseKind.RELEASE, phase.turn, RELEASE_SECONDS)
    following = phases_after(session, phase.turn, anew=True, current=current)
    last = lead_out(session, phase.turn, None) if current and not following else ()
    session = with_phases(session, (release, *following, *last), now)
    session = session._replace(
        mode=AskingAboutPain(phase.turn, Silence(now), None if seconds is None else now + seconds),
        announced_until=Moment(0, has_begun=True),  # the question stands for the release
    )
    return session, (*hold, _question(session))


def what_rests(turn: Turn, answer: PainAnswer) -> tuple[str, ...]:
    """Return the codes that rest after an answer; nothing, for most answers, after a movement.

    After a nerve sign in a movement these are the regions that it strains.
    """
    if turn.is_hold or not answer.feeling.is_nerve_sign:
        return turn.all_codes
    return turn.strains or answer.rests_unknown


def side_that_rests(turn: Turn, answer: PainAnswer | None) -> Literal["left", "right", ""]:
    """Return the side that rests: after a nerve sign, or without an answer, the one pressed.

    Both (empty) after any other answer: the same press would do the same on the other side.
    """
    if answer and not answer.feeling.is_nerve_sign:
        return ""
    return next((side for side in ONE_SIDE if side == turn.side), "")


def nothing_left(phases: Iterable[Phase]) -> str:
    """Return the sentence that no hold and no movement is among these; empty where one is."""
    return "" if any(each.kind in COUNTED for each in phases) else phrases.NOTHING_LEFT


def answer_question(session: Session, action: Action, now: float) -> Change:
    """Return the session after an action while the question waits; most of them ask it again."""
    answers = dict(zip(ANSWERS, session.course.pain_answers.answers, strict=True))
    if action in answers:
        return _answer(session, answers[action], now)
    if action is Action.NEXT:
        event = _event(EventKind.NEXT, session)._replace(text=nothing_left(session.phases[1:]))
        return with_phases(session, session.phases[1:], now), (event,)
    mode = session.mode
    if action is Action.HURTS_REMOTE and isinstance(mode, AskingAboutPain) and not mode.numb_at:
        session = session._replace(mode=mode._replace(numb_at=now + REMOTE_SECONDS))
    return session, (_question(session),)


def count_as_numb(session: Session, now: float) -> Change:
    """Return the session ended as after the answer numb, once no answer came in time; else as is.

    Whoever asked for help from afar and says nothing more may not be able to.
    """
    if not isinstance(session.mode, AskingAboutPain):
        return session, ()
    if session.mode.numb_at is None or now < session.mode.numb_at:
        return session, ()
    answers = session.course.pain_answers.answers
    return _answer(session, next(a for a in answers if a.feeling is Feeling.NUMB), now)


def _answer(session: Session, answer: PainAnswer, now: float) -> Change:
    """The words of the answer as a rest, and what is left to play; or the end, with its words.

    Nobody rests on what hurt: what leads off it comes first.
    """
    phase = session.phases[0]
    say = answer.say if session.turn(phase).is_hold else answer.say_movement
    say = say if answer.ends else f"{say} {nothing_left(session.phases[1:])}".rstrip()
    words = Phase(PhaseKind.REST, phase.turn, speaking_seconds(say), say)
    after = session.phases[1:]
    way_off = tuple(takewhile(lambda each: each.leaves_position, after))
    off_first = (each._replace(turn=phase.turn) for each in way_off)
    following = () if answer.ends else (*off_first, words, *after[len(way_off) :])
    event = _event(EventKind.ANSWERED, session)._replace(
        answer=answer, text=say if answer.ends else ""
    )
    return with_phases(session, following, now), (event,)


def _question(session: Session) -> Event:
    question = session.course.pain_answers.question
    return _event(EventKind.HURTS, session)._replace(text=question)


def _event(kind: EventKind, session: Session) -> Event:
    """An event of what hurts, which stays the first phase until the question is answered."""
    phase = session.phases[0]
    return Event(kind, phase, session.turn(phase))
