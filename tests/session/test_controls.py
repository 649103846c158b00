"""What keys do: they never press a place past its cap, and never leave a hold unannounced."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.cues.sentences import sentence
from presspoint.planning.course import PRESS_SECONDS, RELEASE_SECONDS
from presspoint.planning.plan import Plan
from presspoint.session import controls
from presspoint.session.actions import Action
from presspoint.session.events import Event, EventKind
from presspoint.session.modes import AskingAboutPain
from presspoint.session.state import restart_silence, start
from support.played import CATALOGUE, HIP, HURTING, MIXED, PLAN, SMALL, Played


@settings(max_examples=120)
@given(presses=HURTING, plan=st.sampled_from([SMALL, PLAN, HIP, MIXED]), wait=st.booleans())
def test_no_sequence_of_keys_ever_presses_a_place_past_its_cap_or_once_it_hurts(
    presses: list[tuple[str, float]], plan: Plan, *, wait: bool
) -> None:
    played = Played(plan, wait=wait)
    for key, seconds in presses:
        played.press(key)
        assert played.wakes_in_time()
        left = played.session.seconds_left(played.now)
        played.wait(seconds)
        asked = isinstance(played.session.mode, AskingAboutPain)
        assert not asked or played.session.seconds_left(played.now) == left
    played.to_the_end()
    rounds: Counter[tuple[str, str | None]] = Counter()
    for turn, pressed in zip(plan.course.turns, played.pressed, strict=True):
        assert pressed <= turn.cap + 1e-6
        rounds.update((code, turn.side) for code in turn.points if pressed)
    doses = {code: CATALOGUE.point(code).hold for code, _ in rounds}
    assert all((dose := doses[code]) and n <= dose.repeats for (code, _), n in rounds.items())
    held = [event for event in played.events if event.kind == "held"]
    assert all(0 < event.seconds <= event.turn.cap + 1e-6 for event in held)


@settings(max_examples=120)
@given(presses=HURTING, plan=st.sampled_from([PLAN, MIXED]), wait=st.booleans())
def test_the_holds_that_are_told_add_up_to_what_was_pressed(
    presses: list[tuple[str, float]], plan: Plan, *, wait: bool
) -> None:
    played = Played(plan, wait=wait)
    for key, seconds in presses:
        played.press(key)
        played.wait(seconds)
    if not played.finished:
        played.press("stop")
    announced = sum(event.seconds for event in played.events if event.kind == "held")
    assert announced == pytest.approx(sum(played.pressed), abs=1e-6)


@pytest.mark.parametrize("kind", ["press", "hold"])
def test_leaving_a_hold_eases_off_first(kind: str) -> None:
    played = Played(PLAN).to(kind, ("LI4",), 2.0)
    events = played.press("next")
    assert events == (["held", "next"] if kind == "hold" else ["next"])
    assert played.kinds[0] == "release"
    assert played.session.phases[0].seconds == RELEASE_SECONDS
    assert played.session.course.turns[played.session.phases[1].turn].side == "right"


def test_leaving_the_last_hold_eases_off_and_ends() -> None:
    played = Played(PLAN)
    while played.kinds.count("hold") > 1 or played.kinds[0] != "hold":
        played.wait(1.0)
    played.press("next")
    assert played.kinds == ["release"]
    played.press("next")
    assert played.finished


def test_back_in_a_hold_does_it_again_with_what_its_cap_leaves() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 20.0)
    assert played.press("back") == ["held", "back"]
    assert played.kinds[:4] == ["find", "press", "hold", "release"]
    assert played.session.phases[2].seconds == 40.0


def test_back_while_finding_a_place_goes_to_the_hold_before() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 20.0)
    played.press("next")
    played.wait(RELEASE_SECONDS + 0.5)
    assert (played.turn.side, played.kinds[0]) == ("right", "move")
    played.press("back")
    assert (played.turn.side, played.kinds[:3]) == ("left", ["find", "press", "hold"])


def test_back_to_the_other_hip_gives_the_time_to_roll_over() -> None:
    played = Played(HIP).to("hold", ("GB30",), 5.0)
    while played.turn.side == "left":
        played.press("next")
        played.wait(RELEASE_SECONDS + 0.5)
    while played.kinds[0] != "find":
        played.wait(1.0)
    assert played.press("back") == ["back"]
    assert played.turn.side == "left"
    assert played.kinds[:3] == ["move", "find", "press"]
    assert played.session.phases[0].seconds >= 20


def test_back_after_a_full_hold_says_that_it_is_full_and_changes_nothing() -> None:
    played = Played(PLAN).to("hold", ("BL23", "BL52"), 1.0)
    played.press("longer")
    played.to("release", ("BL23", "BL52"), 1.0)
    before = played.session
    assert played.press("back") == ["full"]
    assert played.session == before


def test_ten_seconds_more_stop_at_the_cap() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 5.0)
    assert (played.turn.seconds, played.turn.cap) == (50, 60)
    left = played.session.seconds_left(played.now)
    assert [played.press("longer"), played.press("longer")] == [["longer"], ["full"]]
    assert played.session.seconds_left(played.now) == left + 10
    played.to("release", ("LI4",))
    assert [e.seconds for e in played.events if e.kind == "held"] == [60.0]


def test_ten_seconds_less_end_a_hold_that_has_no_ten_left() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 5.0)
    for left in (35.0, 25.0, 15.0, 5.0):
        assert played.press("shorter") == ["shorter"]
        index, into = played.session.progress(played.now)
        assert played.session.phases[index].seconds - into == left
    played.press("shorter")
    assert played.kinds[0] == "release"
    played.wait(0.0)
    assert [e.seconds for e in played.events if e.kind == "held"] == [5.0]


def test_ten_seconds_more_after_doing_a_hold_again_stop_at_the_same_cap() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 45.0)
    played.press("back")
    played.to("hold", ("LI4",))
    assert played.session.phases[played.session.progress(played.now)[0]].seconds == 15.0
    assert played.press("longer") == ["full"]


@pytest.mark.parametrize("kind", ["press", "release"])
@pytest.mark.parametrize("key", ["longer", "shorter"])
def test_leaning_in_and_easing_off_keep_their_seconds(kind: str, key: str) -> None:
    played = Played(PLAN).to(kind, ("LI4",), 1.0)
    before = played.session
    assert played.press(key) == ["fixed"]
    assert played.session == before


def test_a_gap_pauses_where_it_was() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 12.0)
    left = played.session.seconds_left(played.now)
    assert played.press("gap") == ["gap"]
    assert played.session.paused
    assert played.session.seconds_left(played.now + 500) == left


def test_going_on_alone_after_a_gap_finds_the_place_and_leans_in_again() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 12.0)
    played.press("gap")
    assert played.press("lead") == ["resumed"]
    assert played.kinds[:4] == ["find", "press", "hold", "release"]
    find, press, hold = played.session.phases[:3]
    assert find.text == played.turn.instruction
    assert (press.seconds, hold.seconds, hold.seconds_before_gap) == (PRESS_SECONDS, 38.0, 12.0)
    played.to("release", ("LI4",))
    assert [e.seconds for e in played.events if e.kind == "held"] == [50.0]


def test_what_was_held_before_a_gap_is_told_even_if_the_session_ends_before_it_goes_on() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 12.0)
    played.press("gap")
    played.press("lead")
    played.wait(1.0)
    played.press("stop")
    assert [e.seconds for e in played.events if e.kind == "held"] == [12.0]


@pytest.mark.parametrize("keys", [["gap", "lead"], ["back"]])
def test_halfway_is_told_when_as_much_is_left_as_was_held(keys: list[str]) -> None:
    played = Played(PLAN).to("hold", ("BL23", "BL52"), 20.0)
    for key in keys:
        played.press(key)
    earlier = len(played.events)
    played.to("release", ("BL23", "BL52"))
    for event in played.events[earlier:]:
        if event.kind == "halfway":
            assert event.seconds >= event.phase.seconds / 2


def test_a_hold_that_is_cut_short_in_a_pause_is_told_before_anybody_goes_on() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 45.0)
    played.press("pause")
    played.press("shorter")
    played.wait(0.0)
    assert [e.seconds for e in played.events if e.kind == "held"] == [45.0]
    assert played.session.paused


def test_what_comes_after_a_phase_cut_short_in_a_pause_begins_when_it_goes_on() -> None:
    played = Played(PLAN).to("find", ("LI4",), 25.0)
    played.press("pause")
    played.press("shorter")
    played.wait(20.0)
    assert [event.phase.kind for event in played.events if event.kind == "began"][-1] == "find"
    played.press("resume")
    played.wait(0.1)
    assert [event.phase.kind for event in played.events if event.kind == "began"][-1] == "press"


def test_stopping_in_a_hold_keeps_the_seconds_held() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 17.5)
    assert played.press("stop") == ["held", "stopped"]
    assert [e.seconds for e in played.events if e.kind == "held"] == [17.5]


def test_saying_it_again_changes_nothing() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 3.0)
    before = played.session
    assert played.press("again") == ["again"]
    assert played.session == before


def test_pause_says_that_it_is_paused_and_never_goes_on() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 12.0)
    assert played.press("pause") == ["paused"]
    before = played.session
    played.wait(30.0)
    assert played.press("pause") == ["paused"]
    assert played.session == restart_silence(before, played.now)


@pytest.mark.parametrize("leaning_in", [False, True])
def test_resume_says_that_it_is_playing_already_and_changes_nothing(*, leaning_in: bool) -> None:
    played = Played(PLAN).to("hold", ("LI4",), 12.0)
    for key in ("pause", "resume") if leaning_in else ():
        played.press(key)
    before = played.session
    assert played.press("resume") == ["playing"]
    assert played.session == before
    assert sentence(played.events[-1], "") == "Already playing."


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (EventKind.MUTED, "Sound off."),
        (EventKind.UNMUTED, "Sound on."),
        (EventKind.LOUDER, "Volume 60 per cent."),
        (EventKind.QUIETER, "Volume 60 per cent."),
    ],
)
def test_what_a_key_did_to_the_sound_is_told(kind: EventKind, words: str) -> None:
    event = Event(kind, PLAN.course.phases[0], PLAN.course.turns[0], volume=60)
    assert sentence(event, "") == words


def test_back_from_the_balls_to_a_flat_back_puts_them_aside_first() -> None:
    played = Played(PLAN).to("find", ("BL23", "BL52"))
    played.press("back")
    texts = [phase.text for phase in played.session.phases[:2]]
    assert texts[0].startswith("Lift your hips, pull the balls out, and lower yourself slowly.")
    assert texts[1].startswith("Lie on your back")
    played.press("next")
    assert played.session.phases[0].text.startswith("Take the two tennis balls. ")


def test_next_in_a_pause_has_nothing_to_let_go_of_any_more() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 20.0)
    played.press("pause")
    played.press("next")
    assert "release" not in played.kinds[:2]


def test_an_unknown_action_is_refused() -> None:
    with pytest.raises(KeyError):
        controls.apply(start(PLAN.course, 0.0), Action.MUTE, 0.0)
