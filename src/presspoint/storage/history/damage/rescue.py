"""A damaged history read as far as it goes: every row that its tables still give, no index used."""

import sqlite3
from contextlib import closing
from pathlib import Path

from presspoint import clock
from presspoint.named_tuple import NamedTuple
from presspoint.session.record.checkup import Losses
from presspoint.storage.history.damage.damaged_table import Cells, DamagedTable
from presspoint.storage.history.file.connection import MOST_CELL_BYTES, PATIENT_SECONDS
from presspoint.storage.history.file.schema import FOREIGN, VERSIONS, columns_of

TABLES = ("session", "hold", "entry")
# Columns that every version has, and hardly another program.
MARKS = {
    "session": ("id", "routine", "started"),
    "hold": ("session", "points"),
    "entry": ("id", "kind"),
}
NEEDED = ("session", "hold")  # those of every version
# A row takes no less of a file, so there are no more rows than its size allows.
LEAST_ROW_BYTES = 30
READING_SECONDS, REPAIR_SECONDS = 1.2, 60.0  # for looking into the gaps


class Rescue(NamedTuple):
    """What could be read, in tables of the newest version in memory, and what was lost of each."""

    connection: sqlite3.Connection
    losses: dict[str, Losses]


def rescue(path: Path, seconds: float = READING_SECONDS) -> Rescue:
    """Return what can be read of a damaged history. Raises sqlite3.Error where that is nothing.

    After so many seconds the gaps are left; what of them was not looked at counts as lost. The file
    is not changed, but for what a crashed writer left unfinished beside it.
    """
    latest = clock.monotonic() + seconds
    memory = sqlite3.connect(":memory:")
    try:
        return Rescue(memory, _rescue_into(memory, path, latest))
    except BaseException:
        memory.close()
        raise


def _rescue_into(memory: sqlite3.Connection, path: Path, latest: float) -> dict[str, Losses]:
    """What is lost of each table, once what can be read is in the memory."""
    memory.row_factory = sqlite3.Row
    for statements in VERSIONS:
        memory.executescript(statements)
    memory.execute("PRAGMA ignore_check_constraints = 1")
    most = path.stat().st_size // LEAST_ROW_BYTES
    with closing(sqlite3.connect(path, timeout=PATIENT_SECONDS)) as damaged:
        _prepare(damaged)
        _refuse_without_sessions(damaged)
        losses = {
            name: _copy(DamagedTable(damaged, memory, name, most), latest)
            if _has_table(damaged, name)
            else Losses(more_at_end=name in NEEDED)
            for name in TABLES
        }
    memory.commit()
    return losses


def _prepare(damaged: sqlite3.Connection) -> None:
    """Let a damaged file be read, and never changed, as far as it goes."""
    damaged.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_CELL_BYTES)
    damaged.row_factory = sqlite3.Row
    damaged.text_factory = lambda stored: stored.decode(errors="replace")
    for pragma in ("query_only = 1", "trusted_schema = 0", "writable_schema = 1"):
        damaged.execute(f"PRAGMA {pragma}")  # the last: an index that is no SQL stops nothing


def _refuse_without_sessions(damaged: sqlite3.Connection) -> None:
    if not _has_table(damaged, "session"):
        raise sqlite3.DatabaseError(f"{FOREIGN}, or none of it can be read")


def _has_table(damaged: sqlite3.Connection, name: str) -> bool:
    """Whether a table of ours is there, and is one: what is computed (a view) may never end."""
    query = "SELECT 1 FROM sqlite_master WHERE name = ? AND type = 'table' AND rootpage > 0"
    is_there = bool(damaged.execute(query, (name,)).fetchone())
    return is_there and set(MARKS[name]) <= set(columns_of(damaged, name))


def _copy(table: DamagedTable, latest: float) -> Losses:
    losses = table.read(latest)
    for number, row in sorted(table.found.items()):
        cells = {name: cell for name, cell in row.items() if cell is not None}
        _insert(table.memory, table.name, {"rowid": number, **cells})
    return losses


def _insert(memory: sqlite3.Connection, name: str, cells: Cells) -> None:
    """Add a row; a cell that has to be there is empty, an id that is there is made new."""
    for each in columns_of(memory, name, required=True):
        cells.setdefault(each, "")
    names, values = ", ".join(cells), ", ".join("?" * len(cells))
    query = f"INSERT OR IGNORE INTO {name} ({names}) VALUES ({values})"  # noqa: S608  # names of ours
    if memory.execute(query, tuple(cells.values())).rowcount == 0 and "id" in cells:
        cells["id"] = f"{cells['id']} ({cells['rowid']})"
        memory.execute(query, tuple(cells.values()))
