"""What a session says on the screen at a moment: each function one part of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from presspoint import phrases
from presspoint.cues.hold_words import rule_in_hold
from presspoint.cues.phase_table import PHASES, label_of
from presspoint.cues.rhythm import beat, breath
from presspoint.cues.sentences import let_go
from presspoint.planning.course import Phase, Turn
from presspoint.planning.phase_kind import COUNTED, LEADS, PhaseKind
from presspoint.session.modes import Paused, PressingIn, WaitingForKey
from presspoint.session.state import Session
from presspoint.terminal.screen.rows import pages
from presspoint.words import clock_time

# What of the keys fits, the most first. What another key does than these stands under "?".
KEY_LINES = (
    "{any}.  x it hurts  f faint  n next  b back  q stop  ? keys",
    "{any}.  x hurts  n next  b back  q stop  ? keys",
    "{any}  x hurts  n b q  ? keys",
    "{any}  x n b q  ?",
)


class Heading(NamedTuple):
    """The time that is counted down, what it is called, and whether that is to stand out."""

    time: str
    label: str
    stands_out: bool


class Moment(NamedTuple):
    """A session at a moment: the phase that plays, the seconds into it, its turn, and the end."""

    session: Session
    phase: Phase
    into: float
    turn: Turn
    is_finished: bool
    is_over: bool


def moment_of(session: Session, now: float, *, has_ended: bool) -> Moment:
    """Return where the session stands at `now` (clock seconds); it `has_ended` before its time."""
    phase, into = session.current_phase(now)
    is_finished = session.finished(now)
    turn = session.turn(phase)
    return Moment(session, phase, into, turn, is_finished, is_finished or has_ended)


def heading(at: Moment, now: float) -> Heading:
    """Return the countdown and what is being done; a hold is called after its rhythm."""
    mode = at.session.mode
    time = clock_time(max(_seconds_to_go(at, now) - 0.001, 0.001))
    if at.is_finished:
        return Heading(clock_time(0), phrases.DONE[:-1], stands_out=False)
    if at.is_over:
        return Heading(time, phrases.STOPPED[:-1], stands_out=False)
    if isinstance(mode, WaitingForKey):
        return Heading(time, "READY?", stands_out=True)
    if isinstance(mode, Paused):
        return Heading(time, "PAUSED", stands_out=True)
    if isinstance(mode, PressingIn):
        return Heading(time, label_of(PhaseKind.PRESS, is_hold=True), stands_out=False)
    if at.phase == at.session.course.phases[0]:  # the opening
        return Heading(time, PHASES[PhaseKind.FIND].moving, stands_out=False)
    label = label_of(at.phase.kind, is_hold=at.turn.is_hold, rhythm=at.turn.rhythm.title)
    return Heading(time, label, stands_out=False)


def _seconds_to_go(at: Moment, now: float) -> float:
    """The seconds left of the phase, of pressing in again, or of what a key is to begin."""
    match at.session.mode:
        case PressingIn(_, until):
            return until - now
        case WaitingForKey(number, _):
            coming = at.session.phases[number:]
            return next(each.seconds for each in coming if each.kind in COUNTED)
    return at.phase.seconds - at.into


def guide(at: Moment) -> str:
    """Return the beat of a hold that has one, of any other the breath, or what is waited for."""
    if isinstance(at.session.mode, WaitingForKey):
        return phrases.IN_PLACE
    if at.phase.kind is not PhaseKind.HOLD or at.session.paused or at.is_over:
        return ""
    rhythm = at.turn.rhythm
    if not rhythm.has_beat:
        direction, seconds = breath(at.into)
        return f"Breathe {direction}  {'●' * seconds}"
    if isinstance(at.session.mode, PressingIn):
        return "Press"
    word, seconds = beat(at.into + 0.001, rhythm.press, rhythm.release)
    return f"{word}  {'●' * seconds}"


def rule(at: Moment, stop_rule: str) -> str:
    """Return when to stop pressing, while something is pressed; whole where it is said whole."""
    if at.phase.kind is not PhaseKind.HOLD or at.is_over or at.session.paused:
        return ""
    return rule_in_hold(at.phase, at.turn, stop_rule)


def to_do(at: Moment) -> str:
    """Return what to do: the words of the phase, or those that led to it while they are of use."""
    if at.is_over:
        return at.turn.posture.after if at.is_finished else ""
    if at.phase.kind is PhaseKind.RELEASE:  # what to press is of no use any more
        return let_go(at.turn)
    # The name, with which the instruction begins, stands above already.
    return at.turn.details if at.phase.is_instruction or not at.phase.text else at.phase.text


def page(at: Moment, text: str, columns: int, rows: int) -> tuple[str, ...]:
    """Return what is shown of a text now, as lines.

    While it is said, page after page, each as long as its share of the words; once something is
    pressed the last one, which says how.
    """
    every = pages(text, columns, rows)
    if at.phase.kind not in LEADS or len(every) == 1:
        return every[-1]
    lengths = list(accumulate(sum(map(len, each)) for each in every))
    said = at.into / at.phase.seconds * lengths[-1]
    return next(each for each, length in zip(every, lengths, strict=True) if said <= length)


def step_and_time(at: Moment, now: float) -> tuple[str, str]:
    """Return "Step 2 of 4" and "8:08 to go in all"."""
    step = phrases.STEP_SHOWN.format(number=at.turn.step, count=at.turn.last_step)
    time = clock_time(max(0.0, at.session.seconds_left(now) - 0.001))
    return step, phrases.IN_ALL.format(time=time)


def round_shown(at: Moment) -> str:
    """Return "Round 1 of 2"; empty where there is one round."""
    if at.turn.rounds < 2 or at.is_over:
        return ""
    return phrases.ROUND_SHOWN.format(number=at.turn.number, count=at.turn.rounds)


def following(at: Moment) -> Turn | None:
    """Return the turn that comes after this one; None before the end."""
    number = next((each.turn for each in at.session.phases if each.turn > at.phase.turn), None)
    return None if number is None else at.session.course.turns[number]


def key_lines(at: Moment) -> Iterator[str]:
    """Yield what the keys do now, the fullest line first."""
    if at.is_over:
        return iter(("Any key goes on.",))
    begins = isinstance(at.session.mode, WaitingForKey)
    who = "Space" if at.session.paused else "Any key"
    does = "begins" if begins else "goes on" if at.session.paused else "pauses"
    return (each.format(any=f"{who} {does}") for each in KEY_LINES)
