"""Phases and their seconds: what a routine becomes once chosen, screened and timed."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import Any

import pytest

from presspoint.catalogue.routines import routine
from presspoint.catalogue.tables import Catalogue
from presspoint.cues.rhythm import breath
from presspoint.cues.sentences import sentence
from presspoint.phrases import seconds_to_go
from presspoint.planning.course import (
    PACES,
    PRESS_SECONDS,
    RELEASE_SECONDS,
    Turn,
    seconds_at_pace,
    speaking_seconds,
)
from presspoint.planning.moves import step_words
from presspoint.planning.plan import Plan, build
from presspoint.safety.answers import Flags
from presspoint.safety.screening import screen
from presspoint.session.events import Event, EventKind
from presspoint.storage.catalogue_file import load
from presspoint.words import words_to_say
from support.cases import every
from support.plans import every_choice, planned, with_routine
from support.played import Played

CATALOGUE = load()
ROUTINES = tuple(CATALOGUE.table("routines"))
WINDOWS = {1: (60, 120), 2: (120, 180), 3: (180, 240), 4: (120, 180)}
CHOICES = list(every_choice(CATALOGUE, routine(CATALOGUE, "lower-back")))
RULE = CATALOGUE.text("stop-rule")
HANDS = {"title": "Hands", "position": "seated"}


def same_place(one: Turn, other: Turn) -> bool:
    return (one.points, one.zones) == (other.points, other.zones)


def step_seconds(plan: Plan) -> dict[int, float]:
    totals: dict[int, float] = {}
    for phase in plan.course.phases:
        step = plan.course.turns[phase.turn].step
        totals[step] = totals.get(step, 0.0) + phase.seconds
    return totals


def of_steps(*steps: dict[str, Any], choices: dict[str, str] | None = None, **tables: Any) -> Plan:  # noqa: ANN401  # a table's values are of any type
    return planned(with_routine(CATALOGUE, list(steps), **tables), "test", choices)


@pytest.mark.parametrize("choices", CHOICES, ids=str)
def test_lower_back_takes_about_ten_minutes_with_each_step_in_its_window(
    choices: dict[str, str],
) -> None:
    plan = planned(CATALOGUE, "lower-back", choices)
    assert 540 <= plan.course.total_seconds <= 660
    totals = step_seconds(plan)
    assert totals.keys() == WINDOWS.keys()
    for step, (least, most) in WINDOWS.items():
        assert least <= totals[step] <= most, step


@every("name", ROUTINES)
def test_phases_keep_the_order_of_the_body(name: str) -> None:
    for choices in every_choice(CATALOGUE, routine(CATALOGUE, name)):
        plan = planned(CATALOGUE, name, choices)
        kinds = [str(phase.kind) for phase in plan.course.phases]
        for index, phase in enumerate(plan.course.phases):
            assert phase.seconds > 0
            if phase.kind == "hold":
                around = plan.course.phases[index - 1 : index + 2]
                assert [each.kind for each in around] == ["press", "hold", "release"]
                assert {each.turn for each in around} == {phase.turn}
                assert (around[0].seconds, around[2].seconds) == (PRESS_SECONDS, RELEASE_SECONDS)
        assert kinds.count("press") == kinds.count("hold")
        assert kinds.count("release") == kinds.count("hold") + kinds.count("exercise")
        assert kinds[:3] == ["rest", "move", "find"]
        assert plan.course.total_seconds == sum(phase.seconds for phase in plan.course.phases)


@every("name", ROUTINES)
def test_every_change_of_position_and_of_side_gets_its_time(name: str) -> None:
    for choices in every_choice(CATALOGUE, routine(CATALOGUE, name)):
        plan = planned(CATALOGUE, name, choices)
        for number, (before, after) in enumerate(pairwise(plan.course.turns), 1):
            position = CATALOGUE.table("positions")[after.position]
            leads = [phase for phase in plan.course.phases if phase.turn == number]
            moved = sum(phase.seconds for phase in leads if phase.kind == "move")
            if before.position != after.position:
                assert moved >= position["enter"]
            elif same_place(before, after) and before.side != after.side:
                assert moved >= position["change_side"]
            said = [phase for phase in leads if phase.text]
            assert said
            assert all(each.seconds >= speaking_seconds(each.text) for each in said)


@every("name", ROUTINES)
def test_both_sides_get_the_same_seconds(name: str) -> None:
    for choices in every_choice(CATALOGUE, routine(CATALOGUE, name)):
        seconds: dict[tuple[Any, ...], dict[str | None, list[float]]] = {}
        for turn in planned(CATALOGUE, name, choices).course.turns:
            if turn.is_hold:
                key = (turn.step, turn.points, turn.zones)
                seconds.setdefault(key, {}).setdefault(turn.side, []).append(turn.seconds)
        for sides in seconds.values():
            assert sides.keys() in ({"left", "right"}, {"both"}, {"midline"})
            assert sides.get("left") == sides.get("right")


def test_rounds_of_one_side_stay_together_only_where_changing_sides_means_rolling_over() -> None:
    knee = [
        t.side
        for t in planned(CATALOGUE, "lower-back", {"pain": "leg"}).course.turns
        if t.step == 4
    ]
    hip = [
        t.side
        for t in planned(CATALOGUE, "follow-the-pain", {"pain": "hip"}).course.turns
        if t.step == 2
    ]
    assert knee == ["left", "right", "left", "right"]
    assert hip == ["left", "left", "right", "right"]


def test_the_person_hears_which_side_to_roll_onto() -> None:
    plan = planned(CATALOGUE, "lower-back", {"pain": "hip"})
    moves = [
        each
        for each in plan.course.phases
        if each.kind == "move" and plan.course.turns[each.turn].step == 4
    ]
    assert ["left" in moves[0].text, "right" in moves[1].text] == [True, True]
    assert "{" not in "".join(phase.text for phase in plan.course.phases)


def test_the_stop_rule_comes_whole_with_the_first_hold_and_short_with_the_others() -> None:
    plan = planned(CATALOGUE, "lower-back")
    holds = [phase for phase in plan.course.phases if phase.kind == "hold"]
    assert [phase.stop_rule for phase in holds] == [True, *[False] * (len(holds) - 1)]
    said = [
        sentence(Event(EventKind.BEGAN, phase, plan.course.turn(phase), phase.seconds), RULE)
        for phase in holds
    ]
    assert said[0].endswith(RULE)
    assert all(words.endswith("Dull ache only.") for words in said[1:])
    assert len(RULE.split()) <= 12


def test_an_option_belongs_to_the_step_that_offers_it() -> None:
    plan = planned(CATALOGUE, "lower-back", {"upper-back": "yes"})
    assert {turn.step for turn in plan.course.turns if turn.points == ("SI3",)} == {2}
    without = planned(CATALOGUE, "lower-back", {"upper-back": "no"})
    assert not [turn for turn in without.course.turns if "SI3" in turn.points]


def test_an_option_alone_does_not_make_a_routine_worth_playing() -> None:
    option = {"points": ["SI3"], "seconds": 20, "option": True}
    assert of_steps({**HANDS, "presses": [option]}).course.phases == ()
    assert of_steps({**HANDS, "presses": [{**option, "option": False}]}).course.phases != ()


@pytest.mark.parametrize("choices", [{}, {"pain": "none"}])
def test_a_step_that_no_answer_asks_for_is_skipped(choices: dict[str, str]) -> None:
    """`simple` says: hip or knee only if the pain goes there."""
    plan = planned(CATALOGUE, "simple", choices)
    assert [turn.step for turn in plan.course.turns if turn.points in {("BL40",), ("GB30",)}] == []


def test_a_choice_takes_the_way_that_it_names() -> None:
    for pain, code in [("leg", "BL40"), ("hip", "GB30")]:
        for name in ("lower-back", "simple", "sciatica"):
            pressed = {
                each
                for t in planned(CATALOGUE, name, {"pain": pain}).course.turns
                for each in t.points
            }
            assert pressed & {"BL40", "GB30"} == {code}


def test_no_hold_and_no_number_of_rounds_exceeds_what_the_place_allows() -> None:
    hold = {"seconds": [10, 20], "cap": 25, "repeats": 2, "sources": ["presspoint"]}
    small = {**CATALOGUE.table("points")["LI4"], "hold": hold}
    for seconds in (5, 25, 26, 600):
        press = {"points": ["XX1"], "seconds": seconds, "rounds": 9}
        plan = of_steps({**HANDS, "presses": [press]}, points={"XX1": small})
        assert {turn.seconds for turn in plan.course.turns} == {min(seconds, 25)}
        assert {turn.cap for turn in plan.course.turns} == {25}
        assert [turn.side for turn in plan.course.turns] == ["left", "right"] * 2


def test_places_pressed_together_obey_the_strictest_of_them() -> None:
    dose = {"seconds": [10, 15], "cap": 15, "repeats": 1, "sources": ["presspoint"]}
    outer = {**CATALOGUE.table("points")["BL52"], "hold": dose}
    press = {"points": ["BL23", "XX1"], "seconds": 60, "rounds": 3}
    plan = of_steps({"title": "B", "position": "seated", "presses": [press]}, points={"XX1": outer})
    assert [(turn.seconds, turn.cap) for turn in plan.course.turns] == [(15, 15)]


def test_a_place_without_a_dose_is_never_held() -> None:
    press = {"points": ["PC6"], "seconds": 30}
    plan = of_steps({**HANDS, "presses": [press]})
    assert sum(phase.seconds for phase in plan.course.phases if phase.kind == "hold") == 0


def test_a_stopped_plan_is_empty_and_still_says_what_it_would_need() -> None:
    plan = planned(CATALOGUE, "lower-back", {}, Flags(red_flags=("trauma",)))
    assert (plan.course.phases, plan.course.turns, plan.course.total_seconds) == ((), (), 0)
    assert plan.warnings


@pytest.mark.parametrize(
    ("words", "seconds"), [(0, 1), (1, 2), (13, 7), (26, 13), (27, 14), (65, 31), (130, 61)]
)
def test_speech_takes_130_words_a_minute_and_a_second(words: int, seconds: int) -> None:
    assert speaking_seconds(" ".join(["word"] * words)) == seconds


def test_a_breath_is_four_seconds_in_and_six_out() -> None:
    breaths = [breath(second) for second in range(11)]
    assert breaths[:4] == [("in", 4), ("in", 3), ("in", 2), ("in", 1)]
    assert breaths[4:10] == [("out", seconds) for seconds in (6, 5, 4, 3, 2, 1)]
    assert breaths[10] == ("in", 4)


def test_time_left_is_said_rounded_up() -> None:
    assert [seconds_to_go(each) for each in (40.0, 39.2, 1.0, 0.3, 60.0, 90.0, 120.0, 80.0)] == [
        "40 seconds to go",
        "40 seconds to go",
        "one second to go",
        "one second to go",
        "one minute to go",
        "a minute and a half to go",
        "two minutes to go",
        "one minute and 20 seconds to go",
    ]


def test_a_plan_without_options_is_the_same_as_with_the_defaults(catalogue: Catalogue) -> None:
    defaults = {"pain": "none", "upper-back": "no"}
    assert (
        planned(catalogue, "lower-back", defaults).course.phases == planned(catalogue).course.phases
    )


def at_pace(pace: str, name: str = "lower-back") -> Plan:
    wanted = routine(CATALOGUE, name)
    return build(CATALOGUE, wanted, {}, screen(CATALOGUE, wanted, Flags()), pace)


TRANSITIONS = {"move", "find", "rest"}


def said(plan: Plan, number: int) -> str:
    """Everything that a phase of a plan says, which step it opens too."""
    phase, turn = plan.course.phases[number], plan.course.turn(plan.course.phases[number])
    to_go = sum(each.seconds for each in plan.course.phases[number:])
    step = step_words(turn, phase, to_go) if phase.opens_step else ""
    return f"{step} {phase.text}"


@every("pace", PACES)
@every("name", ROUTINES)
def test_a_pace_changes_the_ways_between_the_holds_and_never_a_hold(name: str, pace: str) -> None:
    plan, other = planned(CATALOGUE, name), at_pace(pace, name)
    pairs = zip(plan.course.phases[1:], other.course.phases[1:], strict=True)  # after the opening
    for number, (before, after) in enumerate(pairs, 1):
        if before.kind in TRANSITIONS:
            least = ceil(words_to_say(said(other, number)) * 60 / 150)
            paced = ceil(before.seconds * PACES[pace])
            # Of how long there is to go, more or fewer words are said at another pace.
            rounding = 4 if before.opens_step else 0
            assert abs(after.seconds - max(paced, least)) <= rounding
            assert after._replace(seconds=before.seconds) == before
        else:
            assert after == before
    assert plan.course.turns == other.course.turns


def test_a_normal_pace_is_the_plan_as_it_is_and_an_unknown_one_is_refused() -> None:
    plan = planned(CATALOGUE)
    assert at_pace("normal") == plan
    assert list(step_seconds(plan).values()) == [89, 156, 203, 175]
    with pytest.raises(KeyError):
        at_pace("hasty")


@pytest.mark.parametrize("pace", PACES)
def test_what_is_led_to_anew_keeps_the_pace(pace: str) -> None:
    played = Played(at_pace(pace)).to("hold", ("BL23", "BL52"))
    played.press("back")
    find = played.session.phases[0]
    assert find.seconds == seconds_at_pace(speaking_seconds(find.text), find.text, pace)
    played.press("hurts")
    played.press("next")
    assert [phase.seconds for phase in played.session.phases[:2]] == [
        ceil(25 * PACES[pace]),
        20 * PACES[pace],
    ]


LYING = {"title": "Hip", "position": "lying-side"}
SIDES: list[dict[str, Any]] = [
    {"points": ["GB30"], "seconds": 20, "rounds": 2},
    {"points": ["GB34"], "seconds": 30, "rounds": 2},
]


def spoken(plan: Plan) -> list[tuple[str, str | None, str]]:
    """What is said on the way to each hold: kind, side and words."""
    return [
        (phase.kind, plan.course.turns[phase.turn].side, phase.text)
        for phase in plan.course.phases
        if phase.text
    ]


def test_all_of_one_side_comes_before_the_other_where_changing_it_means_rolling_over() -> None:
    plan = of_steps({**LYING, "presses": SIDES})
    assert [(turn.points[0], turn.side) for turn in plan.course.turns] == [
        (code, side) for side in ("left", "right") for code in ("GB30", "GB30", "GB34", "GB34")
    ]
    moves = [words for kind, _, words in spoken(plan) if kind == "move"]
    assert [("left" in words, "right" in words) for words in moves] == [
        (True, False),
        (False, True),
    ]


def test_where_another_place_was_pressed_in_between_the_words_are_the_full_ones() -> None:
    plan = of_steps({**LYING, "presses": SIDES})
    finds = [words for kind, _, words in spoken(plan) if kind == "find"]
    heard_once = [plan.course.turns[number]._replace(caution="") for number in (4, 6)]
    heard = [plan.course.turns[number] for number in (0, 2)] + heard_once
    assert finds == [turn.instruction for turn in heard]
    rests = [words for kind, _, words in spoken(plan) if kind == "rest"]
    assert len(rests) == 5, "the opening, and four"
    kinds = [kind for kind, side, _ in spoken(plan) if side == "right"]
    assert kinds == ["move", "find", "rest", "find", "rest"]


def test_a_single_place_on_the_side_is_still_the_same_place_after_rolling_over() -> None:
    plan = of_steps({**LYING, "presses": SIDES[:1]})
    right = [(kind, words) for kind, side, words in spoken(plan) if side == "right"]
    assert [kind for kind, _ in right] == ["move", "find", "rest"]
    assert right[1][1].startswith("The same place on the right: ")


def test_with_no_rolling_over_each_place_is_done_before_the_next() -> None:
    presses = [{"points": [code], "seconds": 20, "rounds": 2} for code in ("LI4", "SI3")]
    plan = of_steps({**HANDS, "presses": presses})
    assert [(turn.points[0], turn.side) for turn in plan.course.turns] == [
        (code, side) for code in ("LI4", "SI3") for side in ("left", "right") * 2
    ]


def test_a_move_names_what_is_put_aside_and_what_is_fetched() -> None:
    plan = planned(CATALOGUE, "lower-back", {"pain": "hip"})
    moves = [words for kind, _, words in spoken(plan) if kind == "move"]
    assert [words.partition(" Lie ")[0] for words in moves if "Take" in words] == [
        "Take the two tennis balls.",
        "Take the folded towel.",
    ]
    off = "Lift your hips, pull the balls out, and lower yourself slowly."
    assert f"{off} Put the two tennis balls aside." in moves


def test_a_tool_that_is_in_use_already_is_not_fetched_again() -> None:
    foot = {"position": "seated", "tools": ["massage-ball"]}
    step = {"title": "Foot", **foot, "presses": [{"points": ["foot-ball"], "seconds": 30}]}
    plan = of_steps(step, step, {**HANDS, "presses": [{"points": ["LI4"], "seconds": 30}]}, step)
    moves = [words for kind, _, words in spoken(plan) if kind == "move" and "foot." not in words]
    assert [words for words in moves if "hand" not in words] == [
        f"Take the ball. {plan.course.turns[0].approach}",
        "Put the ball aside.",
        "Take the ball.",
    ]


@every("name", ROUTINES)
def test_every_tool_that_a_step_needs_is_fetched_on_the_way_to_it(name: str) -> None:
    tools = CATALOGUE.table("tools")
    for choices in every_choice(CATALOGUE, routine(CATALOGUE, name)):
        plan = planned(CATALOGUE, name, choices)
        at_hand: tuple[str, ...] = ()
        for number, turn in enumerate(plan.course.turns):
            moves = [
                p.text
                for p in plan.course.phases
                if p.kind == "move" and p.turn == number - p.leaves_position
            ]
            for tool in set(turn.gear) ^ set(at_hand):
                verb = "Take" if tool in turn.gear else "Put"
                assert any(verb in words and tool in words for words in moves)
            at_hand = turn.gear
    for tool in tools.values():
        assert ("take" in tool) == ("gear" in tool and not tool.get("furniture"))
