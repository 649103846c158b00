"""A damaged history set aside under a new name, beside a new one with what could be read of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from presspoint.clock import iso_now
from presspoint.errors import PresspointError, StorageError
from presspoint.session.record.checkup import Checkup
from presspoint.storage.history.damage.damaged_table import MAY_BE_DAMAGE, is_damage
from presspoint.storage.history.damage.new_file import name_anew, new_history
from presspoint.storage.history.damage.rescue import REPAIR_SECONDS, TABLES, rescue
from presspoint.storage.history.file.connection import (
    BESIDE,
    connect,
    emptied_words,
    is_emptied,
    storage_errors,
)
from presspoint.storage.history.file.schema import columns_of
from presspoint.storage.lock import ProcessLock
from presspoint.storage.paths import HISTORY, flush_folder, folder
from presspoint.storage.presence import is_there

MOST_PROBLEMS = 20
NOBODY_KNOWS = {"status": "interrupted", "pain_before": None, "pain_after": None}


def check_history() -> Checkup | None:
    """Return how whole the history is, every page looked at; None where there is none.

    Raises StorageError for one that another program locks, or that is not presspoint's.
    """
    path = folder("data") / HISTORY
    with storage_errors(path):
        if not is_there(path):
            return None
        if is_emptied(path):
            return Checkup(str(path), None, None, (emptied_words(path),))
        try:
            with closing(connect(path)) as connection:
                connection.text_factory = lambda stored: stored.decode(errors="replace")
                found = connection.execute(f"PRAGMA integrity_check({MOST_PROBLEMS})").fetchall()
                problems = tuple(str(row[0]) for row in found if row[0] != "ok")
                if not problems:
                    return Checkup(str(path), *_sizes(connection))
        except MAY_BE_DAMAGE as problem:
            if not is_damage(problem):
                raise
            problems = (str(problem),)
        return _rescued_checkup(path, problems)


def _rescued_checkup(path: Path, problems: tuple[str, ...]) -> Checkup:
    try:
        rescued = rescue(path, REPAIR_SECONDS)
    except MAY_BE_DAMAGE:
        return Checkup(str(path), None, None, problems)
    with closing(rescued.connection):
        return Checkup(str(path), *_sizes(rescued.connection), problems, rescued.losses)


def repair_history(checkup: Checkup) -> Path:
    """Put a new history in the place of a damaged one; return where the damaged one is now.

    At every moment the damaged file is there whole, under its old name or the new one. Raises
    StorageError, PresspointError while a session runs.
    """
    path = Path(checkup.file)
    with storage_errors(path), _no_session(path):
        with new_history(path) as (beside, connection):
            if checkup.sessions is not None:
                _fill(connection, path)
        try:
            aside = _set_aside(path)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        flush_folder(path.parent)
    return aside


@contextmanager
def _no_session(path: Path) -> Iterator[None]:
    with closing(ProcessLock(path.with_name("running.lock"))) as lock:
        if not lock.take_alone():
            raise PresspointError("A session is running. Repair the history when it is over.")
        yield


def _fill(connection: sqlite3.Connection, path: Path) -> None:
    """Copy what can be read, and look whether it is all there."""
    rescued = rescue(path, REPAIR_SECONDS)
    with closing(rescued.connection) as memory:
        for name in TABLES:
            names = ("rowid", *columns_of(memory, name))
            for row in memory.execute(f"SELECT {', '.join(names)} FROM {name}"):  # noqa: S608  # names of ours
                _copy(connection, name, dict(zip(names, row, strict=True)))
        if _sizes(connection) != _sizes(memory):
            raise StorageError(f"{path}: not all of it could be copied. Nothing was changed.")


def _copy(connection: sqlite3.Connection, name: str, cells: dict[str, object]) -> None:
    """Add a row; a cell that no session would have written there is as if nobody knew it."""
    values = ", ".join("?" * len(cells))
    query = f"INSERT INTO {name} ({', '.join(cells)}) VALUES ({values})"  # noqa: S608  # names of ours
    try:
        connection.execute(query, tuple(cells.values()))
    except sqlite3.IntegrityError:
        connection.execute(query, tuple((cells | NOBODY_KNOWS).values()))


def _sizes(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many sessions and holds there are."""
    sizes = (
        "SELECT (SELECT count(*) FROM session NOT INDEXED), (SELECT count(*) FROM hold NOT INDEXED)"
    )
    sessions, holds = connection.execute(sizes).fetchone()
    return sessions, holds


def _set_aside(path: Path) -> Path:
    """Give the damaged file a second name that is not taken, with what SQLite left beside it."""
    moment = iso_now()[:19].replace(":", "")
    for number in range(1, 1000):
        more = f"-{number}" if number > 1 else ""
        aside = path.with_name(f"{path.stem}-damaged-{moment}{more}{path.suffix}")
        with suppress(FileExistsError):
            name_anew(path, aside)
            break
    for ending in BESIDE:
        left = path.with_name(path.name + ending)
        if left.exists():
            left.rename(aside.with_name(aside.name + ending))
    flush_folder(path.parent)
    return aside
