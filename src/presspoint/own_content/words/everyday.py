"""The words of every day in own files ("sitting", "back pain", "li4"), as the ids they stand for.

They are those that options take on the command line. One that may stand for several ids ("lying")
stays as it is, and is answered with them; but a place may be pressed with any "ball", and in any
way of "lying", that is safe there.
"""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from presspoint.catalogue.tables import PLACE_KINDS, Catalogue, Kind, Table
from presspoint.own_content.limits import limits_on
from presspoint.own_content.words.reader import Reader, code_meant, ids_meant

CLOSED: Mapping[str, Kind] = {
    "region": "regions",
    "strains": "regions",
    "position": "positions",
    "positions": "positions",
    "tools": "tools",
    "helps": "complaints",
    "avoid": "conditions",
    "rhythm": "rhythms",
}
CODED = frozenset({"at", "on", "points"})
GROUPED: tuple[tuple[str, Kind], ...] = (("positions", "positions"), ("tools", "tools"))
Tables = dict[str, dict[str, Any]]


def with_ids(reader: Reader, tables: Tables) -> Tables:
    """Return a file's tables with ids for the words in them."""
    shipped = reader.shipped
    translated: Tables = {
        kind: {name: _translate(reader, "", entry) for name, entry in table.items()}
        for kind, table in tables.items()
    }
    for kind in PLACE_KINDS:
        for name, entry in translated.get(kind, {}).items():
            translated[kind][name] = _with_groups(shipped, entry)
    return translated


def words_read(typed: Any, read: Any) -> dict[str, str]:  # noqa: ANN401  # tables, lists and values
    """Return each word of a file that is an id now, with that id; of groups there are several."""
    pairs: Iterable[tuple[Any, Any]] = ()
    if isinstance(typed, str) and isinstance(read, str):
        return {typed: read} if typed != read else {}
    if isinstance(typed, dict) and isinstance(read, dict):
        pairs = ((each, read[name]) for name, each in typed.items() if name in read)
    elif isinstance(typed, list) and isinstance(read, list) and len(typed) == len(read):
        pairs = zip(typed, read, strict=True)
    return {word: each for pair in pairs for word, each in words_read(*pair).items()}


def _translate(reader: Reader, field: str, value: Any) -> Any:  # noqa: ANN401  # a value of any type
    if isinstance(value, dict):
        return {name: _translate(reader, name, each) for name, each in value.items()}
    if isinstance(value, list):
        return [_translate(reader, field, each) for each in value]
    if isinstance(value, str) and field in CLOSED:
        meant = reader.ids(CLOSED[field], value)
        return meant[0] if len(meant) == 1 else value
    if isinstance(value, str) and field in CODED and value not in reader.own_places:
        return code_meant(reader.shipped, value)
    return value


def _with_groups(shipped: Catalogue, entry: Table) -> Table:
    """A place whose words for several tools or positions are those that are safe there."""
    if not shipped.has("regions", entry.get("region", "")):
        return entry
    every = tuple(limits_on(shipped, entry))
    groups = {}
    for field, kind in GROUPED:
        out = {name for limits in every for name in getattr(limits, f"{field}_out")}
        meant = (_safe_ids(shipped, kind, word, out) for word in entry[field])
        groups[field] = list(dict.fromkeys(chain.from_iterable(meant)))
    return {**entry, **groups}


def _safe_ids(shipped: Catalogue, kind: Kind, word: str, out: set[str]) -> tuple[str, ...]:
    if shipped.has(kind, word):
        return (word,)
    meant = ids_meant(shipped, kind, word)
    return tuple(each for each in meant if each not in out) or meant[:1] or (word,)
