"""A code in any usual numbering or language -> the points that its letters and number can mean."""

from __future__ import annotations

from collections.abc import Iterator

from presspoint.catalogue.tables import Catalogue, Table
from presspoint.names.readings import Meaning, Reading
from presspoint.names.spelling import DIGITS, compact, key, split_code
from presspoint.words import join_words, printable

OLD, WHO = "old", "who"
BARE, PRINTED = frozenset({"b"}), frozenset({"b", "bladder"})  # BL and UB are always WHO's


def read_number(catalogue: Catalogue, typed: str) -> Reading:
    """Return what `typed` means as letters and a number; no meanings where it is no code."""
    typed = typed.strip()
    code, old = _without_old(typed)
    parts = split_code(code)
    if parts is None or (code[:1] in DIGITS and channel_entry(catalogue, compact(code))):
        return Reading()  # "3E" is letters without a number
    letters, number = parts
    entry = channel_entry(catalogue, letters)
    if old:
        return _old_bladder(catalogue, entry, number)
    if meridians_of(entry) == ("BL",):
        moved = _moved(catalogue, letters.casefold(), number)
        if moved.meanings:
            return moved
    return _on_channels(catalogue, entry, number, typed)


def who_number(catalogue: Catalogue, number: int) -> int:
    """Return WHO's number for an old Bladder number."""
    for entry in catalogue.table("old_bladder_numbers").values():
        if entry["from"] <= number <= entry["to"]:
            return int(number + entry["add"])
    return number


def _without_old(typed: str) -> tuple[str, bool]:
    bare = typed.rstrip(" )")
    if bare[-3:].casefold() != OLD:
        return typed, False
    return bare[:-3].rstrip(" (,"), True


def _moved(catalogue: Catalogue, letters: str, number: int) -> Reading:
    """Return what a bare B means where old and WHO numbers differ; no meanings elsewhere."""
    printed = catalogue.table("printed_numbers").get(f"B{number}")
    if printed and letters in PRINTED:
        return Reading((Meaning(printed["code"], "BL"),), printed["note"])
    other = who_number(catalogue, number)
    if other == number or letters not in BARE:
        return Reading()
    both = ((number, WHO), (other, OLD))
    return Reading(tuple(Meaning(f"BL{each}", "BL", numbers=kind) for each, kind in both))


def _old_bladder(catalogue: Catalogue, entry: Table, number: int) -> Reading:
    code = f"BL{who_number(catalogue, number)}"
    if "BL" not in meridians_of(entry) or code not in catalogue.table("points"):
        return Reading()
    note = f"The old number {number} of the Bladder channel is WHO's {code}."
    return Reading((Meaning(code, "BL"),), note)


def _on_channels(catalogue: Catalogue, entry: Table, number: int, typed: str) -> Reading:
    """Return the channels' points of that number: a channel that is too short is not meant."""
    there = tuple(_meanings(catalogue, entry, number))
    if not there:
        return Reading()
    wanted = (f"{each}{number}" for each in meridians_of(entry))
    missing = tuple(code for code in wanted if code not in catalogue.table("points"))
    note = ""
    if missing and len(there) == 1:
        shown = printable(typed, limit=60)
        note = f'"{shown}" can only be {there[0].code}: there is no {join_words(missing, "or")}.'
    return Reading(there, note, entry.get("doubt", ""))


def _meanings(catalogue: Catalogue, entry: Table, number: int) -> Iterator[Meaning]:
    for each in entry.get("readings", ()):
        code = f"{each['meridian']}{number}"
        if code in catalogue.table("points"):
            languages = tuple(each.get("languages", ()))
            yield Meaning(code, each["meridian"], languages, reader=each.get("reader", ""))


def channel_entry(catalogue: Catalogue, letters: str) -> Table:
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
    """Return the channels ("PC", "LU") of an entry that `channel_entry` returned."""
    return tuple(each["meridian"] for each in entry.get("readings", ()))


def channel_ranges(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return "BL1 to BL67" for each channel that the letters of `typed` can stand for."""
    letters = compact(typed)
    entry = channel_entry(catalogue, letters) or channel_entry(catalogue, letters.strip(DIGITS))
    return tuple(f"{each}1 to {each}{_last(catalogue, each)}" for each in meridians_of(entry))


def _plain(meridian: str) -> Table:
    return {"readings": ({"meridian": meridian},)}


def _last(catalogue: Catalogue, meridian: str) -> int:
    numbers = (code.removeprefix(meridian) for code in catalogue.table("points"))
    return max((int(each) for each in numbers if each.isdecimal()), default=1)
