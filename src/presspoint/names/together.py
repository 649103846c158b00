"""Codes and names that are typed together, and names in the words of another translator."""

from collections.abc import Callable

from presspoint.catalogue.tables import Catalogue
from presspoint.names.other_words import OtherWords
from presspoint.names.pieces import Piece, read_pieces, spread_out, without_words_around
from presspoint.names.reader import PointReader
from presspoint.names.readings import Meaning, Reading
from presspoint.names.spelling import compose


def read_together(catalogue: Catalogue, reader: PointReader, typed: str) -> Reading:
    """Return the points of a name without words around it, or of codes and names side by side.

    Those that agree are one point; those that do not are put to the person, each with its piece.
    Only what is not known so is read in the words of other translators.
    """
    whole = compose(typed).strip()
    bare = without_words_around(whole)
    if bare != whole and (reading := reader.read(bare)).meanings:
        return reading
    texts = tuple(dict.fromkeys((whole, spread_out(whole), spread_out(bare))))
    return _read_apart(texts, reader.read_piece) or _read_in_other_words(catalogue, reader, texts)


def _read_in_other_words(
    catalogue: Catalogue, reader: PointReader, texts: tuple[str, ...]
) -> Reading:
    other_words = OtherWords(catalogue)

    def read(piece: str) -> Reading:
        reading = reader.read_piece(piece)
        return (
            reading if reading.meanings else Reading(tuple(map(Meaning, other_words.codes(piece))))
        )

    codes = next(filter(None, map(other_words.codes, texts)), ())
    whole = Reading(tuple(map(Meaning, codes)))
    return whole if codes else _read_apart(texts, read) or Reading()


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
