"""The recent presses, the interrupted and the last session; no SQLite where there was none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from presspoint.errors import PresspointError, StorageError
from presspoint.storage.paths import HISTORY, folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from presspoint.session.record.records import SessionRecord

RECENT_SECONDS = 16 * 3600


def count_recent_presses(
    day_start: float,
    now: float,
    other: str = "",
    region_of: Callable[[str], str] | None = None,
) -> dict[str, int]:
    """Return for each place (its code) in how many sessions it was pressed today or lately.

    A session counts, however it ended, that held the place for a second or more, and started since
    the start of the day or in the 16 hours before `now` (seconds since 1970), except the one with
    the id `other`. One that started later than now, as the clock was set back, counts until a later
    one is older than all these. A place that was not pressed is not there. With `region_of` a code,
    it is also counted in how many sessions each region was pressed. Raises StorageError; where only
    some holds cannot be read, PartlyReadError.
    """
    path = _history_path()
    if path is None:
        return {}
    from presspoint.storage.history.presses import count_presses

    return count_presses(path, min(day_start, now - RECENT_SECONDS), now, other, region_of)


def find_interrupted(now: float) -> SessionRecord | None:
    """Return the session to resume at `now` (seconds since 1970), if the newest one is.

    It was interrupted (not stopped by the person, and it does not run in another window), started
    in the last 24 hours, pressed something, and is whole: what was pressed has to be known. Raises
    StorageError.
    """
    path = _history_path()
    if path is None:
        return None
    from presspoint.storage.history.latest import read_latest_interrupted

    return read_latest_interrupted(path, now)


def find_earlier(
    routine: str | None, now: float, *, with_undone: bool = False
) -> tuple[SessionRecord, ...]:
    """Return the latest sessions of a routine, or of any, begun by `now`, the newest first.

    `now` is in seconds since 1970. What is undone is left out unless asked for, and what cannot be
    read: only convenience needs it.
    """
    try:
        path = _history_path()
        if path is None:
            return ()
        from presspoint.session.record.filters import Filters  # for those with a history
        from presspoint.storage.history.latest import read_latest

        filters = Filters(routine=routine or "", with_undone=with_undone)
        return tuple(read_latest(path, filters, now))
    except StorageError:
        return ()


def last_faint(now: float, day_start: float) -> str:
    """Return when a session of today ended as somebody felt faint ("13:28"), the last such one.

    Empty else, whatever the routine was; one that is undone counts too, and what was done or
    imported since hides none. Both times are in seconds since 1970.
    """
    for record in find_earlier(None, now, with_undone=True):
        from presspoint.session.record.endings import EndedBy  # for those with a history
        from presspoint.storage.history.instants import instant

        if record.ended_by is EndedBy.FAINT and (instant(record.started) or 0) >= day_start:
            return record.started[11:16]
    return ""


def has_history() -> bool:
    """Whether there is a history. Raises StorageError as below."""
    return _history_path() is not None


def _history_path() -> Path | None:
    """The path of the history, if there is one; its file time says nothing, as clocks are set.

    Raises StorageError for what is there and leads nowhere: it may hold what was pressed.
    """
    from presspoint.storage.presence import is_there

    try:
        path = folder("data") / HISTORY
    except StorageError:  # no home folder
        return None
    try:
        return path if is_there(path) else None
    except PresspointError as problem:
        raise StorageError(str(problem)) from None
