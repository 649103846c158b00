"""Points as JSON documents, as labelled rows and as lines."""

from collections.abc import Iterator
from typing import Any

from presspoint.catalogue.exclusions import ban, bans_on, excluding_conditions
from presspoint.catalogue.places import Point
from presspoint.catalogue.sources import SourceNumbers, citations, sources_of
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.fields import fields
from presspoint.words import as_sentence, join_words, printable, with_side

SUMMARY_FIELDS = ("code", "pinyin", "hanzi", "name", "region", "sides", "reach", "helps")

SIDES = {
    "each": "both sides, one after the other",
    "together": "both sides at once",
    "midline": "on the middle line",
}
SHOWN_SIDE = "left"  # of a place on both sides
REACH = {
    "self": "by yourself",
    "tool": "by yourself, with a tool",
    "helper": "only with a helper",
    "none": "to look up only",
}


def _summary(catalogue: Catalogue, point: Point) -> dict[str, Any]:
    return fields(point, *SUMMARY_FIELDS) | {
        "avoid": excluding_conditions(catalogue, point),
        "coached": point.is_coached,
    }


def points_document(catalogue: Catalogue, places: list[Point]) -> dict[str, Any]:
    """Return the document of `points --json`: WHO points and zones apart."""
    return {
        "points": [_summary(catalogue, place) for place in places if not place.is_zone],
        "zones": [_summary(catalogue, place) for place in places if place.is_zone],
    }


def point_document(catalogue: Catalogue, point: Point, note: str) -> dict[str, Any]:
    """Return the document of `point --json`; the hold is in seconds."""
    return _summary(catalogue, point) | {
        **fields(point, "tones", "place", "press", "spoken"),
        "find": with_side(point.find, SHOWN_SIDE),
        "lost": with_side(point.lost, SHOWN_SIDE),
        "hold": point.hold and fields(point.hold, "seconds", "cap", "repeats"),
        "care": [catalogue.text(name, "cautions") for name in point.care],
        **fields(point, "tools", "positions", "aliases"),
        "never_pressed": bans_on(catalogue, point.code),
        "sources": catalogue.titles("sources", point.sources),
        "cited": {
            fact: catalogue.titles("sources", ids)
            for fact, ids in citations(catalogue, point).items()
        },
        "note": note,
    }


def point_rows(
    catalogue: Catalogue, point: Point, note: str, *, with_sources: bool = False
) -> Iterator[tuple[str, str]]:
    """Yield the label and text of everything there is to say about a point.

    `with_sources`, each fact ends in the numbers of its sources, which follow at the end.
    """
    citing = SourceNumbers(shown=with_sources)
    sources = citations(catalogue, point)
    yield "Point", f"{point.code} {point.name}{_names(point)}"
    if note:
        yield "Note", note
    yield from _never(catalogue, point, citing)
    where = f"{catalogue.region(point.region).title}: {point.place}; {SIDES[point.sides]}"
    yield "Where", f"{where}{citing(sources['place'])}"
    yield from _coaching(catalogue, point, citing)
    if point.helps:
        complaints = join_words(catalogue.titles("complaints", point.helps)).lower()
        label = "People try it for" if point.is_zone else "Traditionally used for"
        yield label, f"{complaints}{citing(point.sources)}"
    yield from _cautions(catalogue, point, citing)
    for name, number in citing.numbers.items():
        yield f"Source {number}", "".join(catalogue.titles("sources", (name,)))


def _coaching(
    catalogue: Catalogue, point: Point, citing: SourceNumbers
) -> Iterator[tuple[str, str]]:
    texts = (("Find", point.find), ("Not found", point.lost), ("Press", point.press))
    for label, text in texts:
        if text:
            yield _on_one_side(label, text), with_side(text, SHOWN_SIDE)
    if point.hold:
        least, most = point.hold.seconds
        dose = f"{least} to {most} seconds, at most {point.hold.repeats} times a session"
        yield "Hold", f"{dose}{citing(point.hold.sources)}"
    yield "Reach", _reach(catalogue, point)
    if point.positions:
        yield "Position", join_words(catalogue.titles("positions", point.positions), "or").lower()


def _on_one_side(label: str, text: str) -> str:
    """The label of a text, which says so where the text is worded for one of the sides."""
    return f"{label}, {SHOWN_SIDE}" if with_side(text, SHOWN_SIDE) != text else label


def _names(point: Point) -> str:
    names = " ".join(filter(None, (point.tones or point.pinyin, point.hanzi)))
    at = f"at {point.at}" if point.at else ""
    inner = ", ".join(filter(None, (names, at)))
    return f" ({inner})" if inner else ""


def _never(catalogue: Catalogue, point: Point, citing: SourceNumbers) -> Iterator[tuple[str, str]]:
    for name in bans_on(catalogue, point.code):
        entry = ban(catalogue, name)
        yield "Never press", f"{as_sentence(entry.reason)}{citing(entry.sources)}"
    for reason in point.own_reasons:
        yield "You leave it out", reason


def _reach(catalogue: Catalogue, point: Point) -> str:
    """How it is reached; a place without a dose is guided in the routines of a trial, or not."""
    if point.hold:
        return REACH[point.reach]
    # Most look-ups of a point never come here, and it takes longer to import than the others.
    from presspoint.catalogue.routines import routines_pressing

    names = routines_pressing(catalogue, point.code) if point.find else ()
    return f"only in the routine {join_words(names)}" if names else REACH["none"]


def _cautions(
    catalogue: Catalogue, point: Point, citing: SourceNumbers
) -> Iterator[tuple[str, str]]:
    names = excluding_conditions(catalogue, point)
    titles = tuple(
        f"{title[:1].lower()}{title[1:]}{citing(sources_of(catalogue, 'conditions', (name,)))}"
        for name, title in zip(names, catalogue.titles("conditions", names), strict=True)
    )
    if titles:
        yield "Leave out with", "; ".join(titles)
    for name in point.care:
        numbers = citing(sources_of(catalogue, "cautions", (name,)))
        yield "Caution", f"{catalogue.text(name, 'cautions')}{numbers}"


def point_cells(catalogue: Catalogue, points: list[Point]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of a table of points, its heading first."""
    yield "Point", "Where", "Reach"
    for point in points:
        where = f"{catalogue.region(point.region).title}: {point.place}"
        yield f"{point.code} {point.name}{_names(point)}", where, point.reach


def point_lines(catalogue: Catalogue, points: list[Point]) -> Iterator[str]:
    """Yield a line for each point: code, where it is, names, reach."""
    for point in points:
        where = catalogue.region(point.region).title
        names = ", ".join(filter(None, (f"{point.pinyin} {point.hanzi}".strip(), point.name)))
        yield f"{printable(point.code):6} {where}: {point.place} ({names}), {REACH[point.reach]}"
