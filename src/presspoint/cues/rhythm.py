"""What comes by the clock: the beat of a hold's rhythm, the breath, and when the next cue does."""

from math import ceil

from presspoint.catalogue.routines import STEADY, Rhythm
from presspoint.cues.sink import Tone
from presspoint.named_tuple import NamedTuple
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.modes import Running, Standing
from presspoint.session.moments import next_mark
from presspoint.session.state import Session

BREATH_IN, BREATH_OUT = 4, 6
TURNING_SECONDS = 2  # one circle, or one slow kneading
Cycle = tuple[tuple[float, Tone], ...]
BREATH: Cycle = ((0.0, "breath-in"), (float(BREATH_IN), "breath-out"))
BEAT: Cycle = ((0.0, "beat"),)


def breath(seconds: float) -> tuple[str, int]:
    """Return the breath's direction and whole seconds left of it, `seconds` into a hold."""
    into = seconds % (BREATH_IN + BREATH_OUT)
    if into < BREATH_IN:
        return "in", ceil(BREATH_IN - into)
    return "out", ceil(BREATH_IN + BREATH_OUT - into)


def beat(seconds: float, press: int, release: int) -> tuple[str, int]:
    """Return what a hold with a beat asks for, and its whole seconds left, `seconds` into it."""
    into = seconds % (press + release)
    if into < press:
        return "Press", ceil(press - into)
    return "Let go", ceil(press + release - into)


class Pulse(NamedTuple):
    """A soft tone of a hold, its number from 1 on, and when it and the next are due (seconds)."""

    tone: Tone
    number: int
    due: float
    next_due: float


def last_pulse(session: Session, now: float, *, breath: bool) -> Pulse | None:
    """Return the last pulse that was due in the hold at `now`; None where it has none."""
    if session.finished(now) or not isinstance(session.mode, Running):
        return None
    phase, into = session.current_phase(now)
    if phase.kind is not PhaseKind.HOLD:
        return None
    seconds, tones = _cycle(session.turn(phase).rhythm, breath=breath)
    if not tones:
        return None
    whole, part = divmod(into, seconds)
    played = sum(at <= part for at, _ in tones)
    at, tone = tones[played - 1]
    following = tones[played][0] if played < len(tones) else seconds
    number = int(whole) * len(tones) + played
    return Pulse(tone, number, now - part + at, now - part + following)


def _cycle(rhythm: Rhythm, *, breath: bool) -> tuple[float, Cycle]:
    """How long one round of a rhythm takes, and the tones in it by their seconds."""
    if rhythm.has_beat:  # one beat to press, one to let go
        return float(rhythm.press + rhythm.release), (*BEAT, (float(rhythm.press), "beat"))
    if rhythm.title != STEADY.title:
        return float(TURNING_SECONDS), BEAT
    return float(BREATH_IN + BREATH_OUT), BREATH if breath else ()


def next_cue_at(session: Session, now: float) -> float | None:
    """Return when a cue comes by itself next, pulses aside; None where only a key brings one."""
    if isinstance(session.mode, Standing):
        return session.mode.silence.due
    if session.finished(now) or not isinstance(session.mode, Running):
        return None
    phase, into = session.current_phase(now)
    return now + next_mark(phase, into)
