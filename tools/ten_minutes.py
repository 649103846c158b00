"""Plays a real session beside everything that may hold it, and holds what was heard to its plan.

    python tools/ten_minutes.py [--short]

Both cores are busy all the time. Once each, another program locks the history in a hold (9 s), the
player fails (3 s), and nobody reads the terminal (60 s). Prints how late each tone of a hold was,
and whether the record is whole; exits with 1 where a tone was late or missing, or the record is
not. `--short` plays one and a half minutes, with shorter trouble.
"""

from __future__ import annotations

import csv
import json
import os
import pty
import select
import shlex
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from multiprocessing import Process
from pathlib import Path
from typing import Any, NamedTuple

from presspoint.sound.samples import RATE

LATE_SECONDS = 0.1
SCREEN = b"\x1b[?1049h"  # what a session's first frame begins with
SHORT = """
schema = 1
[routines.short]
title = "Short"
summary = "A short one."
[[routines.short.steps]]
title = "Hands"
position = "seated"
presses = [{ points = ["LI4"], seconds = 15 }]
[[routines.short.steps]]
title = "Knees"
position = "seated"
presses = [{ points = ["BL40"], seconds = 15 }]
"""
PLAYER = """#!/bin/sh
for each; do file=$each; done
[ -e {broken} ] && exit 1
exec sleep $(awk "BEGIN {{ print ($(stat -c %s "$file") - 44) / {bytes} }}")
"""


class Trouble(NamedTuple):
    """What goes wrong, from which second of the session on, and for how long."""

    name: str
    begins: float
    seconds: float


class Cue(NamedTuple):
    """A tone that was played, and what of its clip was heard."""

    tone: str
    seconds: float
    heard: str


class Stage:
    """A session's folders, its stand-in for a player, and what is to go wrong there."""

    def __init__(self, home: Path, routine: str) -> None:
        self.home, self.broken = home, home / "broken"
        self.is_read = True
        player = home / "bin" / "pw-play"
        player.parent.mkdir()
        player.write_text(PLAYER.format(broken=shlex.quote(str(self.broken)), bytes=2 * RATE))
        player.chmod(0o755)
        path = f"{player.parent}:{os.environ['PATH']}"
        self.environment = {
            **os.environ,
            "PRESSPOINT_HOME": str(home),
            "PATH": path,
            "TERM": "xterm-256color",
        }
        self.command = [sys.executable, "-m", "presspoint"]
        self.routine = routine

    def run(self, *arguments: str) -> str:
        """Run a command of presspoint; return what it prints."""
        command = [*self.command, *arguments]
        done = subprocess.run(  # noqa: S603  # a command of ours
            command, env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    @contextmanager
    def lock(self) -> Iterator[None]:
        """The history in the hands of another program."""
        path = self.home / "data" / "history.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            yield
            other.execute("ROLLBACK")

    @contextmanager
    def fail(self) -> Iterator[None]:
        """A player that fails."""
        self.broken.touch()
        yield
        self.broken.unlink()

    @contextmanager
    def stall(self) -> Iterator[None]:
        """A terminal that nobody reads."""
        self.is_read = False
        yield
        self.is_read = True

    def trouble(self, each: Trouble, began: float) -> None:
        """Wait for the moment, and let it go wrong for its time."""
        time.sleep(max(0.0, began + each.begins - time.monotonic()))
        with getattr(self, each.name)():
            time.sleep(each.seconds)

    def play(self, troubles: list[Trouble]) -> int:
        """Play the session in a terminal, beside all trouble; return its exit code."""
        end, terminal = pty.openpty()
        session = subprocess.Popen(  # noqa: S603  # as above
            [*self.command, "routine", self.routine, "--yes"],
            env=self.environment,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
        )
        os.close(terminal)
        has_begun, output = False, b""
        while session.poll() is None:
            time.sleep(0.05)
            if self.is_read and select.select([end], [], [], 0)[0]:
                try:
                    output = output[-len(SCREEN) :] + os.read(end, 65536)
                except OSError:
                    break
            if SCREEN in output and not has_begun:  # on busy cores it takes seconds to start
                has_begun = True
                for each in troubles:
                    arguments = (each, time.monotonic())
                    threading.Thread(target=self.trouble, args=arguments, daemon=True).start()
        return session.wait()


def planned_starts(plan: dict[str, Any]) -> list[tuple[str, float]]:
    """When each hold begins and is released, in seconds from the start of the session."""
    tones = {"hold": "start", "exercise": "start", "release": "release"}
    moment, found = 0.0, []
    for phase in plan["phases"]:
        if phase["kind"] in tones:
            found.append((tones[phase["kind"]], moment))
        moment += phase["seconds"]
    return found


def heard(stage: Stage, first_tone: float) -> list[Cue]:
    """What the recording says was heard with a tone, in seconds from the start of the session.

    It begins with the first cue: the opening, or without a voice the first tone. A tone comes after
    the lead of its clip, which wakes the loudspeaker.
    """
    with (stage.home / "data" / "sound" / "session.tsv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    moments = [float(row["seconds"]) + float(row["lead"]) for row in rows]
    offset = first_tone - moments[0] if rows and rows[0]["tone"] else 0.0
    return [
        Cue(row["tone"], moment + offset, row["heard"])
        for row, moment in zip(rows, moments, strict=True)
        if row["tone"]
    ]


def hold_to_plan(
    planned: list[tuple[str, float]], cues: list[Cue], excused: Callable[[float], bool]
) -> int:
    """Print how late each planned tone was; return how many were late or missing, unexcused."""
    faults = 0
    for tone, moment in planned:
        near = [each for each in cues if each.tone == tone and -1 < each.seconds - moment < 10]
        late = near[0].seconds - moment if near else None
        is_late = late is None or late > LATE_SECONDS
        faults += is_late and not excused(moment)
        shown = "missing" if late is None else f"{late:+.3f} s, {near[0].heard}"
        remark = " (the player failed)" * (is_late and excused(moment))
        print(f"{moment:8.1f} s  {tone:8} {shown}{remark}")
    return faults


def holds_of(plan: dict[str, Any]) -> list[tuple[float, float]]:
    """When each hold begins and ends, in seconds from the start."""
    moment, found = 0.0, []
    for phase in plan["phases"]:
        end = moment + phase["seconds"]
        if phase["kind"] == "hold":
            found.append((moment, end))
        moment = end
    return found


def be_busy() -> None:
    """Keep a core busy for good."""
    while True:
        pass


def main() -> int:
    """Play it, print what came of it; return 1 where a tone or the record is wrong."""
    is_short = "--short" in sys.argv
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), "short" if is_short else "lower-back")
        if is_short:
            own = stage.home / "config" / "catalogue"
            own.mkdir(parents=True)
            (own / "short.toml").write_text(SHORT)
        stage.run("settings", "record", "on")
        plan = json.loads(stage.run("plan", stage.routine, "--json"))
        holds = holds_of(plan)
        second_hold = holds[1][0]
        troubles = [  # the lock is on while a hold ends, which is to be saved
            Trouble("lock", holds[0][1] - 5, 9.0),
            Trouble("fail", second_hold - 1, 3.0),
            Trouble("stall", second_hold + 5 if is_short else 300.0, 20.0 if is_short else 60.0),
        ]
        failing = troubles[1]
        busy = [Process(target=be_busy, daemon=True) for _ in range(os.cpu_count() or 2)]
        for each in busy:
            each.start()
        began = time.monotonic()
        code = stage.play(troubles)
        took = time.monotonic() - began
        for each in busy:
            each.kill()
        planned = planned_starts(plan)
        faults = hold_to_plan(
            planned,
            heard(stage, planned[0][1]),
            lambda moment: failing.begins - 1 <= moment <= failing.begins + failing.seconds + 4,
        )
        (session,) = json.loads(stage.run("history", "--json"))["sessions"]
    is_whole = session["status"] == "finished" and len(session["holds"]) == session["planned_holds"]
    for trouble in troubles:
        print(f"{trouble.name} from {trouble.begins:.1f} s on, for {trouble.seconds:.0f} s")
    print(f"{took:.1f} s for {plan['total_seconds']} planned, start and last words: exit {code}")
    print(f"{len(session['holds'])} of {session['planned_holds']} holds saved, {session['status']}")
    print(f"{faults} tones late by more than {LATE_SECONDS} s, or missing")
    return int(bool(faults) or not is_whole or code != 0)


if __name__ == "__main__":
    sys.exit(main())
