"""What an own place may be in its region and at its WHO point: the attempts of the review, 1.8."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from presspoint.catalogue.exclusions import ban, bans_on, codes_of_range
from presspoint.catalogue.positions import tool
from presspoint.own_content.limits import region_limits
from support.cases import every
from support.own import GOOD, SHIPPED, changed, check, dose, with_own, with_routine_of, zone
from support.plans import planned

BALLS = ("tennis-balls", "soft-ball", "massage-ball")
# Typed anew: where a ball would lie on a nerve, an artery, the kidneys or the joints of the spine.
NO_BALL = [
    "head", "face", "neck", "shoulder", "sacrum", "chest", "abdomen", "upper-arm", "elbow",
    "forearm", "wrist", "hip", "thigh", "knee", "lower-leg", "ankle", "groin", "armpit",
]  # fmt: skip
REGIONS = SHIPPED.ids("regions")


def said(folder: Path, content: dict[str, Any]) -> str:
    """Return everything that is wrong with a file."""
    return "\n".join(str(each) for each in check(folder, content).faults)


def point(at: str, tools: list[str], positions: list[str], **more: Any) -> dict[str, Any]:  # noqa: ANN401  # the other keys of a place
    place = SHIPPED.point(at)
    sides = "midline" if place.sides == "midline" else "each"
    return {**zone(place.region, tools, positions), "at": at, "sides": sides, **more}


@every("region", REGIONS)
def test_every_region_has_limits_with_sources_for_own_places(region: str) -> None:
    limits = region_limits(SHIPPED, region)
    assert limits.sources
    assert limits.reason
    assert 1 <= limits.cap <= 60
    assert 1 <= limits.rounds <= 3
    assert 1 <= limits.per_day <= 3
    assert set(limits.sources) <= set(SHIPPED.ids("sources"))
    assert set(limits.care) <= set(SHIPPED.ids("cautions"))
    assert set(limits.near) <= set(REGIONS)


def test_limits_name_only_what_there_is() -> None:
    for name in SHIPPED.ids("own_limits"):
        limits = region_limits(SHIPPED, name)
        assert set(limits.tools_out) <= set(SHIPPED.ids("tools"))
        assert set(limits.positions_out) <= set(SHIPPED.ids("positions"))
        codes = {code for each in limits.points for code in codes_of_range(each)}
        assert codes <= set(SHIPPED.ids("points"))
        assert (name in REGIONS) == (not limits.points) or name == "movement"


@pytest.mark.parametrize("rounds", [3, 2, 1])
def test_five_zones_behind_the_knee_are_not_summed_by_name_only(
    tmp_path: Path, rounds: int
) -> None:
    zones = {
        f"k{each}": zone("knee", ["thumb"], ["seated"], hold=dose(30, rounds)) for each in "abcde"
    }
    presses = [{"points": [each], "seconds": 30, "rounds": rounds} for each in zones]
    words = said(tmp_path, with_routine_of(zones, *presses))
    if rounds > 2:
        assert words.count("at most 2 rounds for the knee") == 5
    else:
        assert f"{150 * rounds} seconds a side in the knee" in words
        assert "at most 60" in words


def test_zones_of_a_region_count_together_with_the_points_that_are_pressed_there(
    tmp_path: Path,
) -> None:
    knee = zone("knee", ["thumb"], ["seated"])
    content = with_routine_of({"knee": knee}, {"points": ["knee"], "seconds": 30})
    steps = content["routines"]["mine"]["steps"]
    behind = {"points": ["BL40"], "seconds": 30, "rounds": 1}
    steps.append({"title": "Behind", "position": "seated", "presses": [behind]})
    assert said(tmp_path, content) == ""
    behind["rounds"] = 2
    assert "90 seconds a side in the knee" in said(tmp_path, content)


def test_places_at_several_points_of_a_region_count_together(tmp_path: Path) -> None:
    points = {
        f"p{at.lower()}": point(at, ["thumb"], ["seated"], hold=dose(30, 2))
        for at in ("BL39", "KI10", "BL38")
    }
    presses = [{"points": [each], "seconds": 30} for each in points]
    content = with_routine_of(points, *presses)
    content["points"] = content.pop("zones")
    assert "90 seconds a side in the knee" in said(tmp_path, content)


def test_another_way_of_the_same_step_is_counted_by_the_longer_one(tmp_path: Path) -> None:
    zones = {each: zone("knee", ["thumb"], ["seated"], hold=dose(30, 2)) for each in ("a", "b")}
    content = with_routine_of(zones, {"points": ["a"], "seconds": 30})
    ways = [
        {"position": "seated", "presses": [{"points": [each], "seconds": 30, "rounds": rounds}]}
        for each, rounds in (("a", 1), ("b", 2))
    ]
    content["routines"]["mine"]["steps"].append({"title": "More", "ways": ways})
    assert "90 seconds a side in the knee" in said(tmp_path, content)


def test_nine_minutes_on_the_balls_under_the_kidneys_are_refused(tmp_path: Path) -> None:
    back = zone("lower-back", ["tennis-balls"], ["lying-on-balls"], hold=dose(180, 3))
    words = said(tmp_path, with_routine_of({"back": back}, {"points": ["back"], "seconds": 180}))
    assert "at most 60 seconds, the cap for the lower-back" in words
    assert "at most 2 rounds for the lower-back" in words


def test_a_zone_on_the_balls_may_have_what_bl23_has(tmp_path: Path) -> None:
    back = zone("lower-back", ["tennis-balls"], ["lying-on-balls"], hold=dose(60, 2))
    press = {"points": ["back"], "seconds": 60, "rounds": 2}
    assert said(tmp_path, with_routine_of({"back": back}, press)) == ""


@every("at", ["BL36", "BL37", "BL54", "BL55", "BL56", "BL58", "GB35", "LR3"])
@every("ball", BALLS)
def test_no_ball_lies_at_a_point_on_a_nerve_or_a_clot(tmp_path: Path, at: str, ball: str) -> None:
    words = said(tmp_path, changed(("points", "mine"), point(at, [ball], ["seated"])))
    assert f'found "{ball}"' in words
    assert "tools that are safe there (thumb" in words


@every("at", ["BL22", "BL24", "BL51", "EX-B4", "EX-B1", "EX-B2"])
@every("ball", BALLS)
def test_no_ball_lies_at_a_point_over_the_kidneys_or_the_joints_of_the_spine(
    tmp_path: Path, at: str, ball: str
) -> None:
    words = said(tmp_path, changed(("points", "mine"), point(at, [ball], ["at-wall"])))
    assert f'found "{ball}"' in words


@every("region", NO_BALL)
@every("ball", [*BALLS, "knuckle", "massage-cane", "rounded-object"])
def test_no_ball_and_no_hard_tool_in_a_region_of_nerves_and_arteries(
    tmp_path: Path, region: str, ball: str
) -> None:
    words = said(tmp_path, changed(("zones", "mine"), zone(region, ["thumb", ball], ["seated"])))
    assert f'found "{ball}"' in words


@every("region", [*NO_BALL, "hand", "foot"])
@every("position", ["lying-on-balls", "seated-ball"])
def test_no_position_on_a_ball_where_no_ball_may_be(
    tmp_path: Path, region: str, position: str
) -> None:
    words = said(tmp_path, changed(("zones", "mine"), zone(region, ["thumb"], [position])))
    assert f'found "{position}"' in words


def test_a_point_that_is_coached_is_pressed_with_a_hand_or_its_own_tools(tmp_path: Path) -> None:
    for code in ("BL23", "BL52", "LI4", "GB30"):
        coached = SHIPPED.point(code)
        gear = [each for each in SHIPPED.ids("tools") if tool(SHIPPED, each).gear]
        foreign = [
            each for each in gear if each not in coached.tools and not tool(SHIPPED, each).furniture
        ]
        for each in foreign:
            place = point(code, ["thumb", each], [coached.positions[0]], hold=dose(20))
            assert f'found "{each}"' in said(tmp_path, changed(("points", "mine"), place)), code


def test_a_movement_is_no_hold_on_the_balls_by_another_name(tmp_path: Path) -> None:
    step = {"title": "Rest", "position": "lying-on-balls", "exercise": 3600, "text": "Breathe."}
    step["tools"] = ["tennis-balls"]
    words = said(tmp_path, changed(("routines", "physio", "steps", 0), step))
    assert 'found "lying-on-balls". It should be a position without a ball' in words
    assert 'found "tennis-balls". It should be nothing to press with' in words


def test_a_key_beside_the_ways_of_a_step_is_refused(tmp_path: Path) -> None:
    for key, value in (("setup", "Sit."), ("text", "Rock."), ("tools", []), ("warn", [])):
        way = {"position": "seated", "exercise": 5, "text": "Rock."}
        step = {"title": "Move", key: value, "ways": [way]}
        words = said(tmp_path, changed(("routines", "physio", "steps", 0), step))
        assert "a key beside ways" in words, key


@every("region", REGIONS)
def test_an_own_zone_has_the_cautions_of_its_region_before_its_own(
    tmp_path: Path, region: str
) -> None:
    limits = region_limits(SHIPPED, region)
    if limits.closed or limits.needs_at:
        return
    place = zone(region, ["thumb"], ["seated"], hold=dose(limits.cap), care=["pain-worse-stop"])
    catalogue = with_own(tmp_path, changed(("zones", "mine"), place))
    assert catalogue.point("mine").care == (*limits.care, "pain-worse-stop")
    assert limits.care


@pytest.mark.parametrize("at", ["BL10", "GB20", "GB12", "EX-HN15", "EX-HN-ANMIAN", "EX-HN14"])
def test_an_own_place_in_the_neck_warns_of_the_neck_and_of_dizziness(
    tmp_path: Path, at: str
) -> None:
    neck = point(at, ["fingertips"], ["seated"])
    content = with_routine_of({"neck": neck}, {"points": ["neck"], "seconds": 20})
    content["points"] = content.pop("zones")
    catalogue = with_own(tmp_path, content)
    assert "dizzy-stop" in catalogue.point("neck").care
    assert {"neck-gentle", "behind-ear"} & set(catalogue.point("neck").care)
    warnings = {each.id for each in planned(catalogue, "mine").warnings}
    assert set(catalogue.point("neck").care) <= warnings
    spoken = " ".join(each.text for each in planned(catalogue, "mine").course.phases)
    assert catalogue.point("neck").spoken
    assert catalogue.point("neck").spoken in spoken
    assert {"neck-instability", "spine-injury"} <= set(catalogue.point("neck").avoid)


def test_an_own_routine_over_a_shipped_point_warns_of_it_too(tmp_path: Path) -> None:
    press = {"points": ["BL10"], "seconds": 20}
    step = {"title": "Neck", "position": "seated", "presses": [press]}
    catalogue = with_own(tmp_path, changed(("routines", "physio", "steps"), [step]))
    warnings = {each.id for each in planned(catalogue, "physio").warnings}
    assert {"neck-gentle", "dizzy-stop"} <= warnings


@pytest.mark.parametrize("at", ["LI3", "ST36", "SI13", "GB20", "CV12"])
def test_a_point_without_a_time_is_left_out_with_whatever_touches_its_region(
    tmp_path: Path, at: str
) -> None:
    place = point(at, ["thumb"], ["seated"], hold=dose(20))
    catalogue = with_own(tmp_path, changed(("points", "mine"), place))
    region = SHIPPED.point(at).region
    for other in SHIPPED.points():
        if other.region == region and other.is_coached:
            assert set(other.avoid) <= set(catalogue.point("mine").avoid)


def test_an_own_routine_cannot_take_the_longer_cap_of_a_trial(tmp_path: Path) -> None:
    anmian = point("EX-HN-ANMIAN", ["fingertips"], ["seated"], hold=dose(180))
    assert "at most 30 seconds" in said(tmp_path, changed(("points", "mine"), anmian))
    for key, value in (
        ("cap", 180),
        ("per_day", 3),
        ("sources", ["murphy-2019"]),
    ):
        press = {"points": ["LI4"], "seconds": 60, key: value}
        path = ("routines", "relaxing", "steps")
        steps = [{"title": "Long", "position": "seated", "presses": [press]}]
        content = changed(path, steps) | {}
        content["routines"]["relaxing"] |= {"title": "Mine", "summary": "Mine."}
        assert "an unknown key" in said(tmp_path, content), key


# Typed anew, by what lies there. What is not here may be pressed, within the limits of its region.
NEVER = {
    "windpipe": "CV22 CV23",
    "blood vessels of the neck": "ST9 ST10 ST11 ST12 LI17 LI18 SI16 SI17 TE16",
    "artery": "ST5 ST30 ST42 SP11 HT1 LR10 LU8 LU9 TE22",
    "spine": (
        "GV2 GV3 GV4 GV5 GV6 GV7 GV8 GV9 GV10 GV11 GV12 GV13 GV14 GV15 GV16 EX-B5 EX-B8 EX-B9"
    ),
    "eye": "ST1 BL1 EX-HN4",
    "lymph": "SP12 SP21 ST17 ST18 GB22 LR11 LR12 TE17",
    "private parts": "CV1 GV1",
    "navel": "CV8",
}


@every("at", SHIPPED.ids("points"))
def test_each_point_is_refused_for_its_true_reason_or_may_be_pressed(
    tmp_path: Path, at: str
) -> None:
    reasons = [words for words, codes in NEVER.items() if at in codes.split()]
    place = point(at, ["fingertips"], ["seated"], hold=dose(20))
    faults = check(tmp_path, {"schema": 1, "points": {"mine": place}}).faults
    keys = {each.fault.path[2] for each in faults}
    banned = [ban(SHIPPED, each).reason for each in bans_on(SHIPPED, at)]
    if not reasons:
        assert not banned
        assert not faults
        return
    assert len(banned) == 1
    assert reasons[0] in banned[0]
    assert keys <= {"at", "region"}
    assert f"nobody presses this one, as {banned[0]}" in str(faults[0]) or "region" in keys
    assert any(banned[0] in str(each) for each in faults)


def test_the_card_of_an_own_place_at_bl23_cannot_say_to_strike_what_is_never_struck(
    tmp_path: Path,
) -> None:
    place = point("BL23", ["both-hands"], ["seated"], press="Strike with both fists, hard.")
    words = said(tmp_path, changed(("points", "mine"), place))
    assert 'press: found "strike"' in words
    assert 'press: found "fists"' in words
    assert 'press: found "hard"' in words
    for code in (*SHIPPED.ids("points"), *SHIPPED.ids("zones")):
        shipped = SHIPPED.point(code)
        assert "fist" not in shipped.press
        assert not {"tap", "strike", "pound"} & set(shipped.press.lower().split())


def test_the_good_file_and_its_waist_edge_fit_the_limits(tmp_path: Path) -> None:
    assert said(tmp_path, GOOD) == ""
