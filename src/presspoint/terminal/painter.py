"""Puts frames on the alternate screen, writing only the lines that differ; and takes it away."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from rich.text import Text

from presspoint.terminal.output import console, screen_size
from presspoint.terminal.unblocked import dropped, finish, output_waits

if TYPE_CHECKING:
    from rich.console import RenderableType

# Where a terminal has no alternate screen, what stands on its only one is pushed up before it is
# cleared, and the last frame stays with the cursor below it. Elsewhere neither is seen.
TAKE, CLEAR, GIVE_BACK = "\x1b[?1049h\x1b[?25l", "\x1b[2J", "\x1b[?25h\x1b[?1049l"
NEW_LINE = "\r\n"


class Painter:
    """The alternate screen while open; `paint` shows a frame."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.size = (0, 0)
        self.dropped = 0

    def enter(self) -> None:
        """Switch to an empty alternate screen without a cursor; the next frame is drawn whole."""
        lines = screen_size()[1]
        self._begin(f"{TAKE}\x1b[{lines};1H{lines * NEW_LINE}{CLEAR}")

    def leave(self) -> None:
        """Give the screen and the cursor back; a terminal that went away needs nothing."""
        with suppress(OSError):
            self._write(f"\x1b[0m\x1b[{max(1, len(self.lines))};1H{NEW_LINE}{GIVE_BACK}")
            finish()

    def paint(self, frame: Sequence[RenderableType]) -> None:
        """Write the lines of a frame that differ from the last one, cut to the screen.

        While the terminal has not taken what was written before, the frame is dropped.
        """
        if output_waits():
            return
        if screen_size() != self.size or dropped() != self.dropped:
            self._begin(CLEAR)
        lines = [self._codes_of(line) for line in frame][: self.size[1]]
        before = self.lines + [""] * (len(lines) - len(self.lines))
        lines += [""] * (len(before) - len(lines))
        changed = [
            f"\x1b[{row};1H\x1b[K{line}"
            for row, (line, old) in enumerate(zip(lines, before, strict=True), 1)
            if line != old
        ]
        self.lines = lines
        if changed:
            self._write("".join(changed))

    def _begin(self, codes: str) -> None:
        """Write what empties the screen; the next frame is drawn whole, for the size as it is."""
        self.lines = []
        self.codes: dict[Any, str] = {}
        self.size = screen_size()
        self.dropped = dropped()
        self.console = console(self.size[0])
        self._write(codes)

    def _codes_of(self, line: RenderableType) -> str:
        """The codes of a line; what Rich made of one before is kept, as most do not change."""
        key = (line.markup, line.style) if isinstance(line, Text) else line
        if key not in self.codes:
            with self.console.capture() as captured:
                self.console.print(line, no_wrap=True, overflow="ellipsis")
            self.codes[key] = captured.get().split("\n")[0]
        return self.codes[key]

    def _write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()
