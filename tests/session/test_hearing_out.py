"""What leads to a hold is heard to its end, and everything is announced once and in order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.cues.sentences import sentence
from presspoint.planning.course import Phase
from presspoint.planning.phase_kind import LEADS
from presspoint.planning.plan import Plan
from presspoint.session.advance import advance, hold_back, is_held_back
from presspoint.session.events import Event, EventKind
from presspoint.session.modes import AskingAboutPain
from presspoint.session.pain_stop import ANSWERS
from presspoint.session.pausing import pause, resume
from presspoint.session.state import Session, start
from support.played import MIXED, PLAN, SMALL, Played, presses

LEADS_ELSEWHERE = {"next", "back", "hurts", "answered"}


class Heard(Played):
    """A session watched as the player does, with a voice: how many times slower than planned.

    `begun` are the moments and phases of each beginning; `legs` those since a key led elsewhere.
    """

    def __init__(self, plan: Plan, slow: float = 1.0, *, wait: bool = False) -> None:
        self.slow, self.speaking, self.wakes = slow, 0.0, 0
        self.begun: list[tuple[float, Phase]] = []
        self.leg: list[Phase] = []
        super().__init__(plan, wait=wait)

    def wait(self, seconds: float) -> None:
        end = self.now + seconds
        while True:
            leading = self.speaking > self.now
            due = None if leading and is_held_back(self.session, self.now) else self.due()
            moments = [end, *([self.speaking] if leading else []), *([due] if due else [])]
            step = max(0.0, min(moments) - self.now)
            if self.speaking > self.now + step:
                self.session = hold_back(self.session, self.now + step)
            self.wakes += 1
            super().wait(step)
            if self.now >= end:
                return

    def due(self) -> float | None:
        due = self.session.next_change(self.now)
        return None if due is None else max(due, self.now + 1e-6)

    def take(self, change: tuple[Session, tuple[Event, ...]]) -> list[str]:
        before = self.session
        kinds = super().take(change)
        for event in change[1]:
            if event.kind == "began":
                self.begun.append((self.now, event.phase))
                self.leg.append(event.phase)
                if event.phase.kind in LEADS:
                    words = len(sentence(event, "").split())
                    self.speaking = max(self.speaking, self.now) + self.slow * words / 2
        led = self.session.phases is not before.phases
        if led and not LEADS_ELSEWHERE.isdisjoint(kinds):
            self.check_leg(before)
        return kinds

    def check_leg(self, session: Session) -> None:
        """Since it was last led elsewhere, each phase that was reached began once and in order."""
        until = session.announced_until
        over = session.finished(self.now) and not session.phases[-1].seconds
        asked = isinstance(session.mode, AskingAboutPain)
        expected = () if over or asked else session.phases[: until.phase + until.has_begun]
        assert [shape(phase) for phase in self.leg] == [shape(phase) for phase in expected]
        self.leg = []


def place(session: Session, now: float) -> tuple[float, float]:
    return session.progress(now)


def shape(phase: Phase) -> tuple[str, int, str]:
    return phase.kind, phase.turn, phase.text


@settings(max_examples=15)
@given(slow=st.floats(0.1, 4.0), plan=st.sampled_from([PLAN, SMALL, MIXED]))
def test_a_phase_that_leads_on_lasts_as_long_as_its_words_and_any_other_as_planned(
    slow: float, plan: Plan
) -> None:
    heard = Heard(plan, slow)
    while not heard.finished:
        heard.wait(100.0)
    assert [phase for _, phase in heard.begun] == list(plan.course.phases)
    to_go = plan.course.total_seconds
    for (at, phase), (following, _) in pairwise(heard.begun):
        turn = plan.course.turn(phase)
        began = Event(EventKind.BEGAN, phase, turn, phase.seconds, total_seconds=to_go)
        to_go -= phase.seconds
        words = slow * len(sentence(began, "").split()) / 2
        lasts = max(phase.seconds, words) if phase.kind in LEADS else phase.seconds
        assert following - at == pytest.approx(lasts, abs=0.005)
    assert heard.wakes < 1.2 * plan.course.total_seconds + 4 * len(plan.course.phases), (
        "it never spins"
    )


@settings(max_examples=40)
@given(
    keys=presses("hurts", *ANSWERS),
    slow=st.floats(0.1, 3.0),
    plan=st.sampled_from([SMALL, MIXED]),
    wait=st.booleans(),
)
def test_whatever_keys_come_each_phase_that_is_reached_begins_once_and_in_order(
    keys: list[tuple[str, float]], slow: float, plan: Plan, *, wait: bool
) -> None:
    heard = Heard(plan, slow, wait=wait)
    for key, seconds in keys[:25]:
        before = heard.session
        if key == "lead" and not heard.finished and heard.press(key) == ["resumed"]:
            heard.check_leg(before)
        elif key != "lead":
            heard.press(key)
        heard.wait(seconds)
    heard.to_the_end()
    heard.check_leg(heard.session)
    held = sum(event.seconds for event in heard.events if event.kind == "held")
    assert held == pytest.approx(sum(heard.pressed), abs=1e-6)


def test_only_what_leads_on_and_is_over_is_held_back() -> None:
    at = 0.0
    for number, phase in enumerate(PLAN.course.phases):
        session, _ = advance(start(PLAN.course, 0.0), at + phase.seconds / 2)
        assert hold_back(session, at + phase.seconds / 2) == session
        over = at + phase.seconds + 0.1
        assert (hold_back(session, over) != session) == (phase.kind in LEADS), number
        assert not is_held_back(session, at + phase.seconds / 2)
        at += phase.seconds


def test_a_pause_stands_where_it_is_while_the_voice_goes_on() -> None:
    session, _ = pause(start(PLAN.course, 0.0), 5.0)
    assert hold_back(session, 500.0) == session
    assert not is_held_back(session, 500.0)


def test_going_on_after_a_pause_while_it_was_held_back_repeats_nothing() -> None:
    end = PLAN.course.phases[0].seconds
    session, _ = advance(start(PLAN.course, 0.0), end - 1)
    session, _ = advance(hold_back(session, end + 1), end + 1)
    session, _ = pause(session, end + 1)
    session, _ = resume(session, end + 100)
    assert place(session, end + 100) == pytest.approx((0, end - 0.001))
    assert advance(session, end + 101)[1][0].phase == PLAN.course.phases[1]


def test_a_key_while_it_is_held_back_leads_to_no_other_phase() -> None:
    end = PLAN.course.phases[0].seconds
    session, _ = advance(start(PLAN.course, 0.0), end - 1)
    session, _ = advance(hold_back(session, end + 1), end + 1)
    session, events = advance(session, end + 3)
    assert (events, session.progress(end + 3)[0]) == ((), 0)


def test_a_phase_is_held_at_its_very_end_and_the_next_one_then_gets_all_its_seconds() -> None:
    end = 50.0 + PLAN.course.phases[0].seconds
    session, _ = advance(start(PLAN.course, 50.0), 51.0)
    for now in (end + 0.5, end + 1.0, end + 30.0):
        session, events = advance(hold_back(session, now), now)
        assert events == ()
        assert place(session, now + 10) == pytest.approx((0, end - 50.0 - 0.001))
        assert is_held_back(session, now)
    session, events = advance(session, end + 60.0)
    assert events == ()
    assert session.next_change(end + 60.0) == pytest.approx(end + 60.001)
    session, events = advance(session, end + 60.01)
    assert [event.kind for event in events] == ["began"]
    assert place(session, end + 60.01) == pytest.approx((1, 0.009))
