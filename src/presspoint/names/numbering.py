"""A code in any usual numbering or language -> the points that its letters and number can mean."""

from __future__ import annotations

from collections.abc import Iterator

from presspoint.catalogue.meridians import (
    LetterReading,
    Letters,
    ambiguous_letters,
    meridians,
    printed_number,
    who_bladder_number,
)
from presspoint.catalogue.tables import Catalogue
from presspoint.names.readings import Meaning, Reading
from presspoint.names.spelling import DIGITS, compact, key, split_code
from presspoint.words import join_words, printable

OLD, WHO = "old", "who"
BARE, PRINTED = frozenset({"b"}), frozenset({"b", "bladder"})  # BL and UB are always WHO's


def read_number(catalogue: Catalogue, typed: str) -> Reading:
    """Return what `typed` means as letters and a number; no meanings where it is no code."""
    typed = typed.strip()
    code, is_old = _without_old(typed)
    parts = split_code(code)
    if parts is None or (code[:1] in DIGITS and read_letters(catalogue, compact(code)).readings):
        return Reading()  # "3E" is letters without a number
    spelling, number = parts
    letters = read_letters(catalogue, spelling)
    if is_old:
        return _old_bladder(catalogue, letters, number)
    if letters.meridians == ("BL",):
        bare = _bare_bladder(catalogue, spelling.casefold(), number)
        if bare.meanings:
            return bare
    return _on_channels(catalogue, letters, number, typed)


def read_letters(catalogue: Catalogue, spelling: str) -> Letters:
    """Return the channels that letters can stand for; no readings for none.

    A spelling that fits as it stands goes before one in another case, and that before one
    without its accents: RN is CV though Rn asks, Dü is SI though Du asks.
    """
    if catalogue.has("meridians", spelling):
        return _one_channel(spelling)
    ambiguous, channels = ambiguous_letters(catalogue), meridians(catalogue)
    for shape in (str, str.casefold, key):
        wanted = shape(spelling)
        for each, letters in ambiguous.items():
            if shape(each) == wanted:
                return letters
        for name, meridian in channels.items():
            for each in (name, meridian.title, *meridian.also):
                if shape(each.replace(" ", "")) == wanted:
                    return _one_channel(name)
    return Letters()


def channel_ranges(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return "BL1 to BL67" for each channel that the letters of `typed` can stand for."""
    spelling = compact(typed)
    letters = read_letters(catalogue, spelling)
    if not letters.readings:
        letters = read_letters(catalogue, spelling.strip(DIGITS))
    return tuple(f"{each}1 to {each}{_last(catalogue, each)}" for each in letters.meridians)


def _without_old(typed: str) -> tuple[str, bool]:
    """A code without "old" behind it, and whether that was there."""
    bare = typed.rstrip(" )")
    if bare[-3:].casefold() != OLD:
        return typed, False
    return bare[:-3].rstrip(" (,"), True


def _bare_bladder(catalogue: Catalogue, spelling: str, number: int) -> Reading:
    """What a bare B means where old and WHO numbers differ; no meanings elsewhere."""
    printed = printed_number(catalogue, f"B{number}")
    if printed and spelling in PRINTED:
        return Reading((Meaning(printed.code, "BL"),), printed.note)
    other = who_bladder_number(catalogue, number)
    if other == number or spelling not in BARE:
        return Reading()
    both = ((number, WHO), (other, OLD))
    return Reading(tuple(Meaning(f"BL{each}", "BL", numbers=kind) for each, kind in both))


def _old_bladder(catalogue: Catalogue, letters: Letters, number: int) -> Reading:
    code = f"BL{who_bladder_number(catalogue, number)}"
    if "BL" not in letters.meridians or not catalogue.has("points", code):
        return Reading()
    note = f"The old number {number} of the Bladder channel is WHO's {code}."
    return Reading((Meaning(code, "BL"),), note)


def _on_channels(catalogue: Catalogue, letters: Letters, number: int, typed: str) -> Reading:
    """The channels' points of that number: a channel that is too short is not meant."""
    meanings = tuple(_meanings(catalogue, letters.readings, number))
    if not meanings:
        return Reading()
    codes = (f"{each}{number}" for each in letters.meridians)
    missing = tuple(code for code in codes if not catalogue.has("points", code))
    note = ""
    if missing and len(meanings) == 1:
        name = printable(typed, limit=60)
        only = meanings[0].code
        note = f'"{name}" can only be {only}: there is no {join_words(missing, "or")}.'
    return Reading(meanings, note, letters.doubt)


def _meanings(
    catalogue: Catalogue, readings: tuple[LetterReading, ...], number: int
) -> Iterator[Meaning]:
    for each in readings:
        code = f"{each.meridian}{number}"
        if catalogue.has("points", code):
            yield Meaning(code, each.meridian, each.languages, reader=each.reader)


def _one_channel(meridian: str) -> Letters:
    return Letters((LetterReading(meridian),))


def _last(catalogue: Catalogue, meridian: str) -> int:
    """The number of the last point of a channel."""
    numbers = (code.removeprefix(meridian) for code in catalogue.ids("points"))
    return max((int(each) for each in numbers if each.isdecimal()), default=1)
