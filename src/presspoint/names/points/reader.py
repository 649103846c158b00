"""Reads one code or one name; `lookup` takes what people type apart into these."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from presspoint.catalogue.names.points import names_elsewhere
from presspoint.catalogue.tables import Catalogue
from presspoint.names.points.misreadings import read_misread, warn_of_misreading
from presspoint.names.points.numbering import Shape, read_number
from presspoint.names.points.numerals import in_digits
from presspoint.names.points.other_words import OtherWords
from presspoint.names.points.readings import Meaning, Reading
from presspoint.names.spelling import (
    folding_key,
    key,
    key_with_tones,
    without_long_vowels,
    without_padding,
)

TWO_NUMBERS = re.compile(r"\d\s+\d")  # "GB2 1" is not GB21
Names = dict[str, tuple[str, ...]]


class PointReader:
    """Reads the codes and names of a catalogue's points, and the names they have elsewhere."""

    def __init__(self, catalogue: Catalogue, elsewhere: Catalogue | None, shape: Shape) -> None:
        """Take the names' catalogue, if any, and the key that names are compared by."""
        self._catalogue, self._more, self._shape = catalogue, elsewhere, shape

    def read(self, text: str) -> Reading:
        """Return the reading of a code in any usual spelling, or of a name."""
        reading = read_number(self._catalogue, text)
        if reading.meanings:
            return warn_of_misreading(self._catalogue, text, reading)
        reading = self._read_name(text)
        return reading if reading.meanings else self._read_numeral(text)

    def read_piece(self, text: str) -> Reading:
        """Return the same of one piece of a name, where another can settle what it says.

        A code that is misread stands for what was meant: "Hegu (L14)".
        """
        reading = read_number(self._catalogue, text)
        reading = reading if reading.meanings else self._read_name(text)
        reading = reading if reading.meanings else self._read_numeral(text)
        if reading.meanings:
            return reading
        misread = read_misread(self._catalogue, text)
        return misread.reading if misread else Reading()

    def read_piece_in_other_words(self, text: str) -> Reading:
        """Return the same, or else the points that other translators call so."""
        reading = self.read_piece(text)
        return reading if reading.meanings else self.read_in_other_words(text)

    def read_in_other_words(self, text: str) -> Reading:
        """Return the points that other translators call so."""
        return Reading(tuple(map(Meaning, self._other_words.codes(text))))

    def _read_numeral(self, text: str) -> Reading:
        return read_number(self._catalogue, in_digits(text))

    def _read_name(self, text: str) -> Reading:
        name_key = without_padding(self._shape(text))
        if not name_key or TWO_NUMBERS.search(text):
            return Reading()
        codes = (*self._names.get(name_key, ()), *self._elsewhere.get(self._sound(text), ()))
        meanings = tuple(map(Meaning, dict.fromkeys(codes)))
        return Reading(self._match_tones(text, meanings) if len(meanings) > 1 else meanings)

    @cached_property
    def _other_words(self) -> OtherWords:
        return OtherWords(self._catalogue)

    @cached_property
    def _names(self) -> Names:
        return _codes_by(self._shape, self._catalogue.place_names())

    @cached_property
    def _elsewhere(self) -> Names:
        return _codes_by(self._sound, names_elsewhere(self._more)) if self._more else {}

    def _match_tones(self, text: str, meanings: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
        """The one meaning whose name has the typed tones; all of them where none or more has."""
        tones = key_with_tones(text)
        points = (self._catalogue.point(each.code) for each in meanings)
        pairs = zip(meanings, points, strict=True)
        exact = tuple(each for each, point in pairs if key_with_tones(point.tones) == tones)
        return exact if len(exact) == 1 else meanings

    def _sound(self, text: str) -> str:
        return without_long_vowels(self._shape(text))


def reader_for(catalogue: Catalogue, typed: str, elsewhere: Catalogue | None) -> PointReader:
    """Return what reads `typed`, whole or in pieces."""
    return _reader(catalogue, elsewhere, "" if typed.isascii() else "合")


@lru_cache(maxsize=4)  # a file with many unknown names needs one for each of them
def _reader(catalogue: Catalogue, elsewhere: Catalogue | None, kind: str) -> PointReader:
    return PointReader(catalogue, elsewhere, shape_for(catalogue, kind))


def shape_for(catalogue: Catalogue, typed: str) -> Shape:
    """Return the key to compare names with `typed` by: it folds characters if there are any."""
    if typed.isascii():
        return key
    from presspoint.catalogue.meridians import same_characters  # not for a name in letters

    return folding_key(same_characters(catalogue))


def _codes_by(shape: Shape, entries: Iterable[tuple[str, tuple[str, ...]]]) -> Names:
    """The codes of the points that have a name of this shape."""
    codes: Names = {}
    for code, names in entries:
        for name in dict.fromkeys(map(shape, names)):
            codes[name] = (*codes.get(name, ()), code)
    return codes
