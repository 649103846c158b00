"""What the drawings know: figures, their crops, and where each place is on them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from presspoint.catalogue.places import Side
from presspoint.named_tuple import NamedTuple
from presspoint.pictures.figures.figure import Box, Figure, Position
from presspoint.pictures.figures.formulas import position

EVEN = 0.01


class Crop(NamedTuple):
    """A part of a figure that is drawn at once. Its `title` has {side} where it is of one side.

    It shows the person's side `shows`, or both sides: then `shows` is the one on the right.
    """

    name: str
    figure: Figure
    box: Box
    title: str
    shows: Side = "left"
    is_both: bool = False


class Mark(NamedTuple):
    """A place as it is on one crop."""

    crop: Crop
    at: Position


def without(figure: Figure, lines: Sequence[str]) -> Figure:
    """Return a figure without some of its lines."""
    return figure._replace(lines=tuple(line for line in figure.lines if line.name not in lines))


class Atlas:
    """All crops and places. Made of data/pictures.toml, and of what returns a figure by name."""

    def __init__(self, tables: Mapping[str, Any], figure: Callable[[str], Figure]) -> None:
        self._tables, self._figure = tables, figure

    @property
    def crops(self) -> list[str]:
        """The names of all crops."""
        return list(self._tables["crops"])

    @property
    def codes(self) -> list[str]:
        """The codes and ids of all places that are drawn."""
        return list(self._tables["places"])

    def crop(self, name: str) -> Crop:
        """Return a crop. Raises KeyError."""
        content = self._tables["crops"][name]
        figure = without(self._figure(content["figure"]), content.get("without", ()))
        box = Box(*content["box"]) if "box" in content else figure.box
        is_both = figure.is_half and box.x < 0 and abs(box.x + box.width / 2) < EVEN
        return Crop(name, figure, box, content["title"], content.get("shows", "left"), is_both)

    def marks(self, code: str) -> list[Mark]:
        """Return where a place is, on each crop that shows it, the best first; [] if on none."""
        return [self._mark(content) for content in self._tables["places"].get(code, [])]

    def _mark(self, content: Mapping[str, Any]) -> Mark:
        crop = self.crop(content["crop"])
        return Mark(crop, position(crop.figure, content["at"]))

    @property
    def overview(self) -> dict[str, tuple[str, Position]]:
        """The figure of the whole body that shows a region best, and where, by its id."""
        return {
            region: (content["figure"], position(self._figure(content["figure"]), content["at"]))
            for region, content in self._tables["overview"].items()
        }

    def whole(self, figure: str, title: str, shows: Side) -> Crop:
        """Return a whole figure as a crop."""
        drawn = self._figure(figure)
        return Crop(figure, drawn, drawn.box, title, shows, is_both=drawn.is_half)
