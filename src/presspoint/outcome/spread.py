"""The middle of many numbers, and how far apart they are."""

from collections import Counter
from collections.abc import Sequence

from presspoint.named_tuple import NamedTuple

LEAST_NUMBERS = 5  # of which a median is said; of fewer, one session more can move it anywhere


class Spread(NamedTuple):
    """The median of some numbers, and the quartiles: at least half of all lie from `low` to `high`.

    One odd session moves these little, while the lowest and the highest only ever grow apart.
    """

    low: int
    median: float
    high: int


def spread_of(numbers: Counter[int]) -> Spread | None:
    """Return the spread of numbers, each with how often it is there; None of too few."""
    ordered = sorted(numbers.elements())
    last = len(ordered) - 1
    if len(ordered) < LEAST_NUMBERS:
        return None
    return Spread(ordered[last // 4], median(ordered), ordered[-1 - last // 4])


def median(ordered: Sequence[float]) -> float:
    """Return the middle one of numbers in order, or what lies between the two in the middle."""
    last = len(ordered) - 1
    return (ordered[last // 2] + ordered[(last + 1) // 2]) / 2
