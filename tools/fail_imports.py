"""Lets each call of an import to the disk fail once, and looks what is left of the history.

    python tools/fail_imports.py        (Linux, with strace)

For each call that touches the data folder (open, read, write, sync, remove), and each of the errors
that a disk may answer: the import ends in words, or ends well; the history is sound, and has all of
the file or nothing of it; and the same import after it brings what is missing, once. Exits with 1
otherwise.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from damage_history import make_history
from kill_imports import COMMAND, ids_of, write_export

CALLS = {
    "openat": ("EACCES", "ENOSPC", "EMFILE"),
    "pwrite64": ("ENOSPC", "EIO"),
    "write": ("ENOSPC",),
    "pread64": ("EIO",),
    "fsync": ("EIO",),
    "fdatasync": ("EIO",),
    "ftruncate": ("EIO",),
    "unlink": ("EIO", "EACCES"),
    "newfstatat": ("EIO",),
}
BEFORE, BROUGHT = 20, 40
WAYS_TO_END = {0, 1, 4}
FAULT = "fault of presspoint itself"


def traced(home: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run an import under strace, which looks at the calls to the data folder only."""
    data = home / "data"
    names = ("history.db", "history.db-journal", "running.lock", "")
    paths = [part for name in names for part in ("-P", str(data / name).rstrip("/"))]
    strace = ["strace", "-f", "-o", str(home / "calls"), *paths, *options]
    return subprocess.run(  # noqa: S603  # a command of ours
        [*strace, *COMMAND, str(home / "many.jsonl")], capture_output=True, text=True, check=False
    )


def reset(home: Path, whole: bytes) -> Path:
    """Put the history back as it was before; return its path."""
    shutil.rmtree(home / "data")
    (home / "data").mkdir(mode=0o700)
    path = home / "data" / "history.db"
    path.write_bytes(whole)
    return path


def fail(home: Path, whole: bytes, call: str, error: str, number: int) -> str:
    """Let one call fail; return what came of it."""
    path = reset(home, whole)
    done = traced(home, "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={number}")
    found = ids_of(path)
    is_whole = len(found) in {BEFORE, BEFORE + BROUGHT} and set(found.values()) == {1}
    said = done.stderr.strip()
    in_words = done.returncode in WAYS_TO_END and "Traceback" not in said and FAULT not in said
    honest = done.returncode != 0 or len(found) == BEFORE + BROUGHT
    subprocess.run([*COMMAND, str(home / "many.jsonl")], capture_output=True, check=True)  # noqa: S603  # as above
    again = ids_of(path)
    if not (is_whole and in_words and honest) or len(again) != BEFORE + BROUGHT:
        return (
            f"WRONG: {call} {error} {number}: exit {done.returncode}, {len(found)}, {said[-200:]}"
        )
    come = "all came" if len(found) > BEFORE else "nothing came"
    return f"exit {done.returncode}, {come}"


def main() -> int:
    """Print what came of each failure; return 1 where anything was lost, doubled or not said."""
    outcomes = Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ["PRESSPOINT_HOME"] = folder
        make_history(BEFORE)
        whole = (home / "data" / "history.db").read_bytes()
        write_export(home / "many.jsonl", [f"many-{number}" for number in range(BROUGHT)])
        reset(home, whole)
        traced(home, "-e", f"trace={','.join(CALLS)}")
        calls = Counter(re.findall(r"^\d+ +(\w+)\(", (home / "calls").read_text(), re.MULTILINE))
        sys.stdout.write(f"calls of an import: {dict(calls)}\n")
        for call, errors in CALLS.items():
            for error in errors:
                for number in range(1, calls[call] + 1):
                    outcomes[fail(home, whole, call, error, number)] += 1
    for outcome, number in sorted(outcomes.items()):
        sys.stdout.write(f"{number:4} {outcome}\n")
    return 1 if any(each.startswith("WRONG") for each in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
