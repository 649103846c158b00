"""Pain before and after over a period: its figures, and sentences on them.

Only sessions count whose pain may be compared; where something hurt, the pain after counts as no
lower than the pain before, so that it never makes a figure better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from presspoint.listing.report.contents import Contents, DatedPain, DatedSession
from presspoint.listing.report.medians import (
    change_figure,
    figure,
    median_of,
    median_or_each,
)
from presspoint.listing.report.period import Period
from presspoint.listing.report.shortened import cut, first_and_rest
from presspoint.named_tuple import NamedTuple
from presspoint.outcome.spread import LEAST_NUMBERS, spread_of
from presspoint.words import join_words, quantity

FORTNIGHT = 14
MOST_PLACES, LONGEST_PLACE = 3, 24
RULE = "Where something hurt, the pain after counts as no lower than the pain before."


class Change(NamedTuple):
    """The pain before and after: of a session, or the medians of several."""

    before: float
    after: float


class PainOfPart(NamedTuple):
    """The pain of a day or week: the changes in so many sessions, and pain at other times.

    Of five sessions, or answers, or more there are only the medians.
    """

    part: Period
    changes: tuple[Change, ...]
    otherwise: tuple[float, ...]
    sessions: int
    has_hurt: bool

    @property
    def before(self) -> tuple[float, ...]:
        """The pain before sessions."""
        return tuple(each.before for each in self.changes)

    @property
    def after(self) -> tuple[float, ...]:
        """The pain after them."""
        return tuple(each.after for each in self.changes)


def pain_of_parts(contents: Contents, parts: tuple[Period, ...]) -> Iterator[PainOfPart]:
    """Yield the pain of each part of the period."""
    for part in parts:
        sessions = [each for each in contents.sessions if each.day in part]
        compared = [each for each in sessions if each.change is not None]
        yield PainOfPart(
            part,
            tuple(_changes(compared)),
            median_or_each(each.pain for each in contents.pains if each.day in part),
            len(compared),
            any(each.record.has_hurt for each in sessions),
        )


def _changes(compared: list[DatedSession]) -> Iterator[Change]:
    every = [(each.record.pain_before or 0, _after(each)) for each in compared]
    if len(every) < LEAST_NUMBERS:
        yield from (Change(*each) for each in every)
        return
    before, after = (median_of(each) or 0 for each in zip(*every, strict=True))
    yield Change(before, after)


def pain_sentences(contents: Contents) -> Iterator[str]:
    """Yield the change in a session, the pain at both ends of the period, and at other times."""
    compared = [each for each in contents.sessions if each.change is not None]
    yield _change_sentence(compared)
    if any(each.record.has_hurt for each in contents.sessions):
        yield RULE
    yield from _ends_sentence(contents.period, compared)
    yield from _other_pains(contents.pains)


def _change_sentence(compared: list[DatedSession]) -> str:
    spread = spread_of(Counter(each.change or 0 for each in compared))
    sessions = quantity(len(compared), "session")
    if not compared:
        return "No session has the pain both before and after."
    if spread is None:
        pairs = [f"{each.record.pain_before} to {_after(each)}" for each in compared]
        return f"Only {sessions} can be compared, too few for a median: {', '.join(pairs)}."
    low, median, high = map(change_figure, spread)
    return f"Change in a session: median {median}, middle half {low} to {high} ({sessions})."


def _ends_sentence(period: Period, compared: list[DatedSession]) -> Iterator[str]:
    """The pain before a session in the first and the last two weeks, where that says something."""
    first = [each for each in compared if (each.day - period.first).days < FORTNIGHT]
    last = [each for each in compared if (period.last - each.day).days < FORTNIGHT]
    if len(period.days) >= 2 * FORTNIGHT and min(len(first), len(last)) >= LEAST_NUMBERS:
        yield (
            f"Before a session: median {figure(_before(first))} in the first two weeks "
            f"({quantity(len(first), 'session')}), {figure(_before(last))} in the last two "
            f"({quantity(len(last), 'session')})."
        )


def _before(sessions: list[DatedSession]) -> float | None:
    return median_of(each.record.pain_before for each in sessions)


def _after(session: DatedSession) -> int:
    return (session.record.pain_before or 0) + (session.change or 0)


def _other_pains(pains: tuple[DatedPain, ...]) -> Iterator[str]:
    if not pains:
        return
    levels = [each.pain for each in pains]
    levels_words = " to ".join(map(str, sorted({min(levels), max(levels)})))
    yield f"At other times: {quantity(len(pains), 'answer')}, {levels_words}."
    places: dict[str, list[int]] = {}
    for each in pains:
        places.setdefault(cut(each.where, LONGEST_PLACE).casefold(), []).append(each.pain)
    places.pop("", None)
    often = sorted(places.items(), key=lambda each: -len(each[1]))
    words = [
        f"{where} ({quantity(len(numbers), 'time')}, up to {max(numbers)})"
        for where, numbers in often
    ]
    if words:
        yield f"Where: {join_words(first_and_rest(words, MOST_PLACES))}."
