"""Channels, and what their letters and numbers mean in other languages and older books."""

from collections.abc import Mapping

from presspoint.catalogue.tables import Catalogue, build
from presspoint.named_tuple import NamedTuple


class Meridian(NamedTuple):
    """A channel ("LI"): its name, and other letters and names for it."""

    title: str
    also: tuple[str, ...]


class LetterReading(NamedTuple):
    """One channel that letters can stand for, and the languages, or who, reads them so."""

    meridian: str
    languages: tuple[str, ...] = ()
    reader: str = ""


class Letters(NamedTuple):
    """The channels that letters can stand for; a `doubt` is what else they may be, in words."""

    readings: tuple[LetterReading, ...] = ()
    doubt: str = ""

    @property
    def meridians(self) -> tuple[str, ...]:
        """The channels ("PC", "LU")."""
        return tuple(each.meridian for each in self.readings)


class PrintedNumber(NamedTuple):
    """A code that is printed with an old or a WHO number: the WHO code, and a note on that."""

    code: str
    note: str


class MisprintedCode(NamedTuple):
    """The code that is often meant by another one, and the languages in which that one is right."""

    code: str
    languages: tuple[str, ...]


def meridian(catalogue: Catalogue, name: str) -> Meridian:
    """Return a channel by its letters. Raises CatalogueError."""
    return catalogue.make(Meridian, "meridians", name)


def ambiguous_letters(catalogue: Catalogue) -> Mapping[str, Letters]:
    """Return the letters that can stand for several channels."""
    letters: dict[str, Letters] = {}
    for spelling, entry in catalogue.table("ambiguous_prefixes").items():
        origin = f'letters "{spelling}"'
        readings = tuple(build(LetterReading, each, origin) for each in entry["readings"])
        letters[spelling] = Letters(readings, entry.get("doubt", ""))
    return letters


def who_bladder_number(catalogue: Catalogue, number: int) -> int:
    """Return WHO's number for an old Bladder number; most have not changed."""
    for entry in catalogue.table("old_bladder_numbers").values():
        if entry["from"] <= number <= entry["to"]:
            return int(number + entry["add"])
    return number


def find_printed_number(catalogue: Catalogue, code: str) -> PrintedNumber | None:
    """Return what a code means whose number is printed in two ways ("B47"); None for others."""
    if not catalogue.has("printed_numbers", code):
        return None
    return catalogue.make(PrintedNumber, "printed_numbers", code)


def find_misprint(catalogue: Catalogue, code: str) -> MisprintedCode | None:
    """Return the code that is often meant by this one ("GI20"); None for others."""
    if not catalogue.has("misprinted_codes", code):
        return None
    return catalogue.make(MisprintedCode, "misprinted_codes", code)


def same_characters(catalogue: Catalogue) -> tuple[str, ...]:
    """Return groups of characters that are one when names are compared, ours the first."""
    return tuple(catalogue.table("hanzi_variants").get("same", ()))


def same_name_words(catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """Return groups of English words that translators choose among for one character, ours first.

    The words of the group that begins with "of" mean nothing in a name.
    """
    groups = catalogue.table("name_words").get("same", ())
    return tuple(tuple(each.split()) for each in groups)
