"""The point, or the points, that a typed name can mean, and names that look like it."""

from collections.abc import Callable

from presspoint.catalogue.tables import Catalogue
from presspoint.names.likeness import LONGEST_NAME, MOST_NAMES, nearest
from presspoint.names.readings import Meaning, Reading
from presspoint.names.spelling import folding_key, key, key_with_tones, without_padding


def resolve(catalogue: Catalogue, typed: str) -> Reading:
    """Return the points that `typed` can mean: a code in any usual spelling, or a name."""
    if len(typed) > LONGEST_NAME:
        return Reading()
    if catalogue.has("points", typed.upper()):
        return Reading((Meaning(typed.upper()),))
    reading = _read_whole(catalogue, typed)
    reading = reading if reading.meanings else _read_apart(catalogue, typed)
    return reading if reading.meanings else _read_in_other_words(catalogue, typed)


def codes_of_pieces(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return up to three codes that a piece of an unknown name means, or the name misread."""
    from presspoint.names.pieces import bare_name, misread_code, two_pieces  # for an unknown name

    pieces = (misread_code(typed), *map(bare_name, two_pieces(bare_name(typed))))
    readings = [resolve(catalogue, each) for each in pieces if each]
    return tuple(dict.fromkeys(code for each in readings for code in each.codes))[:MOST_NAMES]


def suggestions(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return up to three codes or names of points that look like `typed`."""
    shape = _shape(catalogue, typed)
    names: dict[str, str] = {}
    for _, spellings in catalogue.place_names():
        for name in spellings:
            names.setdefault(shape(name), name)
    return nearest(typed, names)


def _read_whole(catalogue: Catalogue, typed: str) -> Reading:
    """The points that `typed` means as one code or name."""
    from presspoint.names.numbering import read_number  # not on the way of a WHO code

    reading = read_number(catalogue, typed)
    return reading if reading.meanings else _read_name(catalogue, typed)


def _read_apart(catalogue: Catalogue, typed: str) -> Reading:
    """The points that `typed` means without words around it, or as a code beside a name.

    A code and a name that agree are sure; two that mean different points are put to the person.
    """
    from presspoint.names.pieces import bare_name, two_pieces  # not for a name as it is known

    bare = bare_name(typed)
    if bare != typed.strip() and (reading := _read_whole(catalogue, bare)).meanings:
        return reading
    readings = tuple(_read_whole(catalogue, bare_name(each)) for each in two_pieces(bare))
    if not all(each.meanings for each in readings):
        return Reading()
    every = {each.code: each for reading in readings for each in reading.meanings}
    common = set(every).intersection(*(reading.codes for reading in readings))
    notes = [each.note for each in readings if each.note]
    meanings = tuple(every[code] for code in every if code in common or not common)
    return Reading(meanings, " ".join(notes) if common else "")


def _read_in_other_words(catalogue: Catalogue, typed: str) -> Reading:
    """The points that `typed` names as another translator does."""
    from presspoint.names.other_words import codes_in_other_words  # not for a name as it is known
    from presspoint.names.pieces import bare_name

    return Reading(tuple(map(Meaning, codes_in_other_words(catalogue, bare_name(typed)))))


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
