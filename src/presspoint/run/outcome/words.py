"""A person's own words of a place or an activity: what they may be a warning of, and where."""

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import UsageError
from presspoint.names.everyday.complaints import read_complaint, regions_named
from presspoint.names.everyday.wish import WordsWarning
from presspoint.names.everyday.wish_reader import read_wish
from presspoint.names.warnings import find_warning
from presspoint.storage.catalogue_file import load_names
from presspoint.words import quantity


def own_words(typed: str, longest: int, option: str) -> str:
    """Return the words without what is too much between them. Raises UsageError."""
    words = " ".join(typed.split()).encode(errors="backslashreplace").decode()
    if not words:
        raise UsageError(f"There is nothing after {option}. Type a few words.")
    if len(words) > longest:
        raise UsageError(f"{option} can have {quantity(longest, 'character')}. Shorten it.")
    return words


def warning_of_pain(catalogue: Catalogue, where: str) -> WordsWarning | None:
    """Return what to do first about pain at a place: "chest" is read as chest pain; else None."""
    urgent = find_warning(catalogue, where) or find_warning(catalogue, f"{where} pain")
    return urgent or read_wish(catalogue, load_names(), where).warning


def regions_and_side(catalogue: Catalogue, where: str) -> tuple[tuple[str, ...], str | None]:
    """Return the regions that words name, () for none, and "left" or "right"; None for no side."""
    regions = regions_named(catalogue, where)
    reading = regions or read_complaint(catalogue, load_names(), where).regions
    sides = {"left", "right"} & {*where.lower().replace(",", " ").split()}
    return reading, sides.pop() if len(sides) == 1 else None
