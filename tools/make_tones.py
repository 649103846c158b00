"""Makes the shipped tones: python tools/make_tones.py [FOLDER].

Each is recognised with eyes shut by its rhythm and by where it goes, not by its pitch alone:
start steps up (short, long), halfway is the same note twice, release slides down, done climbs four
steps and stays. All begin softly, so that nobody on a tennis ball is startled.
"""

from __future__ import annotations

import sys
import wave
from array import array
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import cos, pi, sin
from pathlib import Path
from typing import NamedTuple

RATE = 22_050
TONES = Path(__file__).parent.parent / "src" / "presspoint" / "sound" / "tones"
OVERTONES = ((1, 1.0), (2, 0.22), (3, 0.06))
C5, E5, G5, C6 = 523.25, 659.26, 783.99, 1046.50


class Note(NamedTuple):
    """A note that may slide: hertz at its start and its end, seconds, seconds to swell and fade."""

    first: float
    last: float
    seconds: float
    swell: float = 0.025
    fade: float = 0.12


def steady(hertz: float, seconds: float, fade: float = 0.12) -> Note:
    """Return a note that keeps its pitch."""
    return Note(hertz, hertz, seconds, fade=fade)


CLIMB = tuple(steady(hertz, 0.13, 0.06) for hertz in (C5, E5, G5))
SOUNDS: dict[str, tuple[float, Sequence[Note]]] = {  # the peak in dBFS, and the notes
    "start": (-9, (steady(C5, 0.14, 0.07), steady(G5, 0.30, 0.2))),
    "halfway": (-9, (steady(E5, 0.17, 0.09), steady(E5, 0.19, 0.12))),
    "release": (-9, (Note(G5, C5 / 2, 0.50, 0.03, 0.25),)),
    "done": (-9, (*CLIMB, steady(C6, 0.38, 0.3))),
    "tick": (-14, (steady(880.0, 0.08, 0.055),)),
    "beat": (-22, (Note(260.0, 200.0, 0.13, 0.03, 0.09),)),
    "breath-in": (-35, (Note(200.0, 330.0, 0.40, 0.2, 0.12),)),
    "breath-out": (-35, (Note(330.0, 180.0, 0.50, 0.1, 0.35),)),
}


def sound(name: str) -> array[int]:
    """Return the samples of a tone, its peak exactly where SOUNDS says."""
    decibels, notes = SOUNDS[name]
    values = [value for note in notes for value in _values(note)]
    loudest = max(map(abs, values))
    scale = 32767 * 10 ** (decibels / 20) / loudest
    return array("h", (round(value * scale) for value in values))


def _values(note: Note) -> list[float]:
    count = round(note.seconds * RATE)
    slope = (note.last - note.first) / count
    turns = accumulate((note.first + slope * index) / RATE for index in range(count))
    envelope = _envelope(note)
    return [
        sum(share * sin(2 * pi * turn * multiple) for multiple, share in OVERTONES)
        * envelope(index / RATE)
        for index, turn in enumerate(turns)
    ]


def _envelope(note: Note) -> Callable[[float], float]:
    """How loud a note is at a moment: half a cosine up at its start, half a one down at its end."""

    def level(at: float) -> float:
        rise = min(1.0, at / note.swell)
        fall = min(1.0, max(0.0, note.seconds - at) / note.fade)
        return (1 - cos(pi * rise)) * (1 - cos(pi * fall)) / 4

    return level


def write(folder: Path) -> None:
    """Write every tone as a WAV file: mono, 16 bit, 22,050 Hz. Raises OSError."""
    for name in SOUNDS:
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", ""))
            file.writeframes(sound(name).tobytes())


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else TONES)
