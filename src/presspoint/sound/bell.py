"""The terminal's bell, for want of anything better."""

import select
import sys


def ring() -> bool:
    """Ring the bell, if the terminal reads: it is not waited for. Return whether it rang."""
    try:
        if not select.select((), (sys.stdout,), (), 0)[1]:
            return False
    except (OSError, ValueError):  # no file that can be waited for
        pass
    try:
        print(end="\a", flush=True)
    except OSError:
        return False
    return True
