"""What a place needs to be known is said at the place: cautions, moves, what was left out.

Findings 1.5, 1.6 and 1.11 of the review, the texts of its section 8.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from presspoint.catalogue.places import Point
from presspoint.catalogue.routines import routine
from presspoint.catalogue.tables import PLACE_KINDS
from presspoint.cues.hold_words import hold_words
from presspoint.listing.places.card import point_rows
from presspoint.planning.briefing import briefing, cautions_at_places
from presspoint.planning.course import Phase
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.plan import Plan
from presspoint.planning.refusal import refusal
from presspoint.safety.answers import BodyPlace, ConditionAnswer, Flags
from presspoint.session.actions import Action
from presspoint.storage.catalogue_file import load
from presspoint.words import with_side
from support.cases import every
from support.own import GOOD, changed, with_own
from support.plans import every_choice, planned, telling
from support.played import Played

CATALOGUE = load()
ROUTINES = CATALOGUE.ids("routines")
CONDITIONS = CATALOGUE.ids("conditions")
PRESSED = sorted({code for name in ROUTINES for code in routine(CATALOGUE, name).codes})
PLACES = [CATALOGUE.point(code) for kind in PLACE_KINDS for code in CATALOGUE.table(kind)]
COACHED = [place for place in PLACES if place.is_coached or place.code in PRESSED]
# What a caution warns of, and the words of it that have to be heard.
DANGERS = {
    "artery-behind-knee": ("pulse", "tingle"),
    "artery-inner-ankle": ("pulse", "tingle"),
    "artery-top-of-foot": ("pulse", "tingle"),
    "artery-at-wrist": ("pulse", "tingle"),
    "nerve-at-hip": ("nerve", "tingle"),
    "nerve-at-fibula": ("nerve", "tingle"),
    "beside-spine": ("spine",),
    "no-pounding": ("kidneys", "never pound"),
    "below-ribs": ("ribs",),
    "neck-gentle": ("light touch", "neck"),
    "behind-ear": ("behind the bone", "throat"),
    "chest-pain-first": ("chest pain", "trouble breathing"),
    "belly-gentle": ("light hand", "belly"),
    "dulled-feeling": ("numb foot",),
}
NAMED = re.compile(r"arter|nerve|vessel|puls|kidney|\bribs?\b|spine|neck|throat|chest pain|belly")
OFF = (
    "Lift your hips, pull the balls out, and lower yourself slowly. Put the two tennis balls aside."
)
RISE = "Roll onto your side, push up with your arms, and sit a moment."


def texts(plan: Plan, kind: str) -> list[str]:
    return [phase.text for phase in plan.course.phases if phase.kind == kind]


def step_of(plan: Plan, phase: Phase) -> int:
    return plan.course.turn(phase).step


def warned_of(plan: Plan) -> set[str]:
    return {warning.id for warning in plan.warnings}


@every("place", COACHED)
def test_what_is_cautioned_of_a_place_reaches_the_ear(place: Point) -> None:
    for name in place.care:
        text = CATALOGUE.text(name, "cautions").lower()
        assert name in DANGERS or not NAMED.search(text), "a danger that nobody hears"
        assert (name in DANGERS) == (name in place.spoken_for)
        for word in DANGERS.get(name, ()):
            assert word in place.spoken.lower()
    assert len(place.spoken.split()) <= 12
    assert not place.spoken or place.spoken.endswith(".")


@every("name", ROUTINES)
def test_a_caution_is_said_with_its_place_once_a_session(name: str) -> None:
    for choices in every_choice(CATALOGUE, routine(CATALOGUE, name)):
        plan = planned(CATALOGUE, name, choices)
        heard: Counter[str] = Counter()
        for phase in plan.course.phases:
            turn = plan.course.turn(phase)
            if phase.is_instruction and turn.caution and turn.caution in phase.text:
                heard.update(turn.all_codes)
        cautioned = {c for turn in plan.course.turns if turn.caution for c in turn.all_codes}
        assert heard == Counter(cautioned)


def test_what_was_skipped_is_cautioned_of_when_it_is_led_to_anew() -> None:
    played = Played(planned(CATALOGUE, "back-of-the-knees")).to("hold", ("BL40",))
    played.press("back")
    assert "Move off any pulse or tingle." in played.session.phases[0].text


def test_a_place_that_has_to_be_felt_says_what_to_do_without() -> None:
    for name in ("sciatica", "lower-back-legs"):
        finds = " ".join(texts(planned(CATALOGUE, name), "find"))
        assert "If you cannot feel the knob, leave this place out." in finds
    for place in COACHED:
        assert place.must_be_felt == ("leave this place out" in place.lost)


def test_said_again_it_also_says_what_to_do_where_nothing_is_felt() -> None:
    from presspoint.cues.sentences import sentence

    played = Played(planned(CATALOGUE)).to("find", ("LI4",))
    played.press(Action.AGAIN)
    assert sentence(played.events[-1], "").endswith(with_side(CATALOGUE.point("LI4").lost, "left"))


def test_an_own_place_is_cautioned_as_the_point_it_is_at_or_by_its_first_caution(
    tmp_path: Path,
) -> None:
    knee = {**GOOD["points"]["shin"], "at": "BL40", "region": "knee"}
    knee["hold"] = {"seconds": [20, 30], "cap": 30}
    catalogue = with_own(tmp_path, changed(("points", "my-knee"), knee))
    assert catalogue.point("my-knee").spoken == CATALOGUE.point("BL40").spoken
    first = catalogue.point("shin").care[0]
    assert catalogue.point("shin").spoken == catalogue.text(first, "cautions")
    knob = {**GOOD["points"]["shin"], "at": "GB34"}
    at_knob = with_own(tmp_path, changed(("points", "my-knob"), knob)).point("my-knob")
    assert at_knob.must_be_felt
    assert at_knob.lost == CATALOGUE.point("GB34").lost


@every("name", ROUTINES)
def test_a_plan_warns_of_every_place_that_it_presses_whatever_chose_it(name: str) -> None:
    for choices in every_choice(CATALOGUE, routine(CATALOGUE, name)):
        plan = planned(CATALOGUE, name, choices)
        codes = {c for turn in plan.course.turns for c in (*turn.points, *turn.zones)}
        care = {each for code in codes for each in CATALOGUE.point(code).care}
        assert care <= warned_of(plan)
        assert len(plan.warnings) == len(warned_of(plan))
        shown = " ".join(briefing(CATALOGUE, plan))
        assert all(shown.count(warning.text) == 1 for warning in plan.warnings)


@every("name", ROUTINES)
def test_before_it_is_played_what_is_not_said_at_the_places_is_printed(name: str) -> None:
    plan = planned(CATALOGUE, name)
    shown = " ".join(briefing(CATALOGUE, plan, cautions_at_places(CATALOGUE, plan)))
    spoken = {each for code in PRESSED for each in CATALOGUE.point(code).spoken_for}
    for warning in plan.warnings:
        assert (warning.text in shown) == (warning.id not in spoken)


def test_lower_back_warns_of_the_calf_and_of_what_lies_behind_the_knee() -> None:
    """Finding 1.5: nobody who presses BL40 was warned, as "none" is no choice."""
    expected = {"calf-swelling", "artery-behind-knee", "beside-spine", "no-pounding", "below-ribs"}
    assert expected <= warned_of(planned(CATALOGUE))


def test_a_place_that_is_out_brings_no_warning_and_one_side_of_it_does() -> None:
    from datetime import date

    from presspoint.safety.answers import BodyPlace, ConditionAnswer, Flags

    out = planned(CATALOGUE, "lower-back", {}, telling("varicose-veins"))
    assert "artery-behind-knee" not in warned_of(out)
    left = ConditionAnswer("varicose-veins", date.min, (BodyPlace("left"),))
    plan = planned(CATALOGUE, "lower-back", {}, Flags(conditions=(left,)))
    assert "artery-behind-knee" in warned_of(plan)
    stopped = planned(CATALOGUE, "lower-back", {}, Flags(red_flags=("chest-pain",)))
    assert "artery-behind-knee" not in warned_of(stopped)


def test_at_the_desk_it_is_said_that_a_car_is_no_place_for_it() -> None:
    """Finding 1.5: it stood in the disclaimer only."""
    plan = planned(CATALOGUE, "desk")
    assert "not-driving" in warned_of(plan)
    assert any("never in a car" in words for words in texts(plan, "move"))
    assert "not-driving" not in warned_of(planned(CATALOGUE, "upper-back")), "that is at a wall"


@every("name", CATALOGUE.ids("cautions"))
def test_a_caution_can_be_read_without_its_place_before_it(name: str) -> None:
    """Finding 8.55: a light touch of what?"""
    text = CATALOGUE.text(name, "cautions")
    assert not re.match(r"(Only a light touch\.|Stay below|Keep to the muscle|Press lightly)", text)
    assert not re.search(r"\b(this place|near here|this knob)\b", text)


def test_getting_onto_the_balls_says_how() -> None:
    """Finding 8.11: nothing of lifting the hips, nor of getting down."""
    first = texts(planned(CATALOGUE, "five-places"), "move")[0]
    for words in (
        "Sit down on the mat.",
        "Lift your hips",
        "one ball under each side",
        "lower",
    ):
        assert words in first
    lying = next(words for words in texts(planned(CATALOGUE), "move") if "balls" in words)
    assert "Sit down" not in lying, "whoever lies there already"


@every("name", ROUTINES)
def test_getting_off_the_balls_and_up_is_a_move_of_the_step_that_it_ends(name: str) -> None:
    """Finding 1.11 and 8.12: nothing of rolling to the side first."""
    for choices in every_choice(CATALOGUE, routine(CATALOGUE, name)):
        plan = planned(CATALOGUE, name, choices)
        course = plan.course
        for number, turn in enumerate(course.turns):
            after = course.turns[number + 1] if number + 1 < len(course.turns) else None
            leaves = [p for p in course.phases if p.turn == number and p.leaves_position]
            stays = after is not None and after.position == turn.position
            assert len(leaves) == (turn.position == "lying-on-balls" and not stays)
            for phase in leaves:
                rises = after is not None and not after.posture.lies_down
                assert phase.text == (f"{OFF} {RISE}" if rises else OFF)
                assert phase.seconds == (25 if rises else 10)
                assert step_of(plan, phase) == turn.step


def test_every_other_phase_carries_the_step_that_it_leads_to() -> None:
    plan = planned(CATALOGUE)
    steps = [step_of(plan, phase) for phase in plan.course.phases if not phase.leaves_position]
    assert steps == sorted(steps)
    moves = [phase for phase in plan.course.phases if phase.leaves_position]
    assert [step_of(plan, phase) for phase in moves] == [3]


def test_from_the_floor_onto_a_chair_one_rolls_and_pushes_up_first() -> None:
    plan = planned(CATALOGUE, "morning-evening", {"pain": "none", "upper-back": "yes"})
    assert any(words.startswith(f"{RISE} Sit well back") for words in texts(plan, "move"))
    side = texts(planned(CATALOGUE, "five-places"), "move")
    assert any(words.startswith("Push up with your arms, and sit a moment.") for words in side)


@pytest.mark.parametrize("name", ["chronic-daily", "relaxing", "stress", "foot-soles", "whole-set"])
def test_legs_are_changed_in_words_and_who_cannot_uses_a_stool(name: str) -> None:
    """Findings 1.11 and 8.38: which ankle on which knee, and a change of legs unsaid."""
    moves = texts(planned(CATALOGUE, name), "move")
    sits = next(words for words in moves if "ankle" in words)
    assert "left ankle on your right knee" in sits
    assert "If you cannot, put that foot on a stool." in sits
    assert "feet flat" not in sits
    change = "Change legs. Rest your right ankle on your left knee, or that foot on the stool."
    assert any(words.endswith(change) for words in moves)
    assert "Right ankle." not in moves


def test_the_hip_is_pressed_in_one_position_and_a_tingle_rolls_off_it() -> None:
    """Findings 8.13 to 8.15, 8.39."""
    place = CATALOGUE.point("GB30")
    assert "with this side up" not in place.press
    assert "It moves when you turn the leg" in place.find
    for name in ("lower-back", "five-places"):
        plan = planned(CATALOGUE, name, {"pain": "hip"})
        words = " ".join(texts(plan, "find"))
        assert "At the first tingle, roll off." in words
        assert "one third of the way" in words


def test_nobody_is_asked_for_a_narrow_waist_or_a_moderate_press() -> None:
    """Findings 8.9, 8.10 and 8.23."""
    said = " ".join(
        text
        for name in ROUTINES
        for choices in every_choice(CATALOGUE, routine(CATALOGUE, name))
        for text in texts(planned(CATALOGUE, name, choices), "find")
    )
    for words in ("narrow waist", "Each ball reaches it", "moderately", "Ease off over"):
        assert words not in said


def test_what_was_left_out_is_said_first_with_its_reason_and_without_codes() -> None:
    plan = planned(CATALOGUE, "lower-back", {}, telling("osteoporosis", provider_agreed=True))
    first = plan.course.phases[0]
    assert (first.kind, step_of(plan, first)) == ("rest", 2), "nothing of step 1 is left"
    assert first.text == (
        "For a sore lower back. Six minutes in all. Any key pauses. x means it hurts. "
        "Breathe out as you press. Left out today: warm-up, not with osteoporosis or other "
        "weak bones; the lower back, no firm pressure here with weak bones."
    )
    assert "Left out" not in planned(CATALOGUE).course.phases[0].text


@every("condition", CONDITIONS)
def test_whatever_a_routine_leaves_out_is_said_as_it_begins(condition: str) -> None:
    for name in ROUTINES:
        plan = planned(CATALOGUE, name, {}, telling(condition, provider_agreed=True))
        asked = {c for s in plan.steps for p in s.preferred.presses for c in p.points}
        out = {each.code for each in plan.screening.left_out} & asked
        if plan.course.phases:
            first = plan.course.phases[0].text
            assert "Left out today: " in first or not out
            assert all(CATALOGUE.point(code).short in first for code in out)


@every("condition", CONDITIONS)
def test_lower_back_stays_bounded_with_softer_words(condition: str) -> None:
    for choices in every_choice(CATALOGUE, routine(CATALOGUE, "lower-back")):
        plan = planned(CATALOGUE, "lower-back", choices, telling(condition, provider_agreed=True))
        assert plan.course.total_seconds <= 720


@pytest.mark.parametrize("condition", ["pregnancy", "blood-thinners"])
def test_relaxing_is_not_for_whom_its_trial_left_out(condition: str) -> None:
    """Finding 1.11: it said so, and played."""
    plan = planned(CATALOGUE, "relaxing", {}, telling(condition, provider_agreed=True))
    assert plan.course.phases == ()
    assert refusal(plan, None).startswith("Not started: the trial that this comes from")
    assert "trial-left-out" in warned_of(plan)


def test_relaxing_is_not_for_pain_that_goes_down_the_leg() -> None:
    assert planned(CATALOGUE, "relaxing", {"pain": "leg"}).course.phases == ()
    assert planned(CATALOGUE, "relaxing", {"pain": "none"}).course.phases != ()


def test_a_trial_is_told_by_what_is_not_known_first() -> None:
    relaxing = routine(CATALOGUE, "relaxing")
    assert relaxing.note.startswith("This comes from one small trial")
    assert relaxing.basis.index("nobody was blinded") < relaxing.basis.index("35 to 36 percent")


def test_a_light_touch_on_the_neck_is_not_called_short_where_it_lasts_three_minutes() -> None:
    """Finding 1.11."""
    for name in ("neck-gentle", "behind-ear"):
        assert "short" not in CATALOGUE.text(name, "cautions")


def test_without_feeling_no_warm_pack_is_offered() -> None:
    """Finding 1.11: it was not played by luck."""
    plan = planned(CATALOGUE, "heat-and-stretch", {}, telling("reduced-sensation"))
    stretch = plan.steps[1]
    assert stretch.way is not None
    assert stretch.way.tools == ()
    healthy = planned(CATALOGUE, "heat-and-stretch")
    assert "warm-pack" in warned_of(healthy)
    arm = (ConditionAnswer("reduced-sensation", date.min, (BodyPlace("left", "elbow"),)),)
    plan = planned(CATALOGUE, "heat-and-stretch", {}, Flags(conditions=arm, provider_agreed=True))
    line = 'The step "Knees to the chest" is done without a warm compress or heating pad.'
    assert line in briefing(CATALOGUE, plan)


@every("place", COACHED)
def test_only_points_have_a_tradition(place: Point) -> None:
    """Section 5: a ball under the foot is no tradition."""
    labels = {label for label, _ in point_rows(CATALOGUE, place, "")}
    assert ("Tried for" in labels) == (place.is_zone and bool(place.helps))
    assert "Tradition" not in labels or not place.is_zone


def test_a_place_that_is_only_touched_needs_no_ache() -> None:
    touched = {each.code for each in COACHED if each.touch}
    assert touched == {"CV6", "BL10", "LR3", "EX-HN3", "EX-HN-ANMIAN", "HT7"}
    assert {each.code for each in COACHED if each.begin.startswith("Touch")} <= touched
    for name in ROUTINES:
        plan = planned(CATALOGUE, name)
        for phase in plan.course.phases:
            turn = plan.course.turns[phase.turn]
            if phase.kind is PhaseKind.HOLD and not phase.stop_rule:
                said = hold_words(phase, turn, "").beginning
                assert ("No ache needed." in said) == bool(touched & set(turn.points)), said


def test_the_stop_rule_expects_no_ache_where_the_first_hold_is_a_touch() -> None:
    assert planned(CATALOGUE, "back-and-feet").begins_softly
    assert not planned(CATALOGUE).begins_softly
