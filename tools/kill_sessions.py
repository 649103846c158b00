"""Kills real sessions at random moments, and holds what they reported against the history.

    python tools/kill_sessions.py [KILLS]

Each is a whole session, without a terminal, of a routine of three holds of a second. Four of ten
are killed in the seconds after their first words, when the history is made, the others anywhere up
to the second hold. Nothing may be lost that was reported: a hold after which the next one was
announced, and what the history listed right before the kill. Three sessions share a home, so that
the next one starts on what a killed one left. After each kill the history has to be sound. Exits
with 1 otherwise.
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

from presspoint.phrases import PRESS as ANNOUNCED
from presspoint.storage.history.reading import Damage, read_sessions

AT_ONCE, SESSIONS_A_HOME = 6, 3
EARLY, EARLY_SECONDS, LATEST_SECONDS = 0.4, 4.0, 30.0
ROUTINE = """
schema = 1
[zones.spot]
name = "Spot"
region = "hand"
sides = "together"
place = "the palm"
find = "Feel it."
press = "Press lightly."
hold = { seconds = [1, 5], cap = 5, repeats = 3 }
positions = ["standing"]
tools = ["thumb"]
[routines.short]
title = "Short"
summary = "A short one."
[[routines.short.steps]]
title = "Hands"
position = "standing"
presses = [{ points = ["spot"], seconds = 1, rounds = 3 }]
"""
COMMAND = ["-m", "presspoint", "routine", "short", "--yes", "--pace", "brisk"]
LOST, WRONG, ENDED = "LOST", "NOT AS IT WAS", "ended by itself"


class Home:
    """A folder for a few sessions, one at a time: what was reported of each session's holds."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.sessions = folder, 0
        self.kept: dict[str, int] = {}
        self.began: float | None = None
        catalogue = folder / "config" / "catalogue"
        catalogue.mkdir(parents=True)
        (catalogue / "short.toml").write_text(ROUTINE)
        self.start(chance)

    def start(self, chance: random.Random) -> None:
        """Start a session, and choose when to kill it."""
        latest = EARLY_SECONDS if chance.random() < EARLY else LATEST_SECONDS
        self.lifetime, self.began = chance.uniform(0, latest), None
        self.sessions += 1
        with (self.folder / "said").open("wb") as said:
            self.session = subprocess.Popen(  # noqa: S603  # a command of ours
                [sys.executable, *COMMAND],
                env={**os.environ, "PRESSPOINT_HOME": str(self.folder)},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
            )

    def is_due(self) -> bool:
        """Whether the moment to kill has come, so long after the first words."""
        now = time.monotonic()
        if self.began is None and (self.folder / "said").stat().st_size:
            self.began = now
        return self.began is not None and now >= self.began + self.lifetime

    def kill(self) -> Counter[str]:
        """Kill the session; return what came of it."""
        before = self.listed()
        self.session.send_signal(signal.SIGKILL)
        was_killed = self.session.wait() == -signal.SIGKILL
        said = (self.folder / "said").read_text(errors="replace")
        found = self.listed()
        new = found.keys() - self.kept.keys()
        own = sum(found[name] for name in new)
        is_lost = any(found.get(name, -1) < holds for name, holds in before.items())
        is_lost |= own < said.count(ANNOUNCED) - 1
        is_wrong = len(new) > 1 or any(found[name] != holds for name, holds in self.kept.items())
        self.kept = found
        return Counter(
            {
                f"{own} holds saved" if new else "before it was recorded": 1,
                ENDED: not was_killed,
                LOST: is_lost,
                WRONG: is_wrong or not self.is_sound(),
            }
        )

    def listed(self) -> dict[str, int]:
        """The holds of each session that the history lists. Raises StorageError for damage."""
        os.environ["PRESSPOINT_HOME"] = str(self.folder)
        damage = Damage()
        found = {each.id: len(each.holds) for each in read_sessions(damage)}
        damage.check()
        return found

    def is_sound(self) -> bool:
        """Whether SQLite finds no damage in the history, if there is one."""
        path = self.folder / "data" / "history.db"
        if not path.exists():
            return True
        with closing(sqlite3.connect(path)) as connection:
            return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


def main() -> int:
    """Print how far the killed sessions came; return 1 where anything was lost or is wrong."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    chance, outcomes = random.Random(12), Counter[str]()  # noqa: S311  # repeatable
    done, homes = 0, list[Home]()
    with tempfile.TemporaryDirectory() as folder:
        while done < kills:
            homes += [
                Home(Path(tempfile.mkdtemp(dir=folder)), chance)
                for _ in range(min(AT_ONCE, kills - done) - len(homes))
            ]
            home = next(filter(Home.is_due, homes), None)
            if home is None:
                time.sleep(0.05)
                continue
            outcomes += home.kill()
            done += 1
            if home.sessions < SESSIONS_A_HOME and kills - done >= len(homes):
                home.start(chance)
            else:
                homes.remove(home)
            if done % 100 == 0:
                sys.stdout.write(f"{done}: {dict(sorted(outcomes.items()))}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{done} kills: {dict(sorted(outcomes.items()))}\n")
    return 1 if any(outcomes[each] for each in (LOST, WRONG, ENDED)) else 0


if __name__ == "__main__":
    sys.exit(main())
