"""What is drawn, as cells: each has one character and one ink, and belongs to one thing alone."""

from typing import Literal

from presspoint.named_tuple import NamedTuple
from presspoint.pictures.dots import Dot
from presspoint.pictures.target import Kind

Ink = Literal["outline", "inner", "place", "crossed", "label"]
INKS: dict[Kind, Ink] = {"guided": "place", "looked-up": "label", "barred": "crossed"}
ACROSS, DOWN = 2, 4
EMPTY_BRAILLE = 0x2800
# Rows down and columns across, for what lies on something that is written already.
NEAR = (
    (0, 0), (1, 0), (-1, 0), (0, 2), (0, -2), (1, 2), (-1, -2), (2, 0), (-2, 0),
    (1, -2), (-1, 2), (0, 3), (0, -3), (2, 2), (-2, -2), (0, 4), (0, -4),
    (1, 4), (1, -4), (-1, 4), (-1, -4), (0, 6), (0, -6),
)  # fmt: skip
BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


def cell_of(x: float, y: float, width: int = 1) -> tuple[int, int]:
    """Return the cell, column and row, from which on so many characters have a dot as their middle.

    So two digits on the left are as far from the midline as those on the right.
    """
    return int((x - ACROSS * (width - 1) / 2) // ACROSS), int(y // DOWN)


class Run(NamedTuple):
    """Some characters of a row in one ink."""

    text: str
    ink: Ink


Row = tuple[Run, ...]


class Grid:
    """A field of `columns` by `rows` cells, drawn in order: what comes later owns its cells."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._bits = [[0] * columns for _ in range(rows)]
        self._inks: list[list[Ink]] = [["label"] * columns for _ in range(rows)]
        self._texts: dict[tuple[int, int], str] = {}

    def draw(self, dots: list[Dot], ink: Ink, *, alone: bool = False) -> None:
        """Set dots; a cell takes the ink of the last of them, and no other dots if `alone`."""
        if alone:
            for x, y in dots:
                if self._holds(cell := (x // ACROSS, y // DOWN)):
                    self._bits[cell[1]][cell[0]] = 0
        for x, y in dots:
            column, row = x // ACROSS, y // DOWN
            if self._holds((column, row)):
                self._bits[row][column] |= BITS[y % DOWN][x % ACROSS]
                self._inks[row][column] = ink

    def erase(self, dots: list[Dot]) -> None:
        """Unset dots."""
        for x, y in dots:
            column, row = x // ACROSS, y // DOWN
            if self._holds((column, row)):
                self._bits[row][column] &= ~BITS[y % DOWN][x % ACROSS]

    def write(self, column: int, row: int, text: str, ink: Ink) -> None:
        """Write characters from a cell on; what is outside the field is left out."""
        for offset, character in enumerate(text):
            if self._holds(cell := (column + offset, row)):
                self._texts[cell] = character
                self._inks[row][column + offset] = ink

    def clear_beside(self, column: int, row: int, width: int) -> None:
        """Unset the inner lines in the cells on both sides of so many."""
        for beside in (column - 1, column + width):
            if self._holds((beside, row)) and self._inks[row][beside] == "inner":
                self._bits[row][beside] = 0

    def find_unwritten(self, column: int, row: int, text: str) -> tuple[int, int] | None:
        """Return the cell, or the nearest one to it, from which on nothing is written yet.

        None where there is none near. A number has a cell free on both sides, as two side by side
        would be read as one.
        """
        near = ((column + across, row + down) for down, across in NEAR)
        return next((cell for cell in near if self._is_unwritten(*cell, text)), None)

    def _is_unwritten(self, column: int, row: int, text: str) -> bool:
        cells = [(column + offset, row) for offset in range(len(text))]
        beside = [(column - 1, row), (column + len(text), row)] if text.isdigit() else []
        return all(map(self._holds, cells)) and self._texts.keys().isdisjoint(cells + beside)

    def is_free(self, column: int, row: int, width: int) -> bool:
        """Whether nothing is drawn or written in so many cells, all of them in the field."""
        return all(
            self._holds(cell) and cell not in self._texts and not self._bits[row][cell[0]]
            for cell in ((column + offset, row) for offset in range(width))
        )

    def _holds(self, cell: tuple[int, int]) -> bool:
        return 0 <= cell[0] < self.columns and 0 <= cell[1] < self.rows

    def lines(self) -> list[Row]:
        """Return the rows from above, each without what is empty at its end."""
        return [self._row(row) for row in range(self.rows)]

    def _row(self, row: int) -> Row:
        runs: list[Run] = []
        for column in range(self.columns):
            character, ink = self._character(column, row), self._inks[row][column]
            if runs and (character == " " or runs[-1].ink == ink):
                runs[-1] = Run(runs[-1].text + character, runs[-1].ink)
            else:
                runs.append(Run(character, ink))
        if runs:
            runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].ink)
        return tuple(run for run in runs if run.text)

    def _character(self, column: int, row: int) -> str:
        if text := self._texts.get((column, row)):
            return text
        # A space, as some fonts show the empty braille character as hollow dots.
        return chr(EMPTY_BRAILLE + bits) if (bits := self._bits[row][column]) else " "
