"""The loop: a session played on a clock that only waiting moves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.cues.narrator import Narrator
from presspoint.planning.plan import Plan
from presspoint.player.loop import Player
from presspoint.ports import Ports
from presspoint.run.sounds.sound import Reporter
from presspoint.session.actions import ENDING_SIGNALS, Action, Signal
from presspoint.session.events import Ending
from presspoint.session.state import start
from presspoint.storage.catalogue_file import load
from support.fakes import FakeAwake, FakeClock, FakeInputs, Story, by_name
from support.plans import planned

PLAN = planned(load())
HOLDS = sum(phase.kind == "hold" for phase in PLAN.course.phases)
ACTIONS = (
    "toggle", "next", "back", "longer", "shorter", "again", "help", "SIGWINCH", "SIGTSTP",
    "hurts", "answer-1", "answer-4", "view",
)  # fmt: skip


@dataclass
class Show:
    """One playing with everything that it said and kept."""

    ending: Ending | Signal
    seconds: float
    story: Story
    inputs: FakeInputs[Action | Signal]
    waits: list[float | None] = field(default_factory=list)


def shown(
    plan: Plan = PLAN,
    messages: Iterable[tuple[float, str]] = (),
    *,
    has_keys: bool = True,
    late: Iterable[tuple[float, float]] = (),
    lag: float = 0.0,
    fails: str = "",
) -> Show:
    clock = FakeClock(lag=lag)
    inputs = FakeInputs(clock, by_name(messages), has_keys, late)
    story = Story(clock, fails=fails)
    began = clock.now
    ports = Ports(inputs, story, story, Narrator("", {}), FakeAwake(), Reporter(story.remark))
    ending = Player(start(plan.course, clock()), clock, ports).play()
    return Show(ending, clock.now - began, story, inputs, inputs.waits)


def moment(kind: str, number: int = 0, into: float = 0.0) -> float:
    """When the plan's phase of a kind begins, in seconds from the start."""
    found = [index for index, phase in enumerate(PLAN.course.phases) if phase.kind == kind][number]
    return sum(phase.seconds for phase in PLAN.course.phases[:found]) + into


def test_a_whole_routine_plays_to_its_end_and_keeps_every_hold() -> None:
    show = shown()
    assert show.ending == "finished"
    assert show.seconds == pytest.approx(PLAN.course.total_seconds, abs=0.01)
    kept = [(hold.points, hold.side, hold.planned_seconds) for hold in show.story.holds]
    turns = [turn for turn in PLAN.course.turns if turn.is_hold]
    assert kept == [(turn.points, turn.side, turn.seconds) for turn in turns]
    assert all(hold.held_seconds == hold.planned_seconds for hold in show.story.holds)
    assert len(kept) == HOLDS == 8


def test_the_end_is_shown_beside_the_last_words_but_not_after_a_signal() -> None:
    assert shown().story.shown[-1] == 0.0
    stopped = shown(messages=[(5.5, "stop")]).story.shown
    assert stopped[-1] == pytest.approx(PLAN.course.total_seconds - 5.5)
    assert shown(messages=[(5.5, "SIGTERM")]).story.shown == stopped[:-1]


def test_a_hold_is_kept_right_after_the_person_is_told_to_ease_off() -> None:
    for lag in (0.0, 0.4, 1.9):
        order = shown(lag=lag).story.order
        for index, (_, kind, phase) in enumerate(order):
            if (kind, phase) == ("began", "release") and order[index - 1][1] != "count":
                assert order[index - 1][1] == "held"
                assert order[index + 1][1] == "logged"


def test_each_phase_is_begun_on_time() -> None:
    begun = [at for at, kind, _ in shown().story.order if kind == "began"]
    due = [
        sum(p.seconds for p in PLAN.course.phases[:number])
        for number in range(len(PLAN.course.phases))
    ]
    assert begun == pytest.approx([1000 + at for at in due], abs=0.01)


@pytest.mark.parametrize("lag", [0.05, 0.9, 1.9])
def test_a_machine_that_is_always_late_does_not_make_the_session_longer(lag: float) -> None:
    show = shown(lag=lag)
    assert show.seconds <= PLAN.course.total_seconds + lag + 0.01
    assert len(show.story.holds) == HOLDS


def test_the_loop_sleeps_to_the_next_visible_change_and_never_polls() -> None:
    show = shown()
    assert all(wait is not None and wait >= 0 for wait in show.waits)
    assert len(show.waits) / (PLAN.course.total_seconds / 60) <= 75
    assert len(show.story.shown) >= PLAN.course.total_seconds - 1


def test_q_stops_and_keeps_the_hold_in_progress() -> None:
    show = shown(messages=[(moment("hold", into=20.0), "stop")])
    assert show.ending == "stopped"
    assert [hold.held_seconds for hold in show.story.holds] == [20.0]
    assert show.story.kinds()[-2:] == ["stopped", "logged"]


@pytest.mark.parametrize("signal", sorted(ENDING_SIGNALS))
@pytest.mark.parametrize("paused", [False, True])
def test_a_signal_ends_the_session_and_keeps_the_hold_in_progress(
    signal: Signal, *, paused: bool
) -> None:
    before = [(moment("hold", into=10.0), "toggle")] if paused else []
    show = shown(messages=[*before, (moment("hold", into=20.0), signal)])
    assert show.ending == signal
    assert [hold.held_seconds for hold in show.story.holds] == [10.0 if paused else 20.0]


def test_feeling_faint_stops_and_keeps_the_hold_in_progress() -> None:
    show = shown(messages=[(moment("hold", into=20.0), "faint")])
    assert show.ending == "faint"
    assert [hold.held_seconds for hold in show.story.holds] == [20.0]
    assert show.story.kinds()[-2:] == ["faint", "logged"]


@pytest.mark.parametrize(("answer", "days"), [("answer-1", 7), ("answer-4", 2)])
def test_a_place_that_hurts_rests_for_some_days_and_the_session_goes_on(
    answer: str, days: int
) -> None:
    at = moment("hold", into=20.0)
    show = shown(messages=[(at, "hurts"), (at + 30, "help"), (at + 600, answer)])
    assert show.ending == "finished"
    first, (codes, because, rest_days) = show.story.rests
    assert first == (("LI4",), "it hurt", 1), "kept at once: the question may never be answered"
    assert (codes, rest_days) == (("LI4",), days)
    assert because
    assert show.story.holds[0].held_seconds == 20.0
    assert [hold.points for hold in show.story.holds].count(("LI4",)) == 1
    kinds = show.story.kinds()
    asked = kinds.index("hurts")
    assert kinds[asked - 1 : asked + 4] == ["held", "hurts", "logged", "rested", "hurts"]
    last = len(kinds) - 1 - kinds[::-1].index("rested")
    assert last == kinds.index("answered") + 2, "its words are told first"
    assert "help" not in kinds


@pytest.mark.parametrize("answer", ["answer-2", "answer-3"])
def test_a_sign_of_a_nerve_ends_the_session_and_the_place_rests(answer: str) -> None:
    at = moment("hold", into=20.0)
    show = shown(messages=[(at, "hurts"), (at + 600, answer)])
    assert show.ending == "hurt-stop"
    assert show.story.kinds()[-2:] == ["answered", "rested"]
    assert [rest[0] for rest in show.story.rests] == [("LI4",), ("LI4",)]
    assert [hold.held_seconds for hold in show.story.holds] == [20.0]


def test_without_an_answer_the_place_rests_until_tomorrow_and_a_movement_never_does() -> None:
    at = moment("hold", into=20.0)
    place = [(at, "hurts"), (at + 5, "next")]
    movement = [(25.0, "hurts"), (30.0, "answer-1")]
    for messages, rests in ((place, [(("LI4",), "it hurt", 1)]), (movement, [])):
        show = shown(messages=messages)
        assert show.ending == "finished"
        assert show.story.rests == rests


def test_ctrl_z_and_a_long_wait_while_it_asks_come_back_to_the_question() -> None:
    at = moment("hold", into=20.0)
    messages = [(at, "hurts"), (at + 10, "SIGTSTP"), (at + 40, "answer-4")]
    show = shown(messages=messages)
    kinds = show.story.kinds()
    asked = kinds.index("leave")
    assert kinds[asked - 1 : asked + 3] == ["hurts", "leave", "enter", "answered"]
    assert "gap" not in kinds
    assert show.ending == "finished"


def test_a_pause_waits_for_a_key_and_reminds_of_itself() -> None:
    show = shown(messages=[(100.0, "toggle"), (1000.0, "toggle")])
    reminded = [at - 1000.0 for at, kind, _ in show.story.order if kind == "reminder"]
    assert reminded == pytest.approx([160.0, 340.0, 520.0, 700.0, 880.0], abs=0.01)
    assert show.ending == "finished"
    assert show.seconds == pytest.approx(PLAN.course.total_seconds + 900.0, abs=5.0)
    assert len(show.story.holds) == HOLDS


def test_a_pause_that_is_forgotten_ends_the_session_and_keeps_it() -> None:
    show = shown(messages=[(moment("hold", into=20.0), "toggle")])
    assert show.ending == "abandoned"
    assert show.seconds == pytest.approx(moment("hold", into=20.0) + 1800.0, abs=0.1)
    assert [hold.held_seconds for hold in show.story.holds] == [20.0]


def test_ctrl_z_pauses_gives_the_terminal_back_and_takes_it_again() -> None:
    at = moment("hold", into=20.0)
    clock = FakeClock()
    messages = [(at, "SIGTSTP"), (at + 4000, "toggle")]
    inputs = FakeInputs(clock, by_name(messages), suspended_seconds=3600.0)
    story = Story(clock)
    ports = Ports(inputs, story, story, Narrator("", {}), FakeAwake(), Reporter(story.remark))
    assert Player(start(PLAN.course, clock()), clock, ports).play() == "finished"
    assert inputs.suspended == 1
    kinds = [kind for kind in story.kinds() if kind != "reminder"]
    paused = kinds.index("paused")
    assert kinds[paused + 1 : paused + 4] == ["leave", "enter", "resumed"]
    assert len(story.holds) == HOLDS
    assert all(hold.held_seconds == hold.planned_seconds for hold in story.holds)


def test_a_gap_pauses_a_session_with_keys_until_one_comes() -> None:
    at = moment("hold", into=20.0)
    show = shown(late=[(at, 5.0)], messages=[(at + 300, "toggle")])
    kinds = [kind for kind in show.story.kinds() if kind != "reminder"]
    assert kinds.count("gap") == 1
    assert kinds[kinds.index("gap") + 1] == "resumed"
    assert show.seconds == pytest.approx(PLAN.course.total_seconds + 300 + 3, abs=1.1)
    assert [hold.held_seconds for hold in show.story.holds] == [
        hold.planned_seconds for hold in show.story.holds
    ]


def test_a_gap_without_keys_goes_on_by_itself_through_finding_and_leaning_in() -> None:
    at = moment("hold", into=20.0)
    show = shown(late=[(at, 5.0)], has_keys=False)
    order = [(kind, phase) for _, kind, phase in show.story.order]
    gap = order.index(("gap", "hold"))
    assert order[gap + 1][0] == "resumed"
    begun = [phase for kind, phase in order[gap:] if kind == "began"]
    assert begun[:4] == ["find", "press", "hold", "release"]
    assert show.ending == "finished"
    assert len(show.story.holds) == HOLDS
    assert all(hold.held_seconds == hold.planned_seconds for hold in show.story.holds)
    assert None not in show.waits


def test_a_hold_that_ended_as_the_machine_fell_asleep_is_kept_at_once() -> None:
    show = shown(
        late=[(moment("release", 1), 3600.0)], messages=[(moment("release", 1) + 4000, "stop")]
    )
    kinds = show.story.kinds()
    assert kinds.index("logged") == kinds.index("gap") + 1
    assert show.story.holds[0].held_seconds == show.story.holds[0].planned_seconds


def test_ctrl_z_without_keys_goes_on_by_itself_when_continued() -> None:
    show = shown(messages=[(moment("hold", into=20.0), "SIGTSTP")], has_keys=False)
    assert show.ending == "finished"
    kinds = show.story.kinds()
    assert kinds[kinds.index("paused") + 1 :][:3] == ["leave", "enter", "resumed"]


@pytest.mark.parametrize("seconds", [0.5, 1.9])
def test_a_short_lag_is_no_gap(seconds: float) -> None:
    show = shown(late=[(moment("hold", into=20.0), seconds)])
    assert "gap" not in show.story.kinds()
    assert show.seconds == pytest.approx(PLAN.course.total_seconds, abs=0.01)


def test_time_asleep_in_a_pause_is_no_gap() -> None:
    show = shown(messages=[(100.0, "toggle"), (90_000.0, "toggle")])
    assert "gap" not in show.story.kinds()


def test_help_and_a_new_size_change_no_time() -> None:
    show = shown(messages=[(10.0, "help"), (20.0, "SIGWINCH"), (30.0, "SIGCONT")])
    assert show.story.kinds().count("help") == 1
    assert show.story.kinds().count("enter") == 2
    assert show.seconds == pytest.approx(PLAN.course.total_seconds, abs=0.01)


@given(
    messages=st.lists(st.tuples(st.floats(0.0, 900.0), st.sampled_from(ACTIONS)), max_size=40),
    late=st.lists(st.tuples(st.floats(0.0, 900.0), st.floats(0.0, 30.0)), max_size=5),
    has_keys=st.booleans(),
)
def test_whatever_comes_the_session_ends_and_no_hold_is_too_long(
    messages: list[tuple[float, str]], late: list[tuple[float, float]], *, has_keys: bool
) -> None:
    waking = [(10_000.0 + 5 * number, "stop") for number in range(2)]  # it may wait for a key
    show = shown(messages=[*messages, *waking], late=late, has_keys=has_keys)
    assert show.ending in {"finished", "stopped", "abandoned"}
    assert all(wait is None or wait >= 0 for wait in show.waits)
    caps = {turn.points: turn.cap for turn in PLAN.course.turns}
    assert all(0 <= hold.held_seconds <= caps[hold.points] for hold in show.story.holds)


def test_a_disk_that_fails_is_told_once_and_the_session_goes_on() -> None:
    show = shown(fails="history.db: disk full.")
    assert show.ending == "finished"
    told = [words for _, kind, words in show.story.order if kind == "remark"]
    assert told == ["Not saved for now. presspoint keeps trying. history.db: disk full."]
