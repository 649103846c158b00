"""A mark that was typed for a place: how much of it a set for now is to have."""

from presspoint.run.arguments.names import match_name
from presspoint.storage.entries.marks import MARKS, save_marks


def save_mark(code: str, typed: str) -> str:
    """Save the mark on a place; return a sentence about it.

    Raises UsageError for an unknown mark, StorageError where it cannot be saved.
    """
    name = match_name({each: each for each in MARKS}, typed, "--mark")
    save_marks(dict.fromkeys((code,), MARKS[MARKS.index(name)]))
    return f"Saved. Your mark on {code}: {name}."
