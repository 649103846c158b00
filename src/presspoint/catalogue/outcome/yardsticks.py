"""Yardsticks: how pain and function are counted, and from which change on it matters."""

from collections.abc import Iterator

from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple


class Yardstick(NamedTuple):
    """Figures from 0, the best, to `most`, whole ones only if `whole`.

    A change matters from so many `points`, or so many `percent` of the earlier figure, by the
    `sources`; without points nobody says from when on.
    """

    title: str
    most: int
    sources: tuple[str, ...]
    points: int = 0
    percent: int = 0
    whole: bool = False

    @property
    def is_judged(self) -> bool:
        """Whether it is known which change matters."""
        return self.points > 0

    def is_worse(self, before: float, after: float) -> bool:
        """Whether a figure is higher by a change that matters.

        One that is below `points` itself is too low to matter, as 1 of 10 for pain.
        """
        return self.is_judged and after >= self.points and self._matters(before, after - before)

    def is_better(self, before: float, after: float) -> bool:
        """Whether a figure is lower by a change that matters."""
        return self.is_judged and self._matters(before, before - after)

    def _matters(self, before: float, change: float) -> bool:
        by_percent = round(100 * change, 6) >= round(self.percent * before, 6)
        return change > 0 and (change >= self.points or by_percent)


def yardstick(catalogue: Catalogue, name: str) -> Yardstick:
    """Return a yardstick by its id. Raises CatalogueError."""
    return catalogue.make(Yardstick, "yardsticks", name)


def yardsticks(catalogue: Catalogue) -> Iterator[tuple[str, Yardstick]]:
    """Yield every yardstick with its id, in the file's order. Raises CatalogueError."""
    return ((name, yardstick(catalogue, name)) for name in catalogue.ids("yardsticks"))
