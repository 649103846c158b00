"""A forgotten pause: a word after a minute, then every three, and an end after thirty."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.cues.sentences import sentence
from presspoint.session import pausing
from support.played import PLAN, Played

DUE = [60.0 + 180.0 * number for number in range(10)]
HELD_BEFORE = 12.0


def paused(into: float = HELD_BEFORE) -> Played:
    """Return a session paused in its first hold, at 0 on its clock of the pause."""
    played = Played(PLAN).to("hold", ("LI4",), into)
    played.press("pause")
    played.events.clear()
    return played


def kinds(played: Played) -> list[str]:
    return [event.kind for event in played.events]


@settings(max_examples=30)
@given(lags=st.lists(st.floats(0.0, 1.9), min_size=20, max_size=20))
def test_each_reminder_comes_once_and_then_the_end_whatever_the_lag(lags: list[float]) -> None:
    played = paused()
    began, moments = played.now, []
    for lag in lags:
        if (due := played.session.next_change(played.now)) is not None:
            before = len(played.events)
            played.wait(due - played.now + lag)
            moments += [due - began] * (len(played.events) - before)
    assert kinds(played) == ["reminder"] * 10 + ["held", "abandoned"]
    assert moments == pytest.approx([*DUE, 1800.0, 1800.0])
    assert played.session.is_abandoned
    assert [event.seconds for event in played.events if event.kind == "held"] == [HELD_BEFORE]
    played.wait(9000.0)
    assert len(played.events) == 12


def test_a_reminder_says_what_is_paused_and_how_it_goes_on() -> None:
    played = paused()
    played.wait(60.0)
    assert sentence(played.events[-1], "") == (
        "Still paused. Thumb web, left hand, 38 seconds to go. Space goes on."
        " x: it hurts. f: faint."
    )


def test_the_end_says_that_what_was_pressed_is_saved() -> None:
    played = unanswered(paused(), 1800.0)
    assert sentence(played.events[-1], "") == (
        "Paused for thirty minutes, so this session ends here. What you did is saved."
    )


def unanswered(played: Played, until: float) -> Played:
    """Let the pause go on until so many seconds after it began, woken for each reminder."""
    began = played.now
    for at in (*(due for due in DUE if due < until), until):
        played.wait(began + at - played.now)
    return played


@pytest.mark.parametrize(("slept_at", "then"), [(0.0, 180.0), (100.0, 180.0), (1700.0, 120.0)])
def test_an_hour_asleep_in_a_pause_gives_one_reminder_and_no_end_without_one(
    slept_at: float, then: float
) -> None:
    played = unanswered(paused(), slept_at)
    count = len(played.events)
    played.wait(3600.0)
    assert kinds(played)[count:] == ["reminder"]
    assert played.session.next_change(played.now) == pytest.approx(played.now + then)
    played.wait(then)
    assert kinds(played)[-1] == ("abandoned" if slept_at == 1700.0 else "reminder")


@pytest.mark.parametrize("key", ["pause", "again", "longer", "shorter"])
def test_any_key_that_leaves_it_paused_shows_that_somebody_is_there(key: str) -> None:
    played = paused()
    played.wait(59.0)
    played.press(key)
    assert played.session.paused
    assert played.session.next_change(played.now) == played.now + 60.0
    played.wait(59.0)
    assert "reminder" not in kinds(played)


@pytest.mark.parametrize(("key", "side"), [("next", "right"), ("back", "left")])
def test_next_and_back_move_in_a_pause_and_stay_paused(key: str, side: str) -> None:
    played = paused()
    assert played.press(key) == ["held", key, "paused"]
    played.wait(30.0)
    assert played.session.paused
    assert played.turn.side == side
    assert played.kinds[0] in {"move", "find"}, "nothing to let go of"
    assert "began" not in kinds(played)
    assert sentence(played.events[-1], "") == (
        f"Paused. Thumb web, {side} hand. Space goes on. x: it hurts. f: faint."
    )
    played.press("resume")
    played.wait(0.1)
    assert kinds(played)[-1] == "began"


def test_next_after_the_last_place_ends_a_pause_with_the_session() -> None:
    played = Played(PLAN)
    while played.kinds.count("hold") > 1 or played.kinds[0] != "hold":
        played.wait(1.0)
    played.press("pause")
    played.press("next")
    assert played.finished


def test_a_key_that_comes_again_at_once_never_goes_on() -> None:
    played = paused()
    assert played.press("halt") == []
    assert played.session.paused
    played.press("resume")
    assert played.press("halt") == ["paused"]


def test_a_pause_says_to_let_go_and_names_x_and_f() -> None:
    played = Played(PLAN).to("hold", ("LI4",), HELD_BEFORE)
    played.press("pause")
    assert sentence(played.events[-1], "") == (
        "Paused. Let go slowly. Thumb web, left hand, 38 seconds to go."
        " Space goes on. x: it hurts. f: faint."
    )


def test_the_time_to_go_is_told_in_this_hold_and_in_all() -> None:
    played = Played(PLAN).to("hold", ("LI4",), HELD_BEFORE)
    assert played.press("time") == ["time"]
    assert 450 < played.session.seconds_left(played.now) < 510
    assert sentence(played.events[-1], "") == "38 seconds to go. Eight minutes to go in all."


def test_after_a_gap_the_wait_counts_from_when_the_person_was_told() -> None:
    played = Played(PLAN).to("hold", ("LI4",), HELD_BEFORE)
    asleep = played.now
    played.now += 8 * 3600.0
    played.take(pausing.gap(played.session, asleep, played.now))
    assert played.session.next_change(played.now) == played.now + 60.0
    assert played.session.seconds_left(played.now) == played.session.seconds_left(asleep)


def test_going_on_ends_the_wait_and_the_next_pause_waits_as_long() -> None:
    played = paused()
    played.wait(60.0)
    played.press("resume")
    played.wait(20.0)
    played.press("pause")
    assert played.session.next_change(played.now) == played.now + 60.0


def test_the_question_how_a_place_hurts_is_asked_again_and_then_the_session_ends() -> None:
    played = Played(PLAN).to("hold", ("LI4",), HELD_BEFORE)
    played.press("hurts")
    played.events.clear()
    while (due := played.session.next_change(played.now)) is not None:
        played.wait(due - played.now)
    assert kinds(played) == ["reminder"] * 10 + ["abandoned"], "the hold was kept before"
    assert {sentence(event, "") for event in played.events[:-1]} == {
        PLAN.course.pain_answers.question
    }
