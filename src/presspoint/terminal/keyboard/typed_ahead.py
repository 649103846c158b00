"""What was typed before anybody reads it."""

import select
import sys
import termios
from contextlib import suppress


def input_waits() -> bool:
    """Whether something was typed on the terminal, in raw mode, that nobody has read yet."""
    return bool(select.select([sys.stdin], [], [], 0)[0])


def discard_input() -> None:
    """Throw away what was typed on the terminal and waits to be read."""
    with suppress(termios.error, OSError):
        termios.tcflush(sys.stdin, termios.TCIFLUSH)
