"""Sides, places, rests, a day's number: what a screening leaves out, and what it puts there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import pytest

from presspoint.catalogue.conditions import condition as condition_of
from presspoint.catalogue.routines import routine
from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.tables import PLACE_KINDS, Catalogue
from presspoint.planning.plan import Plan, build
from presspoint.planning.refusal import refusal
from presspoint.safety.affected_area import area_of
from presspoint.safety.answers import SIDES, BodyPlace, BodySide, ConditionAnswer, Flags, Rest
from presspoint.safety.body_places import parse_body_place
from presspoint.safety.profile import Profile
from presspoint.safety.screening import screen
from presspoint.storage.catalogue_file import load
from support.cases import every
from support.own import GOOD, HAND, changed, with_own
from support.plans import every_choice, telling, with_routine

CATALOGUE = load()
ROUTINES = tuple(CATALOGUE.table("routines"))
TODAY = date(2026, 11, 21)
REGIONS = tuple(CATALOGUE.table("regions"))
AGAIN = Flags(again_today=True)
WHERE: tuple[BodySide | Literal[""], ...] = ("", *SIDES)


def plans(
    name: str,
    flags: Flags | None = None,
    profile: Profile | None = None,
    catalogue: Catalogue = CATALOGUE,
    pressed_today: Mapping[str, int] = MappingProxyType({}),
) -> list[Plan]:
    """Return the plans of a routine for all choices."""
    wanted = routine(catalogue, name)
    person = flags or Flags(), profile or Profile()
    screening = screen(catalogue, wanted, *person, TODAY, pressed_today)
    return [
        build(catalogue, wanted, choices, screening) for choices in every_choice(catalogue, wanted)
    ]


def at(condition: str, *places: BodyPlace) -> Flags:
    """Return flags with a condition at places."""
    return Flags(conditions=(ConditionAnswer(condition, TODAY, places),), provider_agreed=True)


def pressed(plan: Plan) -> set[tuple[str, str | None]]:
    return {(code, turn.side) for turn in plan.course.turns for code in (*turn.points, *turn.zones)}


def rested(code: str, days: int = 3, because: str = "") -> Profile:
    return Profile(rests=(Rest(code, TODAY + timedelta(days=days), because),))


def test_a_condition_of_one_side_leaves_the_other_side_to_be_pressed() -> None:
    (plan,) = plans("back-of-the-knees", at("varicose-veins", BodyPlace("left")))
    assert {side for _, side in pressed(plan)} == {"right"}
    assert {(out.code, out.side) for out in plan.screening.left_out} == {
        (code, "left") for code in plan.course.routine.codes
    }
    warning = next(each for each in plan.warnings if each.id == "varicose-veins")
    assert warning.text.startswith("Varicose veins (left). ")


def test_answered_once_with_and_once_without_its_side_it_is_on_both() -> None:
    profile = Profile(conditions=(ConditionAnswer("varicose-veins", TODAY, (BodyPlace("left"),)),))
    for plan in plans("back-of-the-knees", telling("varicose-veins"), profile):
        assert plan.course.phases == ()


@pytest.mark.parametrize("name", ROUTINES)
def test_nothing_is_pressed_where_a_local_condition_is(name: str) -> None:
    for region in REGIONS:
        for side in WHERE:
            for plan in plans(name, at("inflamed-skin", BodyPlace(side, region)))[:1]:
                for code, pressed_side in pressed(plan):
                    affected_area = not side or pressed_side not in SIDES or pressed_side == side
                    assert not (CATALOGUE.point(code).region == region and affected_area)
                for out in plan.screening.left_out:
                    assert out.reason == "not pressed on or near sore skin"
                    assert out.sources


PARTS = {
    "arm": {"LI11", "HT7", "LI15", "LU3", "PC6"},
    "leg": {"BL40", "BL57", "ST31", "GB30", "KI3", "LR3"},
    "back": {"BL23", "BL13", "BL31"},
    "head": {"GV20", "EX-HN3", "GB20"},
    "face": {"EX-HN3", "GB14"},
    "forehead": {"EX-HN3", "GB14"},
    "ear": {"EX-HN-ANMIAN", "TE21", "TE20"},
    "hand": {"LI4", "HT7"},
    "hands": {"LI4", "HT7"},
    "foot": {"LR3", "KI3", "BL60"},
    "heel": {"KI1", "BL60"},
}


@pytest.mark.parametrize("word", PARTS)
def test_a_word_for_more_than_one_region_leaves_all_of_them_out(word: str) -> None:
    taken_in = area_of(CATALOGUE, parse_body_place(word, "inflamed-skin", CATALOGUE))
    for code in PARTS[word]:
        assert taken_in.covers(CATALOGUE.point(code), "left")
    assert not taken_in.covers(CATALOGUE.point("CV6"), "midline")


def test_a_word_for_an_arm_leaves_out_the_elbow_of_that_arm_only() -> None:
    (plan,) = plans("pulsed", at("inflamed-skin", BodyPlace("left", "arm")))
    sides = {side for code, side in pressed(plan) if code in {"LI4", "LI11"}}
    assert sides == {"right"}
    (plan,) = plans("pulsed", at("inflamed-skin", BodyPlace("", "arm")))
    assert not {"LI4", "LI11"} & {code for code, _ in pressed(plan)}


def test_each_part_has_regions_that_are_there_and_each_word_one_part() -> None:
    parts = CATALOGUE.table("parts")
    words = [word for name, part in parts.items() for word in (name, *part["also"])]
    assert len(words) == len(set(words))
    for part in parts.values():
        assert len(part["regions"]) > ("title" not in part)
        assert set(part["regions"]) <= set(REGIONS)


@pytest.mark.parametrize("place", ["my-li4", "LI4"])
def test_an_own_place_is_meant_with_the_point_that_it_is_at_and_the_point_with_it(
    tmp_path: Path, place: str
) -> None:
    own = HAND
    catalogue = with_own(tmp_path, changed(("points", "my-li4"), own))
    taken_in = area_of(catalogue, BodyPlace("", place))
    assert taken_in.covers(catalogue.point("LI4"), "left")
    assert taken_in.covers(catalogue.point("my-li4"), "left")
    assert not taken_in.covers(catalogue.point("SI3"), "left")


def test_an_own_zone_without_a_code_is_near_every_code_of_its_region(tmp_path: Path) -> None:
    catalogue = with_own(tmp_path, GOOD)
    zone, leg = catalogue.point("waist-edge"), catalogue.point("shin")
    assert area_of(catalogue, BodyPlace("", "BL23")).covers(zone, "both")
    assert area_of(catalogue, BodyPlace("", "waist-edge")).covers(catalogue.point("BL23"), "both")
    assert not area_of(catalogue, BodyPlace("", "BL23")).covers(leg, "left")
    for plan in plans("physio", at("inflamed-skin", BodyPlace("", "BL23")), None, catalogue):
        assert "waist-edge" not in {code for code, _ in pressed(plan)}


def test_a_place_that_no_file_has_now_may_be_anywhere(tmp_path: Path) -> None:
    catalogue = with_own(tmp_path, GOOD)
    missing = area_of(catalogue, BodyPlace("", "my-knee"))
    assert missing.is_unknown
    assert missing.covers(catalogue.point("waist-edge"), "both")
    assert not missing.covers(catalogue.point("LI4"), "left")
    for plan in plans(
        "lower-back", at("recent-surgery", BodyPlace("", "my-knee")), None, catalogue
    ):
        assert "BL23" not in {code for code, _ in pressed(plan)}


def test_a_movement_is_out_where_it_strains_a_place_of_the_condition() -> None:
    for condition, place, out in (
        ("recent-surgery", "hip", True),
        ("implants-or-lines", "BL23", True),
        ("bruised-skin", "back", True),
        ("bruised-skin", "hand", False),
    ):
        for plan in plans("lower-back", at(condition, BodyPlace("", place))):
            assert ("Warm-up" in {step.title for step in plan.steps_left_out}) is out
    for plan in plans("lower-back", at("varicose-veins", BodyPlace("left"))):
        assert not plan.steps_left_out or plan.steps_left_out[0].title != "Warm-up"
    for plan in plans("lower-back", at("bruised-skin", BodyPlace("left"))):
        assert plan.steps_left_out[0].reason == "not with bruised skin (left)"


@pytest.mark.parametrize(
    ("strains", "spared"),
    [
        (None, {"spine-injury", "neck-instability", "abdominal-condition", "recent-surgery"}),
        (["neck"], {"spine-injury", "neck-instability"}),
        (["knee"], set()),
        ([], set()),
    ],
)
def test_an_own_movement_that_does_not_say_what_it_strains_may_strain_anything(
    tmp_path: Path, strains: list[str] | None, spared: set[str]
) -> None:
    way = {"position": "standing", "exercise": 30, "text": "Walk a little."}
    way |= {} if strains is None else {"strains": strains}
    content = changed(("routines", "physio", "steps", 0), {"title": "Walk", **way})
    content["routines"]["physio"]["steps"].append({"title": "Two", "ways": [way]})
    catalogue = with_own(tmp_path, content)
    for condition in (*sorted(spared), "hypertension", "fever", "pregnancy"):
        flags = telling(condition, provider_agreed=True)
        for plan in plans("physio", flags, None, catalogue):
            dropped = {step.title for step in plan.steps_left_out}
            assert ({"Walk", "Two"} <= dropped) is (condition in spared)
            unsaid = [
                step for step in plan.steps_left_out if "your file does not say" in step.reason
            ]
            assert bool(unsaid) is (strains is None and condition in spared)


def test_both_sides_at_once_are_out_where_one_of_them_is() -> None:
    for plan in plans("lower-back", at("inflamed-skin", BodyPlace("left", "lower-back"))):
        assert not {"BL23", "BL52"} & {code for code, _ in pressed(plan)}


@pytest.mark.parametrize("name", ROUTINES)
def test_a_resting_place_is_in_no_phase(name: str) -> None:
    for code in routine(CATALOGUE, name).codes:
        for plan in plans(name, None, rested(code, because="bruised")):
            assert code not in {each for each, _ in pressed(plan)}
            out = next(each for each in plan.screening.left_out if each.code == code)
            assert out == (code, "rests until Tuesday 24 November 2026, bruised", ("told",), "")


@pytest.mark.parametrize(("resting", "remaining"), [("BL23", "BL52"), ("BL52", "BL23")])
def test_a_press_that_loses_a_place_leads_to_what_is_left_in_its_own_words(
    resting: str, remaining: str
) -> None:
    (plan, *_) = plans("lower-back", None, rested(resting))
    turn = next(turn for turn in plan.course.turns if turn.position == "lying-on-balls")
    place = CATALOGUE.point(remaining)
    assert turn.points == (remaining,)
    assert turn.find == f"{place.find} {place.press}"
    assert "two to four" not in turn.find


def test_a_rest_ends_on_its_day() -> None:
    assert not plans("lower-back", None, rested("LI4", days=0))[0].screening.left_out


def test_an_own_place_rests_with_the_point_it_is_at_and_the_point_with_it(tmp_path: Path) -> None:
    catalogue = with_own(tmp_path, GOOD)
    own = catalogue.point("shin")
    assert own.at
    for code in ("shin", own.at):
        for plan in plans("physio", None, rested(code), catalogue):
            assert not {"shin", own.at} & {each for each, _ in pressed(plan)}


def test_a_place_has_its_number_of_sessions_a_day_and_one_more_only_when_asked_for() -> None:
    for done, out in ((2, False), (3, True), (9, True)):
        for plan in plans("lower-back", pressed_today={"LI4": done}):
            assert ("LI4" in {each.code for each in plan.screening.left_out}) is out
            assert ("LI4" in {code for code, _ in pressed(plan)}) is not out
    for done, out in ((3, False), (4, True), (9, True)):
        for plan in plans("lower-back", AGAIN, pressed_today={"LI4": done}):
            assert ("LI4" in {code for code, _ in pressed(plan)}) is not out
    place = plans("lower-back", pressed_today={"LI4": 3})[0].screening.left_out[0]
    assert place.reason == "enough for today after 3 sessions"
    assert place.sources


def test_a_trials_dose_is_given_once_a_day() -> None:
    codes = routine(CATALOGUE, "relaxing").codes
    assert plans("relaxing")[0].course.phases
    for flags in (Flags(), AGAIN):
        assert not plans("relaxing", flags, pressed_today=dict.fromkeys(codes, 1))[0].course.phases


@every("name", CATALOGUE.ids("conditions"))
def test_insisting_on_another_session_is_not_for_somebody_whose_holds_are_shortened(
    name: str,
) -> None:
    shortens = condition_of(CATALOGUE, name).gate or condition_of(CATALOGUE, name).cap
    flags = telling(name, again_today=True, provider_agreed=True)
    for plan in plans("back-of-the-knees", flags, pressed_today={"BL40": 3}):
        assert not (shortens and plan.course.phases)


def test_who_insists_is_told_why_and_when_again() -> None:
    plan = plans("back-of-the-knees", AGAIN, pressed_today={"BL40": 4})[0]
    assert not plan.course.phases
    sentence = refusal(plan, None)
    assert "a new day has begun and 16 hours have passed" in sentence
    assert "--again-today allows one more session" in sentence


def test_insisting_on_another_session_passes_no_exclusion_and_no_cap() -> None:
    flags = telling("clot-history", again_today=True, provider_agreed=True)
    for plan in plans("lower-back", flags, rested("LI4"), pressed_today={"LI4": 3}):
        assert not {"LI4", "BL40", "GB30"} & {code for code, _ in pressed(plan)}
        assert all(turn.seconds <= turn.cap for turn in plan.course.turns if turn.is_hold)


def test_another_place_is_pressed_instead_of_one_that_is_only_resting() -> None:
    plan = plans("lower-back", None, rested("LI4"))[0]
    assert ("LI11", "left") in pressed(plan)
    assert [step.instead for step in plan.steps_done_otherwise] == [("LI11",)]
    holds = [turn for turn in plan.course.turns if turn.points == ("LI11",)]
    dose = CATALOGUE.point("LI11").hold
    assert dose
    assert all(dose.seconds[0] <= turn.seconds <= dose.cap for turn in holds)
    assert len(holds) <= 2 * dose.repeats


def test_nothing_is_invented_for_a_pregnant_person() -> None:
    for plan in plans("lower-back", telling("pregnancy", provider_agreed=True)):
        assert not pressed(plan)


def test_another_place_passes_the_same_screening() -> None:
    both = Profile(rests=(*rested("LI4").rests, *rested("LI11").rests))
    plan = plans("lower-back", None, both)[0]
    assert not {"LI4", "LI11"} & {code for code, _ in pressed(plan)}
    assert plan.steps_left_out


def test_one_place_stands_in_once() -> None:
    seated = {"position": "seated", "tools": ["thumb"]}
    steps = [
        {"title": title, **seated, "presses": [{"points": [code], "seconds": 20}]}
        for title, code in (("Side", "SI3"), ("Shoulder", "GB21"))
    ]
    catalogue = with_routine(CATALOGUE, steps)
    profile = Profile(rests=(*rested("SI3").rests, *rested("GB21").rests))
    (plan,) = plans("test", None, profile, catalogue)
    assert [step.instead for step in plan.steps_done_otherwise] == [("TE3",)]
    assert len(plan.steps_left_out) == 1


def test_a_place_stands_in_for_another_only_where_it_is_not_pressed_under_another_name(
    tmp_path: Path,
) -> None:
    own = HAND
    own["hold"] = {"seconds": [30, 60], "cap": 60, "repeats": 3}
    presses = [{"points": [code], "seconds": 30, "rounds": 3} for code in ("my-li4", "LI11")]
    content = changed(("points", "my-li4"), own)
    content["routines"]["physio"]["steps"] = [
        {"title": title, "position": "seated", "presses": [press]}
        for title, press in zip(("Hand", "Elbow"), presses, strict=True)
    ]
    for plan in plans("physio", None, rested("LI11"), with_own(tmp_path, content)):
        holds = [
            turn for turn in plan.course.turns if "LI4" in turn.all_codes and turn.side == "left"
        ]
        assert len(holds) == 3
        assert [step.title for step in plan.steps_left_out] == ["Elbow"]


def test_what_the_catalogue_puts_instead_is_coached_and_used_for_the_same() -> None:
    for point in CATALOGUE.points():
        for code in point.instead:
            other = CATALOGUE.point(code)
            assert other.is_coached
            assert set(point.helps) & set(other.helps)
            assert set(point.positions) & set(other.positions)


@pytest.mark.parametrize("urgency", [Level.EMERGENCY, Level.SAME_DAY])
def test_after_a_check_that_found_a_sign_nothing_plays(urgency: Level) -> None:
    stopped = Profile(checked_on=TODAY, urgency=urgency)
    for name in ROUTINES:
        for plan in plans(name, Flags(provider_agreed=True), stopped):
            assert plan.course.phases == ()
            assert (plan.warnings[0].id, plan.warnings[0].level) == ("check", urgency)
            assert "Saturday 21 November 2026 " in plan.warnings[0].text


def test_every_place_has_a_number_a_day() -> None:
    for kind in PLACE_KINDS:
        for code, entry in CATALOGUE.table(kind).items():
            if "hold" in entry:
                assert 1 <= entry["hold"]["per_day"] <= 3, code
