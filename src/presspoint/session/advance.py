"""Time that passes in a session: every event once and in order, after a lag of any length too."""

from collections.abc import Iterator

from presspoint import phrases
from presspoint.planning.course import Turn
from presspoint.planning.phase_kind import LEADS, PhaseKind
from presspoint.session import modes
from presspoint.session.events import Event, EventKind
from presspoint.session.moments import Moment, marks
from presspoint.session.pain_stop import count_as_numb
from presspoint.session.record.endings import EndedBy
from presspoint.session.state import Change, Session, current_event, hold_in_progress

BEGUN_BY_KEY = frozenset({PhaseKind.PRESS, PhaseKind.EXERCISE})
LAST_SECONDS = 0.001


def advance(session: Session, now: float) -> Change:
    """Return the session at `now` and every event since the last call, each exactly once."""
    session, overdue = count_as_numb(session, now)
    if overdue:
        return session, overdue
    session = _let_clock_run(session, now)
    if isinstance(session.mode, modes.PressingIn):
        return session, ()
    if isinstance(session.mode, modes.WaitingForKey):
        return _remind(session, now)
    for_key = _phase_for_key(session, now)
    until = _moment(session, now) if for_key is None else Moment(for_key)
    events = tuple(_events_until(session, until))
    session = session._replace(announced_until=max(session.announced_until, until))
    if for_key is not None:
        session = session._replace(mode=modes.WaitingForKey(for_key, modes.Silence(now)))
        return session, (*events, current_event(EventKind.READY, session, now))
    session, reminders = _remind(session, now)
    return session, (*events, *reminders)


def _let_clock_run(session: Session, now: float) -> Session:
    """The session with its clock running, once the person leaned in or the words were heard."""
    match session.mode:
        case modes.PressingIn(seconds_played, until) if until <= now:
            return session._replace(mode=modes.Running(until - seconds_played))
        case modes.Running(began, held_back_at) if held_back_at is not None and held_back_at < now:
            return session._replace(mode=modes.Running(began + now - held_back_at))
    return session


def _moment(session: Session, now: float) -> Moment:
    """The moment until which there are events; a phase right after a pause has not begun."""
    number, into = session.progress(now)
    comes_after_pause = session.paused and session.announced_until < Moment(number, has_begun=True)
    has_begun = not comes_after_pause or number == len(session.phases)
    return Moment(number, has_begun, into if has_begun else 0.0)


def _phase_for_key(session: Session, now: float) -> int | None:
    """The number of the first phase reached by now that a key has to begin; None without any."""
    if not session.waits_for_key:
        return None
    reached = min(session.progress(now)[0] + 1, len(session.phases))
    for number in range(session.begun_by_key, reached):
        is_new = session.announced_until < Moment(number, has_begun=True)
        if is_new and session.phases[number].kind in BEGUN_BY_KEY:
            return number
    return None


def _events_until(session: Session, until: Moment) -> Iterator[Event]:
    start = session.announced_until
    for number in range(start.phase, min(until.phase + 1, len(session.phases))):
        phase = session.phases[number]
        turn = session.turn(phase)
        for at, kind in marks(phase):
            if start < Moment(number, has_begun=True, seconds=at) <= until:
                event = Event(kind, phase, turn, phase.seconds - at)
                yield describe_beginning(session, number, event) if at == 0 else event
        if phase.kind is PhaseKind.HOLD and number < until.phase:
            yield Event(EventKind.HELD, phase, turn, phase.seconds_before_gap + phase.seconds)


def describe_beginning(session: Session, number: int, event: Event) -> Event:
    """Return the event of a phase (by its number) that begins, with what is to come after it."""
    to_go = session.seconds_before(len(session.phases)) - session.seconds_before(number)
    following = (each for each in session.phases[number:] if each.turn > event.phase.turn)
    coming = next((session.turn(each) for each in following), None)
    return event._replace(total_seconds=to_go, following=coming)


def _remind(session: Session, now: float) -> Change:
    """Reminders of a pause, and after thirty minutes the end."""
    if not isinstance(session.mode, modes.Standing):
        return session, ()
    silence, kind = session.mode.silence.advance(now)
    if kind is None:
        return session, ()
    session = session._replace(mode=session.mode._replace(silence=silence))
    event = current_event(kind, session, now)
    if kind is EventKind.ABANDONED:
        return session, (*hold_in_progress(session, now, EndedBy.PAUSE), event)
    return session, (event._replace(text=_reminder_text(session, event.turn)),)


def _reminder_text(session: Session, turn: Turn) -> str:
    """The words of a reminder; none for a pause, whose words are made of phase and seconds."""
    if isinstance(session.mode, modes.AskingAboutPain):
        return session.course.pain_answers.question
    is_waiting = isinstance(session.mode, modes.WaitingForKey)
    return phrases.STILL_WAITING.format(name=turn.name) if is_waiting else ""


def hold_back(session: Session, now: float) -> Session:
    """Return the session held at the very end of a phase that leads on, if that is over by now.

    To be called before each `advance` for as long as words that lead on are still being heard. The
    first `advance` without it lets the next phase begin.
    """
    if not isinstance(session.mode, modes.Running):
        return session
    began, held_back_at = session.mode
    if held_back_at is not None:
        return session._replace(mode=modes.Running(began + now - held_back_at, now))
    number = session.announced_until.phase
    if session.progress(now)[0] <= number or session.phases[number].kind not in LEADS:
        return session
    end = session.seconds_before(number + 1)
    return session._replace(mode=modes.Running(now - end + LAST_SECONDS, now))


def is_held_back(session: Session, now: float) -> bool:
    """Whether nothing is left of a phase that leads on but to wait until its words were heard."""
    held_back_at = session.mode.held_back_at if isinstance(session.mode, modes.Running) else None
    return held_back_at is not None and held_back_at <= now
