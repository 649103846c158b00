"""Watches a session from outside: its CPU, output, wake-ups and memory, and how late it is.

Beside it runs a timer of the standard library that only prints each second left: the floor.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from children import Child, answer_of, check_wheel, environment, fresh_home, output_of, start
from countdown import Countdown, lateness, p99

SETTLED_SECONDS = 3.0
FLOOR_SECONDS = 3599
FLOOR = f"""
import time
began = time.monotonic()
for second in range({FLOOR_SECONDS}):
    time.sleep(max(0, began + second - time.monotonic()))
    left = {FLOOR_SECONDS} - second
    print(f"\\x1b[1;1H\\x1b[K{{left // 60}}:{{left % 60:02}} Floor", end="", flush=True)
"""
LABELS = """
import json
from presspoint.cues.phase_table import PHASES, label_of
from presspoint.terminal.screen.countdown import GLYPHS
labels = {kind: [label_of(kind, is_hold=each) for each in (False, True)] for kind in PHASES}
print(json.dumps([
    {kind: [each or "Hold" for each in both] for kind, both in labels.items()}, GLYPHS
]))
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a process had used at a moment: seconds, CPU seconds, bytes, wake-ups, peak MiB."""

    at: float
    cpu: float
    written: int
    wakes: int
    peak: float


@dataclass(slots=True)
class Watched:
    """A running timer, what it shows, and what it had used when settled and at the end."""

    child: Child
    countdown: Countdown
    written: int = 0
    readings: list[Reading] = field(default_factory=list)

    def take(self) -> None:
        """Note what came, and when. Raises RuntimeError if the timer ended."""
        came = self.child.read()
        if not came:
            raise RuntimeError("a timer ended before it was told to")
        self.countdown.take(came, time.perf_counter())
        self.written += len(came)

    def measure(self) -> None:
        """Note what the process has used so far, all threads together."""
        process = Path("/proc", str(self.child.pid))
        cpu = sum(int(each.read_text().split()[0]) for each in process.glob("task/*/schedstat"))
        wakes = sum(
            _status(each, "voluntary_ctxt_switches") for each in process.glob("task/*/status")
        )
        peak = _status(process / "status", "VmHWM") / 1024
        self.readings.append(Reading(time.perf_counter(), cpu / 1e9, self.written, wakes, peak))


def watch(timers: list[Watched], seconds: float) -> None:
    """Follow the timers from their first output on, measured when settled and at the end."""
    with selectors.DefaultSelector() as ready:
        for timer in timers:
            timer.take()
            ready.register(timer.child.output, selectors.EVENT_READ, timer)
        began = time.perf_counter()
        for moment in (began + SETTLED_SECONDS, began + seconds):
            while (left := moment - time.perf_counter()) > 0:
                for key, _ in ready.select(left):
                    key.data.take()
            for timer in timers:
                timer.measure()


def observed(python: str, home: Path, seconds: float) -> tuple[Watched, Watched]:
    """Return a session and the floor, watched side by side; q ends the one, a signal the other."""
    program = str(Path(python).with_name("presspoint"))
    labels, digits = json.loads(answer_of(python, LABELS, home))
    plan = json.loads(output_of((program, "plan", "lower-back", "--json"), home))
    phases = [
        (labels[each["kind"]][bool(each["points"])], round(each["seconds"]))
        for each in plan["phases"]
    ]
    phases[0] = labels["find"][0], phases[0][1]  # the opening is headed as what leads to a movement
    played = (program, "routine", "lower-back", "--yes")
    session = Watched(start(played, environment(home), terminal=True), Countdown(phases, digits))
    counting = start((python, "-I", "-c", FLOOR), environment(home), terminal=True)
    floor = Watched(counting, Countdown([("Floor", FLOOR_SECONDS)]))
    watch([session, floor], seconds)
    floor.child.terminate()
    floor.child.finish(-signal.SIGTERM)
    os.write(session.child.output, b"q")
    session.child.finish()
    return session, floor


def figures(timer: Watched) -> list[tuple[str, float]]:
    """Return every figure with what it is called; the first three per minute, settled."""
    before, after = timer.readings
    minutes = (after.at - before.at) / 60
    late = lateness(timer.countdown)
    return [
        ("CPU, ms a minute", (after.cpu - before.cpu) * 1000 / minutes),
        ("written, KiB a minute", (after.written - before.written) / 1024 / minutes),
        ("wake-ups a minute", (after.wakes - before.wakes) / minutes),
        ("peak, MiB", after.peak),
        ("changes of phase seen", len(late.boundaries)),
        ("change of phase late, ms, p99", p99(late.boundaries or [0.0])),
        ("change of phase late, ms, max", max(late.boundaries, default=0.0)),
        ("change of countdown late, ms, p99", p99(late.changes)),
        ("change of countdown late, ms, max", max(late.changes)),
        ("drift over the run, ms", late.drift),
        ("seconds never shown", late.skipped),
    ]


def table(session: Watched, floor: Watched, loops: int) -> Iterator[str]:
    """Yield the lines of the table: a figure, the session's, the floor's, the target."""
    late = 20.0 if loops else 5.0
    targets = {0: 100.0, 1: 40.0, 2: 200.0, 3: 35.0, 5: late, 7: late, 10: 0.0}
    yield f"{'':34} {'session':>8} {'floor':>8} {'target':>7}"
    for row, ((name, ours), (_, least)) in enumerate(
        zip(figures(session), figures(floor), strict=True)
    ):
        line = f"{name:34} {ours:8.1f} {least:8.1f}"
        if row in targets:
            line += f" {targets[row]:7.0f} {'within' if ours <= targets[row] else 'over'}"
        yield line


@contextlib.contextmanager
def busy(loops: int) -> Iterator[None]:
    """Keep that many processes busy meanwhile."""
    command = [sys.executable, "-I", "-c", "while True: pass"]
    running = [subprocess.Popen(command) for _ in range(loops)]
    try:
        yield
    finally:
        for each in running:
            each.kill()
            each.wait()


def main() -> None:
    """Watch one session and print what it used."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=sys.executable, help="of an environment with the wheel")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long to watch; 60")
    parser.add_argument("--busy", type=int, default=0, metavar="K", help="busy loops beside it")
    given = parser.parse_args()
    if given.seconds < 25:
        parser.error("--seconds: the origin and the drift need 25 at least")
    check_wheel(given.python)
    with fresh_home() as home, busy(given.busy):
        session, floor = observed(given.python, home, given.seconds)
    print("\n".join(table(session, floor, given.busy)))


def _status(path: Path, name: str) -> int:
    """Return the number behind a name in a status file of the system."""
    line = next(each for each in path.read_text().splitlines() if each.startswith(f"{name}:"))
    return int(line.split()[1])


if __name__ == "__main__":
    main()
