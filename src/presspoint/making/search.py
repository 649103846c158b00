"""The best set of portions within a time: an exact search of all that may be better."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from presspoint.making.portions import SHARES, Portion
from presspoint.making.weights import NAMED, STEP
from presspoint.named_tuple import NamedTuple

# What a change of position costs: as much as half a minute at what the sources name first.
CHANGE = 30 * STEP * NAMED[0] * SHARES[0]
Fits = Callable[[tuple[Portion, ...]], bool]


class Bounds(NamedTuple):
    """How long a set may take in all, in how many positions, and what each of them takes at least.

    The positions in `least_seconds` come in that order, the one of a movement first. `changes` has
    the least seconds more between two of them, `opening` those before the first step.
    """

    seconds: float
    most_positions: int
    least_seconds: Mapping[str, float]
    changes: Mapping[tuple[str, str], float] = MappingProxyType({})
    opening: float = 0.0


def worth_of(chosen: Sequence[Portion]) -> int:
    """Return what a set is worth: that of its portions, less what its changes of position cost."""
    changes = len({each.position for each in chosen}) - 1
    return sum(each.worth for each in chosen) - CHANGE * max(0, changes)


def is_set(chosen: Sequence[Portion], bounds: Bounds) -> bool:
    """Whether portions may stand in one set: it presses something, and nothing twice."""
    codes = [code for each in chosen for code in each.codes]
    positions = {each.position for each in chosen}
    movements = sum(not each.codes for each in chosen)
    return (
        len(codes) == len(set(codes)) > 0
        and movements <= 1
        and len(positions) <= bounds.most_positions
    )


def best(groups: Sequence[tuple[Portion, ...]], bounds: Bounds, fits: Fits) -> tuple[Portion, ...]:
    """Return the set of most worth, of each group one portion at most; () where none fits.

    `fits` says whether a set really keeps to the seconds: it is slow, and asked only of sets that
    may. Of sets of the same worth the first is taken, so that the answer is always the same.
    """
    search = _Search(sorted(groups, key=_density, reverse=True), bounds, fits)
    search.go_on(0, ())
    return search.found


def _density(group: tuple[Portion, ...]) -> float:
    return max(each.worth / each.least_seconds for each in group)


class _Search:
    """A walk through the groups in order, the densest first, which turns back where no more is won.

    `found` is the best set so far.
    """

    def __init__(self, groups: list[tuple[Portion, ...]], bounds: Bounds, fits: Fits) -> None:
        self.groups, self.bounds, self.fits = groups, bounds, fits
        self.densities = [_density(each) for each in groups]
        self.most = [max(each.worth for each in group) for group in groups]
        self.order = list(bounds.least_seconds)
        self.found: tuple[Portion, ...] = ()
        self.worth = 0

    def go_on(self, at: int, chosen: tuple[Portion, ...]) -> None:
        """Choose among the groups from `at` on, beside what is chosen."""
        seconds = self._least_seconds(chosen)
        if seconds > self.bounds.seconds:
            return
        worth = worth_of(chosen)
        if worth > self.worth and is_set(chosen, self.bounds) and self.fits(chosen):
            self.found, self.worth = chosen, worth
        if at == len(self.groups) or self._bound(at, worth, seconds) <= self.worth:
            return
        for portion in reversed(self.groups[at]):
            if self._may_join(chosen, portion):
                self.go_on(at + 1, (*chosen, portion))
        self.go_on(at + 1, chosen)

    def _may_join(self, chosen: tuple[Portion, ...], portion: Portion) -> bool:
        return is_set((*chosen, portion), self.bounds) or not (chosen or portion.codes)

    def _least_seconds(self, chosen: tuple[Portion, ...]) -> float:
        opened: dict[str, float] = {}
        for each in chosen:
            opened[each.position] = max(opened.get(each.position, 0.0), each.opening_seconds)
        first = {each.position for each in chosen if not each.codes}
        order = sorted(opened, key=lambda name: (name not in first, self.order.index(name)))
        ways = sum(self.bounds.least_seconds[name] - most for name, most in opened.items())
        ways += sum(self.bounds.changes.get(each, 0.0) for each in pairwise(order))
        return self.bounds.opening + ways + sum(each.least_seconds for each in chosen)

    def _bound(self, at: int, worth: int, seconds: float) -> float:
        """The worth that no set from here on passes: as if parts of a portion could be chosen."""
        bound, room = float(worth), self.bounds.seconds - seconds
        for density, most in zip(self.densities[at:], self.most[at:], strict=True):
            if most >= density * room:
                return bound + density * room
            bound, room = bound + most, room - most / density
        return bound
