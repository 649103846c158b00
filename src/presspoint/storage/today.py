"""What was pressed on a day, without SQLite where nothing was: no session waits for that."""

from __future__ import annotations

from datetime import date

from presspoint.clock import midnight
from presspoint.errors import StorageError
from presspoint.storage.paths import folder


def pressed_on(day: date) -> dict[str, int]:
    """Return for each place (its code) in how many of a day's sessions it was pressed.

    A session counts, however it ended, that started on this local day and held the place for a
    second or more. A place that was not pressed is not there. Raises StorageError.
    """
    try:
        path = folder("data") / "history.db"
    except StorageError:  # nobody's home: nothing can have been kept there
        return {}
    try:
        changed = path.stat().st_mtime
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as problem:
        raise StorageError(f"{path}: {problem.strerror}.") from None
    if changed < midnight(day):
        return {}
    from presspoint.storage.history_reading import pressed_in

    return pressed_in(path, day)
