"""What a session says on the screen at a moment, but for the countdown: each function one thing."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING

from presspoint import phrases
from presspoint.cues.hold_words import rule_in_hold
from presspoint.cues.rhythm import beat, breath
from presspoint.cues.turn_words import let_go
from presspoint.named_tuple import NamedTuple
from presspoint.planning.course import Phase, Turn
from presspoint.planning.phase_kind import LEADS, PhaseKind
from presspoint.session.modes import Paused, PressingIn, WaitingForKey
from presspoint.session.state import Session
from presspoint.terminal.screen.lines import ending, pages
from presspoint.words import clock_time

if TYPE_CHECKING:
    from presspoint.terminal.screen.drawings import Drawings

# While a place is led to, pressed and let go; the words between are on what is over.
AT_PLACE = frozenset(PhaseKind) - {PhaseKind.REST, PhaseKind.EXERCISE}


class Beside(NamedTuple):
    """What the screen shows beside where the session stands.

    `note` is the last thing that a key did, or what to do now that the session `has_ended` before
    its time; `remark` is what went wrong beside the session. `own_notes` are the person's on
    places, by code. `drawings` are the pictures of the places; that of the turn with the number
    `enlarged` takes the place of the instruction.
    """

    note: str = ""
    remark: str = ""
    shows_keys: bool = False
    is_silent: bool = False
    has_ended: bool = False
    stop_rule: str = ""
    own_notes: Mapping[str, str] = MappingProxyType({})
    drawings: Drawings | None = None
    enlarged: int | None = None


class Scene(NamedTuple):
    """A session at a moment: the phase that plays, the seconds into it, its turn, and the end."""

    session: Session
    phase: Phase
    into: float
    turn: Turn
    is_finished: bool
    is_over: bool


def scene_of(session: Session, now: float, *, has_ended: bool) -> Scene:
    """Return where the session stands at `now` (clock seconds); it `has_ended` before its time."""
    phase, into = session.current_phase(now)
    is_finished = session.finished(now)
    turn = session.turn(phase)
    return Scene(session, phase, into, turn, is_finished, is_finished or has_ended)


def is_at_place(at: Scene) -> bool:
    """Whether somebody presses a place, or is led to it; never one that hurt, or is over."""
    is_there = at.turn.is_hold and at.phase.kind in AT_PLACE and not at.phase.leaves_position
    return is_there and not at.is_over and not at.session.is_out(at.phase.turn)


def guide(at: Scene) -> str:
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


def rule(at: Scene, stop_rule: str) -> str:
    """Return when to stop pressing, while something is pressed; whole where it is said whole."""
    if at.phase.kind is not PhaseKind.HOLD or at.is_over or at.session.paused:
        return ""
    return rule_in_hold(at.phase, at.turn, stop_rule)


def comes_first(at: Scene, beside: Beside) -> str:
    """Return what stands before the words of a phase: how to go on, or what ended the session."""
    if isinstance(at.session.mode, Paused) or beside.has_ended:
        return beside.note or phrases.GOES_ON
    return ""


def to_do(at: Scene) -> str:
    """Return what to do: the words of the phase, or those that led to it while they are of use."""
    if at.is_over:
        return at.turn.posture.after if at.is_finished else ""
    if at.phase.kind is PhaseKind.RELEASE:  # what to press is of no use any more
        return let_go(at.turn)
    # The name, with which the instruction begins, stands above already.
    return at.turn.details if at.phase.is_instruction or not at.phase.text else at.phase.text


def own_note(at: Scene, notes: Mapping[str, str]) -> str:
    """Return the person's own note on the place, while it is looked for and held."""
    is_of_use = at.phase.is_instruction or at.phase.kind in {PhaseKind.PRESS, PhaseKind.HOLD}
    return phrases.your_note(at.turn.all_codes, notes) if is_of_use and not at.is_over else ""


def page(at: Scene, text: str, columns: int, rows: int) -> tuple[str, ...]:
    """Return what is shown of a text now, as lines.

    While it is said, page after page, each as long as its share of the words; once something is
    pressed the last one, which says how; in a hold as much of the end as fits.
    """
    if at.phase.kind is PhaseKind.HOLD:
        return ending(text, columns, rows)
    every = pages(text, columns, rows)
    if at.phase.kind not in LEADS:
        return every[-1]
    lengths = list(accumulate(sum(map(len, each)) for each in every))
    said = at.into / at.phase.seconds * lengths[-1]
    shown = (each for each, length in zip(every, lengths, strict=True) if said <= length)
    return next(shown, every[-1])


def step_and_time(at: Scene, now: float) -> tuple[str, str]:
    """Return "Step 2 of 4" and "8:08 to go in all"."""
    step = phrases.STEP_SHOWN.format(number=at.turn.step, count=at.turn.last_step)
    time = clock_time(max(0.0, at.session.seconds_left(now) - 0.001))
    return step, phrases.IN_ALL.format(time=time)


def following(at: Scene) -> Turn | None:
    """Return the turn that comes after this one; None before the end."""
    number = next((each.turn for each in at.session.phases if each.turn > at.phase.turn), None)
    return None if number is None else at.session.course.turns[number]
