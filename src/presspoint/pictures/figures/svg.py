"""Reads a figure from its drawing, an SVG file of plain paths and circles.

Only what data/figures uses is understood: M, C, L and Z with absolute coordinates, no transforms.
"""

import re
from typing import cast, get_args
from xml.etree import ElementTree as ET

from presspoint.pictures.figures.figure import Box, Figure, Kind, Line, Position

TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
STEPS = 12
TOLERANCE_CUN = 0.02


def figure(name: str, text: str) -> Figure:
    """Return the figure that `text` draws. Raises ValueError, or ParseError for what is no XML."""
    root = ET.fromstring(text)  # noqa: S314  # our own files only
    left, top, width, height = map(float, root.get("viewBox", "").split())
    cun = float(root.get("data-cun", "1"))
    lines = [_line(element, cun) for element in root if _is(element, "path")]
    landmarks = {
        element.get("id", ""): Position(float(element.get("cx", "")), float(element.get("cy", "")))
        for element in root
        if _is(element, "circle")
    }
    is_half = root.get("data-mirror") == "x"
    return Figure(name, Box(left, top, width, height), cun, is_half, tuple(lines), landmarks)


def _is(element: ET.Element, tag: str) -> bool:
    return element.tag.rpartition("}")[2] == tag


def _line(element: ET.Element, cun: float) -> Line:
    points = simplify(corners(element.get("d", "")), TOLERANCE_CUN * cun)
    return Line(element.get("id", ""), _kind(element), float(element.get("data-from", "0")), points)


def _kind(element: ET.Element) -> Kind:
    kind = element.get("class")
    if kind not in get_args(Kind):
        raise ValueError(f"a path of class {kind}")
    return cast(Kind, kind)


def corners(path: str) -> list[Position]:
    """Return the corners of a path, its curves in short straight pieces. Raises ValueError."""
    tokens = TOKEN.findall(path)
    points: list[Position] = []
    command = ""
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
        if command == "Z":
            points.append(points[0])
        elif command in ("M", "L"):
            points.append(_take(tokens))
        elif command == "C":
            points += _curve(points[-1], _take(tokens), _take(tokens), _take(tokens))
        else:
            raise ValueError(f"a path with {command or tokens[0]!r}")
    return points


def _take(tokens: list[str]) -> Position:
    return Position(float(tokens.pop(0)), float(tokens.pop(0)))


def _curve(start: Position, out: Position, into: Position, end: Position) -> list[Position]:
    """Return the points of a cubic curve, without its start."""

    def at(share: float) -> Position:
        rest = 1 - share
        weights = (rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3)
        corners = (start, out, into, end)
        return Position(
            sum(weight * corner.x for weight, corner in zip(weights, corners, strict=True)),
            sum(weight * corner.y for weight, corner in zip(weights, corners, strict=True)),
        )

    return [at(step / STEPS) for step in range(1, STEPS + 1)]


def simplify(points: list[Position], tolerance: float) -> tuple[Position, ...]:
    """Return the points that are needed to stay within `tolerance` (Douglas and Peucker, 1973)."""
    if len(points) < 3:
        return tuple(points)
    first, last = points[0], points[-1]
    distances = [_distance(point, first, last) for point in points]
    widest = max(range(len(points)), key=distances.__getitem__)
    if distances[widest] <= tolerance:
        return (first, last)
    before = simplify(points[: widest + 1], tolerance)
    return before[:-1] + simplify(points[widest:], tolerance)


def _distance(point: Position, start: Position, end: Position) -> float:
    """Return how far a point is from the line through two others, or from their one place."""
    dx, dy = end.x - start.x, end.y - start.y
    length = (dx * dx + dy * dy) ** 0.5
    if not length:
        return float(((point.x - start.x) ** 2 + (point.y - start.y) ** 2) ** 0.5)
    return float(abs(dx * (point.y - start.y) - dy * (point.x - start.x)) / length)
