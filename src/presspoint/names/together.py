"""Codes and names that are typed together, and names in the words of another translator."""

from presspoint.catalogue.tables import Catalogue
from presspoint.names.other_words import codes_in_other_words
from presspoint.names.pieces import Piece, read_pieces, spread_out, without_words_around
from presspoint.names.reader import PointReader
from presspoint.names.readings import Meaning, Reading
from presspoint.names.spelling import compose


def read_together(reader: PointReader, typed: str) -> Reading:
    """Return the points of a name without words around it, or of codes and names side by side.

    Those that agree are one point; those that do not are put to the person, each with its piece.
    """
    whole = compose(typed).strip()
    bare = without_words_around(whole)
    if bare != whole and (reading := reader.read(bare)).meanings:
        return reading
    for text in dict.fromkeys((whole, spread_out(whole), spread_out(bare))):
        pieces = read_pieces(text, reader.read_piece)
        if len(pieces) > 1:
            return _join(pieces)
    return Reading()


def read_in_other_words(catalogue: Catalogue, typed: str) -> Reading:
    """Return the points that `typed` names as another translator does."""
    name = without_words_around(typed)
    return Reading(tuple(map(Meaning, codes_in_other_words(catalogue, name))))


def _join(pieces: tuple[Piece, ...]) -> Reading:
    every = {meaning.code: meaning for _, each in pieces for meaning in each.meanings}
    common = set(every)
    for _, each in pieces:
        common &= {meaning.code for meaning in each.meanings}
    if common:
        note, is_usual = pieces[0][1].note, all(each.is_usual for _, each in pieces)
        meanings = tuple(every[code] for code in every if code in common)
        return Reading(meanings, note if is_usual else "", is_usual=is_usual)
    named = {meaning.code: piece for piece, each in reversed(pieces) for meaning in each.meanings}
    return Reading(tuple(Meaning(code, piece=named[code]) for code in every))
