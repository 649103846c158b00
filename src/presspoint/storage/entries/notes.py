"""A person's own notes on places and sessions: the latest on each is the one that is shown."""

from presspoint.errors import StorageError
from presspoint.storage.entries.entry import new_entry, read_entries, save_entries
from presspoint.words import printable

LONGEST_NOTE = 200  # characters
LONGEST_SESSION_NOTE = 500


def read_notes() -> dict[str, str]:
    """Return the note on each place that has one, by its code, made printable.

    Raises StorageError.
    """
    return _read_latest("place", LONGEST_NOTE)


def save_note(code: str, text: str) -> str:
    """Save the note on a place, an empty one in place of none; return it as `read_notes` does.

    Raises StorageError.
    """
    save_entries([new_entry("note", place=code, text=text)])
    return _printable(text, LONGEST_NOTE)


def read_session_notes() -> dict[str, str]:
    """Return the note on each session that has one, by its id, made printable.

    Where they cannot be read there are none: whoever lists the sessions says what is damaged.
    """
    try:
        return _read_latest("session", LONGEST_SESSION_NOTE)
    except StorageError:
        return {}


def save_session_note(session: str, text: str) -> None:
    """Save the note on a session, an empty one in place of none. Raises StorageError."""
    save_entries([new_entry("note", session=session, text=text)])


def _read_latest(subject: str, most: int) -> dict[str, str]:
    """The latest note on each place or session that has one."""
    notes = (each for each in read_entries("note") if subject in each)
    latest = {str(each[subject]): _printable(each.get("text"), most) for each in notes}
    return {name: text for name, text in latest.items() if text}


def _printable(text: object, most: int) -> str:
    return printable(text, most) if isinstance(text, str) else ""
