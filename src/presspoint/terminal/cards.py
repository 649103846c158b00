"""Points as JSON objects and as labelled lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from presspoint.catalogue import Catalogue, Point
from presspoint.terminal.output import on_terminal, paragraph, say, width
from presspoint.text import listed, printable

LABEL_WIDTH = 24
SIDES = {
    "each": "both sides, one after the other",
    "together": "both sides at once",
    "midline": "the midline",
}
REACH = {"self": "by yourself", "tool": "by yourself, with a tool", "helper": "only with a helper"}


def summary(catalogue: Catalogue, point: Point) -> dict[str, Any]:
    """Return a point as `points --json` lists it."""
    from presspoint.exclusions import avoided_by

    return {
        "code": point.code,
        "pinyin": point.pinyin,
        "hanzi": point.hanzi,
        "name": point.name,
        "region": point.region,
        "sides": point.sides,
        "reach": point.reach,
        "helps": list(point.helps),
        "avoid": list(avoided_by(catalogue, point)),
        "coached": point.coached,
    }


def whole(catalogue: Catalogue, point: Point, note: str) -> dict[str, Any]:
    """Return a point as `point --json` shows it; hold is in seconds."""
    dose = point.hold
    hold = dose and {"seconds": list(dose.seconds), "cap": dose.cap, "repeats": dose.repeats}
    return summary(catalogue, point) | {
        "place": point.place,
        "find": point.find,
        "lost": point.lost,
        "press": point.press,
        "hold": hold,
        "care": [catalogue.caution(name).text for name in point.care],
        "tools": list(point.tools),
        "positions": list(point.positions),
        "aliases": list(point.aliases),
        "sources": list(catalogue.titles("sources", point.sources)),
        "note": note,
    }


def fields(catalogue: Catalogue, point: Point, note: str) -> Iterator[tuple[str, str]]:
    """Yield the label and text of everything there is to say about a point."""
    from presspoint.exclusions import avoided_by

    yield "Point", f"{point.code} {point.name} ({point.pinyin} {point.hanzi})"
    if note:
        yield "Note", note
    yield "Where", f"{catalogue.region(point.region).title}: {point.place}; {SIDES[point.sides]}"
    if point.find:
        yield "Find", point.find
    if point.lost:
        yield "Not found", point.lost
    if point.press:
        yield "Press", point.press
    if point.hold:
        least, most = point.hold.seconds
        yield "Hold", f"{least} to {most} seconds, at most {point.hold.repeats} times a session"
    yield (
        "Reach",
        REACH[point.reach] if point.hold else "for looking up; presspoint does not guide it",
    )
    if point.positions:
        yield "Position", listed(catalogue.titles("positions", point.positions), "or").lower()
    if point.helps:
        used = listed(catalogue.titles("complaints", point.helps)).lower()
        yield "Traditionally used for", used
    avoided = avoided_by(catalogue, point)
    if avoided:
        yield "Leave out with", listed(catalogue.titles("conditions", avoided), "or").lower()
    for name in point.care:
        yield "Mind", catalogue.caution(name).text
    yield "Sources", "; ".join(catalogue.titles("sources", point.sources))


def print_card(rows: Iterator[tuple[str, str]]) -> None:
    """Print labels and texts: side by side on a terminal, else a line each.

    Without Rich, which would be most of the time that looking up one point takes.
    """
    for label, text in rows:
        if on_terminal() and width() >= 2 * LABEL_WIDTH:
            paragraph(f"{label:{LABEL_WIDTH}}{text}", indent=LABEL_WIDTH)
        else:
            paragraph(f"{label}: {text}")


def print_list(catalogue: Catalogue, points: list[Point]) -> None:
    """Print points as plain lines: code, names, region, reach."""
    for point in points:
        where = catalogue.region(point.region).title
        names = f"{point.pinyin} {point.hanzi}, {point.name}"
        say(f"{printable(point.code):6} {where}: {point.place} ({names}), {REACH[point.reach]}")
