"""Points as JSON documents, and as rows under the parts of the body."""

from typing import Any

from presspoint.catalogue.exclusions import bans_on, excluding_conditions
from presspoint.catalogue.places import Point
from presspoint.catalogue.sources import citations
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.fields import fields
from presspoint.words import with_side

SUMMARY_FIELDS = ("code", "pinyin", "hanzi", "name", "region", "sides", "reach", "helps")

SHOWN_SIDE = "left"  # of a place on both sides


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


def point_sections(
    catalogue: Catalogue, places: list[Point]
) -> dict[str, list[tuple[str, str, str]]]:
    """Return rows under the part of the body: code, where it is, names to look it up by.

    Among places that are only looked up, those that presspoint guides to say so.
    """
    is_mixed = len({each.is_coached for each in places}) > 1
    sections: dict[str, list[tuple[str, str, str]]] = {}
    for region in catalogue.ids("regions"):
        rows = [
            (each.code if each.is_numbered else "", each.place, _names(each, says_so=is_mixed))
            for each in places
            if each.region == region
        ]
        if rows:
            sections[catalogue.region(region).title] = rows
    return sections


def _names(point: Point, *, says_so: bool) -> str:
    """The names of a place, its id where it has no number; with `says_so` that a session has it."""
    name = point.name if point.is_numbered else point.code
    names = ", ".join(filter(None, (name, f"{point.pinyin} {point.hanzi}".strip())))
    return f"{names} (guided)" if says_so and point.is_coached else names
