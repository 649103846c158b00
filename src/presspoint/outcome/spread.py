"""The middle of many numbers, and how far apart they are."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

LEAST_NUMBERS = 5  # of which a median is said; of fewer, one session more can move it anywhere


class Spread(NamedTuple):
    """The median of some numbers, and the quartiles: half of them are from `low` to `high`.

    Quartiles, as one odd session moves them little; the lowest and the highest only grow apart.
    """

    low: float
    median: float
    high: float


def spread_of(numbers: Counter[int]) -> Spread | None:
    """Return the spread of numbers, each with how often it is there; None of too few."""
    ordered = sorted(numbers.elements())
    if len(ordered) < LEAST_NUMBERS:
        return None
    return Spread(*(_at(ordered, share) for share in (0.25, 0.5, 0.75)))


def _at(ordered: Sequence[int], share: float) -> float:
    """The number at a share of the way from the first to the last, between two if need be."""
    whole, part = divmod((len(ordered) - 1) * share, 1)
    here = ordered[int(whole)]
    return here + part * (ordered[int(whole) + 1] - here) if part else float(here)
