"""What stands on a screen, as far as a countdown needs it: text, and blocks in reverse."""

from __future__ import annotations

import codecs
import re

PARTS = re.compile(r"\x1b\[[?\d;]*[A-Za-z]|\x1b\[?[?\d;]*$|[^\x1b]+")
BLOCK = "#"


class Screen:
    """The characters of 24 lines of 80; a space in reverse is a block."""

    def __init__(self, columns: int = 80, lines: int = 24) -> None:
        self.columns = columns
        self.lines = [[" "] * columns for _ in range(lines)]
        self.row = self.column = 0
        self.is_reverse = False
        self.rest = ""
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def take(self, written: bytes) -> None:
        """Take in what was written; a part of a code waits for the rest of it."""
        text, self.rest = self.rest + self.decoder.decode(written), ""
        for part in PARTS.findall(text):
            if not part.startswith("\x1b"):
                self._write(part)
            elif part[-1].isalpha():
                self._obey(part[-1], part[2:-1])
            else:
                self.rest = part

    def text(self, row: int) -> str:
        """Return a line, without the blanks at its end."""
        return "".join(self.lines[row]).rstrip()

    def _write(self, text: str) -> None:
        for character in text:
            if character in "\r\n":
                self.column = 0
            elif self.row < len(self.lines) and self.column < self.columns:
                is_block = self.is_reverse and character == " "
                self.lines[self.row][self.column] = BLOCK if is_block else character
                self.column += 1

    def _obey(self, code: str, numbers: str) -> None:
        if code == "H":
            row, _, column = numbers.partition(";")
            self.row, self.column = int(row or 1) - 1, int(column or 1) - 1
        elif code == "K":
            self.lines[self.row][self.column :] = [" "] * (self.columns - self.column)
        elif code == "J":
            self.lines = [[" "] * self.columns for _ in self.lines]
        elif code == "m":
            self.is_reverse = "7" in numbers.split(";")
