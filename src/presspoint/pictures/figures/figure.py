"""A figure: one view of a part of the body, as lines and named landmarks.

Lengths are in the figure's own unit; x grows to the right and y downwards. A figure of the whole
body, or of the head from the front or behind, is drawn as one half, from its midline at x = 0
outwards, and is the same on both sides; one of a limb is of the person's left limb.
"""

from collections.abc import Iterator
from typing import Literal

from presspoint.named_tuple import NamedTuple

Kind = Literal["out", "in", "guide"]


class Position(NamedTuple):
    """Where something is on a figure, in its unit."""

    x: float
    y: float


class Line(NamedTuple):
    """An outline (`out`) or a line within it (`in`), drawn from `scale` dots a cun on.

    A `guide` is not drawn: places lie along it.
    """

    name: str
    kind: Kind
    scale: float
    points: tuple[Position, ...]


class Box(NamedTuple):
    """A part of a figure: its left and upper edge, its width and height, in the figure's unit."""

    x: float
    y: float
    width: float
    height: float


class Figure(NamedTuple):
    """One view. `cun` is one finger cun in its unit, for what has no measure of its own."""

    name: str
    box: Box
    cun: float
    is_half: bool
    lines: tuple[Line, ...]
    landmarks: dict[str, Position]

    def lines_at(self, dots_a_cun: float) -> Iterator[Line]:
        """Yield the lines that are drawn at this scale, those within before the outlines."""
        for kind in ("in", "out"):
            for line in self.lines:
                if line.kind == kind and line.scale <= dots_a_cun:
                    yield line

    def line(self, name: str) -> Line:
        """Return the line of that name. Raises KeyError."""
        for line in self.lines:
            if line.name == name:
                return line
        raise KeyError(f"{self.name} has no line {name}")
