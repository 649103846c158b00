"""Where a place is on a figure, computed from its landmarks.

A formula is the name of a landmark, or a list that begins with what to do:

    ["between", A, B, share]    so far on the way from A to B, a share of it
    ["cun", A, B, n, of]        the same, where A to B measures `of` cun: n of them
    ["out", A, n]               n cun outwards from A: away from the midline, or to the right
    ["shift", A, right, down]   so many cun off A, by judgement
    ["cross", A, B]             at the x of A and the y of B
    ["below", A, B]             halfway from one level to the next, on the midline
    ["edge", A, "left"]         on the outline, at the level of A: "left" or "right" of it
    ["along", line, share]      so far along a line of the figure, a share of it
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from presspoint.pictures.figures.figure import Figure, Line, Position

Formula = str | list[Any]


def position(figure: Figure, formula: Formula) -> Position:
    """Return where a formula leads to. Raises ValueError, which names what is wrong with it."""
    try:
        if isinstance(formula, str):
            return figure.landmarks[formula]
        return RULES[formula[0]](figure, *formula[1:])
    except (KeyError, TypeError, IndexError) as problem:
        raise ValueError(f"{figure.name}: {formula}: {problem}") from None


def _between(figure: Figure, start: Formula, end: Formula, share: float) -> Position:
    a, b = position(figure, start), position(figure, end)
    return Position(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)


def _cun(figure: Figure, start: Formula, end: Formula, count: float, of: float) -> Position:
    return _between(figure, start, end, count / of)


def _out(figure: Figure, start: Formula, count: float) -> Position:
    return _shift(figure, start, count, 0)


def _shift(figure: Figure, start: Formula, right: float, down: float) -> Position:
    at = position(figure, start)
    return Position(at.x + right * figure.cun, at.y + down * figure.cun)


def _cross(figure: Figure, across: Formula, level: Formula) -> Position:
    return Position(position(figure, across).x, position(figure, level).y)


def _below(figure: Figure, level: Formula, following: Formula) -> Position:
    return _between(figure, level, following, 0.5)


def _edge(figure: Figure, level: Formula, side: str) -> Position:
    at = position(figure, level)
    crossings = [x for line in figure.lines if line.kind == "out" for x in _crossings(line, at.y)]
    beyond = [x for x in crossings if (x < at.x if side == "left" else x > at.x)]
    return Position((max if side == "left" else min)(beyond), at.y)


def _crossings(line: Line, y: float) -> Iterator[float]:
    """Yield each x at which a line crosses a level."""
    for a, b in pairwise(line.points):
        if (a.y <= y) != (b.y <= y):
            yield a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y)


def _along(figure: Figure, line: str, share: float) -> Position:
    pieces = [
        (a, b, ((b.x - a.x) ** 2 + (b.y - a.y) ** 2) ** 0.5)
        for a, b in pairwise(figure.line(line).points)
    ]
    rest = share * sum(length for _, _, length in pieces)
    for a, b, length in pieces:
        if rest <= length:
            return Position(a.x + (b.x - a.x) * rest / length, a.y + (b.y - a.y) * rest / length)
        rest -= length
    return pieces[-1][1]


RULES: dict[str, Callable[..., Position]] = {
    "between": _between,
    "cun": _cun,
    "out": _out,
    "shift": _shift,
    "cross": _cross,
    "below": _below,
    "edge": _edge,
    "along": _along,
}
