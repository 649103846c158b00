"""Lets twenty imports write at once, and kills others at random moments.

    python tools/kill_imports.py [KILLS]

Twenty processes import files that overlap into one history: each has to end well, and every session
has to be there once. Then an import of many sessions is killed again and again: after each kill the
history is sound, has every session of before, all of the file or nothing of it, and nothing else
lies beside it. Exits with 1 otherwise.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from damage_history import make_history

from presspoint.exchange.line import line_of
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, SessionRecord

WRITERS, OF_EACH, SHARED = 20, 30, 20
BEFORE, BROUGHT = 60, 1500
BESIDE = {"history.db", "running.lock", "history.db-journal"}
COMMAND = [sys.executable, "-m", "presspoint", "history", "import"]


def write_export(path: Path, names: list[str]) -> None:
    """Write an export of sessions with these ids."""
    hold = HoldRecord(("BL23", "BL52"), (), "both", 60.0, 60.0, ("BL23", "BL52"))
    started = "2026-11-21T07:30:00+01:00"
    session = SessionRecord("", "lower-back", started, Status.FINISHED, 590.0, (hold,) * 4)
    path.write_text("".join(line_of(session._replace(id=name)) for name in names))


def ids_of(path: Path) -> Counter[str]:
    """How often each session is in the history; raises AssertionError where it is not sound."""
    with closing(sqlite3.connect(path)) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if sound != "ok":
            raise AssertionError(sound)
        holds = "SELECT session, count(*) FROM hold GROUP BY session HAVING count(*) <> 4"
        if wrong := connection.execute(holds).fetchall():
            raise AssertionError(wrong)
        return Counter(row[0] for row in connection.execute("SELECT id FROM session"))


def start(path: Path) -> subprocess.Popen[bytes]:
    """Start an import of a file."""
    return subprocess.Popen([*COMMAND, str(path)], stdout=subprocess.DEVNULL)  # noqa: S603  # ours


def write_at_once(home: Path) -> str:
    """Let many imports write at once; return what went wrong, if anything."""
    shared = [f"shared-{number}" for number in range(SHARED)]
    files = [home / f"{number}.jsonl" for number in range(WRITERS)]
    for path in files:
        write_export(path, [f"{path.stem}-{number}" for number in range(OF_EACH)] + shared)
    codes = [each.wait() for each in [start(path) for path in files]]
    ids = ids_of(home / "data" / "history.db")
    is_right = set(ids.values()) == {1} and len(ids) == BEFORE + WRITERS * OF_EACH + SHARED
    return "" if is_right and not any(codes) else f"{len(ids)} sessions, exit codes {codes}"


def kill_once(home: Path, whole: bytes, seconds: float) -> str:
    """Kill an import after so long; return how far it came, or what is wrong."""
    data = home / "data"
    for each in data.iterdir():
        each.unlink()
    path = data / "history.db"
    path.write_bytes(whole)
    started = start(home / "many.jsonl")
    time.sleep(seconds)
    started.send_signal(signal.SIGKILL)
    was_killed = started.wait() == -signal.SIGKILL
    was_writing = (data / "history.db-journal").exists()
    number = len(ids := ids_of(path))
    strange = {each.name for each in data.iterdir()} - BESIDE
    if set(ids.values()) != {1} or number not in {BEFORE, BEFORE + BROUGHT} or strange:
        return f"WRONG: {number} sessions, {strange}"
    come = "nothing" if number == BEFORE else "all"
    return f"{'killed' if was_killed else 'ended'}{' while it wrote' * was_writing}: {come}"


def main() -> int:
    """Print what came of it; return 1 where anything was lost, doubled or is not sound."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    chance = random.Random(12)  # noqa: S311  # repeatable
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ["PRESSPOINT_HOME"] = folder
        make_history(BEFORE)
        whole = (home / "data" / "history.db").read_bytes()
        problem = write_at_once(home)
        sys.stdout.write(f"{WRITERS} imports at once: {problem or 'each session is there once'}\n")
        write_export(home / "many.jsonl", [f"many-{number}" for number in range(BROUGHT)])
        (home / "data" / "history.db").write_bytes(whole)
        began = time.monotonic()
        start(home / "many.jsonl").wait()
        longest = time.monotonic() - began
        moments = (chance.uniform(0.3, 2.0) * longest for _ in range(kills))
        outcomes = Counter(kill_once(home, whole, each) for each in moments)
    sys.stdout.write(f"{kills} kills of an import of {longest:.2f} s: {dict(outcomes)}\n")
    return 1 if problem or any(each.startswith("WRONG") for each in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
