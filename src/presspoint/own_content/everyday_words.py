"""The words of every day in own files ("sitting", "back pain", "li4"), as the ids they stand for.

They are those that options take on the command line. One that may stand for several ids ("lying")
stays as it is, and is answered with them; but a place may be pressed with any "ball", and in any
way of "lying", that is safe there.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import Any

from presspoint.catalogue.tables import PLACE_KINDS, Catalogue, Kind, Table
from presspoint.names.spelling import key
from presspoint.own_content.limits import limits_on, movement_limits

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


def with_ids(shipped: Catalogue, tables: Tables, own_places: frozenset[str]) -> Tables:
    """Return a file's tables with ids for words; an id of the person's own is never a word."""
    translated: Tables = {
        kind: {name: _translate(shipped, own_places, "", entry) for name, entry in table.items()}
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


def ids_meant(shipped: Catalogue, kind: Kind, word: str) -> tuple[str, ...]:
    """Return the ids of a closed list that have a word as a name, or the one that is called so.

    Of several positions, one with a ball is not meant where the word names none.
    """
    called, named = _ids_by_word(shipped, kind)
    ids = called.get(key(word)) or named.get(key(word), ())
    on_a_ball = movement_limits(shipped).positions_out if kind == "positions" else ()
    return tuple(each for each in ids if each not in on_a_ball) or ids


def _translate(shipped: Catalogue, own: frozenset[str], field: str, value: Any) -> Any:  # noqa: ANN401  # a value of any type
    if isinstance(value, dict):
        return {name: _translate(shipped, own, name, each) for name, each in value.items()}
    if isinstance(value, list):
        return [_translate(shipped, own, field, each) for each in value]
    if isinstance(value, str) and field in CLOSED:
        meant = ids_meant(shipped, CLOSED[field], value)
        return meant[0] if len(meant) == 1 else value
    if isinstance(value, str) and field in CODED and value not in own:
        return _codes(shipped).get(key(value), value)
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


@lru_cache
def _ids_by_word(
    shipped: Catalogue, kind: Kind
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The ids by the words that are their id or title, and by any of their names."""
    called: dict[str, tuple[str, ...]] = {}
    named: dict[str, tuple[str, ...]] = {}
    for name, spellings in shipped.spellings(kind):
        for word in {key(name), key(shipped.title(kind, name))}:
            called[word] = (*called.get(word, ()), name)
        for word in {key(each) for each in spellings}:
            named[word] = (*named.get(word, ()), name)
    return called, named


@lru_cache
def _codes(shipped: Catalogue) -> dict[str, str]:
    """The codes and ids of places by their letters and digits alone: LI4 by "li4"."""
    return {key(code): code for kind in PLACE_KINDS for code in shipped.ids(kind)}
