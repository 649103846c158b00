"""A word in an own file -> the ids of a closed list that it can mean, or the code of a place."""

from collections.abc import Callable
from functools import lru_cache

from presspoint.catalogue.tables import PLACE_KINDS, Catalogue, Kind
from presspoint.named_tuple import NamedTuple
from presspoint.names.spelling import key
from presspoint.own_content.limits import movement_limits

MOST_OTHER_WORDS = 200  # each takes a millisecond


class Reader(NamedTuple):
    """What words are read by: presspoint's lists, its many names for complaints, own ids.

    The names are loaded for a word that is in no list; an id of the person's own is never a word.
    `read` has the ids of such words, of which there may be MOST_OTHER_WORDS.
    """

    shipped: Catalogue
    names: Callable[[], Catalogue]
    own_places: frozenset[str]
    read: dict[tuple[Kind, str], tuple[str, ...]]

    def ids(self, kind: Kind, word: str) -> tuple[str, ...]:
        """Return the ids of a closed list that a word means, in so many words too."""
        meant = ids_meant(self.shipped, kind, word)
        if not meant and (kind, word) not in self.read and len(self.read) < MOST_OTHER_WORDS:
            self.read[kind, word] = _ids_in_other_words(self, kind, word)
        return meant or self.read.get((kind, word), ())


def ids_meant(shipped: Catalogue, kind: Kind, word: str) -> tuple[str, ...]:
    """Return the ids of a closed list that have a word as a name, or the one that is called so.

    Of several positions, one with a ball is not meant where the word names none.
    """
    called, named = _ids_by_word(shipped, kind)
    ids = called.get(key(word)) or named.get(key(word), ())
    on_a_ball = movement_limits(shipped).positions_out if kind == "positions" else ()
    return tuple(each for each in ids if each not in on_a_ball) or ids


def code_meant(shipped: Catalogue, name: str) -> str:
    """Return the code or id of a place that is spelt so, but for case and signs; else the name."""
    return _codes(shipped).get(key(name), name)


def _ids_in_other_words(reader: Reader, kind: Kind, word: str) -> tuple[str, ...]:
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
