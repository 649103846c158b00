"""Points chosen by region, complaint, reach and words."""

from __future__ import annotations

from presspoint.catalogue import Catalogue, Point


def select(
    catalogue: Catalogue,
    *,
    region: str | None = None,
    complaint: str | None = None,
    reach: str | None = None,
    words: str | None = None,
    every: bool = False,
) -> list[Point]:
    """Return the points that fit all that is given; only coached ones unless `every`.

    A `reach` that coached points do not have ("helper") lists those that have it.
    """
    return [
        point
        for point in catalogue.points()
        if (every or point.coached or point.reach == reach == "helper")
        and region in {None, point.region}
        and (complaint is None or complaint in point.helps)
        and reach in {None, point.reach}
        and (words is None or _mentions(catalogue, point, words))
    ]


def _mentions(catalogue: Catalogue, point: Point, words: str) -> bool:
    complaints = catalogue.titles("complaints", point.helps)
    texts = (point.code, point.pinyin, point.hanzi, point.name, point.place, point.find)
    held = " ".join((*texts, *point.aliases, *complaints)).casefold()
    return all(word in held for word in words.casefold().split())
