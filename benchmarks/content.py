"""Makes much content in a home: a long history, own files, a hundred times the places."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from children import output_of

PACKAGES = "packages"  # a folder of a home where Python looks first
ZONE = """[zones.z{0}]
name = "Spot {0}"
region = "hand"
place = "the back of the hand"
find = "Feel the back of the hand."
press = "Press lightly."
hold = {{ seconds = [20, 30], cap = 30 }}
positions = ["seated"]
tools = ["thumb"]
"""
ROUTINE = '[routines.r{0}]\ntitle = "R"\nsummary = "S"\n'
STEP = '[[routines.r{0}.steps]]\ntitle = "T"\nposition = "seated"\nexercise = 5\ntext = "Rest."\n'
PRESS = '[[routines.r1.steps]]\ntitle = "T"\nposition = "seated"\n'
PRESS += 'presses = [{ points = ["LI4"], seconds = 30 }]\n'
SESSION = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :sessions)"
    " INSERT INTO session (id, routine, started, status, planned_seconds, pain_before, pain_after)"
    " SELECT lower(hex(randomblob(16))), 'lower-back',"  # ids are random, as those of presspoint
    " strftime('%Y-%m-%dT%H:%M:%S+00:00', strftime('%s', 'now') - (:sessions - i) * 5400,"
    " 'unixepoch'),"
    " 'finished', 600.0, i % 11, i % 7 FROM n"
)
HOLD = (
    "INSERT INTO hold (session, ordinal, points, zones, side, planned_seconds, held_seconds, spots)"
    " SELECT id, k, 'BL23 BL52', '', 'both', 50.0,"
    " 30.0 + (session.rowid * 7 + k) % 200 / 10.0, 'BL23 BL52'"
    " FROM session, (WITH RECURSIVE h(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM h"
    " WHERE k + 1 < :holds) SELECT k FROM h)"
    " ORDER BY session.rowid, k"  # as they are saved: one session after the other
)


def own_files(home: Path, texts: list[str]) -> None:
    """Write own files of these texts."""
    folder = home / "presspoint" / "config" / "catalogue"
    folder.mkdir(parents=True, mode=0o700)
    for number, text in enumerate(texts):
        (folder / f"own{number:04}.toml").write_text(f"schema = 1\n{text}", encoding="utf-8")


def history_of(sessions: int, python: str, holds: int = 4) -> Callable[[Path], None]:
    """Return what makes a history of so many sessions of so many holds, sixteen a day up to now."""

    def prepare(home: Path) -> None:
        make = "from presspoint.storage.history.writing import open_history; open_history().close()"
        output_of((python, "-c", make), home)
        path = home / "presspoint" / "data" / "history.db"
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(SESSION, {"sessions": sessions})
            connection.execute(HOLD, {"holds": holds})

    return prepare


def places(number: int, python: str) -> Callable[[Path], None]:
    """Return what puts a presspoint into a home that ships so many points, by copies of its own."""

    def prepare(home: Path) -> None:
        where = "import presspoint; print(presspoint.__path__[0])"
        package = home / PACKAGES / "presspoint"
        shutil.copytree(output_of((python, "-I", "-c", where), home).strip(), package)
        built, index = package / "points.json", package / "index.json"
        catalogue = json.loads(built.read_bytes())
        catalogue["points"] |= json.loads(index.read_bytes())
        index.write_text("{}", encoding="utf-8")
        shipped = list(catalogue["points"].items())
        for each in range(len(shipped), number):
            code, point = shipped[each % len(shipped)]
            catalogue["points"][f"{code}x{each}"] = point
        built.write_text(json.dumps(catalogue, separators=(",", ":")), encoding="utf-8")

    return prepare
