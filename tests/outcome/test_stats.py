"""What sessions add up to: what hurt counts, few are too few, and nothing bad looks good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.outcome.spread import Spread, spread_of
from presspoint.outcome.stats import Stats, first_day
from presspoint.outcome.sums import Sums, by_reactions
from presspoint.session.record.endings import Status
from presspoint.session.record.records import SessionRecord
from support.sums import REACTION, SUNDAY, record_of, records, totals

MONDAY = date(2026, 11, 23)


def evenings(*pains: tuple[int, int], first: date = MONDAY, **more: str) -> list[SessionRecord]:
    """Sessions on one evening after the other, each with its pain before and after."""
    days = (first + timedelta(number) for number in range(len(pains)))
    return [record_of(day, *each, **more) for day, each in zip(days, pains, strict=True)]  # type: ignore[arg-type]


def test_a_median_needs_five_sessions() -> None:
    assert totals(*evenings((6, 4), (6, 4), (6, 4), (6, 4))).every.change is None
    assert totals(*evenings((6, 4), (6, 2), (6, 5), (6, 4), (6, 7))).every.change == (-2, -2, -1)


@pytest.mark.parametrize(
    ("numbers", "spread"),
    [
        ([1, 2, 3, 4], None),
        ([1, 2, 3, 4, 5], Spread(2, 3, 4)),
        ([0, 0, 1, 4, 4, 9], Spread(0, 2.5, 4)),
        ([-3, -3, -3, -3, -3, -3, -3, 9], Spread(-3, -3, -3)),
    ],
)
def test_the_spread_is_as_computed_by_hand(numbers: list[int], spread: Spread | None) -> None:
    assert spread_of(Counter(numbers)) == spread


@given(st.lists(st.integers(-10, 10), min_size=5, max_size=60))
def test_half_of_the_numbers_or_more_lie_within_the_spread(numbers: list[int]) -> None:
    spread = spread_of(Counter(numbers))
    assert spread
    assert 2 * sum(spread.low <= each <= spread.high for each in numbers) >= len(numbers)
    assert spread.low <= spread.median <= spread.high


def test_sessions_are_summed_by_routine_place_and_week() -> None:
    stats = totals(
        *evenings((6, 4), (5, 4), first=MONDAY - timedelta(1)),
        *evenings((7, 7), routine="neck", code="GB20", first=SUNDAY),
    )
    assert {name: each.sessions for name, each in stats.routines.items()} == {
        "lower-back": 2,
        "neck": 1,
    }
    assert {code: each.seconds for code, each in stats.places.items()} == {"BL23": 120, "GB20": 60}
    assert {week: each.sessions for week, each in stats.weeks.items()} == {
        MONDAY - timedelta(7): 1,
        MONDAY: 2,
    }
    assert (stats.every.better, stats.every.comparisons) == (2, 3)


@pytest.mark.parametrize(
    ("before", "after", "matters"),
    [(10, 8, True), (10, 9, False), (3, 2, True), (4, 3, False), (6, 4, True), (1, 0, True)],
)
def test_a_change_matters_from_two_points_or_thirty_percent_on(
    before: int, after: int, *, matters: bool
) -> None:
    every = totals(record_of(SUNDAY, before, after)).every
    assert (every.better, every.clearly_better) == (1, int(matters))


def test_only_sessions_since_the_day_are_summed_and_the_weeks_have_all() -> None:
    stats = totals(record_of(MONDAY), record_of(SUNDAY), since=SUNDAY)
    assert (stats.every.sessions, stats.weeks[MONDAY].sessions) == (1, 2)


def test_where_nothing_was_pressed_and_nothing_hurt_there_is_nothing_to_count() -> None:
    assert totals(record_of(SUNDAY, seconds=0.5, status=Status.SKIPPED)).every == Sums()
    assert totals(record_of(SUNDAY, seconds=0, status=Status.REPORTED)).every.sessions == 1
    hurt = totals(record_of(SUNDAY, seconds=0.5, hurt=True))
    assert (hurt.every.reactions, hurt.places["BL23"].reactions) == (1, 1)


def test_a_place_counts_what_hurt_there_and_a_routine_what_hurt_at_all() -> None:
    elsewhere = record_of(SUNDAY, 6, 4)._replace(reactions=(REACTION._replace(points=("LI4",)),))
    stats = totals(elsewhere)
    reactions = {code: each.reactions for code, each in stats.places.items()}
    assert reactions == {"BL23": 0, "LI4": 1}
    assert stats.routines["lower-back"].reactions == 1
    assert stats.places["BL23"].better == 0


def test_what_hurt_most_comes_first() -> None:
    sums = {"calm": Sums(sessions=9), "hurt": Sums(sessions=1, reactions=1), "less": Sums()}
    assert [name for name, _ in by_reactions(sums)] == ["hurt", "calm", "less"]


def test_the_calendar_has_its_weeks_whatever_the_day_since() -> None:
    twelve_weeks = date(2026, 9, 7)
    assert first_day(SUNDAY, SUNDAY) == twelve_weeks
    assert first_day(date(2026, 1, 1), SUNDAY) == date(2026, 1, 1)
    assert first_day(None, SUNDAY) is None


def figures(stats: Stats) -> Iterator[tuple[str, float]]:
    """Every figure that can look better, lower for better; those of too few sessions are none."""
    weeks = ((f"{monday}", sums) for monday, sums in stats.weeks.items())
    groups = [("all", stats.every), *stats.routines.items(), *stats.places.items(), *weeks]
    for name, sums in groups:
        yield f"{name} better", -sums.better
        yield f"{name} clearly better", -sums.clearly_better
        yield f"{name} reactions", sums.reactions
        if sums.change:
            yield from ((f"{name} {part}", each) for part, each in sums.change._asdict().items())
    for monday, week in stats.weeks.items():
        if after := spread_of(week.after):
            yield f"{monday} after", after.median
    row = stats.streak(frozenset())
    yield from (("days in a row", -row.days), ("weeks in a row", -row.weeks))


def assert_no_better(before: Stats, after: Stats) -> None:
    was, now = dict(figures(before)), dict(figures(after))
    assert set(was) <= set(now)
    assert [name for name in was if now[name] < was[name]] == []


@given(st.lists(records, min_size=1, max_size=25), st.data())
def test_another_reaction_makes_no_figure_better(
    sessions: list[SessionRecord], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(sessions) - 1))
    worse = [*sessions]
    hurt = worse[number]
    here = REACTION._replace(points=hurt.holds[0].points)
    worse[number] = hurt._replace(reactions=(*(hurt.reactions or ()), here))
    assert_no_better(totals(*sessions), totals(*worse))


@given(st.lists(records, min_size=1, max_size=25), st.data())
def test_more_pain_after_a_session_makes_no_figure_better(
    sessions: list[SessionRecord], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(sessions) - 1))
    pain = sessions[number].pain_after
    more = data.draw(st.integers(pain, 10)) if pain is not None else None
    worse = [*sessions]
    worse[number] = worse[number]._replace(pain_after=more)
    assert_no_better(totals(*sessions), totals(*worse))
