"""Drawings as SVG: the lines of a crop, each place with its code, and a cross on what is barred."""

from collections.abc import Iterable, Sequence
from html import escape

from presspoint.pictures.figures.figure import Position
from presspoint.pictures.sheet import OTHER, Sheet
from presspoint.pictures.target import FINGER_CUN, Target

WIDTH, GAP = 400, 30  # of a drawing, and between two, in the unit of the file
TITLE_HEIGHT, FONT = 28, 14
STYLE = (
    f"text{{font:{FONT}px sans-serif}}path{{fill:none;stroke:#222;stroke-linejoin:round}}"
    ".in{stroke:#999}.place{fill:#c2185b}.barred{stroke:#b00020;stroke-width:2}"
)


def document(sheets: Sequence[Sheet]) -> str:
    """Return an SVG document with drawings one below another."""
    parts, top = [], 0.0
    for sheet in sheets:
        height = WIDTH / sheet.crop.box.width * sheet.crop.box.height
        parts.append(_drawing(sheet, top + TITLE_HEIGHT, height))
        top += TITLE_HEIGHT + height + GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top:.0f}" '
        f'width="{WIDTH}"><style>{STYLE}</style>'
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


def _drawing(sheet: Sheet, top: float, height: float) -> str:
    box, figure = sheet.crop.box, sheet.crop.figure
    scale = WIDTH / box.width

    def at(position: Position) -> tuple[float, float]:
        x = (position.x - box.x) * scale
        return (WIDTH - x if sheet.mirrored else x), (position.y - box.y) * scale

    lines = [
        (line.kind, [Position(x * way, y) for x, y in line.points])
        for line in figure.lines
        if line.kind != "guide"
        for way in ((1, -1) if figure.is_half else (1,))
    ]
    paths = (f'<path class="{kind}" d="{_path(map(at, points))}"/>' for kind, points in lines)
    radius = FINGER_CUN / 2 * figure.cun * scale
    marks = (_mark(target, *at(target.at), radius) for target in sheet.targets)
    return (
        f'<text x="0" y="{top - 10:.0f}">{escape(sheet.title)}</text>'
        f'<svg y="{top:.0f}" width="{WIDTH}" height="{height:.0f}">'
        f"{''.join(paths)}{_sides(sheet)}{''.join(marks)}</svg>"
    )


def _sides(sheet: Sheet) -> str:
    """Return left and right in the upper corners, as the person's own, where both are shown."""
    if not sheet.crop.is_both:
        return ""
    on_right = sheet.crop.shows
    return (
        f'<text x="0" y="{FONT}">{OTHER[on_right]}</text>'
        f'<text x="{WIDTH}" y="{FONT}" text-anchor="end">{on_right}</text>'
    )


def _path(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _mark(target: Target, x: float, y: float, radius: float) -> str:
    name = f'<text x="{x + radius + 2:.1f}" y="{y + FONT / 3:.1f}">{escape(target.label)}</text>'
    if target.kind == "barred":
        arms = f"M{x - radius:.1f},{y - radius:.1f}L{x + radius:.1f},{y + radius:.1f}"
        arms += f"M{x - radius:.1f},{y + radius:.1f}L{x + radius:.1f},{y - radius:.1f}"
        return f'<path class="barred" d="{arms}"/>{name}'
    shape = "place" if target.kind == "guided" else "looked-up"
    fill = "" if target.kind == "guided" else ' fill="none" stroke="#555"'
    return f'<circle class="{shape}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"{fill}/>{name}'
