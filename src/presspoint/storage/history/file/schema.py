"""The tables of the history, version by version."""

import sqlite3
from pathlib import Path

from presspoint.errors import StorageError
from presspoint.storage.history.file.earlier_copy import save_copy

FOREIGN = "not a history of presspoint"
# What each version adds to the one before: a new file gets all of them, an older one the rest.
# `points`, `spots` and `conditions` hold words with a space between, `left_out` a list of
# LeftOutRecord as JSON, `choices` the value chosen for each choice of the routine. `spots` are the
# codes that a hold counts for. `reactions` are a list of Reaction as JSON. What version 4 added to
# `session` and `hold` is NULL where nobody knows it: of sessions that are older. Version 4 makes
# `session` anew, as SQLite cannot widen a CHECK. `entry` is for all that is not a session (scores,
# pains, notes, marks, learning, courses, and what was undone): one table for every kind, as each is
# written once, exported as a line `{"kind", "id", ...}` and imported by its id, so that a new kind
# is never a new version of the file. `content` is the rest of that line, as JSON.
VERSIONS = (
    """
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    routine TEXT NOT NULL,
    started TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'stopped', 'interrupted')),
    planned_seconds REAL NOT NULL,
    pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
    pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10)
);
CREATE TABLE hold (
    session TEXT NOT NULL REFERENCES session (id),
    ordinal INTEGER NOT NULL,
    points TEXT NOT NULL,
    zones TEXT NOT NULL,
    side TEXT,
    planned_seconds REAL NOT NULL,
    held_seconds REAL NOT NULL,
    PRIMARY KEY (session, ordinal)
);
CREATE INDEX session_started ON session (started)
""",
    """
ALTER TABLE session ADD COLUMN conditions TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]'
""",
    """
ALTER TABLE session ADD COLUMN choices TEXT NOT NULL DEFAULT '{}';
ALTER TABLE hold ADD COLUMN spots TEXT NOT NULL DEFAULT ''
""",
    """
CREATE TABLE session_4 (
    id TEXT PRIMARY KEY,
    routine TEXT NOT NULL,
    started TEXT NOT NULL,
    status TEXT NOT NULL CHECK (
        status IN ('running', 'finished', 'stopped', 'interrupted', 'skipped', 'reported')
    ),
    planned_seconds REAL NOT NULL,
    pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
    pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
    conditions TEXT NOT NULL DEFAULT '',
    left_out TEXT NOT NULL DEFAULT '[]',
    choices TEXT NOT NULL DEFAULT '{}',
    ended_by TEXT,
    reached INTEGER,
    planned_holds INTEGER,
    again_today INTEGER,
    reactions TEXT
);
INSERT INTO session_4 (rowid, id, routine, started, status, planned_seconds, pain_before,
    pain_after, conditions, left_out, choices)
SELECT rowid, id, routine, started, status, planned_seconds, pain_before, pain_after, conditions,
    left_out, choices FROM session;
DROP TABLE session;
ALTER TABLE session_4 RENAME TO session;
CREATE INDEX session_started ON session (started);
ALTER TABLE hold ADD COLUMN ended_by TEXT;
CREATE TABLE entry (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    made TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX entry_kind ON entry (kind, made)
""",
)
NEWEST = len(VERSIONS)


def bring_up(connection: sqlite3.Connection, path: Path) -> None:
    """Make a history one of the newest version, with all of its tables and nothing else.

    Raises StorageError for a newer one, sqlite3.Error for what is none.
    """
    refuse_foreign_schema(connection)
    if _version(connection) < NEWEST:
        _add_versions(connection, path)
    if _version(connection) > NEWEST:
        raise StorageError(
            f"{path}: this was written by a newer presspoint. Install the newest one."
        )
    _refuse_lacking(connection)


def refuse_foreign_schema(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError for views, triggers and virtual tables, which may never end.

    A history has none, so they are somebody else's.
    """
    foreign = connection.execute(
        "SELECT type FROM sqlite_master WHERE type IN ('view', 'trigger') OR rootpage = 0 LIMIT 1"
    ).fetchone()
    if foreign:
        raise sqlite3.DatabaseError(f"{FOREIGN}: it holds a {foreign['type']}")


def _refuse_lacking(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError for a history that lacks a column that its version has."""
    for table, last in (("session", "reactions"), ("hold", "ended_by"), ("entry", "content")):
        if last not in columns_of(connection, table):
            raise sqlite3.DatabaseError(f"{FOREIGN}: its {table} table lacks {last}")


def columns_of(
    connection: sqlite3.Connection, table: str, *, required: bool = False
) -> tuple[str, ...]:
    """Return the columns of a table; with `required`, those that need a value and have none."""
    rows = connection.execute("SELECT * FROM pragma_table_info(?)", (table,)).fetchall()
    needed = (row for row in rows if row["notnull"] and row["dflt_value"] is None)
    return tuple(row["name"] for row in (needed if required else rows))


def _add_versions(connection: sqlite3.Connection, path: Path) -> None:
    """Add what older versions lack, all or nothing; one of several processes does it.

    A copy of the file as it was is saved beside it first.
    """
    connection.execute("PRAGMA ignore_check_constraints = 1")  # a damaged cell is copied as it is
    connection.execute("BEGIN EXCLUSIVE")
    version = _version(connection)
    if version < 1 and connection.execute("SELECT name FROM sqlite_master").fetchone():
        raise sqlite3.DatabaseError(FOREIGN)
    if 1 <= version < NEWEST:
        save_copy(path, version, connection.serialize())
    for number, statements in enumerate(VERSIONS[version:], version + 1):
        for statement in statements.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
    connection.commit()
    connection.execute("PRAGMA ignore_check_constraints = 0")


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()["user_version"]
    return version
