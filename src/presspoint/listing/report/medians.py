"""Medians of a report, and the number of values from which there is one."""

from collections.abc import Iterable

from presspoint.outcome.spread import LEAST_NUMBERS, median


def median_of(values: Iterable[float | None]) -> float | None:
    """Return the median of the values that there are; None without any."""
    known = sorted(each for each in values if each is not None)
    return median(known) if known else None


def median_or_each(values: Iterable[float]) -> tuple[float, ...]:
    """Return the median alone where there are enough values; else each of them."""
    known = tuple(values)
    return known if len(known) < LEAST_NUMBERS else (median(sorted(known)),)


def figure(value: float | None) -> str:
    """Return "6" or "6.5"; a dash where there is no value."""
    return "-" if value is None else f"{value:g}"


def span(values: Iterable[float]) -> str:
    """Return "6" for one value, "4-6" for the lowest and highest of more; a dash without any."""
    ends = sorted(set(values))
    if len(ends) < 2:
        return figure(next(iter(ends), None))
    return f"{figure(ends[0])}-{figure(ends[-1])}"


def change_figure(value: float) -> str:
    """Return "-2", "0" or "+1.5"."""
    return f"{value:+g}" if value else "0"
