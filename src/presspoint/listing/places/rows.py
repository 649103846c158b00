"""Points as JSON documents, and as rows under the parts of the body."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.places.card import summary, why_not_words

Row = tuple[str, str, str]


def points_document(
    catalogue: Catalogue, places: list[Point], why_not: Mapping[str, str]
) -> dict[str, Any]:
    """Return the document of `points --json`: WHO points and zones apart.

    `why_not` has by code why this person does not press a place.
    """
    rows = [(each, summary(catalogue, each, why_not.get(each.code, ""))) for each in places]
    return {
        "points": [row for place, row in rows if not place.is_zone],
        "zones": [row for place, row in rows if place.is_zone],
    }


def point_sections(
    catalogue: Catalogue, places: list[Point], why_not: Mapping[str, str]
) -> dict[str, list[Row]]:
    """Return rows under the part of the body: code, where it is, names to look it up by.

    Where it is ends in why this person does not press it (`why_not`, by code). What people call a
    place says where it is, unless others of the list are called so too. Among places that are only
    looked up, those that presspoint guides to say so.
    """
    is_mixed = len({each.is_coached for each in places}) > 1
    calls = Counter(filter(None, (each.short for each in places)))
    sections: dict[str, list[Row]] = {}
    for region in catalogue.ids("regions"):
        rows = [
            (
                each.code if each.is_numbered else "",
                _place(
                    catalogue,
                    each if calls[each.short] == 1 else each._replace(short=""),
                    why_not.get(each.code, ""),
                ),
                _names(each, says_so=is_mixed),
            )
            for each in places
            if each.region == region
        ]
        if rows:
            sections[catalogue.region(region).title] = rows
    return sections


def _place(catalogue: Catalogue, point: Point, why_not: str) -> str:
    """What people call a place, or where it is; and why it is not to be pressed."""
    place, reason = point.short or point.place, why_not_words(catalogue, point, why_not)
    return f"{place} ({reason})" if reason else place


def _names(point: Point, *, says_so: bool) -> str:
    """The names of a place, its id where it has no number; with `says_so` that a session has it."""
    name = point.name if point.is_numbered else point.code
    names = ", ".join(filter(None, (name, f"{point.pinyin} {point.hanzi}".strip())))
    return f"{names} (guided)" if says_so and point.is_coached else names
