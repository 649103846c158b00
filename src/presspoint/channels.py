"""Channel letters as people write them -> the channels that they can stand for."""

from __future__ import annotations

from presspoint.catalogue import Catalogue, Table
from presspoint.spellings import DIGITS, compact, key


def channels(catalogue: Catalogue, letters: str) -> Table:
    """Return the entry of channel letters: its `readings`, perhaps a `doubt`; empty for none.

    A spelling that fits as it stands goes before one in another case, and that before one
    without its accents: RN is CV though Rn asks, Dü is SI though Du asks.
    """
    meridians = catalogue.table("meridians")
    if letters in meridians:
        return _plain(letters)
    for shape in (str, str.casefold, key):
        wanted = shape(letters)
        for spelling, entry in catalogue.table("ambiguous_prefixes").items():
            if shape(spelling) == wanted:
                found: Table = entry
                return found
        for meridian, entry in meridians.items():
            for spelling in (meridian, entry["title"], *entry["also"]):
                if shape(spelling.replace(" ", "")) == wanted:
                    return _plain(meridian)
    return {}


def meridians_of(entry: Table) -> tuple[str, ...]:
    """Return the channels ("PC", "LU") of an entry that `channels` returned."""
    return tuple(each["meridian"] for each in entry.get("readings", ()))


def spans(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return "BL1 to BL67" for each channel that the letters of `typed` can stand for."""
    letters = compact(typed)
    entry = channels(catalogue, letters) or channels(catalogue, letters.strip(DIGITS))
    return tuple(f"{each}1 to {each}{_last(catalogue, each)}" for each in meridians_of(entry))


def _plain(meridian: str) -> Table:
    return {"readings": ({"meridian": meridian},)}


def _last(catalogue: Catalogue, meridian: str) -> int:
    numbers = (code.removeprefix(meridian) for code in catalogue.table("points"))
    return max((int(each) for each in numbers if each.isdecimal()), default=1)
