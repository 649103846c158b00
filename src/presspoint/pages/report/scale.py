"""Where values and days stand in a plot."""

from __future__ import annotations

from datetime import date

from presspoint.listing.report.period import Period
from presspoint.named_tuple import NamedTuple

HIGHEST = 10  # of every scale: an axis has all of it, so that no change looks greater than it is

HALF_A_DATE = 16  # the room for half of "30 Nov"


class Dot(NamedTuple):
    """A place in a plot, in its own units, from the top left."""

    x: float
    y: float


class Scale(NamedTuple):
    """A plot of a period: the room for its values, within margins for what is written beside it."""

    period: Period
    width: int
    height: int
    left: int
    bottom: int
    right: int = 6
    top: int = 8
    before_first: int = 5

    def dot(self, day: date, value: float) -> Dot:
        """Return the place of a value, 0 to 10, on a day."""
        return Dot(self.x(day), self.y(value))

    def x(self, day: date) -> float:
        """Return how far from the left a day stands."""
        share = (day - self.period.first).days / max(1, len(self.period.days) - 1)
        first = self.left + self.before_first
        return round(first + share * (self.width - first - self.right), 1)

    def label_x(self, day: date) -> float:
        """Return where the middle of a day's words stands: as near as they are whole."""
        return min(self.x(day), self.width - HALF_A_DATE)

    def y(self, value: float) -> float:
        """Return how far from the top a value stands; 0 is at the bottom."""
        room = self.height - self.top - self.bottom
        return round(self.top + (1 - value / HIGHEST) * room, 1)
