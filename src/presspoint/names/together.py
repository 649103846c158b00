"""Codes and names that are typed together, and names in the words of another translator."""

from collections.abc import Callable

from presspoint.names.pieces import Piece, read_pieces, spread_out, without_words_around
from presspoint.names.reader import PointReader
from presspoint.names.readings import Meaning, Reading
from presspoint.names.spelling import compose


def read_together(reader: PointReader, typed: str) -> Reading:
    """Return the points of a name without words around it, or of codes and names side by side.

    Those that agree are one point; those that do not are put to the person, each with its piece.
    Only what is not known so is read in the words of other translators.
    """
    whole = compose(typed).strip()
    bare = without_words_around(whole)
    if bare != whole and (reading := reader.read(bare)).meanings:
        return reading
    texts = tuple(dict.fromkeys((whole, spread_out(whole), spread_out(bare))))
    if together := _read_apart(texts, reader.read_piece):
        return together
    readings = map(reader.read_in_other_words, texts)
    if in_other_words := next((each for each in readings if each.meanings), None):
        return in_other_words
    return _read_apart(texts, reader.read_piece_in_other_words) or Reading()


def _read_apart(texts: tuple[str, ...], read: Callable[[str], Reading]) -> Reading | None:
    """The reading of the first text that is several pieces; None where none is."""
    pieces = next((each for text in texts if len(each := read_pieces(text, read)) > 1), ())
    return _join(pieces) if pieces else None


def _join(pieces: tuple[Piece, ...]) -> Reading:
    every = {meaning.code: meaning for _, each in pieces for meaning in each.meanings}
    common = set(every)
    for _, each in pieces:
        common &= {meaning.code for meaning in each.meanings}
    if common:
        note, is_usual = pieces[0][1].note, all(each.is_usual for _, each in pieces)
        meanings = tuple(every[code] for code in every if code in common)
        return Reading(meanings, note if is_usual else "", is_usual=is_usual)
    named = {code: piece for piece, each in reversed(pieces) for code in each.codes}
    in_order = dict.fromkeys(code for _, each in pieces for code in each.codes)
    return Reading(tuple(Meaning(code, piece=named[code]) for code in in_order))
