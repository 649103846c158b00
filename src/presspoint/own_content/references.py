"""The ids that a person's own entries refer to: of what is shipped, or of their own files."""

from collections.abc import Iterator, Mapping

from presspoint.catalogue.tables import PLACE_KINDS, Catalogue, Kind, Table
from presspoint.faults import Fault, Path, show_value
from presspoint.names.likeness import MOST_NAMES, did_you_mean, nearest
from presspoint.names.points.lookup import codes_of_pieces, resolve, suggestions
from presspoint.names.points.numbering import channel_ranges
from presspoint.names.spelling import key
from presspoint.names.warnings import warning_for
from presspoint.own_content.words.reader import ids_meant
from presspoint.words import join_words

REFERENCES: Mapping[str, Kind] = {
    "positions": "positions",
    "tools": "tools",
    "helps": "complaints",
    "avoid": "conditions",
    "care": "cautions",
    "warn": "cautions",
    "strains": "regions",
    "sources": "sources",
}
SPELLED: frozenset[Kind] = frozenset(
    {"positions", "tools", "complaints", "regions", "conditions", "rhythms"}
)
OWN_KINDS: frozenset[Kind] = frozenset({"cautions", "sources", "points", "zones", "routines"})
SHORT_LIST = 25  # ids that are all named where one is unknown
LISTED: Mapping[Kind, str] = {
    "points": "a code or an id of a place; presspoint points --all lists them",
    "conditions": "a condition; presspoint conditions lists them",
    "cautions": "the NAME of a [cautions.NAME] in your files",
    "routines": "a routine; presspoint routine lists them",
    "sources": "the NAME of a [sources.NAME] in your files",
}


def usable_ids(shipped: Catalogue, own: Table, kind: Kind) -> set[str]:
    """Return the ids of a table that an own file may refer to."""
    return {*shipped.ids(kind), *(own.get(kind, {}) if kind in OWN_KINDS else ())}


def place_ids(shipped: Catalogue, own: Table) -> set[str]:
    """Return the codes of points and ids of zones that an own file may refer to."""
    return {name for kind in PLACE_KINDS for name in usable_ids(shipped, own, kind)}


def find_place(shipped: Catalogue, own: Table, code: str) -> Table:
    """Return a place's entry, shipped or own; an empty one where there is none."""
    for tables in (shipped.tables, own):
        for kind in PLACE_KINDS:
            if code in tables.get(kind, {}):
                entry: Table = tables[kind][code]
                return entry
    return {}


def reference_faults(shipped: Catalogue, own: Table, entry: Table, path: Path) -> Iterator[Fault]:
    """Yield a fault for each id in an entry's lists that nothing has."""
    for field, kind in REFERENCES.items():
        for number, name in enumerate(entry.get(field, ())):
            yield from id_faults(shipped, own, kind, name, (*path, field, number))


def id_faults(shipped: Catalogue, own: Table, kind: Kind, name: str, path: Path) -> Iterator[Fault]:
    """Yield a fault where the name is no id of that table."""
    ids = usable_ids(shipped, own, kind)
    if name not in ids:
        yield unknown_id(shipped, path, kind, ids, name)


def unknown_id(shipped: Catalogue, path: Path, kind: Kind, ids: set[str], name: str) -> Fault:
    """Return the fault of an unknown id, with all ids of a short list or the nearest of a long.

    What is known by another name ("ball", "L14", "B47") is all that is offered then, and words of a
    warning sign are answered with what to do about it.
    """
    is_short = kind not in LISTED and len(ids) <= SHORT_LIST
    wanted = f"one of {', '.join(sorted(ids))}" if is_short else LISTED.get(kind, f"one of {kind}")
    if kind == "complaints" and (warning := warning_for(shipped, name)):
        return Fault(path, show_value(name), wanted, warning.rstrip("."))
    offers = _meant(shipped, kind, name)
    if not offers and kind == "points" and (ranges := channel_ranges(shipped, name)):
        return Fault(path, show_value(name), wanted, f"There are {join_words(ranges)}")
    if not offers:
        offers = nearest(name, {key(each): each for each in ids})
    if not offers and kind == "points":
        offers = _alike(shipped, name)
    return Fault(path, show_value(name), wanted, did_you_mean(offers).strip())


def _meant(shipped: Catalogue, kind: Kind, name: str) -> tuple[str, ...]:
    """The ids that a name is another name of."""
    if kind == "points":
        return resolve(shipped, name).codes or codes_of_pieces(shipped, name)
    return ids_meant(shipped, kind, name) if kind in SPELLED else ()


def _alike(shipped: Catalogue, name: str) -> tuple[str, ...]:
    """The codes of points whose names look like this one."""
    codes = (code for each in suggestions(shipped, name) for code in resolve(shipped, each).codes)
    return tuple(dict.fromkeys(codes))[:MOST_NAMES]
