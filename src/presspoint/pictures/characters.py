"""The same drawing for a terminal without braille: a character for the direction of the line."""

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, degrees

from presspoint.named_tuple import NamedTuple
from presspoint.pictures.figures.figure import Box, Figure, Line, Position
from presspoint.pictures.grid import ACROSS, DOWN, INKS, Grid, cell_of
from presspoint.pictures.scale import Scale, fit
from presspoint.pictures.target import Size, Target

STEEP_DEGREES, FLAT_DEGREES = 62, 24
STEPS_A_DOT = 1.5
LOWER_THIRD = 2 / 3


class Stroke(NamedTuple):
    """A short piece of a line, in dots, and how far down in its cell it is, from 0 to 1."""

    right: float
    down: float
    depth: float


def draw(
    figure: Figure, crop: Box, targets: Sequence[Target], size: Size, *, mirrored: bool = False
) -> Grid:
    """Return a crop with its places, centred in cells of `size`."""
    columns, rows = size
    scale = fit(figure, crop, columns * ACROSS, rows * DOWN, mirrored=mirrored)
    grid = Grid(columns, rows)
    for line in figure.lines_at(scale.dots_a_cun):
        for half in _halves(line, scale):
            _draw_line(grid, half, scale, is_outline=line.kind == "out")
    for target in sorted(targets, key=lambda each: each.kind != "looked-up"):
        x, y = scale.across(target.at.x), scale.down(target.at.y)
        cell = cell_of(x, y, len(target.sign))
        grid.write(*cell, target.sign, INKS[target.kind])
    return grid


def _halves(line: Line, scale: Scale) -> list[tuple[Position, ...]]:
    if not scale.figure.is_half:
        return [line.points]
    return [line.points, tuple(Position(-at.x, at.y) for at in line.points)]


def _draw_line(grid: Grid, points: tuple[Position, ...], scale: Scale, *, is_outline: bool) -> None:
    for (column, row), strokes in _strokes(points, scale).items():
        if is_outline:
            grid.write(column, row, _direction(strokes), "outline")
        else:
            low = sum(stroke.depth for stroke in strokes) >= len(strokes) / 2
            grid.write(column, row, "." if low else "'", "inner")


def _strokes(points: tuple[Position, ...], scale: Scale) -> dict[tuple[int, int], list[Stroke]]:
    """Return the pieces of a line by the cell, column and row, that each is in."""
    cells: dict[tuple[int, int], list[Stroke]] = {}
    for start, end in pairwise(points):
        if scale.is_beyond(start.y, end.y):
            continue
        dx = scale.across(end.x) - scale.across(start.x)
        dy = scale.down(end.y) - scale.down(start.y)
        count = max(1, round((dx * dx + dy * dy) ** 0.5 * STEPS_A_DOT))
        for step in range(count):
            x = scale.across(start.x) + dx * (step + 0.5) / count
            y = scale.down(start.y) + dy * (step + 0.5) / count
            cell = int(x // ACROSS), int(y // DOWN)
            stroke = Stroke(dx / count, dy / count, y / DOWN % 1)
            cells.setdefault(cell, []).append(stroke)
    return cells


def _direction(strokes: list[Stroke]) -> str:
    """Return the character that lies as most of the strokes do."""
    along = sum(stroke.right**2 - stroke.down**2 for stroke in strokes)
    rising = sum(-2 * stroke.right * stroke.down for stroke in strokes)
    angle = degrees(atan2(rising, along)) / 2
    if abs(angle) > STEEP_DEGREES:
        return "|"
    if abs(angle) < FLAT_DEGREES:
        depth = sum(stroke.depth for stroke in strokes) / len(strokes)
        return "_" if depth > LOWER_THIRD else "-"
    return "/" if angle > 0 else "\\"
