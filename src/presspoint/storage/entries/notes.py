"""A person's own notes on places: the latest of each place is the one that is shown."""

from presspoint.storage.entries.entry import new_entry, read_entries, save_entries
from presspoint.words import printable

LONGEST_NOTE = 200  # characters


def read_notes() -> dict[str, str]:
    """Return the note on each place that has one, by its code, made printable.

    Raises StorageError.
    """
    of_places = (each for each in read_entries("note") if "place" in each)
    latest = {str(each["place"]): _shown(each.get("text")) for each in of_places}
    return {code: text for code, text in latest.items() if text}


def save_note(code: str, text: str) -> str:
    """Save the note on a place, an empty one in place of none; return it as `read_notes` does.

    Raises StorageError.
    """
    save_entries([new_entry("note", place=code, text=text)])
    return _shown(text)


def _shown(text: object) -> str:
    return printable(text, LONGEST_NOTE) if isinstance(text, str) else ""
