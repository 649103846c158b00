"""Wait for me: each hold and each movement begins on a key, and only then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.cues.sentences import sentence
from presspoint.session.advance import advance
from presspoint.session.events import EventKind
from presspoint.session.modes import WaitingForKey
from presspoint.session.state import start
from support.played import MIXED, PLAN, Played

GATES = [phase for phase in MIXED.course.phases if phase.kind in {"press", "exercise"}]


def ready(points: tuple[str, ...] = ("LI4",)) -> Played:
    """Return a session that waits before the first hold of these points."""
    played = Played(PLAN, wait=True)
    while not (isinstance(played.session.mode, WaitingForKey) and played.turn.points == points):
        if isinstance(played.session.mode, WaitingForKey):
            played.press("next")
        played.wait(1.0)
    played.events.clear()
    return played


def test_it_stands_before_each_hold_and_movement_until_a_key_and_tells_that_once() -> None:
    played = Played(MIXED, wait=True)
    waited = []
    while not played.finished:
        if isinstance(played.session.mode, WaitingForKey):
            waited.append(played.session.current_phase(played.now)[0])
            left = played.session.seconds_left(played.now)
            played.wait(50.0)
            assert played.session.seconds_left(played.now) == left
            played.press("toggle")
        played.wait(1.0)
    assert waited == GATES
    told_ready = [event.phase for event in played.events if event.kind == "ready"]
    assert told_ready == GATES
    begun = [event.phase for event in played.events if event.kind == "began"]
    assert begun == list(MIXED.course.phases)
    assert [event.phase.turn for event in played.events if event.kind == "held"] == [
        phase.turn for phase in GATES if phase.kind == "press"
    ]


@given(lags=st.lists(st.floats(0.0, 300.0), max_size=60))
def test_no_lag_ever_runs_into_a_hold_that_nobody_began(lags: list[float]) -> None:
    session, now = start(PLAN.course, 0.0, wait=True), 0.0
    for lag in lags:
        now += lag
        session, events = advance(session, now)
        assert not [event for event in events if event.phase.kind in {"hold", "exercise"}][1:]
        assert {"held", "count", "halfway"}.isdisjoint(event.kind for event in events)
    assert session.progress(now)[0] <= 3


def test_the_time_between_being_due_and_being_told_does_not_count() -> None:
    session = start(PLAN.course, 0.0, wait=True)
    due = sum(phase.seconds for phase in PLAN.course.phases[:3])
    session, events = advance(session, due + 1.7)
    assert events[-1].kind == "ready"
    assert session.seconds_left(due + 1.7) == PLAN.course.total_seconds - due


def test_the_words_ask_whether_the_person_is_in_place() -> None:
    played = ready()
    played.wait(60.0)
    assert sentence(played.events[-1], "") == ("Still waiting. Thumb web, left hand. Space begins.")
    played.press("pause")
    assert sentence(played.events[-1], "") == "In place? Space begins."
    assert isinstance(played.session.mode, WaitingForKey)


@pytest.mark.parametrize("key", ["toggle", "resume"])
def test_a_key_begins_with_leaning_in(key: str) -> None:
    played = ready()
    assert played.press(key) == []
    played.wait(0.0)
    assert [sentence(event, "") for event in played.events] == ["Press now, slowly."]
    played.wait(3.0)
    assert played.kinds[0] == "hold"


def test_next_skips_it_without_easing_off_what_was_never_pressed() -> None:
    played = ready()
    assert played.press("next") == ["next"]
    assert (played.kinds[0], played.turn.side) == ("move", "right")


def test_back_leads_to_the_hold_before() -> None:
    played = ready(("BL23", "BL52"))
    assert played.press("back") == ["back"]
    assert played.turn.points == ("LI4",)


def test_going_on_in_a_hold_leans_in_anew_and_asks_nothing() -> None:
    played = ready()
    played.press("toggle")
    played.wait(13.0)
    played.press("pause")
    played.wait(10.0)
    assert played.press("resume") == ["resumed"]
    played.wait(5.0)
    assert not played.session.paused
    assert played.kinds[0] == "hold"


def test_a_pause_while_leaning_in_goes_on_without_asking_again() -> None:
    played = ready()
    played.press("toggle")
    played.wait(2.0)
    played.press("pause")
    assert not isinstance(played.session.mode, WaitingForKey)
    played.press("resume")
    played.wait(3.5)
    assert [event.kind for event in played.events].count(EventKind.READY) == 0
    assert played.kinds[0] == "hold"


def test_hurting_while_it_waits_leaves_the_place_out() -> None:
    played = ready()
    assert played.press("hurts") == ["hurts"]
    played.press("next")
    assert played.turn.points == ("BL23", "BL52")


def test_a_hold_that_nobody_begins_is_reminded_of_and_ends_the_session() -> None:
    played = ready()
    while (due := played.session.next_change(played.now)) is not None:
        played.wait(due - played.now)
    assert [event.kind for event in played.events] == ["reminder"] * 10 + ["abandoned"]


def test_after_a_gap_it_stays_where_it_is() -> None:
    played = ready()
    before = played.session
    assert played.press("gap") == []
    assert played.press("lead") == []
    assert played.session.progress(played.now) == before.progress(played.now)
    assert isinstance(played.session.mode, WaitingForKey)
