"""How much was done in a row: rest and illness neither break that nor add to it."""

from collections.abc import Iterable


def streak(counts: Iterable[tuple[int, int]]) -> int:
    """Return how many sessions were done in a row up to now.

    `counts` has for each day, or each span of days, the sessions that were done and those that
    were asked for, the latest first. One that asked for more than was done ends it; one that asked
    for nothing neither ends it nor adds to it.
    """
    total = 0
    for done, asked in counts:
        if done < asked:
            break
        total += done if asked else 0
    return total
