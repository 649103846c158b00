"""What stops the clock of a session, and what lets it go on, as the controls do."""

from presspoint.planning.course import PRESS_SECONDS, Phase, hold
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session import modes, remaining
from presspoint.session.actions import Action
from presspoint.session.events import EventKind
from presspoint.session.pain_stop import answer_question
from presspoint.session.state import Change, Session, current_event, restart_silence

PRESSING = frozenset({PhaseKind.PRESS, PhaseKind.HOLD})


def toggle(session: Session, now: float) -> Change:
    """Pause, or go on."""
    return resume(session, now) if session.paused else pause(session, now)


def halt(session: Session, now: float) -> Change:
    """Pause what plays; where the clock stands already nothing changes and nothing is said."""
    return (session, ()) if session.paused else pause(session, now)


def pause(session: Session, now: float) -> Change:
    """Stop the clock where it is; where it stands for a question, that is asked again."""
    match session.mode:
        case modes.AskingAboutPain():
            return answer_question(session, Action.PAUSE, now)
        case modes.WaitingForKey():
            session = restart_silence(session, now)
            return session, (current_event(EventKind.READY, session, now),)
    session = session._replace(mode=modes.Paused(session.seconds_played(now), modes.Silence(now)))
    return session, (current_event(EventKind.PAUSED, session, now),)


def resume(session: Session, now: float) -> Change:
    """Go on; in a hold the person leans in anew before the clock runs. No way past a question."""
    match session.mode:
        case modes.AskingAboutPain():
            return answer_question(session, Action.RESUME, now)
        case modes.WaitingForKey(number, _):
            running = modes.Running(now - session.seconds_played(now))
            return session._replace(mode=running, begun_by_key=number + 1), ()
        case modes.Paused(seconds_played, _):
            return _end_pause(session, seconds_played, now)
    return session, (current_event(EventKind.PLAYING, session, now),)


def _end_pause(session: Session, seconds_played: float, now: float) -> Change:
    phase, into = session.current_phase(now)
    mode: modes.PressingIn | modes.Running
    if phase.kind is PhaseKind.HOLD:
        mode = modes.PressingIn(seconds_played, now + PRESS_SECONDS)
    else:
        again = into if phase.kind is PhaseKind.PRESS else 0.0
        mode = modes.Running(now - (seconds_played - again))
    session = session._replace(mode=mode)
    return session, (current_event(EventKind.RESUMED, session, now),)


def gap(session: Session, since: float, now: float) -> Change:
    """Pause at `since`, the last moment that was watched; what passed since does not count."""
    if session.paused:
        return session, ()
    session = session._replace(mode=modes.Paused(session.seconds_played(since), modes.Silence(now)))
    return session, (current_event(EventKind.GAP, session, now),)


def repeat_lead(session: Session, now: float) -> Change:
    """Go on after a gap with nobody at the keys: find the place and lean in again first."""
    if isinstance(session.mode, modes.AskingAboutPain):
        return answer_question(session, Action.RESUME, now)
    if isinstance(session.mode, modes.WaitingForKey):
        return session, ()
    phase, into = session.current_phase(now)
    following = session.phases[session.progress(now)[0] + 1 :]
    phases = _lead_anew(session, phase, into)
    session = remaining.add_up_pressed(session, now)
    session = remaining.with_phases(session, (*phases, *following), now)
    return session, (current_event(EventKind.RESUMED, session, now),)


def _lead_anew(session: Session, phase: Phase, into: float) -> tuple[Phase, ...]:
    """What is left of a phase, with what leads there where something is pressed in it."""
    seconds = phase.seconds - into
    if phase.kind not in PRESSING:
        return (phase._replace(seconds=seconds),)
    lead = remaining.lead_in(session, phase.turn, session.turn(phase))
    press = Phase(PhaseKind.PRESS, phase.turn, PRESS_SECONDS)
    if phase.kind is PhaseKind.PRESS:
        return (*lead, press)
    rest = hold(phase.turn, seconds, stop_rule=phase.stop_rule)
    return (*lead, press, rest._replace(seconds_before_gap=phase.seconds_before_gap + into))
