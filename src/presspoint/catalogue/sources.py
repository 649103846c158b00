"""Sources: what each is, what cites it, their numbers in an answer, and the guide."""

from collections.abc import Iterable, Iterator, Mapping

from presspoint.catalogue.exclusions import bans_on, excluding_conditions
from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue, Kind
from presspoint.named_tuple import NamedTuple

CITING: Mapping[Kind, str] = {
    "points": "point",
    "zones": "zone",
    "routines": "routine",
    "courses": "course",
    "conditions": "condition",
    "red_flags": "warning sign",
    "advice": "piece of advice",
    "cautions": "caution",
    "exclusions": "exclusion",
    "yardsticks": "yardstick",
    "verdicts": "verdict",
}


class SourceNumbers:
    """Sources numbered in the order in which they are first cited; none where not `shown`."""

    def __init__(self, *, shown: bool = True) -> None:
        """Begin with none."""
        self.shown = shown
        self.numbers: dict[str, int] = {}

    def __call__(self, sources: Iterable[str]) -> str:
        """Return " [1, 3]" for sources; empty for none."""
        if not self.shown:
            return ""
        numbers = [self.numbers.setdefault(name, len(self.numbers) + 1) for name in sources]
        return f" [{', '.join(map(str, sorted(numbers)))}]" if numbers else ""


class Source(NamedTuple):
    """Where something comes from: a book, a page, a trial, a person's own file."""

    kind: str
    title: str
    detail: str = ""


class Guidance(NamedTuple):
    """How pressing is done in general: one subject of it, with its sources."""

    title: str
    text: str
    sources: tuple[str, ...]


def sources(catalogue: Catalogue) -> Iterator[tuple[str, Source]]:
    """Yield every source with its id, in the file's order. Raises CatalogueError."""
    ids = catalogue.ids("sources")
    return ((name, catalogue.make(Source, "sources", name)) for name in ids)


def guidance(catalogue: Catalogue) -> Iterator[tuple[str, Guidance]]:
    """Yield every entry of the guide with its id. Raises CatalogueError."""
    ids = catalogue.ids("guidance")
    return ((name, catalogue.make(Guidance, "guidance", name)) for name in ids)


def citations(catalogue: Catalogue, point: Point) -> dict[str, tuple[str, ...]]:
    """Return the ids of the sources of a point's place (a standard), hold, cautions, exclusions."""
    entries = catalogue.table("sources")
    standards = tuple(name for name in point.sources if entries[name]["kind"] == "standard")
    return {
        "place": standards or point.sources,
        "hold": point.hold.sources if point.hold else (),
        "cautions": sources_of(catalogue, "cautions", point.care),
        "exclusions": (
            *sources_of(catalogue, "conditions", excluding_conditions(catalogue, point)),
            *sources_of(catalogue, "exclusions", bans_on(catalogue, point.code)),
        ),
    }


def sources_of(catalogue: Catalogue, kind: Kind, names: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the sources of entries of a table, once each."""
    entries = (catalogue.table(kind)[name] for name in names)
    return tuple(dict.fromkeys(source for entry in entries for source in entry["sources"]))


def citing_entries(catalogue: Catalogue) -> dict[str, dict[Kind, list[str]]]:
    """Return for each source what cites it: table -> ids."""
    citing: dict[str, dict[Kind, list[str]]] = {name: {} for name in catalogue.table("sources")}
    for kind in CITING:
        for name, entry in catalogue.table(kind).items():
            dose = entry.get("hold", {}).get("sources", ())
            for source in dict.fromkeys((*entry.get("sources", ()), *dose)):
                citing[source].setdefault(kind, []).append(name)
    return citing
