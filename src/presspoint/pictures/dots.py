"""Lines as dots: sampled whole, then cleaned of the bumps that single dots make.

A line that is drawn dot by dot wobbles; without the cleaning each curve has lumps.
"""

from collections.abc import Iterator
from itertools import pairwise

from presspoint.pictures.figures.figure import Line, Position
from presspoint.pictures.scale import Scale

Dot = tuple[int, int]
SAMPLES_A_DOT = 1.5


def dots(line: Line, scale: Scale) -> list[Dot]:
    """Return the dots of a line, in its order."""
    return _flatten(_thin(_sample(line.points, scale)))


def _sample(points: tuple[Position, ...], scale: Scale) -> list[Dot]:
    found = [scale.dot(points[0])]
    for start, end in pairwise(points):
        is_beyond = scale.is_beyond(start.y, end.y)
        for at in (end,) if is_beyond else _steps(start, end, scale.dots):
            if (dot := scale.dot(at)) != found[-1]:
                found.append(dot)
    return found


def _steps(start: Position, end: Position, dots_a_unit: float) -> Iterator[Position]:
    dx, dy = end.x - start.x, end.y - start.y
    count = max(1, round((dx * dx + dy * dy) ** 0.5 * dots_a_unit * SAMPLES_A_DOT))
    for step in range(1, count + 1):
        yield Position(start.x + dx * step / count, start.y + dy * step / count)


def _thin(path: list[Dot]) -> list[Dot]:
    """Without each dot whose neighbours on the line touch each other: elbows and spikes."""
    kept = path[:1]
    for dot, following in pairwise(path[1:]):
        if not _touch(kept[-1], following):
            kept.append(dot)
    return kept + path[1:][-1:]


def _touch(one: Dot, other: Dot) -> bool:
    return abs(one[0] - other[0]) <= 1 and abs(one[1] - other[1]) <= 1


def _flatten(path: list[Dot]) -> list[Dot]:
    """With bumps of a single dot made straight: a, b, a becomes a, a, a, across and down."""
    flat = list(path)
    for index in range(1, len(flat) - 1):
        (x0, y0), (x1, y1), (x2, y2) = flat[index - 1 : index + 2]
        if x0 == x2 and abs(x1 - x0) == 1 and y0 != y2:
            flat[index] = (x0, y1)
        elif y0 == y2 and abs(y1 - y0) == 1 and x0 != x2:
            flat[index] = (x1, y0)
    return flat
