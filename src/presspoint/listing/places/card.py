"""One place as a JSON document, and as a card in the order in which it is needed."""

from collections.abc import Iterator
from typing import Any

from presspoint.catalogue.exclusions import ban, bans_on, excluding_conditions
from presspoint.catalogue.places import Point
from presspoint.catalogue.sources import SourceNumbers, citations, sources_of
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.fields import fields
from presspoint.words import as_sentence, join_words, quantity, with_side

NOT_FOR_YOU = "not for you"
SUMMARY_FIELDS = ("code", "pinyin", "hanzi", "name", "region", "sides", "reach", "helps")
SHOWN_SIDE = "left"  # of a place on both sides
SIDES = {
    "each": "left, then right",
    "together": "both sides at once",
    "midline": "on the middle line",
}
SIDES_TO_LOOK_UP = {
    "each": "on both sides",
    "together": "on both sides",
    "midline": "on the middle line",
}


def summary(catalogue: Catalogue, point: Point, why_not: str = "") -> dict[str, Any]:
    """Return what every list and card has of a place, as JSON.

    `why_not` is why this person does not press it, if so.
    """
    return fields(point, *SUMMARY_FIELDS) | {
        "avoid": excluding_conditions(catalogue, point),
        "coached": point.is_coached,
        "never_pressed": bans_on(catalogue, point.code),
        "not_for_you": why_not,
    }


def point_document(
    catalogue: Catalogue, point: Point, note: str, your_note: str = "", why_not: str = ""
) -> dict[str, Any]:
    """Return the document of `point --json`; the hold is in seconds, `your_note` the person's.

    `why_not` is why this person does not press it, if so.
    """
    return summary(catalogue, point, why_not) | {
        **fields(point, "tones", "place", "press", "spoken"),
        "find": with_side(point.find, SHOWN_SIDE),
        "lost": with_side(point.lost, SHOWN_SIDE),
        "hold": point.hold and fields(point.hold, "seconds", "cap", "repeats"),
        "care": [catalogue.text(name, "cautions") for name in point.care],
        **fields(point, "tools", "positions", "aliases"),
        "sources": catalogue.titles("sources", point.sources),
        "cited": {
            fact: catalogue.titles("sources", ids)
            for fact, ids in citations(catalogue, point).items()
        },
        "note": note,
        "your_note": your_note,
    }


def point_rows(
    catalogue: Catalogue,
    point: Point,
    note: str,
    why_not: str = "",
    *,
    with_sources: bool = False,
) -> Iterator[tuple[str, str]]:
    """Yield the title, without a label, then the label and text of all there is to say of a place.

    `why_not` is why this person does not press it, if so. `with_sources`, each fact ends in the
    numbers of its sources, which follow at the end.
    """
    citing = SourceNumbers(shown=with_sources)
    sources = citations(catalogue, point)
    yield "", f"{_in_words(catalogue, point)}{point.title}{_other_names(point)}"
    if note:
        yield "Note", note
    if why_not and not point.own_reasons:
        yield as_sentence(NOT_FOR_YOU).rstrip("."), as_sentence(why_not)
    yield from _never(catalogue, point, citing)
    sides = SIDES[point.sides] if point.is_coached else SIDES_TO_LOOK_UP[point.sides]
    yield "Where", f"{point.place}; {sides}{citing(sources['place'])}"
    yield from _coaching(point, citing)
    yield from _cautions(catalogue, point, citing)
    if point.positions:
        yield "Position", join_words(_positions(catalogue, point), "or")
    if not point.is_coached:
        yield "Look-up", _why_not_coached(catalogue, point)
    if point.helps:
        complaints = join_words(catalogue.titles("complaints", point.helps))
        label, words = ("Tried for", "") if point.is_zone else ("Tradition", "used for ")
        yield label, f"{words}{complaints}{citing(point.sources)}"
    for name, number in citing.numbers.items():
        yield f"Source {number}", "".join(catalogue.titles("sources", (name,)))


def why_not_words(catalogue: Catalogue, point: Point, why_not: str) -> str:
    """Return why nobody, or else why this person, does not press a place; empty where they may."""
    if bans := bans_on(catalogue, point.code):
        return f"never press: {ban(catalogue, bans[0]).reason}"
    return f"{NOT_FOR_YOU}: {why_not}" if why_not else ""


def _in_words(catalogue: Catalogue, point: Point) -> str:
    """What people call a point ("Thumb web: "), or else its part of the body; a zone says so."""
    if point.is_zone:
        return ""
    words = point.short.removeprefix("the ").removeprefix("place ")
    title = f"{words[:1].upper()}{words[1:]}" if words else catalogue.region(point.region).title
    return f"{title}: "


def _other_names(point: Point) -> str:
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


def _coaching(point: Point, citing: SourceNumbers) -> Iterator[tuple[str, str]]:
    if point.find:
        lost = f" Not there? {point.lost}" if point.lost else ""
        yield "Find", with_side(f"{point.find}{lost}", SHOWN_SIDE)
    if point.press:
        yield "Press", with_side(point.press, SHOWN_SIDE)
    if point.hold:
        (least, most), times = point.hold.seconds, _times(point.hold.repeats)
        dose = f"{least} to {most} seconds, at most {times} a session"
        days = f"and {quantity(point.hold.per_day, 'session')} a day"
        yield "How long", f"{dose} {days}{citing(point.hold.sources)}"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _why_not_coached(catalogue: Catalogue, point: Point) -> str:
    """Why no session has it, or only those of a trial's routine."""
    if point.reach == "helper":
        return "You need a helper for it. presspoint does not guide you there."
    # Most look-ups of a point never come here, and it takes longer to import than the others.
    from presspoint.catalogue.routines import routines_pressing

    names = routines_pressing(catalogue, point.code) if point.find else ()
    if names:
        return f"presspoint guides you there only in the routine {join_words(names)}."
    return "presspoint does not guide you there."


def _cautions(
    catalogue: Catalogue, point: Point, citing: SourceNumbers
) -> Iterator[tuple[str, str]]:
    cautions = tuple(
        f"{catalogue.text(name, 'cautions')}{citing(sources_of(catalogue, 'cautions', (name,)))}"
        for name in point.care
    )
    if cautions:
        yield "Take care", " ".join(cautions)
    names = excluding_conditions(catalogue, point)
    titles = tuple(
        f"{title[:1].lower()}{title[1:]}{citing(sources_of(catalogue, 'conditions', (name,)))}"
        for name, title in zip(names, catalogue.titles("conditions", names), strict=True)
    )
    if titles:
        yield "Not with", "; ".join(titles)


def _positions(catalogue: Catalogue, point: Point) -> tuple[str, ...]:
    """The titles of its positions; "sitting" takes in sitting on the edge of the bed."""
    titles = catalogue.titles("positions", point.positions)
    return tuple(each for each in titles if not any(each.startswith(f"{t} ") for t in titles))
