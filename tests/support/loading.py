"""What a command loads, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys


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
