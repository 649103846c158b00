"""What each condition leaves out, against lists typed anew from the facts and the review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest

from presspoint.catalogue.conditions import condition, conditions
from presspoint.catalogue.routines import routine, routines
from presspoint.catalogue.safety_warnings import Level
from presspoint.planning.briefing import briefing
from presspoint.planning.plan import Plan, build
from presspoint.planning.refusal import refusal
from presspoint.safety.answers import SIDES, BodyPlace, BodySide, ConditionAnswer, Flags
from presspoint.safety.screening import screen
from presspoint.storage.catalogue_file import load
from support.cases import every
from support.plans import every_choice, planned, telling, with_routine

CATALOGUE = load()
ROUTINES = tuple(CATALOGUE.table("routines"))
REGIONS = frozenset(CATALOGUE.table("regions"))
LEG = {"hip", "thigh", "knee", "lower-leg", "ankle", "foot"}
ARM = {"shoulder", "armpit", "upper-arm", "elbow", "forearm", "wrist", "hand"}
BACK = {"upper-back", "lower-back", "sacrum"}
BEHIND = {"lying-on-balls", "at-wall", "seated-ball"}
BALLS = {"tennis-balls", "soft-ball", "massage-ball"}
PRESSING_TOOLS = BALLS | {"folded-towel", "knuckle", "rounded-object", "massage-cane"}
FLOOR = {"lying-back", "lying-on-balls", "lying-side", "all-fours"}

# For each condition that is told without a place: regions, positions and tools that no plan has.
OUT: dict[str, tuple[set[str], set[str], set[str]]] = {
    "pregnancy": (LEG | {"sacrum", "abdomen", "groin"}, {"lying-on-balls", "lying-back"}, set()),
    "after-birth": (LEG | {"abdomen", "groin"}, set(), set()),
    "hypertension": (set(), set(), set()),
    "low-blood-pressure": (set(), {"standing", "at-wall"}, set()),
    "osteoporosis": (BACK | {"chest"}, BEHIND, PRESSING_TOOLS),
    "recent-surgery": (
        LEG | BACK | {"abdomen", "groin", "chest", "neck", "shoulder"}, BEHIND, set()
    ),
    "broken-bone": (set(REGIONS), BEHIND, PRESSING_TOOLS),
    "serious-condition": ({"abdomen", "lower-back"}, {"lying-on-balls"}, set()),
    "kidney-condition": ({"abdomen", "groin", "lower-back"}, {"lying-on-balls"}, set()),
    "spine-injury": (BACK | {"neck"}, BEHIND, PRESSING_TOOLS),
    "nerve-or-disc": (set(), set(), set()),
    "cancer": (
        BACK | {"chest", "neck", "armpit", "abdomen", "groin", "hip"}, BEHIND, PRESSING_TOOLS
    ),
    "weak-immune-system": (set(), set(), set()),
    "under-18": (set(), set(), set()),
    "blood-thinners": (set(), BEHIND, PRESSING_TOOLS),
    "clot-history": (LEG | {"groin"}, set(), set()),
    "aneurysm": ({"abdomen", "groin"}, BEHIND, BALLS),
    "varicose-veins": (set(), set(), set()),
    "swollen-legs": (LEG | {"groin"}, set(), set()),
    "lymphoedema": (LEG | ARM | {"groin", "chest", "abdomen"}, set(), set()),
    "epilepsy-or-stroke": ({"neck"}, {"standing", "at-wall"}, set()),
    "diabetes": (set(), set(), set()),
    "inflamed-skin": (set(REGIONS), set(), set()),
    "bruised-skin": (set(REGIONS), set(), set()),
    "thin-skin": (set(), BEHIND, PRESSING_TOOLS | {"warm-compress"}),
    "hot-joint": (set(REGIONS), set(), set()),
    "neck-instability": ({"neck"}, set(), set()),
    "abdominal-condition": ({"abdomen", "groin"}, set(), set()),
    "recent-meal": ({"abdomen"}, set(), set()),
    "fever": (set(REGIONS), set(), set()),
    "alcohol": (set(REGIONS), set(), set()),
    "strong-painkillers": (set(), BEHIND, PRESSING_TOOLS | {"warm-compress"}),
    "implants-or-lines": (BACK | {"hip", "abdomen", "groin", "chest", "neck"}, BEHIND, set()),
    "joint-replaced": ({"hip"}, {"lying-side", "all-fours"}, set()),
    "reduced-sensation": (set(), BEHIND, PRESSING_TOOLS | {"warm-compress"}),
    "first-pain-age": (set(), set(), set()),
    "long-term-steroids": ({"chest"}, BEHIND, PRESSING_TOOLS),
    "substance-use": (set(), set(), set()),
    "not-improving": (set(), set(), set()),
    "several-places": (set(), set(), set()),
    "inflammatory-disease": (BACK | {"neck"}, BEHIND, PRESSING_TOOLS),
    "no-floor": (set(), FLOOR, set()),
}  # fmt: skip
OF_TODAY = {"recent-meal", "alcohol", "fever", "strong-painkillers"}


def at(name: str, *words: str) -> Flags:
    """Return a run of a person who has a condition at "left knee", "belly" ..."""
    places = tuple(_place(each) for each in words)
    return Flags(conditions=(ConditionAnswer(name, date.min, places),), provider_agreed=True)


def _place(words: str) -> BodyPlace:
    side, _, place = words.rpartition(" ")
    known: BodySide | None = next((each for each in SIDES if each == side), None)
    return BodyPlace(known or "", place)


def plans(name: str, flags: Flags) -> Iterator[Plan]:
    wanted = routine(CATALOGUE, name)
    screening = screen(CATALOGUE, wanted, flags)
    for choices in every_choice(CATALOGUE, wanted):
        yield build(CATALOGUE, wanted, choices, screening)


def every_plan(flags: Flags) -> Iterator[Plan]:
    for name in ROUTINES:
        yield from plans(name, flags)


def regions_pressed(plan: Plan, *sides: str) -> set[str]:
    """Return the regions pressed, on these sides only where any are given."""
    return {
        CATALOGUE.point(code).region
        for turn in plan.course.turns
        for code in (*turn.points, *turn.zones)
        if not sides or turn.side in sides
    }


def codes_pressed(plan: Plan) -> set[str]:
    return {code for turn in plan.course.turns for code in (*turn.points, *turn.zones)}


def test_the_movements_named_here_are_there() -> None:
    titles = {step.title for each in routines(CATALOGUE) for step in each.steps}
    assert {"Warm-up", "Knees to the chest", "Rounding the back"} <= titles


def movements(plan: Plan) -> set[str]:
    return {turn.step_title for turn in plan.course.turns if not turn.is_hold}


def test_every_condition_has_its_row_here() -> None:
    assert [name for name, _ in conditions(CATALOGUE)] == list(OUT)


@pytest.mark.parametrize("name", ROUTINES)
def test_no_plan_has_what_a_condition_leaves_out_by_these_lists(name: str) -> None:
    for condition_id in OUT:
        for plan in plans(name, telling(condition_id, provider_agreed=True)):
            check(plan, condition_id)


@pytest.mark.long
@pytest.mark.parametrize("name", ROUTINES)
def test_no_plan_has_what_two_conditions_leave_out_by_these_lists(name: str) -> None:
    for pair in combinations(OUT, 2):
        for plan in plans(name, telling(*pair, provider_agreed=True)):
            for condition_id in pair:
                check(plan, condition_id)


def check(plan: Plan, condition_id: str) -> None:
    """Hold a plan against the row of a condition that was told without a place."""
    regions, positions, tools = OUT[condition_id]
    assert regions_pressed(plan).isdisjoint(regions), condition_id
    assert set(plan.course.positions).isdisjoint(positions), condition_id
    assert set(plan.tools).isdisjoint(tools), condition_id


LOCAL = [name for name in sorted(set(OUT) - {"varicose-veins"}) if condition(CATALOGUE, name).local]


@every("name", LOCAL)
def test_told_on_the_left_nothing_is_pressed_there_on_the_left(name: str) -> None:
    presses_nothing_there("whole-set", name, "left")


@pytest.mark.long
@pytest.mark.parametrize("name", LOCAL)
@pytest.mark.parametrize("side", ["", *SIDES])
@every("routine_name", ["whole-set", "relaxing", "shoulders-and-hands", "back-and-feet"])
def test_told_at_one_place_nothing_is_pressed_there_on_that_side(
    routine_name: str, name: str, side: str
) -> None:
    presses_nothing_there(routine_name, name, side)


def presses_nothing_there(routine_name: str, name: str, side: str) -> None:
    for region in REGIONS:
        plan = next(plans(routine_name, at(name, f"{side} {region}".strip())))
        touched = (side, "both", "midline") if side else ()
        assert region not in regions_pressed(plan, *touched), region


# 1.2 A clot


def test_a_clot_before_asks_a_clinician_and_leaves_both_whole_legs_out() -> None:
    rule = condition(CATALOGUE, "clot-history")
    assert rule.gate
    assert not planned(CATALOGUE, profile=telling("clot-history")).course.phases
    for plan in every_plan(telling("clot-history", provider_agreed=True)):
        assert regions_pressed(plan).isdisjoint(LEG | {"groin"})
    assert "ever" in rule.question
    assert not {"now", "might"} & set(re.findall(r"\w+", rule.question))


# 1.3 An operation


def test_an_operation_without_a_place_leaves_out_belly_groin_back_and_both_legs() -> None:
    for plan in every_plan(telling("recent-surgery", provider_agreed=True)):
        assert regions_pressed(plan).isdisjoint(LEG | BACK | {"abdomen", "groin"})
        assert set(plan.course.positions).isdisjoint(BEHIND)
        assert not movements(plan) & {"Warm-up", "Knees to the chest", "Rounding the back"}
    for name in ("back-and-feet", "waist-belly-hip"):
        plan = planned(CATALOGUE, name, {}, telling("recent-surgery", provider_agreed=True))
        assert not plan.course.phases


@pytest.mark.parametrize("where", ["hip", "knee", "ankle", "foot", "thigh", "lower-leg"])
def test_an_operation_on_a_leg_leaves_that_whole_leg_out_and_the_other_in(where: str) -> None:
    for name in ("five-places", "back-and-feet", "relaxing", "lower-back-legs"):
        for plan in plans(name, at("recent-surgery", f"left {where}")):
            assert regions_pressed(plan, "left").isdisjoint(LEG)
            assert regions_pressed(plan, "right") & LEG
        for plan in plans(name, at("recent-surgery", where)):
            assert regions_pressed(plan).isdisjoint(LEG)


def test_an_operation_at_a_point_of_a_leg_leaves_that_leg_out_too() -> None:
    for plan in plans("five-places", at("recent-surgery", "left BL57")):
        assert regions_pressed(plan, "left").isdisjoint(LEG)


@pytest.mark.parametrize("where", ["abdomen", "groin"])
def test_after_an_operation_on_the_belly_tilts_and_knees_to_the_chest_are_out(where: str) -> None:
    for name, step in (
        ("lower-back", "Warm-up"),
        ("heat-and-stretch", "Knees to the chest"),
        ("stiffness", "Rounding the back"),
    ):
        for plan in plans(name, at("recent-surgery", where)):
            assert step not in movements(plan)


def test_an_operation_on_the_back_takes_the_whole_back_and_everything_behind_it() -> None:
    for where in BACK:
        for plan in every_plan(at("recent-surgery", where)):
            assert regions_pressed(plan).isdisjoint(BACK)
            assert set(plan.course.positions).isdisjoint(BEHIND)


# 1.4 Implants, and skin


def test_an_implant_without_a_place_is_under_no_ball_and_under_no_finger() -> None:
    for plan in every_plan(telling("implants-or-lines")):
        assert BALLS.isdisjoint(plan.tools) or set(plan.course.positions) <= {"seated"}
        assert set(plan.course.positions).isdisjoint(BEHIND)
        assert regions_pressed(plan).isdisjoint(BACK | {"hip", "abdomen", "chest"})
    assert planned(CATALOGUE, profile=telling("implants-or-lines")).course.phases


def test_screws_in_the_back_keep_the_balls_away_for_life() -> None:
    assert condition(CATALOGUE, "implants-or-lines").expires_days == 0
    assert "screws" in condition(CATALOGUE, "implants-or-lines").question
    assert condition(CATALOGUE, "joint-replaced").expires_days == 0
    for plan in every_plan(at("implants-or-lines", "lower-back")):
        assert set(plan.course.positions).isdisjoint(BEHIND)


@pytest.mark.parametrize("name", ["inflamed-skin", "bruised-skin", "hot-joint", "broken-bone"])
def test_where_nothing_can_be_known_to_be_free_nothing_plays_until_a_place_is_given(
    name: str,
) -> None:
    for plan in every_plan(telling(name)):
        assert plan.course.phases == ()
        assert f"--condition {name}=WHERE" in refusal(plan, None)
        warning = next(each for each in plan.warnings if each.id == name)
        assert "every likely place is left out" in warning.text
        assert warning.level == Level.AVOID
    plan = planned(CATALOGUE, "shoulders-and-hands", {}, at(name, "left foot"))
    assert plan.course.phases
    assert "every likely place is left out" not in " ".join(briefing(CATALOGUE, plan))


def test_everywhere_is_every_region_there_is() -> None:
    for name in ("inflamed-skin", "bruised-skin", "hot-joint", "broken-bone"):
        assert set(condition(CATALOGUE, name).unplaced_regions) == REGIONS


# 1.9 An aneurysm, spondylitis, the neck


def test_an_aneurysm_is_a_gate_of_its_own_without_balls_and_belly() -> None:
    assert not planned(CATALOGUE, profile=telling("aneurysm")).course.phases
    for plan in every_plan(telling("aneurysm", provider_agreed=True)):
        assert BALLS.isdisjoint(plan.tools)
        assert regions_pressed(plan).isdisjoint({"abdomen", "groin"})
        assert "Knees to the chest" not in movements(plan)
    belly = condition(CATALOGUE, "abdominal-condition")
    assert "aneurysm" not in f"{belly.title} {belly.question} {belly.brief} {belly.text}".lower()


def test_spondylitis_is_asked_about_once_where_it_takes_the_balls_and_the_neck_out() -> None:
    asking = [
        name
        for name, each in conditions(CATALOGUE)
        if "spondylitis" in f"{each.question} {each.brief}".lower()
    ]
    assert asking == ["inflammatory-disease"]


# 1.11 Kidneys, heat


@pytest.mark.parametrize("name", ["serious-condition", "kidney-condition"])
def test_nothing_lies_over_kidneys_that_are_ill(name: str) -> None:
    for plan in every_plan(telling(name, provider_agreed=True)):
        assert "lying-on-balls" not in plan.course.positions
        assert codes_pressed(plan).isdisjoint({"BL22", "BL23", "BL24", "BL51", "BL52", "CV6"})


@pytest.mark.parametrize("name", ["reduced-sensation", "strong-painkillers", "thin-skin"])
def test_no_warm_pack_is_offered_where_feeling_or_skin_is_weak(name: str) -> None:
    for flags in (telling(name), at("reduced-sensation", "left foot")):
        for plan in plans("heat-and-stretch", flags):
            assert "warm-compress" not in plan.tools


# Section 2: what was missing


def test_lymphoedema_takes_the_limb_of_its_side_with_what_drains_it() -> None:
    for words in ("left hand", "left armpit", "left upper-arm", "left chest"):
        for plan in plans("shoulders-and-hands", at("lymphoedema", words)):
            assert regions_pressed(plan, "left").isdisjoint(ARM | {"chest"})
            assert regions_pressed(plan, "right") & ARM
    for plan in plans("back-and-feet", at("lymphoedema", "right foot")):
        assert regions_pressed(plan, "right").isdisjoint(LEG)


def test_a_healing_bone_takes_its_limb_and_every_tool() -> None:
    for plan in every_plan(at("broken-bone", "left wrist")):
        assert regions_pressed(plan, "left").isdisjoint(ARM)
        assert set(plan.tools).isdisjoint(PRESSING_TOOLS)
    for plan in plans("back-and-feet", at("broken-bone", "right foot")):
        assert regions_pressed(plan, "right").isdisjoint(LEG)


def test_a_slipped_disc_lies_on_balls_with_a_word_only_and_leg_pain_alone_is_not_asked() -> None:
    assert not planned(CATALOGUE, "sciatica", {}, telling("nerve-or-disc")).course.phases
    plan = planned(CATALOGUE, "sciatica", {}, telling("nerve-or-disc", provider_agreed=True))
    assert "lying-on-balls" in plan.course.positions
    question = condition(CATALOGUE, "nerve-or-disc").question
    assert question.startswith("Has a doctor found ")
    assert "leg" not in question.lower().split()


def test_diabetes_asks_for_the_feeling_of_the_feet_and_lets_no_tool_on_them() -> None:
    assert "toes" in condition(CATALOGUE, "diabetes").gist
    for plan in every_plan(telling("diabetes")):
        for step in plan.steps:
            codes = {code for press in step.presses for code in press.points}
            regions = {CATALOGUE.point(code).region for code in codes}
            if step.way and regions & {"foot", "ankle", "lower-leg"}:
                assert PRESSING_TOOLS.isdisjoint(step.way.tools)
    assert not planned(CATALOGUE, "foot-ball", {}, telling("diabetes")).course.phases
    assert planned(CATALOGUE, "foot-soles", {}, telling("diabetes")).course.phases
    assert "lying-on-balls" in planned(CATALOGUE, profile=telling("diabetes")).course.positions


def test_a_tool_that_is_out_on_the_feet_is_out_on_an_own_place_there_too() -> None:
    step = {
        "title": "A",
        "position": "seated",
        "tools": ["massage-ball"],
        "presses": [{"points": ["BL60"], "seconds": 20}],
    }
    catalogue = with_routine(CATALOGUE, [step])
    assert planned(catalogue, "test").course.phases
    assert not planned(catalogue, "test", {}, telling("diabetes")).course.phases


def test_after_a_birth_belly_and_legs_are_out_for_six_weeks_and_a_clinician_is_asked() -> None:
    rule = condition(CATALOGUE, "after-birth")
    assert (rule.gate, rule.expires_days) == (True, 42)
    for plan in every_plan(telling("after-birth", provider_agreed=True)):
        assert regions_pressed(plan).isdisjoint(LEG | {"abdomen", "groin"})
        assert "Knees to the chest" not in movements(plan)


def test_with_a_replaced_hip_nobody_lies_on_it_or_crosses_the_legs() -> None:
    for plan in every_plan(telling("joint-replaced")):
        assert "lying-side" not in plan.course.positions
        assert not movements(plan) & {"Knees to the chest", "Rounding the back"}
        assert not [phase for phase in plan.course.phases if "ankle on the other" in phase.text]
        reached = {code for turn in plan.course.turns for code in turn.points}
        assert not reached & {"BL57", "BL60"}, "bending down to the foot bends the hip too far"
    assert "Warm-up" in movements(planned(CATALOGUE, profile=telling("joint-replaced")))


def test_after_a_stroke_the_neck_is_left_and_somebody_is_near() -> None:
    rule = condition(CATALOGUE, "epilepsy-or-stroke")
    assert rule.gate
    assert "somebody near" in rule.text
    for plan in every_plan(telling("epilepsy-or-stroke", provider_agreed=True)):
        assert codes_pressed(plan).isdisjoint({"GB20", "BL10", "EX-HN-ANMIAN"})


def test_who_faints_easily_is_never_on_their_feet() -> None:
    for plan in every_plan(telling("low-blood-pressure")):
        assert set(plan.course.positions).isdisjoint({"standing", "at-wall"})
    assert "desk" in {
        plan.course.routine.name
        for plan in every_plan(telling("low-blood-pressure"))
        if plan.course.phases
    }


def test_who_cannot_rise_from_the_floor_sits_or_stands_at_a_wall() -> None:
    for plan in every_plan(telling("no-floor")):
        assert set(plan.course.positions).isdisjoint(FLOOR)
    assert planned(CATALOGUE, "desk", {}, telling("no-floor")).course.phases


def test_strong_painkillers_are_of_today_light_and_without_tools() -> None:
    rule = condition(CATALOGUE, "strong-painkillers")
    assert (rule.of_today, rule.gate, rule.postpone, rule.cap) == (True, False, False, 30)


def test_conditions_of_today_are_these_and_are_asked_again_the_next_day() -> None:
    of_today = {name: each for name, each in conditions(CATALOGUE) if each.of_today}
    assert set(of_today) == OF_TODAY
    assert all(each.expires_days == 1 for each in of_today.values())


# Section 2: what was too wide


def test_a_numb_foot_leaves_the_balls_under_the_back() -> None:
    for name in ("heat-and-stretch", "lower-back"):
        for words in ("left foot", "foot"):
            for plan in plans(name, at("reduced-sensation", words)):
                assert "lying-on-balls" in plan.course.positions
    for plan in plans("lower-back", at("reduced-sensation", "lower-back")):
        assert "lying-on-balls" not in plan.course.positions
    for plan in plans("back-and-feet", at("reduced-sensation", "left foot")):
        assert "foot" not in regions_pressed(plan, "left")


def test_pain_that_does_not_get_better_keeps_the_dose_of_the_trial_that_was_made_for_it() -> None:
    def longest(*names: str) -> int:
        plan = planned(CATALOGUE, "relaxing", {}, telling(*names, provider_agreed=True))
        return max(turn.seconds for turn in plan.course.turns)

    assert longest("not-improving") == longest() == 180
    assert longest("not-improving", "first-pain-age") == 60
    keeping = [name for name, each in conditions(CATALOGUE) if each.keeps_trial_dose]
    assert keeping == ["not-improving"]


@pytest.mark.parametrize(
    ("name", "words", "asked"),
    [
        ("fever", "exhausted", False),
        ("recent-meal", "empty", False),
        ("several-places", "several", False),
        ("several-places", "most parts", True),
        ("long-term-steroids", "tablets", True),
        ("long-term-steroids", "three months", True),
        ("long-term-steroids", "not creams or inhalers", True),
        ("cancer", "small skin cancer", True),
        ("substance-use", "more than you want to", True),
        ("substance-use", "most days", True),
        *(
            ("blood-thinners", drug, True)
            for drug in ("warfarin", "apixaban", "rivaroxaban", "clopidogrel", "daily aspirin")
        ),
    ],
)
def test_a_question_asks_what_limits_and_not_more(name: str, words: str, *, asked: bool) -> None:
    rule = condition(CATALOGUE, name)
    assert (words in rule.question) is asked
    assert asked or words not in f"{rule.title} {rule.brief} {rule.text}".lower()


# The texts


def syllables(word: str) -> int:
    """Return the syllables of a word, roughly: groups of vowels without a silent e."""
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee"))
    return max(1, groups - silent)


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text."""
    words = re.findall(r"[A-Za-z']+", text)
    sentences = max(1, len(re.findall(r"[.?!:]+", text)))
    per_sentence = len(words) / sentences
    return 0.39 * per_sentence + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_questions_and_texts_are_easy_to_read() -> None:
    rules = dict(conditions(CATALOGUE))
    plain = {name: re.sub(r" \([^)]*\)", "", each.question) for name, each in rules.items()}
    grades = {name: grade(question) for name, question in plain.items()}  # without medical names
    assert sum(grades.values()) / len(grades) <= 6
    assert max(grades.values()) <= 10, max(grades, key=lambda name: grades[name])
    texts = {name: grade(each.text) for name, each in rules.items()}
    assert max(texts.values()) <= 9, max(texts, key=lambda name: texts[name])


def test_no_text_speaks_of_a_key_or_in_idioms() -> None:
    for _, each in conditions(CATALOGUE):
        words = f"{each.title} {each.question} {each.text} {each.gist} {' '.join(each.gentle)}"
        assert not re.search(r": q\b|\bcome off|\blean in|\bease off|\btold\b|unable", words)


def test_every_condition_is_short_in_the_check() -> None:
    for name, each in conditions(CATALOGUE):
        assert len(each.brief.split()) <= 12, name


@pytest.mark.parametrize("name", ROUTINES)
def test_behind_a_gate_no_hold_is_longer_than_a_minute_but_in_whom_a_trial_took_in(
    name: str,
) -> None:
    gates = [each for each, rule in conditions(CATALOGUE) if rule.gate]
    for each in gates:
        if not condition(CATALOGUE, each).keeps_trial_dose:
            for plan in plans(name, telling(each, provider_agreed=True)):
                assert all(turn.seconds <= 60 for turn in plan.course.turns if turn.is_hold), each
