"""What a person typed -> the point, or the points, that it can mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from presspoint.catalogue.tables import Catalogue
from presspoint.names.readings import Meaning, Reading
from presspoint.names.spelling import folding, key, key_with_tones, without_padding

__all__ = ("did_you_mean", "key", "names", "nearest", "resolve", "suggestions")
LONGEST_NAME = 100


def resolve(catalogue: Catalogue, typed: str) -> Reading:
    """Return the points that `typed` can mean: a code in any usual spelling, or a name."""
    if len(typed) > LONGEST_NAME:
        return Reading()
    if typed.upper() in catalogue.table("points"):
        return Reading((Meaning(typed.upper()),))
    from presspoint.names.numbering import read_number  # not on the way of a code as WHO writes it

    reading = read_number(catalogue, typed)
    return reading if reading.meanings else _as_name(catalogue, typed)


def suggestions(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return up to three codes or names of points that look like `typed`."""
    known: dict[str, str] = {}
    shape = _shape(catalogue, typed)
    for code, entry in _places(catalogue):
        for name in names(code, entry):
            known.setdefault(shape(name), name)
    return nearest(typed, known)


def nearest(typed: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return up to three values of `known` whose keys look like `typed`, best first."""
    from difflib import get_close_matches

    wanted = key(typed[:LONGEST_NAME])
    within = [known[each] for each in known if len(wanted) > 3 and wanted in each]
    close = [known[each] for each in get_close_matches(wanted, known, n=3, cutoff=0.7)]
    return tuple(dict.fromkeys(close + within))[:3]


def did_you_mean(names: tuple[str, ...]) -> str:
    """Return ' Did you mean "a", "b" or "c"?', or nothing for no names."""
    from presspoint.words import join_words

    quoted = tuple(f'"{name}"' for name in names)
    return f" Did you mean {join_words(quoted, 'or')}?" if names else ""


def names(code: str, entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield every name of a point's table entry: code, pinyin, hanzi, English, aliases."""
    yield code
    for field in ("pinyin", "hanzi", "name"):
        if field in entry:
            yield entry[field]
    yield from entry.get("aliases", ())


def _as_name(catalogue: Catalogue, typed: str) -> Reading:
    shape = _shape(catalogue, typed)
    wanted = without_padding(shape(typed))
    found = tuple(
        Meaning(code)
        for code, entry in _places(catalogue)
        if wanted and wanted in map(shape, names(code, entry))
    )
    return Reading(_by_tones(catalogue, typed, found) if len(found) > 1 else found)


def _by_tones(catalogue: Catalogue, typed: str, found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Return the one meaning whose name has the tones that were typed, or all of them."""
    wanted = key_with_tones(typed)
    exact = tuple(
        each for each in found if key_with_tones(catalogue.point(each.code).tones) == wanted
    )
    return exact if len(exact) == 1 else found


def _places(catalogue: Catalogue) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every point and zone with its entry."""
    yield from catalogue.table("points").items()
    yield from catalogue.table("zones").items()


def _shape(catalogue: Catalogue, typed: str) -> Callable[[str], str]:
    """Return how names are compared with `typed`: characters are folded only where it has any."""
    if typed.isascii():
        return key
    return folding(catalogue.table("hanzi_variants").get("same", ()))
