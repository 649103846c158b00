"""Points and routines chosen by what a person asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue

if TYPE_CHECKING:
    pass


class PlaceFilter(NamedTuple):
    """What points should be like; of `tools` and `positions` one that fits is enough."""

    region: str | None = None
    complaint: str | None = None
    reach: str | None = None
    tools: frozenset[str] | None = None
    positions: frozenset[str] | None = None
    words: str | None = None
    every: bool = False


def select_places(catalogue: Catalogue, wanted: PlaceFilter) -> list[Point]:
    """Return the points and zones that fit all that is wanted; only coached ones unless `every`.

    A `reach` that coached points do not have ("helper") lists those that have it.
    """
    places = (*catalogue.points(), *catalogue.zones())
    return [place for place in places if _fits(catalogue, place, wanted)]


def _fits(catalogue: Catalogue, point: Point, wanted: PlaceFilter) -> bool:
    shown = wanted.every or point.coached or point.reach == wanted.reach == "helper"
    return (
        shown
        and wanted.region in {None, point.region}
        and wanted.reach in {None, point.reach}
        and (wanted.complaint is None or wanted.complaint in point.helps)
        and (wanted.tools is None or not wanted.tools.isdisjoint(point.tools))
        and (wanted.positions is None or not wanted.positions.isdisjoint(point.positions))
        and (wanted.words is None or _mentions(catalogue, point, wanted.words))
    )


def _mentions(catalogue: Catalogue, point: Point, words: str) -> bool:
    complaints = catalogue.titles("complaints", point.helps)
    texts = (point.code, point.pinyin, point.hanzi, point.name, point.place, point.find)
    held = " ".join((*texts, *point.aliases, *complaints)).casefold()
    return all(word in held for word in words.casefold().split())
