"""Reads the countdown from a session's output, and computes how late each change of it came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median

STYLE = r"(?:\x1b\[[\d;]*m| )*"
FIRST_LINE = re.compile(rf"\x1b\[1;1H\x1b\[K{STYLE}(\d+:\d\d){STYLE}([A-Za-z ]*[A-Za-z])".encode())
Phases = list[tuple[str, int]]


@dataclass(slots=True)
class Countdown:
    """The phases that should be shown, and the first lines that were, each with its moment."""

    phases: Phases
    shown: list[tuple[float, str]] = field(default_factory=list)

    def take(self, written: bytes, now: float) -> None:
        """Note the first lines of an output that came at `now`, in seconds."""
        for left, label in FIRST_LINE.findall(written):
            self.shown.append((now, f"{left.decode()} {label.decode()}"))


@dataclass(frozen=True, slots=True)
class Lateness:
    """Milliseconds that changes of the countdown came late; seconds that were never shown."""

    changes: list[float]
    boundaries: list[float]
    skipped: int

    @property
    def drift(self) -> float:
        """How much later the last ten changes came than the first ten, in ms; medians."""
        return median(self.changes[-10:]) - median(self.changes[:10])


def lateness(countdown: Countdown) -> Lateness:
    """Return how late the changes came, the first frame aside.

    The origin is the least late change within the first phase: the one with the earliest
    arrival less planned second. Raises RuntimeError for a line that the plan does not have.
    """
    planned, last = iter(_seconds(countdown.phases)), -1
    changes: list[tuple[float, bool]] = []
    for moment, text in countdown.shown:
        for second, expected, begins in planned:
            last = second
            if expected == text:
                changes.append((moment - second, begins))
                break
        else:
            raise RuntimeError(f"not in the plan, or not there any more: {text}")
    origin = min(offset for offset, _ in changes[1 : countdown.phases[0][1]])
    late = [((offset - origin) * 1000, begins) for offset, begins in changes[1:]]
    boundaries = [each for each, begins in late if begins]
    return Lateness([each for each, _ in late], boundaries, last + 1 - len(changes))


def p99(values: list[float]) -> float:
    """Return the value that 99 of 100 do not exceed; of few values, the greatest."""
    return sorted(values)[-1 - len(values) // 100]


def _seconds(phases: Phases) -> Iterator[tuple[int, str, bool]]:
    """Yield each second, what the first line shows from then on, and whether a phase begins."""
    second = 0
    for label, seconds in phases:
        for left in range(seconds, 0, -1):
            yield second, f"{left // 60}:{left % 60:02} {label}", left == seconds
            second += 1
