"""What safety rules on a way of doing a step: on its movement, and on each place it presses."""

from collections.abc import Mapping
from typing import NamedTuple

from presspoint.catalogue.places import Point, Side
from presspoint.catalogue.routines import Press, Way
from presspoint.safety.applied_condition import Cause, Exclusion


class PlaceRuling(NamedTuple):
    """A place in a press: for each side, why it is left out there, or None if it may be pressed."""

    point: Point
    by_side: Mapping[Side, Exclusion | None]

    @property
    def exclusions(self) -> tuple[Exclusion | None, ...]:
        """The exclusions of the sides that the place itself is pressed on."""
        return tuple(self.by_side[side] for side in self.point.hold_sides)

    @property
    def is_out(self) -> bool:
        """Whether it is left out on all of its sides."""
        return all(self.exclusions)


class PressRuling(NamedTuple):
    """A press, and the rulings on its places."""

    press: Press
    places: tuple[PlaceRuling, ...]


class WayRuling(NamedTuple):
    """A way of doing a step: why its movement is left out, if it is, and the rulings on presses."""

    way: Way
    movement: Exclusion | None
    presses: tuple[PressRuling, ...]

    @property
    def ends_step(self) -> bool:
        """Whether something of it is out for a reason that no other way of the step gets round."""
        places = (place for press in self.presses for place in press.places)
        sides = (each for place in places for each in place.by_side.values())
        exclusions = filter(None, (self.movement, *sides))
        return any(each.cause is Cause.NERVE for each in exclusions)
