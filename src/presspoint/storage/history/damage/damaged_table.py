"""One damaged table, of which every row is found that its tree still leads to, no index used."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import suppress
from itertools import islice

from presspoint import clock
from presspoint.session.record.checkup import Losses
from presspoint.storage.history.file.schema import FOREIGN, columns_of

DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_TOOBIG})
MAY_BE_DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)
BOTH_WAYS = ("ORDER BY rowid", "ORDER BY rowid DESC")
NO_VALUE = b""  # stands where a cell cannot be read: no session writes it
Cells = dict[str, object]


def is_damage(problem: Exception) -> bool:
    """Whether SQLite met damage, and not a lock or a full disk.

    Where its words for that are damaged too, they cannot be decoded. What is not as presspoint
    makes it may be damaged too: a rescue finds out whether there are sessions.
    """
    code = getattr(problem, "sqlite_errorcode", None)
    is_strange = isinstance(problem, UnicodeDecodeError) or str(problem).startswith(FOREIGN)
    return is_strange or (code is not None and code & 0xFF in DAMAGE)


class DamagedTable:
    """A damaged table, and the rows of it that were found, by number.

    A number that damage gave to two rows is made negative for the second one.
    """

    def __init__(
        self, damaged: sqlite3.Connection, memory: sqlite3.Connection, name: str, most: int
    ) -> None:
        self.damaged, self.memory, self.name, self.most = damaged, memory, name, most
        there = columns_of(damaged, name)
        self.columns = [each for each in columns_of(memory, name) if each in there]
        self.found: dict[int, Cells] = {}

    def read(self, latest: float) -> Losses:
        """Find every row: from both ends, and then one by one in between, up to a moment."""
        if self._scan("ORDER BY rowid"):
            return Losses(self._missing(()))
        before = len(self.found)
        reaches_end = self._scan("ORDER BY rowid DESC") or len(self.found) > before
        damaged_at, is_over = [], True
        for number in self._gaps():
            if clock.monotonic() > latest:
                is_over = False
                break
            if not self._look_at(number):
                damaged_at.append(number)
        for which in BOTH_WAYS:
            self._scan_names(which)
        return Losses(self._missing(damaged_at), more_at_end=not (reaches_end and is_over))

    def _missing(self, damaged_at: Collection[int]) -> tuple[int, ...]:
        """The numbers that had a row: presspoint deletes none, so that all before the last had one.

        A number that damage made large is not the last: there are no more numbers than rows.
        """
        found = [number for number in self.found if 0 < number <= self.most]
        rows, last = len(found) + len(damaged_at), max(found, default=0)
        damaged = {number for number in damaged_at if number < last}
        return tuple(sorted(damaged | (set(range(1, min(rows, last))) - self.found.keys())))

    def _gaps(self) -> Iterator[int]:
        return (number for number in range(1, self.most + 1) if number not in self.found)

    def _look_at(self, number: int) -> bool:
        """Add a row, and those that follow it; return whether there is no damage at its number."""
        if not self._scan("WHERE rowid = ?", number):
            return self._read_by_column(number)
        if number in self.found:
            self._scan("WHERE rowid > ? ORDER BY rowid", number, until_seen=True)
        return True

    def _scan(self, which: str, *values: int, until_seen: bool = False) -> bool:
        """Add the rows of a query; return whether none of them is damaged."""
        try:
            for count, row in enumerate(self._rows(", ".join(self.columns), which, *values)):
                is_new = self._add(row["number"], {name: row[name] for name in self.columns})
                if count > 2 * self.most or (until_seen and not is_new):
                    break
        except MAY_BE_DAMAGE as problem:
            if not is_damage(problem):
                raise
            return False
        return True

    def _scan_names(self, which: str) -> None:
        """Add the rows of which a walk gives no more than the first column, which names them."""
        names = {(number, row[self.columns[0]]) for number, row in self.found.items()}
        with suppress(*MAY_BE_DAMAGE):
            for row in islice(self._rows(self.columns[0], which), 2 * self.most):
                if (row[0], row[1]) not in names:
                    self._add(
                        row[0], dict.fromkeys(self.columns, NO_VALUE) | {self.columns[0]: row[1]}
                    )

    def _read_by_column(self, number: int) -> bool:
        """Add what can be read of one row; return whether its first column can, which names it."""
        cells: Cells = {}
        for column in self.columns:
            try:
                for row in self._rows(column, "WHERE rowid = ?", number):
                    cells[column] = row[column]
            except MAY_BE_DAMAGE as problem:
                if not is_damage(problem):
                    raise
                if column == self.columns[0]:
                    return False
                cells[column] = NO_VALUE
        return self.columns[0] in cells and self._add(number, cells)

    def _rows(self, columns: str, which: str, *values: int) -> sqlite3.Cursor:
        query = f"SELECT rowid AS number, {columns} FROM {self.name} NOT INDEXED {which}"  # noqa: S608  # names of tables and columns
        return self.damaged.execute(query, values)

    def _add(self, number: int, cells: Cells) -> bool:
        """Add a row; return whether it was not there yet."""
        if self.found.get(number) == cells:
            return False
        self.found[number if number not in self.found else -len(self.found) - 1] = cells
        return True
