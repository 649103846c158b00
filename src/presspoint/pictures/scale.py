"""From a figure's unit to the dots of a drawing: a crop of the figure, centred on so many dots."""

from presspoint.named_tuple import NamedTuple
from presspoint.pictures.figures.figure import Box, Figure, Position


class Scale(NamedTuple):
    """How a crop of a figure lies on a field of `width` by `height` dots.

    `dots` is how many dots one unit of the figure takes. A `mirrored` figure is drawn as the other
    side of the body.
    """

    figure: Figure
    crop: Box
    dots: float
    width: int
    height: int
    mirrored: bool = False

    @property
    def dots_a_cun(self) -> float:
        """How many dots one finger cun takes."""
        return self.dots * self.figure.cun

    def across(self, x: float) -> float:
        """Return the x of the figure as dots from the left edge."""
        dots = (x - self.crop.x - self.crop.width / 2) * self.dots + self.width / 2
        return self.width - dots if self.mirrored else dots

    def down(self, y: float) -> float:
        """Return the y of the figure as dots from the upper edge."""
        return (y - self.crop.y - self.crop.height / 2) * self.dots + self.height / 2

    def is_beyond(self, y: float, other: float) -> bool:
        """Whether all from one y of the figure to another is above the field, or below it."""
        rows = self.down(y), self.down(other)
        return max(rows) < 0 or min(rows) >= self.height

    def dot(self, at: Position) -> tuple[int, int]:
        """Return the dot in which a position lies, which may be outside the field."""
        return int(self.across(at.x) // 1), int(self.down(at.y) // 1)


def fit(figure: Figure, crop: Box, width: int, height: int, *, mirrored: bool = False) -> Scale:
    """Return the scale at which a crop just fits into so many dots."""
    dots = min(width / crop.width, height / crop.height)
    return Scale(figure, crop, dots, width, height, mirrored)
