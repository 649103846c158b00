"""Which points are out, and the bans that hold for everybody: by code, by range, by region."""

from collections.abc import Iterable
from functools import cache

from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple

DIGITS = "0123456789"


@cache
def codes_of_range(codes: str) -> tuple[str, ...]:
    """Return the codes of a range: "BL27-BL29" is BL27, BL28, BL29; a single code is itself."""
    first, _, last = codes.rpartition("-")
    letters = first.rstrip(DIGITS)
    if letters == first or last.rstrip(DIGITS) != letters:
        return (codes,)
    numbers = range(int(first[len(letters) :]), int(last[len(letters) :]) + 1)
    return tuple(f"{letters}{number}" for number in numbers)


def is_excluded(point: Point, codes: Iterable[str], regions: Iterable[str]) -> bool:
    """Whether the point is out by its code or by its region."""
    return point.region in regions or _lists(codes, point.code)


class Ban(NamedTuple):
    """Points that nobody presses, and why: "it lies over the great blood vessels of the neck"."""

    points: tuple[str, ...]
    reason: str
    sources: tuple[str, ...]


def ban(catalogue: Catalogue, name: str) -> Ban:
    """Return a ban by its id. Raises CatalogueError."""
    return catalogue.make(Ban, "exclusions", name)


def bans_on(catalogue: Catalogue, code: str) -> tuple[str, ...]:
    """Return the ids of the bans on a point: why nobody presses it."""
    bans = catalogue.table("exclusions").items()
    return tuple(name for name, entry in bans if _lists(entry["points"], code))


def excluding_conditions(
    catalogue: Catalogue, point: Point, *, from_signs: bool = False
) -> tuple[str, ...]:
    """Return the ids of the conditions that leave this point out.

    What a sign becomes once a doctor has looked at it is among them `from_signs` only: no card has
    it.
    """
    return tuple(
        name
        for name, entry in catalogue.table("conditions").items()
        if (from_signs or not entry.get("from_sign"))
        and (
            name in point.avoid
            or is_excluded(point, entry.get("points", ()), entry.get("regions", ()))
        )
    )


def _lists(codes: Iterable[str], code: str) -> bool:
    return any(code in codes_of_range(each) for each in codes)
