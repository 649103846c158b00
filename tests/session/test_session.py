"""Where a session stands: every event once and in order, no drift, pauses that stand still."""

from __future__ import annotations

from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.cues.sentences import sentence
from presspoint.planning.course import hold
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.plan import Plan
from presspoint.session.advance import advance
from presspoint.session.events import Event
from presspoint.session.modes import PressingIn
from presspoint.session.moments import marks
from presspoint.session.pausing import pause, resume
from presspoint.session.state import Session, start
from presspoint.storage.catalogue_file import load
from support.plans import planned

PLANS = [
    *(planned(load(), "lower-back", {"pain": pain}) for pain in ("none", "hip")),
    planned(load(), "relaxing"),
]
PLAN = PLANS[0]
LAGS = st.lists(st.floats(0.0, 90.0), max_size=60)


def expected(plan: Plan) -> list[tuple[str, int, float]]:
    """Every event of an undisturbed session: what, which phase, seconds from its start."""
    events: list[tuple[str, int, float]] = []
    for number, phase in enumerate(plan.course.phases):
        events.append(("began", number, 0.0))
        if phase.kind in {"hold", "exercise"}:
            due = [("count", phase.seconds - left) for left in (3, 2, 1)]
            if phase.seconds >= 30:
                due.append(("halfway", phase.seconds / 2))
            left = phase.seconds - 40
            if phase.kind == "hold" and phase.seconds >= 90 and abs(left - phase.seconds / 2) >= 15:
                due.append(("mark", left))
            events += [(kind, number, at) for kind, at in sorted(due, key=lambda mark: mark[1])]
        if phase.kind == "hold":
            events.append(("held", number, phase.seconds))
    return events


def starts(plan: Plan) -> list[float]:
    """When each phase begins, in seconds from the start."""
    return [
        sum(phase.seconds for phase in plan.course.phases[:number])
        for number in range(len(plan.course.phases))
    ]


def until_end(session: Session, moments: list[float]) -> list[Event]:
    """Advance through the moments, then far past the end."""
    events: list[Event] = []
    end = 5000 - session.seconds_played(0.0)
    for now in (*moments, end):
        session, more = advance(session, now)
        events += more
    assert session.finished(end)
    return events


def first_hold(plan: Plan) -> float:
    kinds = [phase.kind for phase in plan.course.phases]
    return starts(plan)[kinds.index(PhaseKind.HOLD)]


@given(lags=LAGS, number=st.sampled_from(range(len(PLANS))))
def test_a_lag_of_any_length_gives_every_event_once_and_in_order(
    lags: list[float], number: int
) -> None:
    plan = PLANS[number]
    now, moments = 7.0, []
    for lag in lags:
        now += lag
        moments.append(now)
    events = until_end(start(plan.course, 7.0), moments)
    seen = [(each.kind, each.phase.kind, each.turn) for each in events]
    wanted = [
        (kind, plan.course.phases[number].kind, plan.course.turns[plan.course.phases[number].turn])
        for kind, number, _ in expected(plan)
    ]
    assert seen == wanted


@given(lags=LAGS)
def test_the_same_events_come_at_the_same_moments_however_often_one_looks(
    lags: list[float],
) -> None:
    session, now, counts = start(PLAN.course, 0.0), 0.0, []
    for lag in (*lags, 5000.0):
        now += lag
        session, events = advance(session, now)
        counts.append((now, len(events)))
    begun = starts(PLAN)
    due = [begun[number] + at for _, number, at in expected(PLAN)]
    for now, seen in zip((at for at, _ in counts), _sums(counts), strict=True):
        assert seen == sum(moment <= now for moment in due)


def _sums(counts: list[tuple[float, int]]) -> list[int]:
    return [sum(number for _, number in counts[: index + 1]) for index in range(len(counts))]


def test_a_session_without_keys_lasts_exactly_the_plan() -> None:
    for plan in PLANS:
        session = start(plan.course, 123.0)
        end = 123.0 + plan.course.total_seconds
        assert not session.finished(end - 0.001)
        assert session.finished(end)
        assert session.seconds_left(123.0) == plan.course.total_seconds
        assert session.seconds_left(end + 50) == 0.0


def test_the_place_of_every_phase_is_where_the_plan_puts_it() -> None:
    session = start(PLAN.course, 0.0)
    for number, at in enumerate(starts(PLAN)):
        assert session.progress(at) == (number, 0.0)
        assert session.progress(at + 0.5) == (number, 0.5)
    assert session.progress(PLAN.course.total_seconds) == (len(PLAN.course.phases), 0.0)


@given(at=st.floats(0.0, 500.0), away=st.floats(0.0, 10_000.0))
def test_a_pause_of_any_length_stands_still_and_costs_no_seconds(at: float, away: float) -> None:
    session, _ = advance(start(PLAN.course, 0.0), at)
    left = session.seconds_left(at)
    session, _ = pause(session, at)
    assert session.paused
    assert session.seconds_left(at + away) == left
    assert session.next_change(at + away) == at + 60
    assert {event.kind for event in advance(session, at + away)[1]} <= {"reminder"}
    session, _ = resume(session, at + away)
    assert session.seconds_left(at + away) >= left - 1e-6


def test_going_on_in_a_hold_leans_in_for_three_seconds_before_the_clock_runs() -> None:
    at = first_hold(PLAN) + 10
    session, _ = advance(start(PLAN.course, 0.0), at)
    left = session.seconds_left(at)
    session, _ = pause(session, at)
    session, events = resume(session, at + 100)
    assert [event.kind for event in events] == ["resumed"]
    assert isinstance(session.mode, PressingIn)
    for passed in (0.0, 1.5, 2.999):
        session, events = advance(session, at + 100 + passed)
        assert (session.seconds_left(at + 100 + passed), events) == (left, ())
    session, _ = advance(session, at + 104)
    assert not isinstance(session.mode, PressingIn)
    assert session.seconds_left(at + 104) == pytest.approx(left - 1)


def test_going_on_while_leaning_in_begins_the_leaning_in_anew() -> None:
    at = first_hold(PLAN) - 1
    session, _ = advance(start(PLAN.course, 0.0), at)
    session, _ = pause(session, at)
    session, _ = resume(session, at + 60)
    index, into = session.progress(at + 60)
    assert (session.phases[index].kind, into) == ("press", 0.0)
    assert advance(session, at + 60)[1] == ()


def test_what_is_visible_changes_once_a_second_and_always_later() -> None:
    session, now = start(PLAN.course, 0.25), 0.25
    moments = []
    for _ in count():
        following = session.next_change(now)
        if following is None:
            break
        moments.append(following)
        now = following
    assert moments[-1] == pytest.approx(0.25 + PLAN.course.total_seconds)
    assert len(moments) == pytest.approx(PLAN.course.total_seconds, abs=2)
    assert all(0 < after - before <= 1.001 for before, after in pairwise(moments))


@pytest.mark.parametrize(("seconds", "said_at"), [(60, []), (89, []), (100, []), (110, [70.0])])
def test_forty_seconds_left_is_told_in_long_holds_only_and_not_near_halfway(
    seconds: float, said_at: list[float]
) -> None:
    assert [at for at, kind in marks(hold(0, seconds)) if kind == "mark"] == said_at


def test_forty_seconds_left_is_said_as_any_time_that_is_left() -> None:
    plan = PLANS[2]
    number = [phase.kind for phase in plan.course.phases].index(PhaseKind.HOLD)
    at = starts(plan)[number]
    session, _ = advance(start(plan.course, 0.0), at + 139.0)
    (event,) = advance(session, at + 140.0)[1]
    assert (event.kind, sentence(event, "")) == ("mark", "40 seconds to go.")


@pytest.mark.parametrize("name", ["chronic-daily", "relaxing", "lower-back"])
def test_every_moment_that_is_told_is_woken_for(name: str) -> None:
    """Half of 45 seconds is no whole second: the loop wakes for it all the same."""
    plan = planned(load(), name)
    session, now, late = start(plan.course, 0.0), 0.0, []
    while not session.finished(now):
        session, events = advance(session, now)
        late += [
            event.seconds - (event.phase.seconds - session.progress(now)[1])
            for event in events
            if event.kind in {"halfway", "mark", "count"}
        ]
        now = session.next_change(now) or now
    assert late
    assert max(map(abs, late)) < 0.002
