"""An interrupted session taken up again: nothing twice, no cap passed, everything led to anew."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.planning.course import Turn
from presspoint.planning.plan import Plan
from presspoint.session.modes import WaitingForKey
from presspoint.session.pain_stop import ANSWERS
from presspoint.session.record.records import HoldRecord
from presspoint.session.resuming import resume
from presspoint.session.state import Session, start
from support.played import HIP, MIXED, PLAN, SMALL, Played, presses

HOLDS = [number for number, turn in enumerate(PLAN.course.turns) if turn.is_hold]
Place = tuple[tuple[str, ...], tuple[str, ...], str | None]


def place(turn: Turn | HoldRecord) -> Place:
    return turn.points, turn.zones, turn.side


def record(turn: Turn, held: float | None = None) -> HoldRecord:
    seconds = float(turn.seconds)
    return HoldRecord(turn.points, turn.zones, turn.side, seconds, held or seconds)


def done(plan: Plan, *, until: int, held: float | None = None) -> tuple[HoldRecord, ...]:
    """The records of all holds before a turn in full, and of that turn for some seconds."""
    turns = [turn for turn in plan.course.turns[:until] if turn.is_hold]
    last = (record(plan.course.turns[until], held),) if held else ()
    return (*(record(turn) for turn in turns), *last)


def to_play(session: Session) -> list[int]:
    """The turns still to be held or moved through."""
    return [p.turn for p in session.phases if p.kind in {"hold", "exercise"} and p.seconds]


@pytest.mark.parametrize("number", HOLDS)
def test_holds_that_were_done_are_not_played_again(number: int) -> None:
    session = resume(PLAN.course, done(PLAN, until=number), 100.0)
    assert to_play(session) == list(range(number, len(PLAN.course.turns))) or number == HOLDS[0]
    assert session.seconds_played(100.0) == 0.0
    assert session.phases[0].kind == ("rest" if number == HOLDS[0] else "move")


@pytest.mark.parametrize("number", HOLDS)
def test_a_hold_that_was_broken_off_keeps_what_its_cap_leaves(number: int) -> None:
    turn = PLAN.course.turns[number]
    session = resume(PLAN.course, done(PLAN, until=number, held=12.0), 0.0)
    first = next(phase for phase in session.phases if phase.kind == "hold")
    assert (first.turn, first.seconds) == (number, min(turn.seconds, turn.cap - 12.0))


def test_everything_is_led_to_anew_and_the_stop_rule_is_said_again() -> None:
    balls = next(n for n in HOLDS if PLAN.course.turns[n].points == ("BL23", "BL52"))
    session = resume(PLAN.course, done(PLAN, until=balls, held=30.0), 0.0)
    move, find, press, hold = session.phases[:4]
    assert move.text.startswith("Take the two tennis balls. Sit down on the mat. Lie on")
    assert find.text == PLAN.course.turns[balls].instruction
    assert (press.kind, hold.kind, hold.stop_rule) == ("press", "hold", True)
    assert [p.stop_rule for p in session.phases if p.kind == "hold"].count(True) == 1


def test_without_any_hold_the_whole_plan_is_played() -> None:
    assert resume(PLAN.course, (), 7.0).phases == start(PLAN.course, 7.0).phases


def test_a_plan_that_is_done_gives_a_session_that_is_finished() -> None:
    session = resume(PLAN.course, done(PLAN, until=len(PLAN.course.turns)), 100.0)
    assert session.finished(100.0)
    assert Played(PLAN, session).events == []


def test_what_was_passed_over_is_not_offered_again() -> None:
    skipped = done(PLAN, until=HOLDS[2])[1:]
    assert to_play(resume(PLAN.course, skipped, 0.0))[0] == HOLDS[2]


def test_a_movement_after_the_last_hold_is_done_again() -> None:
    number = next(n for n, turn in enumerate(MIXED.course.turns) if n > 0 and not turn.is_hold)
    assert to_play(resume(MIXED.course, done(MIXED, until=number), 0.0))[0] == number


def test_rounds_are_told_apart_by_where_the_session_was() -> None:
    left = [n for n, turn in enumerate(MIXED.course.turns) if turn.points == ("LI4",)][:4]
    turns = [MIXED.course.turns[number] for number in left]
    assert [turn.side for turn in turns] == ["left", "right", "left", "right"]
    records = (record(turns[0], 10.0), record(turns[1]), record(turns[2], 12.0))
    session = resume(MIXED.course, records, 0.0)
    assert to_play(session)[0] == left[2]
    assert session.pressed_seconds[left[2]] == 12.0


def test_seconds_count_for_a_place_that_is_pressed_in_other_company_now() -> None:
    both = next(turn for turn in PLAN.course.turns if turn.points == ("BL23", "BL52"))
    alone = HoldRecord(("BL23",), (), "both", 60.0, 60.0)
    session = resume(PLAN.course, (alone,), 0.0)
    assert sum(session.pressed_seconds.values()) == 60.0
    assert PLAN.course.turns[next(iter(session.pressed_seconds))] == both


def test_a_hold_that_the_plan_does_not_have_counts_for_nothing() -> None:
    foreign = HoldRecord(("ST36",), (), "left", 30.0, 30.0)
    assert resume(PLAN.course, (foreign,), 0.0).phases == PLAN.course.phases


def test_it_waits_before_each_hold_where_that_is_asked_for() -> None:
    played = Played(PLAN, resume(PLAN.course, done(PLAN, until=HOLDS[1]), 0.0, wait=True))
    played.wait(300.0)
    assert isinstance(played.session.mode, WaitingForKey)
    assert played.turn == PLAN.course.turns[HOLDS[1]]


@settings(max_examples=60)
@given(
    sittings=st.lists(presses("hurts", *ANSWERS), min_size=2, max_size=3),
    plan=st.sampled_from([SMALL, PLAN, HIP, MIXED]),
    wait=st.booleans(),
)
def test_caps_hold_over_all_sittings_together(
    sittings: list[list[tuple[str, float]]], plan: Plan, *, wait: bool
) -> None:
    records: tuple[HoldRecord, ...] = ()
    pressed: dict[Place, float] = {}
    for keys in sittings:
        played = Played(plan, resume(plan.course, records, 0.0, wait=wait))
        for key, seconds in keys[:40]:
            played.press(key)
            played.wait(seconds)
        if not played.finished:
            played.press("stop")
        held = [event for event in played.events if event.kind == "held"]
        records += tuple(record(event.turn, round(event.seconds, 1)) for event in held)
        for turn, seconds in zip(plan.course.turns, played.pressed, strict=True):
            pressed[place(turn)] = pressed.get(place(turn), 0.0) + seconds
            assert seconds <= turn.cap + 1e-6
    allowed: Counter[Place] = Counter()
    for turn in plan.course.turns:
        allowed[place(turn)] += turn.cap
    rounding = 0.1 * len(records)
    assert all(seconds <= allowed[where] + rounding for where, seconds in pressed.items())
