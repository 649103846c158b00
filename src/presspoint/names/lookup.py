"""What a person typed -> the point, or the points, that it can mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from presspoint.catalogue.meridians import same_characters
from presspoint.catalogue.tables import Catalogue
from presspoint.names.readings import Meaning, Reading
from presspoint.names.spelling import folding_key, key, key_with_tones, without_padding
from presspoint.words import join_words

LONGEST_NAME = 100


def resolve(catalogue: Catalogue, typed: str) -> Reading:
    """Return the points that `typed` can mean: a code in any usual spelling, or a name."""
    if len(typed) > LONGEST_NAME:
        return Reading()
    if catalogue.has("points", typed.upper()):
        return Reading((Meaning(typed.upper()),))
    from presspoint.names.numbering import read_number  # not on the way of a code as WHO writes it

    reading = read_number(catalogue, typed)
    return reading if reading.meanings else _read_name(catalogue, typed)


def suggestions(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return up to three codes or names of points that look like `typed`."""
    shape = _shape(catalogue, typed)
    names: dict[str, str] = {}
    for _, spellings in catalogue.place_names():
        for name in spellings:
            names.setdefault(shape(name), name)
    return nearest(typed, names)


def nearest(typed: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return up to three values of `names` whose keys look like `typed`, best first."""
    from difflib import get_close_matches  # only where a name is not known

    wanted = key(typed[:LONGEST_NAME])
    within = [names[each] for each in names if len(wanted) > 3 and wanted in each]
    close = [names[each] for each in get_close_matches(wanted, names, n=3, cutoff=0.7)]
    return tuple(dict.fromkeys(close + within))[:3]


def did_you_mean(names: tuple[str, ...]) -> str:
    """Return ' Did you mean "a", "b" or "c"?', or nothing for no names."""
    quoted = tuple(f'"{name}"' for name in names)
    return f" Did you mean {join_words(quoted, 'or')}?" if names else ""


def _read_name(catalogue: Catalogue, typed: str) -> Reading:
    shape = _shape(catalogue, typed)
    wanted = without_padding(shape(typed))
    meanings = tuple(
        Meaning(code)
        for code, names in catalogue.place_names()
        if wanted and wanted in map(shape, names)
    )
    return Reading(_with_these_tones(catalogue, typed, meanings) if len(meanings) > 1 else meanings)


def _with_these_tones(
    catalogue: Catalogue, typed: str, meanings: tuple[Meaning, ...]
) -> tuple[Meaning, ...]:
    """The one meaning whose name has the tones that were typed, or all of them."""
    wanted = key_with_tones(typed)
    exact = tuple(
        each for each in meanings if key_with_tones(catalogue.point(each.code).tones) == wanted
    )
    return exact if len(exact) == 1 else meanings


def _shape(catalogue: Catalogue, typed: str) -> Callable[[str], str]:
    """How names are compared with `typed`: characters are folded only where it has any."""
    return key if typed.isascii() else folding_key(same_characters(catalogue))
