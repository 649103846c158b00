"""Times whole processes from start to end, and prints each as a ratio to a Python doing nothing."""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median

from children import PEAK_UNIT, Usage, answer_of, check_wheel, environment, fresh_home, start

FLOOR = "python -I -c pass"
ROUTINE, TERMDOWN = "routine lower-back --yes: first frame", "termdown 60: first frame"
SCREEN = b"\x1b[?1049h"
LOOK_UP_MIB, SESSION_MIB = 20.0, 35.0
COMPLETION = {
    "_PRESSPOINT_COMPLETE": "complete_bash",
    "COMP_WORDS": "presspoint point LI",
    "COMP_CWORD": "2",
}
DO_NOTHING = """
import typer
app = typer.Typer()
@app.command()
def main() -> None:
    pass
app()
"""
FILL_HISTORY = """
from presspoint.storage.history.writing import open_history
history = open_history()
with history.connection as rows:
    for number in range(1000):
        day = f"20{10 + number // 336}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        rows.execute(
            "INSERT INTO session (id, routine, started, status, planned_seconds)"
            " VALUES (?, 'lower-back', ?, 'finished', 593)",
            (f"{number:032x}", day + "T07:30:00+01:00"),
        )
        rows.executemany(
            "INSERT INTO hold"
            " (session, ordinal, points, zones, side, planned_seconds, held_seconds)"
            " VALUES (?, ?, 'LI4', '', 'left', 50, 50)",
            [(f"{number:032x}", each) for each in range(8)],
        )
history.close()
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A command, how it is run, and its targets: a ratio to the floor, and a peak in MiB.

    With `marks` the time until these were written counts, and a signal then ends the process;
    `ends` is the exit code that follows, a signal as a negative number.
    """

    name: str
    command: tuple[str, ...]
    target: float = 0.0
    peak: float = 0.0
    terminal: bool = True
    more: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[bytes, ...] = ()
    ends: int = 0
    with_history: bool = False


def cases(python: str, files: Path) -> list[Case]:
    """Return what is measured, the floor first; termdown where it is installed beside it."""
    program = str(Path(python).with_name("presspoint"))
    termdown = Path(python).with_name("termdown")
    room = LOOK_UP_MIB
    listing = [
        Case(FLOOR, (python, "-I", "-c", "pass")),
        Case("a Typer program that does nothing", (python, str(files / "nothing.py"))),
        Case("point LI4", (program, "point", "LI4"), 8, room),
        Case("point LI4, piped", (program, "point", "LI4"), 6.5, room, terminal=False),
        Case("Tab after point LI", (program,), 6.5, room, terminal=False, more=COMPLETION),
        Case("points", (program, "points"), 9, room),
        Case("history of 1,000 sessions", (program, "history"), 9, room, with_history=True),
        Case("--help", (program, "--help"), 7),
        Case(
            ROUTINE,
            (program, "routine", "lower-back", "--yes"),
            peak=SESSION_MIB,
            marks=(SCREEN, b"Get ready"),
            ends=-signal.SIGTERM,
        ),
    ]
    if termdown.exists():
        listing.append(Case(TERMDOWN, (str(termdown), "60"), marks=(SCREEN, b"88"), ends=1))
    return listing


def measure(case: Case, history: Path) -> Usage:
    """Return what one run used, in a home of its own. Raises RuntimeError if it failed."""
    with fresh_home() as home:
        if case.with_history:
            shutil.copytree(history, home / "presspoint")
        child = start(case.command, environment(home, case.more), terminal=case.terminal)
        if not case.marks:
            return child.finish(case.ends)
        wall = child.wait_for(*case.marks)
        child.terminate()
        usage = child.finish(case.ends)
        return Usage(wall, usage.cpu, usage.peak)


def table(listing: list[Case], runs: Mapping[str, list[Usage]]) -> Iterator[str]:
    """Yield the lines of the table, from medians; "x" is the ratio to the floor."""
    walls = {name: median(run.wall for run in each) for name, each in runs.items()}
    targets = {case.name: case.target for case in listing}
    targets[ROUTINE] = walls.get(TERMDOWN, 0.0) / walls[FLOOR]
    yield (
        f"{'command':38} {'ms':>6} {'x':>6} {'target':>11} {'CPU ms':>7} {'MiB':>6} {'target':>10}"
    )
    for case in listing:
        ours, wall = runs[case.name], walls[case.name]
        ratio, cpu = wall / walls[FLOOR], median(run.cpu for run in ours)
        peak = median(run.peak for run in ours)
        aim, room = verdict(ratio, targets[case.name]), verdict(peak, case.peak)
        line = f"{case.name:38} {wall * 1000:6.1f} {ratio:6.2f} {aim:>11}"
        yield f"{line} {cpu * 1000:7.1f} {size(peak):>6} {room:>10}".rstrip()


def verdict(value: float, target: float) -> str:
    """Return a target and whether a value is within it, as "8 within"; nothing without one."""
    return f"{target:.3g} {'within' if value <= target else 'over  '}" if target else ""


def size(peak: float) -> str:
    """Return a peak in MiB; one that is not above our own only says that it was no greater.

    A forked process begins with our memory, which the system counts as its own peak.
    """
    ours = getrusage(RUSAGE_SELF).ru_maxrss * PEAK_UNIT / 2**20
    return f"{peak:.1f}" if peak > ours else f"<{peak:.1f}"


def main() -> None:
    """Run every case in turn, round after round, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=sys.executable, help="of an environment with the wheel")
    parser.add_argument("--rounds", type=int, default=21)
    options = parser.parse_args()
    check_wheel(options.python)
    with fresh_home() as files:
        (files / "nothing.py").write_text(DO_NOTHING, encoding="utf-8")
        answer_of(options.python, FILL_HISTORY, files)
        listing = cases(options.python, files)
        runs: dict[str, list[Usage]] = {case.name: [] for case in listing}
        for turn in range(options.rounds + 1):  # the first round only warms up
            for case in listing:
                usage = measure(case, files / "presspoint")
                runs[case.name] += [usage] if turn else []
    print("\n".join(table(listing, runs)))
    print(f"Medians of {options.rounds} interleaved runs.")


if __name__ == "__main__":
    main()
