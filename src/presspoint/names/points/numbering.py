"""The points that a code's letters and number can mean, in any usual numbering or language."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from presspoint.catalogue.meridians import (
    LetterReading,
    Letters,
    ambiguous_letters,
    find_printed_number,
    who_bladder_number,
)
from presspoint.catalogue.tables import Catalogue
from presspoint.names.points.readings import OLD, WHO, Meaning, Reading
from presspoint.names.spelling import DIGITS, compact, key, split_code
from presspoint.words import echo, join_words

Shape = Callable[[str], str]
# Letters that may mean an old number, and those that do only where it was printed; BL is WHO's.
MAYBE_OLD, WHO_IN_PRINT = frozenset({"b", "bladder"}), "bladder"


def read_number(catalogue: Catalogue, typed: str) -> Reading:
    """Return the reading of `typed` as letters and a number, without meanings if it is no code."""
    typed = typed.strip()
    code, is_old = _split_off_old(typed)
    parts = split_code(code)
    if parts is None or (code[:1] in DIGITS and read_letters(catalogue, compact(code)).readings):
        return Reading()  # "3E" is letters without a number
    spelling, number = parts
    letters = read_letters(catalogue, spelling)
    if is_old:
        return _read_old_number(catalogue, letters, number)
    if letters.meridians == ("BL",):
        reading = _read_bladder_number(catalogue, spelling.casefold(), number)
        if reading.meanings:
            return reading
    return _read_on_channels(catalogue, letters, number, typed)


def read_letters(catalogue: Catalogue, spelling: str) -> Letters:
    """Return the channels that letters can stand for, without readings where there is none."""
    if catalogue.has("meridians", spelling):
        return _one_channel(spelling)
    for shape, letters in _letters_by_shape(catalogue):
        if found := letters.get(shape(spelling)):
            return found
    return Letters()


def channel_ranges(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return "BL1 to BL67" for each channel that the letters of `typed` can stand for."""
    spelling = compact(typed)
    letters = read_letters(catalogue, spelling)
    if not letters.readings:
        letters = read_letters(catalogue, spelling.strip(DIGITS))
    return tuple(f"{each}1 to {each}{_last_number(catalogue, each)}" for each in letters.meridians)


def codes_but_for_a_slip(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return the codes that are meant if one letter is wrong in a channel's name: "Kidny 3"."""
    from presspoint.names.likeness import is_one_slip, slips_allowed  # for an unknown name

    spelling, number = split_code(typed) or ("", 0)
    channels = {
        channel
        for channel, names in catalogue.spellings("meridians")
        for each in map(key, names)
        if is_one_slip(key(spelling), each) and slips_allowed(key(spelling), each)
    }
    codes = tuple(f"{each}{number}" for each in channels)
    return tuple(sorted(each for each in codes if catalogue.has("points", each)))


@lru_cache(maxsize=4)
def _letters_by_shape(catalogue: Catalogue) -> tuple[tuple[Shape, Mapping[str, Letters]], ...]:
    """What letters stand for as typed, else in any case, else without accents.

    RN is CV, though Rn is ambiguous. Of letters that are alike the ambiguous ones come first.
    """
    spellings = tuple(_spellings(catalogue))[::-1]
    shapes: tuple[Shape, ...] = (str, str.casefold, key)
    return tuple((shape, {shape(each): found for each, found in spellings}) for shape in shapes)


def _spellings(catalogue: Catalogue) -> Iterator[tuple[str, Letters]]:
    """Yield each spelling with the channels that it can stand for, the ambiguous ones first."""
    yield from ambiguous_letters(catalogue).items()
    for name, spellings in catalogue.spellings("meridians"):
        yield from ((spelling.replace(" ", ""), _one_channel(name)) for spelling in spellings)


def _split_off_old(typed: str) -> tuple[str, bool]:
    """A code without the word "old" behind it, and whether the word was there."""
    code = typed.rstrip(" )")
    if code[-3:].casefold() != OLD:
        return typed, False
    return code[:-3].rstrip(" (,"), True


def _read_bladder_number(catalogue: Catalogue, spelling: str, number: int) -> Reading:
    """The reading of "B 47" where old and WHO numbers differ; without meanings elsewhere."""
    as_old = who_bladder_number(catalogue, number)
    if as_old == number or spelling not in MAYBE_OLD:
        return Reading()
    who = Meaning(f"BL{number}", "BL", numbers=WHO)
    old = Meaning(f"BL{as_old}", "BL", numbers=OLD)
    printed = find_printed_number(catalogue, f"B{number}")
    if printed and printed.code == old.code:
        return Reading((old, who), printed.note, is_usual=True)
    if spelling == WHO_IN_PRINT:
        return Reading()
    return Reading((who, old), printed.note if printed else "", is_usual=bool(printed))


def _read_old_number(catalogue: Catalogue, letters: Letters, number: int) -> Reading:
    code = f"BL{who_bladder_number(catalogue, number)}"
    if "BL" not in letters.meridians or not catalogue.has("points", code):
        return Reading()
    note = f"The old number {number} of the Bladder channel is WHO's {code}."
    return Reading((Meaning(code, "BL"),), note)


def _read_on_channels(catalogue: Catalogue, letters: Letters, number: int, typed: str) -> Reading:
    """The channels' points of that number; a channel that has no such point is not meant."""
    every = (
        Meaning(f"{each.meridian}{number}", each.meridian, each.languages, reader=each.reader)
        for each in letters.readings
    )
    meanings = tuple(each for each in every if catalogue.has("points", each.code))
    if not meanings:
        return Reading()
    codes = (f"{each}{number}" for each in letters.meridians)
    missing = tuple(code for code in codes if not catalogue.has("points", code))
    note = ""
    if missing and len(meanings) == 1:
        name, only = echo(typed), meanings[0].code
        note = f'"{name}" can only be {only}: there is no {join_words(missing, "or")}.'
    return Reading(meanings, note, letters.doubt)


def _one_channel(meridian: str) -> Letters:
    return Letters((LetterReading(meridian),))


def _last_number(catalogue: Catalogue, meridian: str) -> int:
    numbers = (code.removeprefix(meridian) for code in catalogue.ids("points"))
    return max((int(each) for each in numbers if each.isdecimal()), default=1)
