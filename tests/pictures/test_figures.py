"""The figures: WHO's proportions, landmarks where their lines are, and a form that is read fast."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from presspoint.pictures.figures.compact import STEPS_IN_CUN, compact, expand
from presspoint.pictures.figures.figure import Figure, Position
from presspoint.pictures.figures.svg import figure as read
from presspoint.storage.pictures_file import FIGURES, SOURCE, read_figure
from support.cases import every

PATHS = sorted((SOURCE.parent / FIGURES).glob("*.svg"))
ALL: dict[str, Figure] = {path.stem: read_figure(path) for path in PATHS}
GAP = 0.15  # cun between outlines that nobody sees
# WHO's proportional bone lengths (2008, B-cun), and where a figure of one cun a unit differs from
# them as the table contradicts life: head and trunk have scales of their own.
LENGTHS = [
    ("body-back", "gluteal-fold", "knee-fold", 14, 0.5),
    ("body-back", "knee-fold", "outer-malleolus", 16, 0.3),
    ("body-back", "trochanter", "knee-fold", 19, 0.3),
    ("body-back", "armpit-fold", "elbow-tip", 9, 0.1),
    ("body-back", "elbow-tip", "wrist", 12, 0.1),
    ("body-front", "pubis", "patella-base", 18, 0.2),
    ("body-front", "notch", "xiphoid", 9, 0.5),
    ("body-front", "patella-apex", "inner-malleolus", 15, 0.5),
    ("body-front", "inner-malleolus", "sole", 3, 0.1),
    ("leg-inner", "patella-apex", "inner-malleolus", 15, 0.1),
    ("leg-inner", "shin-top", "inner-malleolus", 13, 0.1),
    ("leg-inner", "inner-malleolus", "sole", 3, 0.1),
    ("leg-back", "knee-fold", "outer-level", 16, 0.1),
    ("leg-outer", "fold-level", "outer-malleolus", 16, 0.1),
]


@every(("name", "start", "end", "cun", "tolerance"), LENGTHS)
def test_lengths_are_those_of_who(
    name: str, start: str, end: str, cun: float, tolerance: float
) -> None:
    figure = ALL[name]
    drawn = abs(figure.landmarks[end].y - figure.landmarks[start].y) / figure.cun
    assert drawn == pytest.approx(cun, abs=tolerance)


def test_widths_that_who_gives_across() -> None:
    assert ALL["body-front"].landmarks["nipple"].x * 2 == 8
    assert ALL["body-back"].landmarks["blade-spine"].x * 2 == 6
    assert ALL["body-back"].box.height - 2 == pytest.approx(75)


def test_vertebrae_follow_each_other_at_even_steps() -> None:
    landmarks = ALL["body-back"].landmarks
    names = ["c7", *(f"t{n}" for n in range(1, 13)), *(f"l{n}" for n in range(1, 6))]
    steps = [landmarks[b].y - landmarks[a].y for a, b in pairwise([*names, "s1"])]
    assert all(1 <= step <= 1.4 for step in steps)
    assert landmarks["l4"].y == landmarks["crest"].y
    assert landmarks["t7"].y == landmarks["blade-tip"].y
    assert landmarks["t3"].y == landmarks["blade-spine"].y


@every("name", ALL)
def test_a_figure_stays_within_its_box(name: str) -> None:
    box = ALL[name].box
    for line in ALL[name].lines:
        for x, y in line.points:
            assert box.x - 0.2 <= x <= box.x + box.width + 0.2, line.name
            assert box.y - 0.2 <= y <= box.y + box.height + 0.6, line.name
            assert x >= 0 or not ALL[name].is_half, line.name


@every("name", ALL)
def test_an_outline_ends_on_another_or_where_the_figure_is_cut(name: str) -> None:
    figure = ALL[name]
    outlines = [line for line in figure.lines if line.kind == "out"]
    for line in outlines:
        for end in (line.points[0], line.points[-1]):
            others = [other for other in outlines if other is not line]
            reach = min((_reach(end, other.points) for other in others), default=9.0)
            is_closed = line.points[0] == line.points[-1]
            is_cut = _is_cut(figure, end) or (name, line.name) == ("foot-outer", "outline")
            assert is_closed or is_cut or reach <= GAP * figure.cun, (line.name, end)


def _is_cut(figure: Figure, end: Position) -> bool:
    """Whether a line ends near the edge of its figure, or at the midline of a half."""
    box, near = figure.box, figure.cun
    edges = (end.x - box.x, box.x + box.width - end.x, end.y - box.y, box.y + box.height - end.y)
    return min(edges) <= near or (figure.is_half and end.x <= GAP)


def _reach(at: Position, points: tuple[Position, ...]) -> float:
    """Return how far a position is from a line."""
    shortest = 99.0
    for a, b in pairwise(points):
        dx, dy = b.x - a.x, b.y - a.y
        share = ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy or 1)
        share = min(1.0, max(0.0, share))
        gap = ((a.x + dx * share - at.x) ** 2 + (a.y + dy * share - at.y) ** 2) ** 0.5
        shortest = min(shortest, gap)
    return shortest


@every("name", ALL)
def test_the_compact_form_is_true_to_a_fiftieth_of_a_cun(name: str) -> None:
    figure = ALL[name]
    back = expand(name, compact(figure))
    assert back.landmarks == figure.landmarks
    for line, copy in zip(figure.lines, back.lines, strict=True):
        assert (copy.name, copy.kind, copy.scale) == (line.name, line.kind, line.scale)
        for (x, y), (copy_x, copy_y) in zip(line.points, copy.points, strict=True):
            assert abs(x - copy_x) + abs(y - copy_y) <= 2 * figure.cun / STEPS_IN_CUN


def test_a_drawing_is_read_with_its_lines_guides_and_landmarks() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" data-cun="2">'
        '<path class="out" id="edge" d="M0,0C1,0 3,0 4,0L4,4Z"/>'
        '<path class="guide" id="way" d="M0,0L1,1"/>'
        '<circle class="lm" id="tip" cx="1" cy="2" r=".1"/></svg>'
    )
    figure = read("test", drawing)
    assert figure.line("edge").points == ((0, 0), (4, 0), (4, 4), (0, 0))
    assert figure.line("way").kind == "guide"
    assert figure.landmarks == {"tip": Position(1, 2)}
    with pytest.raises(ValueError, match="class"):
        read("test", drawing.replace('"guide"', '"other"'))
    with pytest.raises(ValueError, match="path"):
        read("test", drawing.replace("M0,0L1,1", "M0,0A1,1"))


def test_no_figure_leads_out_of_its_file() -> None:
    for path in PATHS:
        text = Path(path).read_text(encoding="utf-8")
        assert "href" not in text
        assert text.count("http") == 1  # the name of the format
