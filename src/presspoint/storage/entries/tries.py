"""The tries to find places, read and saved; what cannot be saved waits, and is tried again."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from presspoint.errors import StorageError
from presspoint.learning.schedule import Answer, Try
from presspoint.storage.entries.entry import Entry, new_entry, read_entries, save_entries


def read_tries() -> list[Try]:
    """Return every try, the oldest first; a damaged one is left out. Raises StorageError."""
    return [each for content in read_entries("learned") for each in _parse(content)]


class TryLog:
    """Saves each try as it is made; `problem` says why some wait, and is empty once none does."""

    def __init__(self) -> None:
        self.waiting: list[Entry] = []
        self.problem = ""

    def save(self, new: Try) -> None:
        """Save a try, and what waits."""
        day = new.day.isoformat()
        self.waiting.append(new_entry("learned", place=new.code, answer=new.answer, day=day))
        try:
            save_entries(self.waiting)
        except (StorageError, OSError) as error:
            self.problem = str(error)
        else:
            self.waiting.clear()
            self.problem = ""


def _parse(content: Mapping[str, Any]) -> Iterator[Try]:
    try:
        yield Try(
            str(content["place"]), date.fromisoformat(content["day"]), Answer(content["answer"])
        )
    except (KeyError, TypeError, ValueError):
        return
