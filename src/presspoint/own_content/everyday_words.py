"""The words of every day in own files ("sitting", "back pain", "li4"), as the ids they stand for.

They are those that options take on the command line. One that may stand for several ids ("lying")
stays as it is, and is answered with them; but a place may be pressed with any "ball", and in any
way of "lying", that is safe there.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

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
MOST_OTHER_WORDS = 200  # each takes a millisecond
GROUPED: tuple[tuple[str, Kind], ...] = (("positions", "positions"), ("tools", "tools"))
Tables = dict[str, dict[str, Any]]


class Reader(NamedTuple):
    """What words are read by: presspoint's lists, its many names for complaints, own ids.

    The names are loaded for a word that is in no list; an id of the person's own is never a word.
    `read` has the ids of such words, of which there may be MOST_OTHER_WORDS.
    """

    shipped: Catalogue
    names: Callable[[], Catalogue]
    own_places: frozenset[str]
    read: dict[tuple[Kind, str], tuple[str, ...]]


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


def ids_meant(shipped: Catalogue, kind: Kind, word: str) -> tuple[str, ...]:
    """Return the ids of a closed list that have a word as a name, or the one that is called so.

    Of several positions, one with a ball is not meant where the word names none.
    """
    called, named = _ids_by_word(shipped, kind)
    ids = called.get(key(word)) or named.get(key(word), ())
    on_a_ball = movement_limits(shipped).positions_out if kind == "positions" else ()
    return tuple(each for each in ids if each not in on_a_ball) or ids


def _translate(reader: Reader, field: str, value: Any) -> Any:  # noqa: ANN401  # a value of any type
    if isinstance(value, dict):
        return {name: _translate(reader, name, each) for name, each in value.items()}
    if isinstance(value, list):
        return [_translate(reader, field, each) for each in value]
    if isinstance(value, str) and field in CLOSED:
        kind = CLOSED[field]
        meant = ids_meant(reader.shipped, kind, value) or _in_other_words(reader, kind, value)
        return meant[0] if len(meant) == 1 else value
    if isinstance(value, str) and field in CODED and value not in reader.own_places:
        return _codes(reader.shipped).get(key(value), value)
    return value


def _in_other_words(reader: Reader, kind: Kind, word: str) -> tuple[str, ...]:
    """What a word means that is in no list, looked up once."""
    if (kind, word) not in reader.read and len(reader.read) < MOST_OTHER_WORDS:
        reader.read[kind, word] = _look_up(reader, kind, word)
    return reader.read.get((kind, word), ())


def _look_up(reader: Reader, kind: Kind, word: str) -> tuple[str, ...]:
    """The regions or the complaint that a list of points is typed by in so many words.

    Words that are a matter of a condition or of a warning sign first are no complaint here.
    """
    from presspoint.names.everyday import complaints  # for a word that is in no list

    if kind == "regions":
        return complaints.regions_named(reader.shipped, word)
    if kind != "complaints":
        return ()
    from presspoint.names.warnings import read_warning  # as above

    reading = complaints.read_complaint(reader.shipped, reader.names(), word)
    if not reading.complaint or reading.advice:
        return ()
    is_first = read_warning(reader.shipped, reader.names(), word, reading)
    return () if is_first else (reading.complaint,)


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
