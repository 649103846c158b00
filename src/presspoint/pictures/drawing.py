"""A crop of a figure with places on it, in braille characters: eight dots a cell."""

from collections.abc import Sequence

from presspoint.pictures.dots import Dot, dots
from presspoint.pictures.figures.figure import Box, Figure, Line
from presspoint.pictures.grid import ACROSS, DOWN, INKS, Grid, cell_of
from presspoint.pictures.scale import Scale, fit
from presspoint.pictures.target import FINGER_CUN, Size, Target

FEWEST_DOTS = 2
LABEL_ROWS = (0, 1, -1, 2, -2, 3, -3)  # off the place, where several are at one level


def draw(
    figure: Figure, crop: Box, targets: Sequence[Target], size: Size, *, mirrored: bool = False
) -> Grid:
    """Return a crop with its places, centred in cells of `size`."""
    columns, rows = size
    scale = fit(figure, crop, columns * ACROSS, rows * DOWN, mirrored=mirrored)
    grid = Grid(columns, rows)
    for line in figure.lines_at(scale.dots_a_cun):
        grid.draw(_both_halves(line, scale), "inner" if line.kind == "in" else "outline")
    for target in sorted(targets, key=lambda each: each.kind == "looked-up"):
        _draw_target(grid, target, scale)  # numbers give way to those before them
    return grid


def _both_halves(line: Line, scale: Scale) -> list[Dot]:
    """Return the dots of a line, and of its other half.

    Dots are mirrored, not the curve, as rounding would put the other half off by one.
    """
    path = dots(line, scale)
    if not scale.figure.is_half:
        return path
    axis = round(2 * scale.across(0)) - 1
    return [*path, *((axis - x, y) for x, y in path)]


def _draw_target(grid: Grid, target: Target, scale: Scale) -> None:
    x, y = scale.across(target.at.x), scale.down(target.at.y)
    size = max(FEWEST_DOTS, round(FINGER_CUN * scale.dots_a_cun))
    if target.kind == "guided" and not target.number:
        _draw_disc(grid, x, y, size)
    else:
        if target.kind == "barred" or not target.number:  # not to be taken for a part of a line
            _erase_around(grid, x, y, size)
        _write_sign(grid, target, cell_of(x, y, len(target.sign)))
    if not target.number:
        _draw_label(grid, target.label, cell_of(x, y))


def _write_sign(grid: Grid, target: Target, cell: tuple[int, int]) -> None:
    """Write a cross, a circle or a number, one to look up only where it does not run into others.

    Beside the number of a place to press no bone makes another sign of it.
    """
    free = grid.find_unwritten(*cell, target.sign)
    if target.kind == "guided":
        grid.clear_beside(*(free or cell), len(target.sign))
    if free or target.kind != "looked-up":
        grid.write(*(free or cell), target.sign, INKS[target.kind])


def _draw_disc(grid: Grid, x: float, y: float, size: int) -> None:
    """Draw a disc of `size` dots, snapped to the dots so that it is round."""
    _erase_around(grid, x, y, size)
    left, top = round(x - size / 2), round(y - size / 2)
    grid.draw(_disc(left, top, size), "place", alone=True)


def _erase_around(grid: Grid, x: float, y: float, size: int) -> None:
    """Erase where a disc of `size` dots is, and one dot around it."""
    left, top = round(x - size / 2), round(y - size / 2)
    grid.erase(_disc(left - 1, top - 1, size + 2))


def _disc(left: int, top: int, size: int) -> list[Dot]:
    middle, reach = (size - 1) / 2, size * size / 4 + 0.1
    return [
        (left + column, top + row)
        for row in range(size)
        for column in range(size)
        if (column - middle) ** 2 + (row - middle) ** 2 <= reach
    ]


def _draw_label(grid: Grid, label: str, cell: tuple[int, int]) -> None:
    """Write a label at the edge on whose side the place is, on the nearest row that is free."""
    column = grid.columns - len(label) if cell[0] * 2 >= grid.columns else 0
    rows = (cell[1] + down for down in LABEL_ROWS)
    row = next((each for each in rows if grid.is_free(column, each, len(label))), None)
    if label and row is not None:
        grid.write(column, row, label, "label")
