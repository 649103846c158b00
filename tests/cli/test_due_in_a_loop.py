"""`presspoint due` in a loop of a shell, over a week: the clock of the program says which day."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

AT = """
import os, sys
from datetime import datetime
from presspoint import clock
clock._local_now = lambda: datetime.fromisoformat(os.environ["NOW"])
from presspoint.__main__ import run_guarded
sys.exit(run_guarded(sys.argv[1:]))
"""
LOOP = """
presspoint() { NOW="2026-$1+01:00" "$PYTHON" -c "$AT" "${@:2}" </dev/null; }
presspoint 11-30T20:00 course start lower-back --weeks 2 --times 3 >/dev/null || exit
for day in 11-30 12-01 12-02 12-03 12-04 12-05 12-06 12-07; do
    for hour in 20:00 21:00; do
        presspoint "${day}T$hour" due --quiet
        code=$?
        echo "$day $hour $code"
        # On 2 December nothing was done; on all other days it is, at the first reminder.
        if [ $code = 0 ] && [ $day != 12-02 ]; then
            presspoint "${day}T$hour" history did lower-back >/dev/null
        fi
    done
done
"""
REMINDERS = [
    *("11-30 20:00 0", "11-30 21:00 1"),
    *("12-01 20:00 1", "12-01 21:00 1"),  # a rest
    *("12-02 20:00 0", "12-02 21:00 0"),  # not done: reminded again
    *("12-03 20:00 0", "12-03 21:00 1"),
    *("12-04 20:00 1", "12-04 21:00 1"),  # a rest
    *("12-05 20:00 0", "12-05 21:00 1"),
    *("12-06 20:00 1", "12-06 21:00 1"),  # three are done
    *("12-07 20:00 0", "12-07 21:00 1"),  # the next week
]


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
def test_a_reminder_comes_only_while_something_is_due(home: Path) -> None:
    environment = {**os.environ, "PRESSPOINT_HOME": str(home), "PYTHON": sys.executable, "AT": AT}
    done = subprocess.run(
        ["bash", "-c", LOOP], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == REMINDERS
