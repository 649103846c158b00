"""Points as JSON documents, and as rows under the parts of the body."""

from collections import Counter
from typing import Any

from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.places.card import summary

Row = tuple[str, str, str]


def points_document(catalogue: Catalogue, places: list[Point]) -> dict[str, Any]:
    """Return the document of `points --json`: WHO points and zones apart."""
    return {
        "points": [summary(catalogue, place) for place in places if not place.is_zone],
        "zones": [summary(catalogue, place) for place in places if place.is_zone],
    }


def point_sections(catalogue: Catalogue, places: list[Point]) -> dict[str, list[Row]]:
    """Return rows under the part of the body: code, where it is, names to look it up by.

    What people call a place says where it is, unless others of the list are called so too. Among
    places that are only looked up, those that presspoint guides to say so.
    """
    is_mixed = len({each.is_coached for each in places}) > 1
    calls = Counter(filter(None, (each.short for each in places)))
    sections: dict[str, list[Row]] = {}
    for region in catalogue.ids("regions"):
        rows = [
            (
                each.code if each.is_numbered else "",
                each.short if calls[each.short] == 1 else each.place,
                _names(each, says_so=is_mixed),
            )
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
