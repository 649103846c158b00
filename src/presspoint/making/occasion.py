"""What a set is made for: what hurts, for how long, where, with what."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from presspoint.catalogue.places import Point
from presspoint.catalogue.situations import Situation
from presspoint.named_tuple import NamedTuple
from presspoint.safety.answers import BodySide

Mark = Literal["more", "same", "less", "never"]
NOT_NAMED = 99


class Occasion(NamedTuple):
    """What a set is made for: a complaint, or some regions, and the `seconds` it may take at most.

    `tools` are at hand beside bare hands and what the `situation` has. With a `side`, places of
    both sides are pressed on that one only. A `quiet` set has no movement and stays in one
    position. Places `without` are not chosen, nor those `marks` that say never.
    """

    situation: Situation
    seconds: int
    complaint: str | None = None
    regions: frozenset[str] = frozenset()
    tools: frozenset[str] = frozenset()
    side: BodySide | None = None
    quiet: bool = False
    without: frozenset[str] = frozenset()
    marks: Mapping[str, Mark] = MappingProxyType({})

    def names(self, place: Point) -> bool:
        """Whether a place is for this complaint, or lies in these regions."""
        return self.place_in_order(place) != NOT_NAMED

    def place_in_order(self, place: Point) -> int:
        """Return how directly the sources name the complaint for a place: 0 if they name it first.

        A place in one of the regions is as good as any there; NOT_NAMED if it is not for this.
        """
        if self.complaint is None:
            return 0 if place.region in self.regions else NOT_NAMED
        return place.helps.index(self.complaint) if self.complaint in place.helps else NOT_NAMED
