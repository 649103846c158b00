"""The soft tones that go along with a hold: the beat of its rhythm, or the breath."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from presspoint.catalogue.routines import STEADY, Rhythm
from presspoint.session.state import Session

BREATH_IN, BREATH_OUT = 4, 6


def breath(seconds: float) -> tuple[str, int]:
    """Return the breath's direction and whole seconds left of it, `seconds` into a hold."""
    into = seconds % (BREATH_IN + BREATH_OUT)
    if into < BREATH_IN:
        return "in", ceil(BREATH_IN - into)
    return "out", ceil(BREATH_IN + BREATH_OUT - into)


def beat(seconds: float, press: int, release: int) -> tuple[str, int]:
    """Return what a pulsed hold asks for, and its whole seconds left, `seconds` into the hold."""
    into = seconds % (press + release)
    if into < press:
        return "Press", ceil(press - into)
    return "Let go", ceil(press + release - into)


TURNING_SECONDS = 2  # one circle, or one slow kneading
BREATH = ((0.0, "breath-in"), (float(BREATH_IN), "breath-out"))
BEAT = ((0.0, "beat"),)


class Pulse(NamedTuple):
    """The last tone that was due in a hold: which one, its number, and when (clock seconds).

    `after` is when the next one is due.
    """

    tone: str
    number: int
    due: float
    after: float


def pulse(session: Session, now: float, *, breath: bool) -> Pulse | None:
    """Return the pulse of the hold that is played at `now`, if it has any."""
    if session.finished(now) or session.paused_at is not None:
        return None
    phase, into = session.here(now)
    if phase.kind != "hold":
        return None
    cycle, tones = _cycle(session.turn(phase).rhythm, breath=breath)
    if not tones:
        return None
    whole, part = divmod(into, cycle)
    passed = [place for place, (at, _) in enumerate(tones) if at <= part]
    at, tone = tones[passed[-1]]
    coming = [each for each, _ in tones if each > part]
    following = coming[0] if coming else cycle
    number = int(whole) * len(tones) + len(passed)
    return Pulse(tone, number, now - part + at, now - part + following)


def _cycle(rhythm: Rhythm, *, breath: bool) -> tuple[float, tuple[tuple[float, str], ...]]:
    """How long one round of a rhythm takes, and the tones in it by their seconds."""
    if rhythm.pulsed:  # one beat to press, one to let go
        beats = ((0.0, "beat"), (float(rhythm.press), "beat"))
        return float(rhythm.press + rhythm.release), beats
    if rhythm.title != STEADY.title:
        return float(TURNING_SECONDS), BEAT
    return float(BREATH_IN + BREATH_OUT), BREATH if breath else ()
