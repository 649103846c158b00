"""What leaves points out: a condition of a person, or a ban for everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue

DIGITS = "0123456789"


class Condition(NamedTuple):
    """Something about a person that leaves points out; a gate also needs a clinician's word.

    One that is to `postpone` plays nothing while it lasts. `gist` is the text in brief. `cap` is
    the seconds that any hold may last at most (0: no cap of its own); `gentle` says how to press
    more softly, in sentences. Movements that strain one of the regions `strains` are out too. It
    may be true of one side only (`sided`) or of one place (`local`), and is asked about again
    after `expires_days`; as long as nobody said where it is, what is `unplaced` is out as well.
    `instead` says whether another place may be pressed in the stead of one that it leaves out.
    `verified` is as for a red flag.
    """

    title: str
    gate: bool
    text: str
    gist: str
    reason: str
    sources: tuple[str, ...]
    setup_reason: str = ""
    ask: str = "your doctor"
    points: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    strains: tuple[str, ...] = ()
    unplaced_regions: tuple[str, ...] = ()
    unplaced_positions: tuple[str, ...] = ()
    question: str = ""
    brief: str = ""
    postpone: bool = False
    gentle: tuple[str, ...] = ()
    cap: int = 0
    sided: bool = False
    local: bool = False
    expires_days: int = 0
    instead: bool = True
    verified: str = "read"

    @property
    def may_have_place(self) -> bool:
        """Whether it may be on one side, or at one place, only."""
        return self.sided or self.local

    def excludes(self, point: Point) -> bool:
        """Whether the point is out by its code or by its region."""
        return is_excluded(point, self.points, self.regions)


def condition(catalogue: Catalogue, name: str) -> Condition:
    """Return a condition by its id. Raises CatalogueError."""
    return catalogue.make(Condition, "conditions", name)


def conditions(catalogue: Catalogue) -> Iterator[tuple[str, Condition]]:
    """Yield every condition with its id, in the file's order. Raises CatalogueError."""
    return ((name, condition(catalogue, name)) for name in catalogue.ids("conditions"))


@cache
def codes_of_range(codes: str) -> tuple[str, ...]:
    """Return the codes of a range: "BL27-BL29" is BL27, BL28, BL29; a single code is itself."""
    first, _, last = codes.rpartition("-")
    letters = first.rstrip(DIGITS)
    if letters == first or last.rstrip(DIGITS) != letters:
        return (codes,)
    numbers = range(int(first[len(letters) :]), int(last[len(letters) :]) + 1)
    return tuple(f"{letters}{number}" for number in numbers)


def is_excluded(point: Point, codes: Iterable[str], regions: Iterable[str]) -> bool:
    """Whether the point is out by its code or by its region."""
    return point.region in regions or _lists(codes, point.code)


class Ban(NamedTuple):
    """Points that nobody presses, and why: "it lies over the great blood vessels of the neck"."""

    points: tuple[str, ...]
    reason: str
    sources: tuple[str, ...]


def ban(catalogue: Catalogue, name: str) -> Ban:
    """Return a ban by its id. Raises CatalogueError."""
    return catalogue.make(Ban, "exclusions", name)


def bans_on(catalogue: Catalogue, code: str) -> tuple[str, ...]:
    """Return the ids of the exclusions by which nobody presses a point."""
    bans = catalogue.table("exclusions").items()
    return tuple(name for name, entry in bans if _lists(entry["points"], code))


def excluding_conditions(catalogue: Catalogue, point: Point) -> tuple[str, ...]:
    """Return the ids of the conditions that leave this point out."""
    return tuple(
        name
        for name, entry in catalogue.table("conditions").items()
        if name in point.avoid
        or is_excluded(point, entry.get("points", ()), entry.get("regions", ()))
    )


def _lists(codes: Iterable[str], code: str) -> bool:
    return any(code in codes_of_range(each) for each in codes)
