"""The countdown in block digits, to be read from the floor.

They are drawn with spaces in reverse: those have one width in every font and encoding, no gaps
between them, and nothing that a screen reader would read out.
"""

from functools import cache

from presspoint.terminal.screen.rows import Piece, Row

BLOCK_COLUMNS = 2  # about as wide as a row is high
GLYPHS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
}
HEIGHT = 5


@cache
def digit_rows(time: str, scale: int) -> tuple[Row, ...]:
    """Return "0:38" as 5 x `scale` rows, a piece a block."""
    width = BLOCK_COLUMNS * scale
    rows = (" ".join(GLYPHS[each][number] for each in time) for number in range(HEIGHT))
    drawn = (tuple(_block(each, width) for each in row) for row in rows)
    return tuple(row for row in drawn for _ in range(scale))


@cache
def _block(mark: str, width: int) -> Piece:
    return Piece(" " * width, "reverse" if mark == "#" else "")
