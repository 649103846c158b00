"""Codes that the eye takes for others: letters that look like digits, and usual misprints."""

import re

from presspoint.catalogue.meridians import find_misprint
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.names.points.numbering import read_number
from presspoint.names.points.readings import Meaning, Reading
from presspoint.names.spelling import compact
from presspoint.words import echo

# On most screens and printed pages I, l and 1 look alike, and O and 0.
LETTER_I = re.compile(r"([lsk])[ .-]?[1il|!][ .-]?(\d{1,2})", re.IGNORECASE)
DIGITS = re.compile(r"([a-z]+)[ .-]*(\d[oil|!]|(?<=[a-z]{2})[oil|!]\d)", re.IGNORECASE)
AS_DIGITS = str.maketrans("oOiIlL|!", "00111111")
LUMBAR = re.compile(r"l[ .-]?[1-5]", re.IGNORECASE)
LUMBAR_DISC = re.compile(
    r"l ?([1-5])\s*(?:[/ –-]\s*(?:l ?([2-5])|s ?1)|[/–-]\s*([2-5]))",
    re.IGNORECASE,
)


class Misreading(NamedTuple):
    """The reading of a code as it was meant, and what to see in it."""

    reading: Reading
    seen: str


def read_misread(catalogue: Catalogue, typed: str) -> Misreading | None:
    """Return LI4, with the letter I, for L14, and BL40, with a zero, for BL4O; None for others."""
    code, seen = _with_letter_i(typed), "with the letter I"
    if not code and (match := DIGITS.fullmatch(typed.strip())):
        code = match[1] + match[2].translate(AS_DIGITS)
        seen = "with a zero" if "o" in match[2].casefold() else "with the digit 1"
    reading = read_number(catalogue, code) if code else Reading()
    return Misreading(reading, seen) if reading.meanings else None


def is_disc(typed: str) -> bool:
    """Whether two neighbours of the lower spine are meant ("L5-S1"), and no points."""
    match = LUMBAR_DISC.fullmatch(typed.strip())
    return match is not None and int(match[2] or match[3] or 6) == int(match[1]) + 1


def looks_like_two_codes(typed: str) -> bool:
    """Whether a text only looks like two codes: it is a disc, or "L1-4" (LI4)."""
    return is_disc(typed) or bool(_with_letter_i(typed))


def warn_of_misreading(catalogue: Catalogue, typed: str, reading: Reading) -> Reading:
    """Return the reading of a code with what else it may be: a misreading, a misprint, a bone."""
    if misprint := find_misprint(catalogue, compact(typed).upper()):
        meant = reading.meanings[0]._replace(languages=misprint.languages)
        return Reading((meant, Meaning(misprint.code, reader="a usual misprint")))
    shown = echo(typed)
    if LUMBAR.fullmatch(typed.strip()):
        bone = "The bone of that name in the lower back is not a point."
        return reading._replace(note=f'"{shown}" is read as {reading.codes[0]}. {bone}')
    with_letter = _with_letter_i(typed)
    other = read_number(catalogue, with_letter) if with_letter else Reading()
    if not other.meanings or other.codes == reading.codes:
        return reading
    if not reading.is_sure:
        more = (each._replace(reader="with the letter I") for each in other.meanings)
        return reading._replace(meanings=(*reading.meanings, *more))
    note = f'"{shown}" is {reading.codes[0]}. With the letter I it would be {other.codes[0]}.'
    return reading._replace(note=note)


def _with_letter_i(typed: str) -> str:
    match = LETTER_I.fullmatch(typed.strip())
    return f"{match[1].upper()}I{int(match[2])}" if match else ""
