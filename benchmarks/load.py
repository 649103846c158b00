"""Measures what much content costs: a long history, many own files and places, long routines.

Each figure is beyond the program's start, `presspoint --version`, in the same run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from children import Usage, check_wheel, environment, fresh_home, start
from content import PACKAGES, PRESS, ROUTINE, STEP, ZONE, history_of, own_files, places


class Case(NamedTuple):
    """A claim: what is prepared in a home, the command, its exit code, and the targets."""

    name: str
    prepare: Callable[[Path], None]
    arguments: tuple[str, ...]
    code: int
    seconds: float
    mebibytes: float


def cases(python: str, sessions: int) -> list[Case]:
    """Return the claims, in the order of the table."""
    faults = ["".join(f"[zones.a{each}]\nn = 1\n" for each in range(13_000))]
    files = [ROUTINE.format(each) + STEP.format(each) for each in range(1000)]
    zones = [ZONE.format(2 * each) + ZONE.format(2 * each + 1) for each in range(1000)]
    more = ["".join(ZONE.format(37 * each + n) for n in range(37)) for each in range(1000)]
    long = [ROUTINE.format(1) + PRESS + STEP.format(1) * 499]
    longer = [ROUTINE.format(1) + PRESS + STEP.format(1) * 999]

    def own(texts: list[str]) -> Callable[[Path], None]:
        return lambda home: own_files(home, texts)

    look_up = ("points", "--json")
    return [
        Case(f"history --json, {sessions:,} sessions", history_of(sessions, python),
             ("history", "--json"), 0, 2.0, 100),
        Case(f"history, {sessions:,} sessions", history_of(sessions, python),
             ("history",), 0, 0.3, 100),
        Case(f"stats, {sessions:,} sessions of nine holds", history_of(sessions, python, 9),
             ("stats",), 0, 0.3, 100),
        Case(f"stats --all, {sessions:,} sessions of nine holds", history_of(sessions, python, 9),
             ("stats", "--all"), 0, 2.0, 100),
        Case("the same, with a place", history_of(sessions, python),
             ("history", "--point", "BL23"), 0, 0.3, 100),
        Case("the same, with one that is in none", history_of(sessions, python),
             ("history", "--point", "GB21"), 0, 0.3, 100),
        Case("the same, since a day", history_of(sessions, python),
             ("history", "--since", "7y"), 0, 0.3, 100),
        Case("a file of 13,000 faulty tables", own(faults), ("catalogue", "check"), 1, 2.0, 200),
        Case("1,000 own files", own(files), look_up, 0, 2.0, 200),
        Case("2,000 own places, the most", own(zones), look_up, 0, 2.0, 200),
        Case("37,000 own places, refused", own(more), ("catalogue", "check"), 1, 2.0, 200),
        Case("36,100 places, one look-up", places(36_100, python), ("point", "LI4"), 0, 2.0, 200),
        Case("36,100 places, all of them", places(36_100, python), look_up, 0, 2.0, 200),
        Case("a routine of 500 steps, the most", own(long), ("plan", "r1", "--json"), 0, 2.0, 200),
        Case("a routine of 1,000 steps, refused", own(longer), ("plan", "r1"), 1, 2.0, 200),
    ]  # fmt: skip


def measure(python: str, case: Case, rounds: int) -> Usage:
    """Return the quickest of some runs of a case, less the program's start; its peak as it is."""
    program = (python, "-m", "presspoint")
    with fresh_home() as home:
        case.prepare(home)
        variables = environment(home, {"PYTHONPATH": str(home / PACKAGES)})

        def run(arguments: tuple[str, ...], code: int) -> Usage:
            return start((*program, *arguments), variables, terminal=False).finish(code)

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
    check_wheel(python)
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
