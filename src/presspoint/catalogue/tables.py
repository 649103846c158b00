"""Points, zones and the closed lists they refer to, as typed objects over the catalogue's tables.

Knows nothing of files: `storage.catalogue_file` reads the tables. Objects are made when asked
for, so that a look-up of one point does not pay for all of them; they are named tuples, since a
dataclass takes three times as long to define, at every start.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from presspoint.errors import PresspointError

Table = Mapping[str, Any]
Made = TypeVar("Made")


class CatalogueError(PresspointError):
    """A catalogue entry that is wrong: names the file, the table and the key."""


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


class Catalogue:
    """The catalogue's tables, and the objects made from them."""

    def __init__(self, tables: Table, origin: str = "points.toml") -> None:
        """Take parsed tables; `origin` is the file's name for messages."""
        self.tables = tables
        self.origin = origin
        self._made: dict[str, Point] = {}

    def table(self, kind: str) -> Table:
        """Return the table of a kind ("regions"), empty where the file has none."""
        entries: Table = self.tables.get(kind, {})
        return entries

    def make(self, cls: type[Made], kind: str, name: str, **given: Any) -> Made:  # noqa: ANN401  # a table's values are of any type
        """Return entry `name` of table `kind` as a `cls`. Raises CatalogueError."""
        if name not in self.table(kind):
            raise CatalogueError(f'{self.origin}: {kind} has no "{name}"')
        return built(cls, self.table(kind)[name], f'{self.origin}: {kind} "{name}"', **given)

    def point(self, code: str) -> Point:
        """Return a point by its WHO code, or a zone by its id. Raises CatalogueError."""
        if code not in self._made:
            self._made[code] = self._point(code)
        return self._made[code]

    def _point(self, code: str) -> Point:
        kind = "points" if code in self.table("points") else "zones"
        entry = self.table(kind).get(code, {})
        where = f'{self.origin}: {kind} "{code}"'
        dose = built(Dose, entry["hold"], f"{where} hold") if "hold" in entry else None
        given = {"code": code, "hold": dose, "is_zone": kind == "zones"}
        return self.make(Point, kind, code, **given)

    def points(self) -> Iterator[Point]:
        """Yield every WHO point, in the file's order."""
        return (self.point(code) for code in self.table("points"))

    def zones(self) -> Iterator[Point]:
        """Yield every zone, in the file's order."""
        return (self.point(name) for name in self.table("zones"))

    def region(self, name: str) -> Region:
        """Return a region by its id. Raises CatalogueError."""
        return self.make(Region, "regions", name)

    def caution(self, name: str) -> Caution:
        """Return a caution by its id. Raises CatalogueError."""
        return self.make(Caution, "cautions", name)

    def text(self, notice: str) -> str:
        """Return the words of a notice ("stop-rule"). Raises CatalogueError."""
        if notice not in self.table("notices"):
            raise CatalogueError(f'{self.origin}: notices has no "{notice}"')
        return str(self.table("notices")[notice]["text"])

    def titles(self, kind: str, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the titles that entries of a table carry ("seated" -> "Sitting")."""
        return tuple(str(self.table(kind)[name]["title"]) for name in names)


def built(cls: type[Made], table: Table, where: str, **given: Any) -> Made:  # noqa: ANN401  # as in `make`
    """Return `cls` with the table's values, lists as tuples. Raises CatalogueError with `where`."""
    values = {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
    }
    try:
        return cls(**(values | given))
    except TypeError:
        raise CatalogueError(f"{where}: {_misfit(cls, values | given)}") from None


def _misfit(cls: type, values: Table) -> str:
    import inspect

    known = inspect.signature(cls).parameters
    required = {name for name, each in known.items() if each.default is each.empty}
    unknown = (f'unknown key "{key}"' for key in sorted(set(values) - set(known)))
    missing = (f'missing key "{key}"' for key in sorted(required - set(values)))
    return ", ".join((*unknown, *missing)) or "values do not fit"
