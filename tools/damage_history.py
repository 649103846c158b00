"""Damages a history of 303 sessions in 112 ways, and tells what presspoint still lists of it.

    python tools/damage_history.py

For each cut and each flip of bits: the sessions that SQLite itself reads without an index, row by
row, those that presspoint lists, and the seconds that it took. Exits with 1 where it lists fewer.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from presspoint.errors import StorageError
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, SessionRecord
from presspoint.storage.history.reading import Damage, read_sessions
from presspoint.storage.history.writing import open_history

SESSIONS, HOLDS = 303, 4
CUTS = (*(part / 40 for part in range(1, 40)), 0.99, 0.995, 0.999)
FLIPS = (1, 3, 10, 30, 100)
SEEDS = range(14)


class Outcome(NamedTuple):
    """What one damage led to."""

    damage: str
    readable: int
    listed: int
    missing: int
    problem: str
    seconds: float


def make_history(sessions: int = SESSIONS) -> None:
    """Write a history of that many sessions of four holds, a day each."""
    for number in range(sessions):
        started = f"20{20 + number // 336:02}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        with closing(open_history()) as history:
            name = f"session-{number:04}"
            history.save(
                SessionRecord(
                    name,
                    "lower-back",
                    f"{started}T07:30:00+01:00",
                    Status.FINISHED,
                    590.0,
                    (HoldRecord(("BL23", "BL52"), (), "both", 60.0, 60.0),) * HOLDS,
                )
            )


def damages(whole: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield 112 damages, each with its name."""
    for part in CUTS:
        yield f"cut to {part:.1%}", whole[: int(len(whole) * part)]
    for count in FLIPS:
        for seed in SEEDS:
            chance = random.Random(f"{count}-{seed}")  # noqa: S311  # repeatable, not secret
            content = bytearray(whole)
            for _ in range(count):
                content[chance.randrange(100, len(content))] ^= 1 << chance.randrange(8)
            yield f"{count} flips, {seed}", bytes(content)


def readable_ids(path: Path) -> set[str]:
    """The ids that SQLite reads of the table itself, in one go and number by number."""
    found: set[str] = set()
    queries: list[tuple[str, tuple[int, ...]]] = [("SELECT id FROM session NOT INDEXED", ())]
    queries += [
        ("SELECT id FROM session NOT INDEXED WHERE rowid = ?", (number,))
        for number in range(1, SESSIONS + 1)
    ]
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = lambda stored: stored.decode(errors="replace")
        for query, values in queries:
            try:
                found.update(str(row[0]) for row in connection.execute(query, values))
            except (sqlite3.DatabaseError, UnicodeDecodeError):
                continue
    return found


def measure(path: Path) -> Iterator[Outcome]:
    """Damage the history at a path in each way, and list it."""
    whole = path.read_bytes()
    for name, content in damages(whole):
        path.write_bytes(content)
        readable = readable_ids(path)
        path.write_bytes(content)
        began = time.perf_counter()
        sessions, damage, problem = [], Damage(), ""
        try:
            sessions = list(read_sessions(damage))
            damage.check()
        except StorageError as refused:
            problem = str(refused)
        seconds = time.perf_counter() - began
        listed = {each.id.partition(" (")[0] for each in sessions}
        yield Outcome(name, len(readable), len(sessions), len(readable - listed), problem, seconds)
    path.write_bytes(whole)


def main() -> int:
    """Print a line for each damage; return 1 where a session is missing that could be read."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["PRESSPOINT_HOME"] = home
        make_history()
        outcomes = list(measure(Path(home, "data", "history.db")))
    for each in outcomes:
        sys.stdout.write(
            f"{each.damage:16} readable {each.readable:4} listed {each.listed:4} "
            f"missing {each.missing:4} {each.seconds:5.2f} s {'said' if each.problem else ''}\n"
        )
    bad = [each for each in outcomes if each.listed < each.readable]
    silent = [each for each in outcomes if each.listed < SESSIONS and not each.problem]
    slowest = max(each.seconds for each in outcomes)
    sys.stdout.write(
        f"{len(outcomes)} damages, {len(bad)} with fewer listed than readable, "
        f"{len(silent)} silent about a loss, slowest {slowest:.2f} s\n"
    )
    return 1 if bad or silent else 0


if __name__ == "__main__":
    sys.exit(main())
