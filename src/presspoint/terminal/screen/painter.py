"""Puts frames on the alternate screen, writing only the spans that differ; and takes it away.

Rich's Live writes a whole frame for each second gone by, seventeen times as much and in ten times
as much processor time, with Layout and Progress in more than that.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import zip_longest

from presspoint.terminal.cells import cell_width
from presspoint.terminal.output import screen_size
from presspoint.terminal.screen.lines import Frame, Span, Spans
from presspoint.terminal.styles import write_in
from presspoint.terminal.unblocked import count_dropped, finish, output_waits

# Where a terminal has no alternate screen, what stands on its only one is pushed up before it is
# cleared, and the last frame stays with the cursor below it. Elsewhere neither is seen.
TAKE, CLEAR, GIVE_BACK = "\x1b[?1049h\x1b[?25l", "\x1b[2J", "\x1b[?25h\x1b[?1049l"
NEW_LINE = "\r\n"


class Painter:
    """The alternate screen while open; `paint` shows a frame."""

    def __init__(self) -> None:
        self.rows: Frame = ()
        self.size = (0, 0)
        self.dropped = 0

    def enter(self) -> None:
        """Switch to an empty alternate screen without a cursor; the next frame is drawn whole."""
        lines = screen_size()[1]
        self._begin(f"{TAKE}\x1b[{lines};1H{lines * NEW_LINE}{CLEAR}")

    def leave(self) -> None:
        """Give the screen and the cursor back; a terminal that went away needs nothing."""
        with suppress(OSError):
            self._write(f"\x1b[0m\x1b[{max(1, len(self.rows))};1H{NEW_LINE}{GIVE_BACK}")
            finish()

    def paint(self, frame: Frame) -> None:
        """Write what of a frame differs from the last one, cut to the screen.

        While the terminal has not taken what was written before, the frame is dropped.
        """
        if output_waits():
            return
        if screen_size() != self.size or count_dropped() != self.dropped:
            self._begin(CLEAR)
        rows = frame[: self.size[1]]
        changes = "".join(
            change
            for number, (old, new) in enumerate(zip_longest(self.rows, rows, fillvalue=()), 1)
            if old != new
            for change in _changes(number, old, new)
        )
        self.rows = rows
        if changes:
            self._write(changes)

    def _begin(self, codes: str) -> None:
        """Write what empties the screen; the next frame is drawn whole, for the size as it is."""
        self.rows = ()
        self.size = screen_size()
        self.dropped = count_dropped()
        self._write(codes)

    def _write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()


def _changes(number: int, old: Spans, new: Spans) -> Iterator[str]:
    """What a terminal is sent for the row of this number to become the new one."""
    column = 1
    for index, (before, span) in enumerate(zip_longest(old, new)):
        if before != span:
            if before is None or span is None or cell_width(before[0]) != cell_width(span[0]):
                # Emptied first: at the end of a full row that would take its last character.
                yield f"\x1b[{number};{column}H\x1b[K{_codes(new[index:])}"
                return
            yield f"\x1b[{number};{column}H{_codes((span,))}"
        column += cell_width(span.text)


def _codes(spans: Sequence[Span]) -> str:
    return "".join(write_in(each.style, each.text) for each in spans)
