"""Which points a condition leaves out: by code, by range of codes, by region."""

from __future__ import annotations

import re
from collections.abc import Iterable

from presspoint.catalogue import Catalogue, Point


def span(codes: str) -> tuple[str, ...]:
    """Return the codes of a range: "BL27-BL29" is BL27, BL28, BL29; a single code is itself."""
    match = re.fullmatch(r"([A-Z]+)(\d+)-\1(\d+)", codes)
    if not match:
        return (codes,)
    return tuple(f"{match[1]}{number}" for number in range(int(match[2]), int(match[3]) + 1))


def excluded(point: Point, codes: Iterable[str], regions: Iterable[str]) -> bool:
    """Whether the point is out by its code or by its region."""
    return point.region in regions or any(point.code in span(each) for each in codes)


def avoided_by(catalogue: Catalogue, point: Point) -> tuple[str, ...]:
    """Return the ids of the conditions that leave this point out."""
    return tuple(
        name
        for name, condition in catalogue.table("conditions").items()
        if name in point.avoid
        or excluded(point, condition.get("points", ()), condition.get("regions", ()))
    )
