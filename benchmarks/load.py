"""Measures what much content costs: a long history, many own files and places, long routines.

Each figure is beyond the program's start, `presspoint --version`, in the same run.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from children import Usage, environment, fresh_home, output_of, start

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
    " SELECT printf('%032x', i), 'lower-back', strftime('%Y-%m-%dT%H:%M:%S+00:00', 946684800"
    " + i * 5400, 'unixepoch'), 'finished', 600.0, i % 11, i % 7 FROM n"
)
HOLD = (
    "INSERT INTO hold (session, ordinal, points, zones, side, planned_seconds, held_seconds, spots)"
    " SELECT id, k, 'BL23 BL52', '', 'both', 50.0,"
    " 30.0 + (session.rowid * 7 + k) % 200 / 10.0, 'BL23 BL52'"
    " FROM session, (SELECT 0 AS k UNION SELECT 1 UNION SELECT 2 UNION SELECT 3)"
)


class Case(NamedTuple):
    """A claim: what is prepared in a home, the command, its exit code, and the targets."""

    name: str
    prepare: Callable[[Path], None]
    arguments: tuple[str, ...]
    code: int
    seconds: float
    mebibytes: float


def own_files(home: Path, texts: list[str]) -> None:
    """Write own files of these texts."""
    folder = home / "presspoint" / "config" / "catalogue"
    folder.mkdir(parents=True, mode=0o700)
    for number, text in enumerate(texts):
        (folder / f"own{number:04}.toml").write_text(f"schema = 1\n{text}", encoding="utf-8")


def history_of(sessions: int, python: str) -> Callable[[Path], None]:
    """Return what makes a history of so many sessions of four holds."""

    def prepare(home: Path) -> None:
        make = "from presspoint.storage.history.writing import open_history; open_history().close()"
        output_of((python, "-c", make), home)
        path = home / "presspoint" / "data" / "history.db"
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(SESSION, {"sessions": sessions})
            connection.execute(HOLD)

    return prepare


def cases(python: str, sessions: int) -> list[Case]:
    """Return the claims, in the order of the table."""
    faults = ["".join(f"[zones.a{each}]\nn = 1\n" for each in range(13_000))]
    files = [ROUTINE.format(each) + STEP.format(each) for each in range(1000)]
    places = [ZONE.format(2 * each) + ZONE.format(2 * each + 1) for each in range(1000)]
    long = [ROUTINE.format(1) + PRESS + STEP.format(1) * 499]
    longer = [ROUTINE.format(1) + PRESS + STEP.format(1) * 999]

    def own(texts: list[str]) -> Callable[[Path], None]:
        return lambda home: own_files(home, texts)

    look_up = ("points", "--json")
    return [
        Case(f"history --json, {sessions:,} sessions", history_of(sessions, python),
             ("history", "--json"), 0, 2.0, 100),
        Case("a file of 13,000 faulty tables", own(faults), ("catalogue", "check"), 1, 2.0, 200),
        Case("1,000 own files", own(files), look_up, 0, 2.0, 200),
        Case("2,000 own places, the most", own(places), look_up, 0, 2.0, 200),
        Case("a routine of 500 steps, the most", own(long), ("plan", "r1", "--json"), 0, 2.0, 200),
        Case("a routine of 1,000 steps, refused", own(longer), ("plan", "r1"), 1, 2.0, 200),
    ]  # fmt: skip


def measure(python: str, case: Case, rounds: int) -> Usage:
    """Return the quickest of some runs of a case, less the program's start; its peak as it is."""
    program = str(Path(python).with_name("presspoint"))
    with fresh_home() as home:
        case.prepare(home)
        variables = environment(home)

        def run(arguments: tuple[str, ...], code: int) -> Usage:
            return start((program, *arguments), variables, terminal=False).finish(code)

        floor = min((run(("--version",), 0) for _ in range(rounds)), key=lambda use: use.wall)
        best = min(
            (run(case.arguments, case.code) for _ in range(rounds)), key=lambda use: use.wall
        )
    return Usage(best.wall - floor.wall, best.cpu - floor.cpu, best.peak)


def main() -> None:
    """Measure every case and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", required=True, help="the Python beside presspoint")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sessions", type=int, default=100_000)
    options = parser.parse_args()
    python = str(Path(options.python).absolute())
    sys.stdout.write(
        "| what | s | CPU s | target | MiB | target |\n| --- | --- | --- | --- | --- | --- |\n"
    )
    for case in cases(python, options.sessions):
        use = measure(python, case, options.rounds)
        sys.stdout.write(
            f"| {case.name} | {use.wall:.2f} | {use.cpu:.2f} | {case.seconds:g} | {use.peak:.0f} |"
            f" {case.mebibytes:g} |\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
