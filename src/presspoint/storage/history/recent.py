"""What the last day left, found without SQLite where it left nothing: no session waits for that."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from presspoint.clock import midnight
from presspoint.errors import StorageError
from presspoint.storage.paths import folder

if TYPE_CHECKING:
    from presspoint.session.records import SessionRecord

DAY_SECONDS = 86_400


def count_presses_on(day: date, but: str = "") -> dict[str, int]:
    """Return for each place (its code) in how many of a day's sessions it was pressed.

    A session counts, however it ended, that started on this local day and held the place for a
    second or more, except the one with the id `but`. A place that was not pressed is not there.
    Raises StorageError.
    """
    path = _changed_since(midnight(day))
    if path is None:
        return {}
    from presspoint.storage.history.reading import count_presses

    return count_presses(path, day, but)


def find_interrupted(now: float) -> SessionRecord | None:
    """Return the session to go on with at `now` (seconds since 1970), if the newest one is.

    It was interrupted (not stopped by the person, and it does not run in another window), and
    started in the last 24 hours. Raises StorageError.
    """
    path = _changed_since(now - DAY_SECONDS)
    if path is None:
        return None
    from presspoint.storage.history.reading import latest_interrupted

    return latest_interrupted(path, now)


def _changed_since(moment: float) -> Path | None:
    """The history, if there is one that was written to at a moment or later."""
    try:
        path = folder("data") / "history.db"
    except StorageError:  # nobody's home: nothing can have been kept there
        return None
    try:
        changed = path.stat().st_mtime
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as problem:
        raise StorageError(f"{path}: {problem.strerror}.") from None
    return path if changed >= moment else None
