"""What a place on the body takes in: the points that lie there."""

from typing import Literal

from presspoint.catalogue.places import Point, Side
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.safety.answers import SIDES, BodyPlace, BodySide


class AffectedArea(NamedTuple):
    """What a place on the body takes in: whole regions, or in them only these codes.

    A zone without a code may lie anywhere in its region, so any code there takes it in. Without
    regions it is the whole side, or codes whose region is unknown.
    """

    side: BodySide | Literal[""]
    regions: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()

    @property
    def is_unknown(self) -> bool:
        """Whether its codes are of no file, so that where it is, is not known."""
        return bool(self.codes) and not self.regions

    def covers(self, point: Point, side: Side) -> bool:
        """Whether the point lies in here on this side; both sides and the midline touch each."""
        on_side = not self.side or side not in SIDES or side == self.side
        within = not self.regions or point.region in self.regions
        anywhere = not self.codes or (point.is_zone and not point.at)
        by_code = not self.codes.isdisjoint({point.code, point.at})
        return on_side and (by_code or (within and anywhere))


def area_of(catalogue: Catalogue, where: BodyPlace) -> AffectedArea:
    """Return what a place on the body takes in, without a region for a code that no file has."""
    side, place = where
    if not place:
        return AffectedArea(side)
    if regions := catalogue.regions_of_part(place):
        return AffectedArea(side, frozenset(regions))
    if not catalogue.has_place(place):
        return AffectedArea(side, codes=frozenset({place}))
    point = catalogue.point(place)
    is_anywhere = point.is_zone and not point.at
    codes = () if is_anywhere else catalogue.codes_at(place)
    return AffectedArea(side, frozenset({point.region}), frozenset(codes))
