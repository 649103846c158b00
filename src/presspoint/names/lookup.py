"""The point, or the points, that a typed name can mean, and names that look like it."""

from collections.abc import Callable, Mapping

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
    from presspoint.names.numbering import read_number  # not on the way of a WHO code

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
    from difflib import get_close_matches  # only for an unknown name

    typed_key = key(typed[:LONGEST_NAME])
    longer = [names[each] for each in names if len(typed_key) > 3 and typed_key in each]
    close = [names[each] for each in get_close_matches(typed_key, names, n=3, cutoff=0.7)]
    return tuple(dict.fromkeys(close + longer))[:3]


def did_you_mean(names: tuple[str, ...]) -> str:
    """Return ' Did you mean "a", "b" or "c"?'; empty for no names."""
    quoted = tuple(f'"{name}"' for name in names)
    return f" Did you mean {join_words(quoted, 'or')}?" if names else ""


def _read_name(catalogue: Catalogue, typed: str) -> Reading:
    shape = _shape(catalogue, typed)
    typed_key = without_padding(shape(typed))
    meanings = tuple(
        Meaning(code)
        for code, names in catalogue.place_names()
        if typed_key and typed_key in map(shape, names)
    )
    return Reading(_match_tones(catalogue, typed, meanings) if len(meanings) > 1 else meanings)


def _match_tones(
    catalogue: Catalogue, typed: str, meanings: tuple[Meaning, ...]
) -> tuple[Meaning, ...]:
    """The one meaning whose name has the typed tones; all of them where none or more has."""
    tones = {each: key_with_tones(catalogue.point(each.code).tones) for each in meanings}
    exact = tuple(each for each in meanings if tones[each] == key_with_tones(typed))
    return exact if len(exact) == 1 else meanings


def _shape(catalogue: Catalogue, typed: str) -> Callable[[str], str]:
    """The key to compare names with `typed` by: one that folds characters if it has any."""
    if typed.isascii():
        return key
    from presspoint.catalogue.meridians import same_characters  # not on the way of a WHO code

    return folding_key(same_characters(catalogue))
