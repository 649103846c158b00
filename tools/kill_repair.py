"""Kills `presspoint history repair` at random moments, and looks whether anything was lost.

    python tools/kill_repair.py [KILLS]

After each kill the damaged file has to be there whole, under its name or the one it was set aside
under, and every session that could be read before has to be readable. Exits with 1 otherwise.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from damage_history import make_history

from presspoint.storage.history.reading import read_history

SESSIONS = 120
PAGE = 4096


def spoil_a_page(path: Path) -> bytes:
    """Overwrite a page in the middle of a file; return what the file holds then."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // PAGE // 3 * PAGE)
        file.write(b"\xff" * PAGE)
    return path.read_bytes()


def repair_seconds(command: list[str]) -> float:
    """The seconds that a repair takes that nobody kills."""
    began = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # a command of ours
    return time.monotonic() - began


def main() -> int:
    """Print how many kills came before, within and after the repair; return 1 for any loss."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    chance, outcomes = random.Random(12), {"before": 0, "after": 0, "lost": 0}  # noqa: S311  # repeatable
    command = [sys.executable, "-m", "presspoint", "history", "repair", "--yes"]
    with tempfile.TemporaryDirectory() as home:
        os.environ["PRESSPOINT_HOME"] = home
        make_history(SESSIONS)
        path = Path(home, "data", "history.db")
        damaged = spoil_a_page(path)
        readable = {each.id for each in read_history()}
        longest = repair_seconds(command)
        for _ in range(kills):
            for each in (*path.parent.glob("history*"), *path.parent.glob(".history*")):
                each.unlink()
            path.write_bytes(damaged)
            started = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603  # as above
            time.sleep(chance.uniform(0.4, 2.0) * longest)
            started.send_signal(signal.SIGKILL)
            started.wait()
            copies = [each.read_bytes() for each in path.parent.glob("history*.db")]
            is_kept = damaged in copies and {each.id for each in read_history()} == readable
            outcomes["before" if path.read_bytes() == damaged else "after"] += 1
            outcomes["lost"] += not is_kept
        shutil.rmtree(path.parent)
    sys.stdout.write(f"{kills} kills of a repair of {longest:.2f} s: {outcomes}\n")
    return 1 if outcomes["lost"] else 0


if __name__ == "__main__":
    sys.exit(main())
