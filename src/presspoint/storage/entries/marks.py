"""What a person marked after a set: more, same, less or never of a place; the latest counts."""

from collections.abc import Mapping
from typing import get_args

from presspoint.making.occasion import Mark
from presspoint.storage.entries.entry import new_entry, read_entries, save_entries

MARKS: tuple[Mark, ...] = get_args(Mark)


def read_marks() -> dict[str, Mark]:
    """Return the mark on each place that has one, by its code. Raises StorageError."""
    marks: dict[str, Mark] = {}
    for each in read_entries("mark"):
        if mark := next((mark for mark in MARKS if mark == each.get("mark")), None):
            marks[str(each.get("place"))] = mark
    return marks


def save_marks(marks: Mapping[str, Mark]) -> None:
    """Save the marks on places, by their codes. Raises StorageError."""
    save_entries(new_entry("mark", place=code, mark=mark) for code, mark in marks.items())
