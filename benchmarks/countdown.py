"""Reads the countdown from a session's output, and computes how late each change of it came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from screen import Screen

TEXT = re.compile(r" ?(\d+:\d\d) +([A-Za-z ]*[A-Za-z])")
Phases = list[tuple[str, int]]
Digits = Mapping[str, Sequence[str]]


@dataclass(slots=True)
class Countdown:
    """The phases that should be shown, and what was on the screen, each with its moment.

    The time is in block `digits`, each so many rows of blocks with a gap after it, or in text.
    """

    phases: Phases
    digits: Digits = field(default_factory=dict)
    screen: Screen = field(default_factory=Screen)
    shown: list[tuple[float, str]] = field(default_factory=list)

    def take(self, written: bytes, now: float) -> None:
        """Note the countdown and its label, where an output that came at `now` changes them."""
        self.screen.take(written)
        text = self._blocks() or TEXT.match(self.screen.text(0))
        label = f"{text[1]} {text[2]}" if text else ""
        if label and (not self.shown or label != self.shown[-1][1]):
            self.shown.append((now, label))

    def _blocks(self) -> re.Match[str] | None:
        """The time in block digits and the label beside it, as text."""
        rows = [self.screen.text(row)[1:].ljust(80)[::2] for row in range(5)]
        time, at = "", 0
        while digit := self._digit([row[at:] for row in rows]):
            time, at = time + digit, at + len(self.digits[digit][0]) + 1
        label = self.screen.text(0)[1 + 2 * at :].strip() if time else ""
        return TEXT.match(f"{time} {label}")

    def _digit(self, rows: list[str]) -> str:
        """The digit that rows of blocks begin with; empty where they begin with none."""
        for digit, shape in self.digits.items():
            if all(row.startswith(f"{each} ") for row, each in zip(rows, shape, strict=True)):
                return digit
        return ""


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
