"""What an own place may be at most, in its region and at its WHO point."""

from collections.abc import Iterator
from functools import lru_cache

from presspoint.catalogue.exclusions import codes_of_range
from presspoint.catalogue.places import Dose
from presspoint.catalogue.routines import LONGEST_CAP
from presspoint.catalogue.tables import Catalogue, Table
from presspoint.named_tuple import NamedTuple


class OwnLimits(NamedTuple):
    """What an own place of a region, or at one of the `points`, may be.

    `cap` is seconds a hold, `rounds` a side in one routine, `per_day` sessions. None may be there
    at all where it is `closed`; only at a WHO point where it `needs_at`, as what else lies there
    must be known; never on the middle line where that is the `spine`. What is out has its `reason`.
    `care` are the cautions of every own place there; its words may name the regions `near` too,
    and `words` are more names of the region.
    """

    reason: str
    tools_out: tuple[str, ...]
    positions_out: tuple[str, ...]
    sources: tuple[str, ...]
    cap: int = LONGEST_CAP
    rounds: int = 1
    per_day: int = 3
    points: tuple[str, ...] = ()
    closed: bool = False
    needs_at: bool = False
    spine: bool = False
    care: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def seconds(self) -> int:
        """The seconds a side that all places of the region may have together in one routine."""
        return self.cap * self.rounds


@lru_cache
def region_limits(shipped: Catalogue, region: str) -> OwnLimits:
    """Return the limits of a region. Raises CatalogueError."""
    return shipped.make(OwnLimits, "own_limits", region)


def limits_on(shipped: Catalogue, place: Table) -> Iterator[OwnLimits]:
    """Yield the limits of a place's region, then those of its WHO point. Raises CatalogueError."""
    yield region_limits(shipped, place["region"])
    at = place.get("at", "")
    for name in shipped.ids("own_limits"):
        limits = region_limits(shipped, name)
        if any(at in codes_of_range(each) for each in limits.points):
            yield limits


def movement_limits(shipped: Catalogue) -> OwnLimits:
    """Return what is not used for a movement. Raises CatalogueError."""
    return region_limits(shipped, "movement")


def dose_at(shipped: Catalogue, place: Table) -> Dose | None:
    """Return the dose of the WHO point that a place is at; None where presspoint times none."""
    at = place.get("at", "")
    return shipped.point(at).hold if shipped.has("points", at) else None
