"""What a command loads, in a process of its own."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import presspoint

ROOT = Path(presspoint.__file__).parent.parent
PLAYED_UNTIL = """
import json, os, sys
from {module} import {owner}
def end(*_):
    print(json.dumps(sorted(sys.modules)), file=sys.stderr, flush=True)
    os._exit(0)
{owner}.{function} = end
from presspoint.__main__ import run_guarded
run_guarded(["routine", "lower-back", *{options}])
"""


def loaded_by(arguments: list[str]) -> set[str]:
    """Return the modules that a command loads in a process of its own."""
    program = (
        "import sys, json; from presspoint.__main__ import run_guarded;"
        f"code = run_guarded({arguments!r});"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, timeout=30, text=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def loaded_at_the_first_frame() -> set[str]:
    """Return the modules that are loaded when `routine lower-back --yes` shows its first frame."""
    return _loaded_when("presspoint.terminal.screen.painter", "Painter", "paint", ["--yes"])


def loaded_at_the_first_question(*options: str) -> set[str]:
    """Return the modules that are loaded when `routine lower-back` asks its first question."""
    module = "presspoint.terminal.questions.one_key"
    return _loaded_when(module, "OneKeyQuestion", "ask_on_terminal", [*options])


def _loaded_when(module: str, owner: str, function: str, options: list[str]) -> set[str]:
    """What is loaded when a routine on a terminal calls a function of a class."""
    program = PLAYED_UNTIL.format(module=module, owner=owner, function=function, options=options)
    ours, its = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "TERM": "xterm-256color"},
        stdin=its,
        stdout=its,
        stderr=subprocess.PIPE,
        check=True,
        timeout=30,
        text=True,
    )
    for end in (ours, its):
        os.close(end)
    return set(json.loads(done.stderr.splitlines()[-1]))


def own_modules(names: set[str]) -> set[str]:
    """Return which of these are files of presspoint, packages' own `__init__` not counted."""
    paths = {
        name: ROOT.joinpath(*name.split(".")) for name in names if name.startswith("presspoint.")
    }
    return {name for name, path in paths.items() if path.with_suffix(".py").exists()}
