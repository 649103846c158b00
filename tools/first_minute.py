"""Counts what a person reads, and which keys they press, before the first instruction.

    python tools/first_minute.py [ROUTINE]

Plays the first minute four times in a pseudo-terminal of 80x24: for somebody new, without the check
and with it, on a later day, and later the same day. It has stand-ins for a player, a voice and
what keeps a machine awake, so no line about what is missing is counted. Needs the extra `test`.
Exits with 1 where a goal is missed.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pexpect

from presspoint.sound import samples

ESCAPE = re.compile(r"\x1b\[[0-9;?>=]*[a-zA-Z]|\x1b[=>]|\r")
# What stands before a line to be marked by, "3  ", or says which page it is, "2/5. ": no word.
ITEM = re.compile(r"^\d(?:/\d+\.)? ", re.MULTILINE)
WORD = re.compile(r"\S+")
SCREEN = "\x1b[?1049h"
QUIET_SECONDS, PATIENCE_SECONDS = 0.5, 30.0
# What answers a question, by what stands in its last lines.
KEYS = (
    (r"How strong is the pain", "5"),
    (r"Enter: start", "\r"),
    (r"Does the pain travel|Upper back sore", "n"),
    (r"c: check now", "n"),
    (r"s: skip for today", "s"),
    (r"n: none\.", "n"),
)
# What a machine has on which nothing is missing: a player, a voice, and what keeps it awake.
PROGRAMS = {
    "pw-play": "exit 0",
    "espeak-ng": 'for each; do file=$each; done; cp {wav} "$file"',
    "systemd-inhibit": "exec cat",
}


class FirstMinute(NamedTuple):
    """The words and the keys until the first instruction."""

    words: int
    keys: int
    text: str


class Goal(NamedTuple):
    """What is played, and the most words and keys for it (no limit on keys where that is 0)."""

    name: str
    words: int
    keys: int = 0


GOALS = (
    Goal("first run, check skipped", 150),
    Goal("first run, with the check", 420),
    Goal("later run, another day", 90, 2),
    Goal("later run, same day", 60, 2),
)


def add_programs(folder: Path) -> str:
    """Put stand-ins for what is missing in a folder; return the PATH that finds them first."""
    samples.write(folder / "quiet.wav", samples.silence(0.1))
    for name, script in PROGRAMS.items():
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script.format(wav=folder / 'quiet.wav')}\n")
        path.chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


def play(home: str, routine: str, path: str, *, checks: bool = False) -> FirstMinute:
    """Return the first minute of a routine for the person of `home`, who may do the check.

    The session is left at once, without a hold. A program that ends before ends this one, with
    what it said.
    """
    child: Any = pexpect.spawn(
        sys.executable,
        ["-m", "presspoint", "routine", routine],
        env={**os.environ, "PRESSPOINT_HOME": home, "PATH": path, "TERM": "xterm-256color"},
        dimensions=(24, 80),
        encoding="utf-8",
        echo=False,
    )
    text, answered, keys = "", 0, 0
    while SCREEN not in text:
        said = _read(child)
        if not said:
            sys.exit(f"The program ended before the first instruction:\n{ESCAPE.sub('', text)}")
        text += said
        if key := _key(text[answered:], checks=checks):
            answered, keys = len(text), keys + 1
            child.send(key)
    child.send("q")
    child.expect(pexpect.EOF, timeout=PATIENCE_SECONDS)
    child.close()
    shown = ESCAPE.sub("", text.split(SCREEN)[0])
    return FirstMinute(len(WORD.findall(ITEM.sub("", shown))), keys, shown)


def _read(child: Any) -> str:  # noqa: ANN401  # pexpect has no types
    """What comes until nothing comes for a moment; empty once the program has ended.

    Raises pexpect.TIMEOUT where nothing comes.
    """
    text = ""
    with suppress(pexpect.EOF):
        text += child.read_nonblocking(65536, timeout=PATIENCE_SECONDS)
        while SCREEN not in text:
            try:
                text += child.read_nonblocking(65536, timeout=QUIET_SECONDS)
            except pexpect.TIMEOUT:
                break
    return text


def _key(text: str, *, checks: bool) -> str:
    """The key that answers what was asked last; empty where nothing is asked."""
    if checks and "s: skip for today" in text:
        return "\r"
    return next((key for pattern, key in KEYS if re.search(pattern, text)), "")


def play_all(routine: str) -> list[FirstMinute]:
    """Return the first minutes of GOALS, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        new, home, programs = (str(Path(folder, name)) for name in ("new", "home", "programs"))
        Path(programs).mkdir()
        path = add_programs(Path(programs))
        skipped, checked = play(new, routine, path), play(home, routine, path, checks=True)
        profile = Path(home, "config", "profile.toml")
        today = profile.read_text(encoding="utf-8")
        earlier = today.replace(str(date.today()), str(date.today() - timedelta(days=3)))  # noqa: DTZ011  # the local day, as the profile has it
        profile.write_text(earlier, encoding="utf-8")
        other_day = play(home, routine, path)
        profile.write_text(today, encoding="utf-8")
        return [skipped, checked, other_day, play(home, routine, path)]


def main() -> int:
    """Print a line for each first minute, and its text; return 1 where a goal is missed."""
    routine = sys.argv[1] if len(sys.argv) > 1 else "lower-back"
    missed = 0
    for goal, done in zip(GOALS, play_all(routine), strict=True):
        is_met = done.words <= goal.words and (not goal.keys or done.keys <= goal.keys)
        missed += not is_met
        most_keys = f" of {goal.keys}" if goal.keys else ""
        numbers = len(ITEM.findall(done.text))
        print(
            f"{goal.name}: {done.words} words of {goal.words}, {numbers} numbers before lines, "
            f"{done.keys} keys{most_keys}"
        )
        print("\n".join(f"    {line}" for line in done.text.splitlines()))
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
