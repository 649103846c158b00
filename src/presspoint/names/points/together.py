"""Codes and names that are typed together, and names in the words of another translator."""

from collections.abc import Callable

from presspoint.names.points.misreadings import looks_like_two_codes
from presspoint.names.points.pieces import (
    Piece,
    read_pieces,
    spread_out,
    with_channel_as_code,
    without_words_around,
    without_words_at_the_ends,
)
from presspoint.names.points.reader import PointReader
from presspoint.names.points.readings import Meaning, Reading
from presspoint.names.spelling import compose


def read_together(reader: PointReader, typed: str) -> Reading:
    """Return the points of a name without words around it, or of codes and names side by side.

    Those that agree are one point; those that do not are put to the person, each with its piece.
    Only what is not known so is read in the words of other translators.
    """
    whole = compose(typed).strip()
    if looks_like_two_codes(whole):
        return Reading()
    bare, ends = without_words_around(whole), without_words_at_the_ends(whole)
    for text in dict.fromkeys((bare, ends)):
        if text != whole and (reading := reader.read(text)).meanings:
            return reading
    texts = _spread(whole, ends, bare)
    if together := _read_apart(texts, reader.read_piece):
        return together
    readings = map(reader.read_in_other_words, texts)
    if in_other_words := next((each for each in readings if each.meanings), None):
        return in_other_words
    return _read_apart(texts, reader.read_piece_in_other_words) or Reading()


def _spread(whole: str, ends: str, bare: str) -> tuple[str, ...]:
    """The texts that may be several pieces, those with the least taken away first."""
    spread = (whole, spread_out(whole), ends, spread_out(bare), with_channel_as_code(bare))
    return tuple(dict.fromkeys(spread))


def _read_apart(texts: tuple[str, ...], read: Callable[[str], Reading]) -> Reading | None:
    """The reading of the first text that is several pieces; None where none is."""
    pieces = next((each for text in texts if len(each := read_pieces(text, read)) > 1), ())
    return _join(pieces) if pieces else None


def _join(pieces: tuple[Piece, ...]) -> Reading:
    """What pieces mean together; what is unsure of each of them is so of all."""
    readings = tuple(reading for _, reading in pieces)
    common = set.intersection(*({each.code for each in reading.meanings} for reading in readings))
    if common:
        every = {each.code: each for reading in readings for each in reading.meanings}
        is_usual, first = all(each.is_usual for each in readings), readings[0]
        doubt = first.doubt if all(each.doubt for each in readings) else ""
        meanings = tuple(every[code] for code in every if code in common)
        return Reading(meanings, first.note if is_usual else "", doubt, is_usual=is_usual)
    named = {code: piece for piece, each in reversed(pieces) for code in each.codes}
    in_order = dict.fromkeys(code for reading in readings for code in reading.codes)
    return Reading(tuple(Meaning(code, piece=named[code]) for code in in_order))
