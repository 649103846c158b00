"""The catalogue: typed objects over its tables, each made when it is asked for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, TypeVar

from presspoint.catalogue.places import Dose, Manner, Point, Region
from presspoint.errors import PresspointError

Table = Mapping[str, Any]
Kind = Literal[
    "points", "zones", "regions", "parts", "cautions", "red_flags", "advice", "conditions",
    "exclusions", "warning_words", "own_limits", "own_words", "routines", "choices", "positions",
    "poses", "situations", "tools", "moves", "rhythms", "complaints", "hurts", "nerve_areas",
    "notices", "guidance", "sources", "meridians", "ambiguous_prefixes", "old_bladder_numbers",
    "printed_numbers", "misprinted_codes", "hanzi_variants", "name_words", "condition_names",
    "sign_names", "point_names", "no_points", "everyday_words", "region_neighbours",
    "warm_ups", "condition_groups", "courses", "yardsticks", "verdicts",
]  # fmt: skip
PLACE_KINDS: tuple[Kind, ...] = ("points", "zones")
Entry = TypeVar("Entry")


class CatalogueError(PresspointError):
    """A catalogue entry that is wrong: names the file, the table and the key."""


class Catalogue:
    """The catalogue's tables, and the objects made from them."""

    def __init__(self, tables: Table, origin: str = "points.toml") -> None:
        """Take parsed tables; `origin` is the file's name for messages."""
        self.tables = tables
        self.origin = origin
        self._points: dict[str, Point] = {}

    def table(self, kind: Kind) -> Table:
        """Return the table of a kind ("regions") as parsed, empty where the file has none.

        For this package only: everybody else asks for typed objects.
        """
        entries: Table = self.tables.get(kind, {})
        return entries

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """Return the ids of a table, in the file's order."""
        return tuple(self.table(kind))

    def has(self, kind: Kind, name: str) -> bool:
        """Whether a table has an entry of this id."""
        return name in self.table(kind)

    def has_place(self, code: str) -> bool:
        """Whether this is the code of a point or the id of a zone, as the catalogue writes it."""
        return any(self.has(kind, code) for kind in PLACE_KINDS)

    def make(self, cls: type[Entry], kind: Kind, name: str, **more: Any) -> Entry:  # noqa: ANN401  # a table's values are of any type
        """Return entry `name` of table `kind` as a `cls`. Raises CatalogueError."""
        return build(cls, self._entry(kind, name), f'{self.origin}: {kind} "{name}"', **more)

    def point(self, code: str) -> Point:
        """Return a point by its WHO code, or a zone by its id. Raises CatalogueError."""
        if code not in self._points:
            self._points[code] = self._make_point(code)
        return self._points[code]

    def codes_at(self, code: str) -> tuple[str, ...]:
        """Return a code, and the WHO point that it is at where it is a person's own place."""
        at = self.point(code).at if self.has_place(code) else ""
        return (code, at) if at else (code,)

    def points(self) -> Iterator[Point]:
        """Yield every WHO point, in the file's order."""
        return map(self.point, self.ids("points"))

    def zones(self) -> Iterator[Point]:
        """Yield every zone, in the file's order."""
        return map(self.point, self.ids("zones"))

    def own_places(self) -> Iterator[Point]:
        """Yield every point and zone of a person's own files. Raises CatalogueError."""
        entries = (each for kind in PLACE_KINDS for each in self.table(kind).items())
        return (self.point(code) for code, entry in entries if entry.get("file"))

    def places_in(self, region: str) -> Iterator[Point]:
        """Yield every point and zone of a region. Raises CatalogueError."""
        return (self.point(code) for code, where in self.place_regions() if where == region)

    def place_regions(self) -> Iterator[tuple[str, str]]:
        """Yield every point and zone, by its code, with its region."""
        entries = (each for kind in PLACE_KINDS for each in self.table(kind).items())
        return ((code, entry["region"]) for code, entry in entries)

    def place_names(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield every point and zone with its names: code, pinyin, hanzi, English, aliases."""
        for kind in PLACE_KINDS:
            for code, entry in self.table(kind).items():
                names = (entry.get(field, "") for field in ("pinyin", "hanzi", "name"))
                yield code, (code, *filter(None, names), *entry.get("aliases", ()))

    def region(self, name: str) -> Region:
        """Return a region by its id. Raises CatalogueError."""
        return self.make(Region, "regions", name)

    def regions_of_part(self, name: str) -> tuple[str, ...]:
        """Return the regions that a part of the body takes in; a region is a part too."""
        part = self.table("parts").get(name)
        return tuple(part["regions"]) if part else (name,) if self.has("regions", name) else ()

    def parts_to_ask(self) -> Iterator[tuple[str, str]]:
        """Yield the parts of the body that the check asks for, each with its title."""
        for name, part in self.table("parts").items():
            if "title" in part:
                yield name, part["title"]

    def text(self, name: str, kind: Kind = "notices") -> str:
        """Return the text of an entry, of a notice ("stop-rule") or else. Raises CatalogueError."""
        return str(self._entry(kind, name)["text"])

    def title(self, kind: Kind, name: str) -> str:
        """Return the title that an entry of a table carries ("seated" -> "Sitting")."""
        return str(self.table(kind)[name]["title"])

    def titles(self, kind: Kind, names: Iterable[str]) -> tuple[str, ...]:
        """Return the titles of these entries of a table, in the order of the names."""
        return tuple(self.title(kind, name) for name in names)

    def spellings(self, kind: Kind) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the entries of a closed list, each with every name that people type for it.

        What a warning sign becomes is never typed.
        """
        for name, entry in self.table(kind).items():
            if entry.get("from_sign"):
                continue
            titles = filter(None, (entry.get("title"), entry.get("limb")))
            yield name, (name, *titles, *entry.get("also", ()))

    def _entry(self, kind: Kind, name: str) -> Table:
        if not self.has(kind, name):
            raise CatalogueError(f'{self.origin}: {kind} has no "{name}"')
        entry: Table = self.table(kind)[name]
        return entry

    def _make_point(self, code: str) -> Point:
        # In this order: the table of points is read whole where it lacks one.
        is_zone = self.has("zones", code) or not self.has("points", code)
        kind: Kind = "zones" if is_zone else "points"
        entry = self.table(kind).get(code, {})
        origin = f'{self.origin}: {kind} "{code}"'
        dose = build(Dose, entry["hold"], f"{origin} hold") if "hold" in entry else None
        manners = tuple(build(Manner, each, origin) for each in entry.get("manners", ()))
        more = {"hold": dose, "manners": manners, "is_zone": is_zone}
        return self.make(Point, kind, code, code=code, **more)


def build(cls: type[Entry], table: Table, origin: str, **more: Any) -> Entry:  # noqa: ANN401  # as in `make`
    """Return `cls` with the table's values, lists as tuples. Raises CatalogueError."""
    values = {name: tuple(each) if isinstance(each, list) else each for name, each in table.items()}
    try:
        return cls(**(values | more))
    except TypeError:
        raise CatalogueError(f"{origin}: {_misfit(cls, values | more)}") from None


def _misfit(cls: type, values: Table) -> str:
    import inspect

    parameters = inspect.signature(cls).parameters
    required = {name for name, each in parameters.items() if each.default is each.empty}
    unknown = (f'unknown key "{key}"' for key in sorted(set(values) - set(parameters)))
    missing = (f'missing key "{key}"' for key in sorted(required - set(values)))
    return ", ".join((*unknown, *missing)) or "values do not fit"
