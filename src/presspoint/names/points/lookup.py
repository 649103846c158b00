"""The point, or the points, that a typed name can mean, and names that look like it."""

from presspoint.catalogue.tables import Catalogue
from presspoint.names.points.readings import Meaning, Reading


def resolve(catalogue: Catalogue, typed: str, elsewhere: Catalogue | None = None) -> Reading:
    """Return the points that `typed` can mean: a code in any usual spelling, or a name.

    The names' catalogue, `elsewhere`, has what points are called elsewhere: it is long, and only
    for what is not known without it.
    """
    if catalogue.has("points", typed.upper()):
        return Reading((Meaning(typed.upper()),))
    from presspoint.names.likeness import LONGEST_NAME  # not on the way of a WHO code
    from presspoint.names.points.reader import reader_for

    if len(typed) > LONGEST_NAME:
        return Reading()
    reader = reader_for(catalogue, typed, elsewhere)
    if (reading := reader.read(typed)).meanings:
        return reading
    from presspoint.names.points.together import read_together  # not for a name as it is known

    return read_together(reader, typed)


def codes_of_pieces(
    catalogue: Catalogue, typed: str, elsewhere: Catalogue | None = None
) -> tuple[str, ...]:
    """Return up to three codes that pieces of an unknown name mean, or the name misread.

    Codes come before names, as a name may be misspelt and another one's by chance.
    """
    from presspoint.names.likeness import MOST_NAMES  # for an unknown name

    pieces = _pieces(catalogue, typed, elsewhere)
    with_digits = [each for piece, each in pieces if any(map(str.isdigit, piece))]
    readings = with_digits or [each for _, each in pieces]
    return tuple(dict.fromkeys(code for each in readings for code in each.codes))[:MOST_NAMES]


def without_codes(catalogue: Catalogue, typed: str) -> str:
    """Return a text without the codes in it: the bladder of "Bladder 40 Weizong" is a channel."""
    for piece, _ in _pieces(catalogue, typed, None):
        if any(map(str.isdigit, piece)):
            typed = typed.replace(piece, " ", 1)
    return typed


def _pieces(
    catalogue: Catalogue, typed: str, elsewhere: Catalogue | None
) -> tuple[tuple[str, Reading], ...]:
    """The pieces that are understood; "4 He" of "4 He Gu" is one only if there is no other."""
    from presspoint.names.likeness import LONGEST_NAME  # for an unknown name
    from presspoint.names.points.pieces import readable_pieces
    from presspoint.names.points.reader import reader_for

    read, text = reader_for(catalogue, typed, elsewhere).read_piece, typed[:LONGEST_NAME]
    forward = readable_pieces(text, lambda piece: Reading() if piece[0].isdigit() else read(piece))
    return forward or readable_pieces(text, read)


def meaning_of_no_point(elsewhere: Catalogue | None, typed: str) -> str:
    """Return what a name is that is none of a point here; empty for others."""
    from presspoint.catalogue.names.points import names_of_no_point  # for an unknown name
    from presspoint.names.points.pieces import without_words_around
    from presspoint.names.spelling import key

    wanted = {key(typed), key(without_words_around(typed))}
    every = names_of_no_point(elsewhere) if elsewhere else ()
    return next((means for names, means in every if wanted & set(map(key, names))), "")


def suggestions(
    catalogue: Catalogue, typed: str, elsewhere: Catalogue | None = None
) -> tuple[str, ...]:
    """Return up to three codes or names of points that look like `typed`."""
    from presspoint.catalogue.names.points import names_elsewhere  # for an unknown name
    from presspoint.names.likeness import nearest
    from presspoint.names.points.numbering import codes_but_for_a_slip
    from presspoint.names.points.pieces import without_words_around
    from presspoint.names.points.reader import shape_for

    typed = without_words_around(typed) or typed
    if codes := codes_but_for_a_slip(catalogue, typed):
        return codes
    shape = shape_for(catalogue, typed)
    names: dict[str, str] = {}
    more = names_elsewhere(elsewhere) if elsewhere else ()
    for _, spellings in (*catalogue.place_names(), *more):
        for name in spellings:
            names.setdefault(shape(name), name)
    return nearest(typed, names)
