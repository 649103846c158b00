"""Places on the body: points and zones, how long each is pressed, and where it lies.

Named tuples, since a dataclass takes three times as long to define, at every start.
"""

from __future__ import annotations

from typing import NamedTuple


class Dose(NamedTuple):
    """How long a place may be pressed: seconds from-to, seconds at most, rounds at most.

    `per_day` is the sessions of one day at most.
    """

    seconds: tuple[int, int]
    cap: int
    repeats: int
    sources: tuple[str, ...]
    per_day: int = 3


class Point(NamedTuple):
    """A place on the body: a WHO point, or a zone, whose `code` is then the zone's id.

    A person's own place is `at` a WHO point; `out` are their own reasons to leave it out. What is
    pressed `instead` of a place that is out is tried in this order.
    """

    code: str
    name: str
    region: str
    place: str
    sources: tuple[str, ...]
    sides: str = "each"
    reach: str = "none"
    pinyin: str = ""
    tones: str = ""
    hanzi: str = ""
    find: str = ""
    lost: str = ""
    press: str = ""
    rhythm: str = "hold"
    hold: Dose | None = None
    positions: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    care: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    at: str = ""
    out: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    is_zone: bool = False

    @property
    def coached(self) -> bool:
        """Whether a person can be guided through pressing it alone."""
        return self.hold is not None and self.reach != "helper"

    @property
    def title(self) -> str:
        """Return "LI4 Joining Valley"; a place without a WHO number has its name only."""
        numbered = self.code[-1:].isdigit() and not (self.is_zone or self.at)
        return f"{self.code} {self.name}" if numbered else self.name


class Region(NamedTuple):
    """A part of the body; `limb` is the noun said after left or right."""

    title: str
    limb: str
    also: tuple[str, ...] = ()


class Caution(NamedTuple):
    """A short warning, with its level (`care`, `soon`, `same-day` ...) and sources."""

    text: str
    level: str
    sources: tuple[str, ...]
