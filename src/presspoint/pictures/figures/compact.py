"""Figures as plain values, for a file that is read quickly: fiftieths of a cun, whole."""

from typing import Any

from presspoint.pictures.figures.figure import Box, Figure, Line, Position

STEPS_IN_CUN = 50


def compact(figure: Figure) -> dict[str, Any]:
    """Return a figure as JSON values."""
    step = figure.cun / STEPS_IN_CUN
    return {
        "box": figure.box,
        "cun": figure.cun,
        "half": figure.is_half,
        "lines": [
            [line.name, line.kind, line.scale, _numbers(line.points, step)] for line in figure.lines
        ],
        "landmarks": {name: tuple(at) for name, at in figure.landmarks.items()},
    }


def _numbers(points: tuple[Position, ...], step: float) -> list[int]:
    return [round(value / step) for point in points for value in point]


def expand(name: str, content: dict[str, Any]) -> Figure:
    """Return the figure that was `compact`, to a fiftieth of a cun."""
    step = content["cun"] / STEPS_IN_CUN
    lines = tuple(
        Line(name, kind, scale, _points(numbers, step))
        for name, kind, scale, numbers in content["lines"]
    )
    landmarks = {landmark: Position(*at) for landmark, at in content["landmarks"].items()}
    box = Box(*content["box"])
    return Figure(name, box, content["cun"], content["half"], lines, landmarks)


def _points(numbers: list[int], step: float) -> tuple[Position, ...]:
    values = [number * step for number in numbers]
    return tuple(Position(x, y) for x, y in zip(values[::2], values[1::2], strict=True))
