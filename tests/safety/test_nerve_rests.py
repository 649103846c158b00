"""Numb or spreading: the whole limb rests, nothing stands in, and nothing plays unanswered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from presspoint.catalogue.pain_answers import Feeling, nerve_areas, pain_answers
from presspoint.catalogue.routines import routine
from presspoint.errors import PresspointError
from presspoint.planning.plan import Plan, build
from presspoint.planning.refusal import refusal
from presspoint.safety.answers import BodySide, ConditionAnswer, Flags, Rest
from presspoint.safety.profile import Profile
from presspoint.safety.screening import screen
from presspoint.safety.tables.profile import read_profile_table, to_table
from presspoint.storage.catalogue_file import load
from support.cases import every
from support.plans import every_choice

CATALOGUE = load()
TODAY = date(2026, 11, 21)
UNTIL = TODAY + timedelta(days=14)
LEG = {"hip", "thigh", "knee", "lower-leg", "ankle", "foot"}
ARM = {"shoulder", "armpit", "upper-arm", "elbow", "forearm", "wrist", "hand"}
ROUTINES = CATALOGUE.ids("routines")


def after(
    code: str, side: BodySide | None = None, answer: Feeling = Feeling.NUMB, *, back: bool = True
) -> Profile:
    """A profile after a nerve sign at a place."""
    rest = Rest(code, UNTIL, "", answer, side or "", TODAY if back else None)
    return Profile(rests=(rest,))


def plans(name: str, profile: Profile, flags: Flags | None = None) -> list[Plan]:
    wanted = routine(CATALOGUE, name)
    screening = screen(CATALOGUE, wanted, flags or Flags(), profile, TODAY)
    return [build(CATALOGUE, wanted, each, screening) for each in every_choice(CATALOGUE, wanted)]


def pressed(plan: Plan) -> set[tuple[str, str | None]]:
    """The regions that a plan presses, with the side."""
    return {
        (CATALOGUE.point(code).region, turn.side)
        for turn in plan.course.turns
        for code in (*turn.points, *turn.zones)
    }


@every("answer", [Feeling.NUMB, Feeling.SPREADING])
@every(("code", "limb"), [("BL40", LEG), ("KI3", LEG), ("LI4", ARM)])
@every("name", ROUTINES)
def test_a_numb_place_rests_its_whole_limb_on_that_side_in_every_routine(
    name: str, code: str, limb: set[str], answer: Feeling
) -> None:
    for plan in plans(name, after(code, "left", answer)):
        assert not {(region, side) for region, side in pressed(plan) if region in limb} - {
            (region, "right") for region in limb
        }
    for plan in plans(name, after(code, answer=answer)):
        assert not {region for region, _ in pressed(plan)} & limb


@every("code", ["BL23", "BL53", "GB30", "paraspinal-upper-knots"])
@every("name", ROUTINES)
def test_at_back_or_hip_both_legs_rest_and_the_balls(name: str, code: str) -> None:
    for plan in plans(name, after(code, "left")):
        assert not {region for region, _ in pressed(plan)} & (LEG | {CATALOGUE.point(code).region})
        assert "lying-on-balls" not in {turn.position for turn in plan.course.turns}
        assert not any("ball" in gear for turn in plan.course.turns for gear in turn.gear)


@every("code", ["GB20", "GB21", "KI27"])
@every("name", ROUTINES)
def test_at_neck_shoulder_or_chest_both_arms_rest_and_the_neck(name: str, code: str) -> None:
    for plan in plans(name, after(code, "right")):
        assert not {region for region, _ in pressed(plan)} & (ARM | {"neck"})


@pytest.mark.parametrize("code", ["EX-HN3", "CV6"])
def test_elsewhere_the_region_rests_alone(code: str) -> None:
    region = CATALOGUE.point(code).region
    for name in ROUTINES:
        for plan in plans(name, after(code)):
            assert region not in {each for each, _ in pressed(plan)}
    (plan,) = plans("foot-ball", after(code))
    assert plan.course.phases


def test_nothing_stands_in_for_a_numb_place() -> None:
    for plan in plans("lower-back", after("BL40")):
        assert not plan.steps_done_otherwise
        assert not any(step.instead for step in plan.steps)
        assert "GB30" not in {code for turn in plan.course.turns for code in turn.points}
    for name in ROUTINES:
        for code in ("BL40", "LI4", "BL23", "GB21"):
            for plan in plans(name, after(code)):
                assert not plan.steps_done_otherwise, (name, code)


def test_a_movement_that_strains_what_rests_is_out() -> None:
    for plan in plans("lower-back", after("BL40", "left")):
        assert "exercise" not in {phase.kind for phase in plan.course.phases}
    for plan in plans("lower-back", after("LI4", "left")):
        assert "exercise" in {phase.kind for phase in plan.course.phases}


def test_a_sign_in_a_movement_rests_what_the_movement_strains() -> None:
    for plan in plans("lower-back", after("lower-back")):
        assert not {region for region, _ in pressed(plan)} & (LEG | {"lower-back"})


def test_a_place_that_no_file_has_may_be_anywhere() -> None:
    for name in ROUTINES:
        for plan in plans(name, after("my-knee", "left")):
            assert not {region for region, _ in pressed(plan)} & (LEG | ARM | {"neck"})


@every(
    "flags",
    [Flags(), Flags(provider_agreed=True), Flags(again_today=True)],
)
@every("days", [14, 0, -400])
@every("name", ROUTINES)
def test_nothing_plays_before_it_is_answered_whether_the_feeling_is_back(
    name: str, days: int, flags: Flags
) -> None:
    rest = Rest("BL40", TODAY + timedelta(days=days), "", Feeling.NUMB)
    profile = Profile(rests=(rest,), conditions=(ConditionAnswer("hypertension", TODAY),))
    for plan in plans(name, profile, flags):
        assert plan.course.phases == ()
        assert plan.warnings[0].id == "feeling-unknown"
        assert plan.screening.whom == (), "nobody is asked for a word that would not help"
        assert "presspoint check" in refusal(plan, profile)


def test_an_answer_of_a_day_to_come_is_none() -> None:
    profile = Profile(rests=(Rest("BL40", UNTIL, "", Feeling.NUMB, "", UNTIL),))
    assert not any(plan.course.phases for plan in plans("lower-back", profile))


def test_once_the_feeling_is_back_it_rests_out_its_days_and_no_longer() -> None:
    profile = after("BL40", back=False).with_feeling_back(["BL40"], TODAY)
    assert profile.rests_to_ask_about(TODAY) == ()
    assert profile.rests_on(UNTIL - timedelta(days=1)) == profile.rests
    assert profile.rests_on(UNTIL) == ()


@pytest.mark.parametrize(
    ("because", "answer"),
    [
        ("it went numb", Feeling.NUMB),
        ("the pain spread", Feeling.SPREADING),
        ("it felt sharp", Feeling.SHARP),
        ("it was sore", Feeling.SORE),
        ("it hurt", None),
        ("bruised", None),
    ],
)
def test_the_sentences_of_0_1_0_are_read_as_their_answers(
    because: str, answer: Feeling | None
) -> None:
    table = {"rests": {"BL40": {"until": UNTIL, "because": because}}}
    (rest,) = read_profile_table(table, "x", CATALOGUE).rests
    assert (rest.answer, rest.because) == (answer, because)
    (again,) = read_profile_table(to_table(Profile(rests=(rest,))), "x", CATALOGUE).rests
    assert again == rest


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("answer", "nice", 'found "nice". It should be "sharp", "numb", "spreading" or "sore"'),
        ("answer", 2, "found 2"),
        ("side", "both", 'found "both". It should be "left" or "right"'),
        ("feeling_back", True, "found true. It should be a date"),
    ],
)
def test_a_rest_that_is_not_understood_is_refused(key: str, value: object, found: str) -> None:
    table = {"rests": {"BL40": {"until": UNTIL, key: value}}}
    with pytest.raises(PresspointError, match=found):
        read_profile_table(table, "x", CATALOGUE)


def test_a_later_rest_never_makes_an_earlier_one_smaller() -> None:
    numb = Rest("BL40", UNTIL, "it went numb", Feeling.NUMB, "left", TODAY)
    sore = Rest("BL40", TODAY + timedelta(days=2), "it was sore", Feeling.SORE)
    (joined,) = Profile(rests=(numb,)).with_rests([sore]).rests
    assert joined == numb._replace(side="")
    (joined,) = Profile(rests=(sore,)).with_rests([numb._replace(until=TODAY)]).rests
    assert joined == numb._replace(side="", until=sore.until)
    (anew,) = Profile(rests=(numb,)).with_rests([numb._replace(feeling_back=None)]).rests
    assert anew.is_unanswered(TODAY)


def test_two_rests_of_one_point_leave_out_what_either_does() -> None:
    rests = (Rest("SI3", UNTIL, "", Feeling.SORE), Rest("SI3", UNTIL, "", Feeling.SORE, "left"))
    for profile in (Profile(rests=rests), Profile(rests=rests[::-1])):
        for plan in plans("upper-back", profile):
            assert "SI3" not in {code for turn in plan.course.turns for code in turn.points}


def test_every_region_of_a_nerve_area_is_a_region_and_no_region_is_in_two() -> None:
    regions = set(CATALOGUE.ids("regions"))
    areas = list(nerve_areas(CATALOGUE))
    where = [each for area in areas for each in area.where]
    assert len(where) == len(set(where))
    for area in areas:
        assert {*area.where, *area.rests} <= regions
        assert set(area.positions) <= set(CATALOGUE.ids("positions"))
        assert set(area.tools) <= set(CATALOGUE.ids("tools"))


def test_the_answers_that_may_come_from_a_nerve_end_the_session_and_are_asked_about_again() -> None:
    answers = pain_answers(CATALOGUE).answers
    assert [each.feeling for each in answers] == list(Feeling)
    for each in answers:
        assert each.ends == bool(each.ask_again) == each.feeling.is_nerve_sign
        assert each.because in each.saved_as
