"""Sides, places, rests, a day's number: what a screening leaves out, and what it puts there."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from own import GOOD, with_own
from plans import every_choice, telling, with_routine

from presspoint.catalogue import Catalogue
from presspoint.plan import Plan, build
from presspoint.profile import Profile, Rest, Told, Where
from presspoint.routines import routine
from presspoint.safety import Flags
from presspoint.screening import PRESSED_ON, screen
from presspoint.storage.catalogue_file import load

CATALOGUE = load()
ROUTINES = tuple(CATALOGUE.table("routines"))
TODAY = date(2026, 11, 21)
REGIONS = tuple(CATALOGUE.table("regions"))


def plans(
    name: str,
    flags: Flags | None = None,
    profile: Profile | None = None,
    catalogue: Catalogue = CATALOGUE,
) -> list[Plan]:
    """Return the plans of a routine for all choices."""
    wanted = routine(catalogue, name)
    screening = screen(catalogue, wanted, flags or Flags(), profile or Profile(), TODAY)
    return [
        build(catalogue, wanted, choices, screening) for choices in every_choice(catalogue, wanted)
    ]


def at(condition: str, *places: Where) -> Flags:
    """Return flags that tell a condition at places."""
    return Flags(conditions=(Told(condition, TODAY, places),), provider_agreed=True)


def pressed(plan: Plan) -> set[tuple[str, str | None]]:
    return {(code, turn.side) for turn in plan.turns for code in (*turn.points, *turn.zones)}


def rested(code: str, days: int = 3, because: str = "") -> Profile:
    return Profile(rests=(Rest(code, TODAY + timedelta(days=days), because),))


def test_a_condition_of_one_side_leaves_the_other_side_to_be_pressed() -> None:
    (plan,) = plans("back-of-the-knees", at("varicose-veins", Where("left")))
    assert {side for _, side in pressed(plan)} == {"right"}
    assert {(out.code, out.side) for out in plan.left_out} == {
        (code, "left") for code in plan.routine.codes
    }
    told = next(each for each in plan.warnings if each.id == "varicose-veins")
    assert told.text.startswith("Varicose veins (left). ")


def test_told_once_with_and_once_without_its_side_it_is_on_both() -> None:
    kept = Profile(conditions=(Told("varicose-veins", TODAY, (Where("left"),)),))
    for plan in plans("back-of-the-knees", telling("varicose-veins"), kept):
        assert plan.phases == ()


@pytest.mark.parametrize("name", ROUTINES)
def test_nothing_is_pressed_where_a_local_condition_is(name: str) -> None:
    for region in REGIONS:
        for side in ("", "left", "right"):
            for plan in plans(name, at("inflamed-skin", Where(side, region)))[:1]:
                for code, pressed_side in pressed(plan):
                    near = (
                        not side or pressed_side not in PRESSED_ON["each"] or pressed_side == side
                    )
                    assert not (CATALOGUE.point(code).region == region and near)
                for out in plan.left_out:
                    assert out.reason == "not pressed on or near sore skin"
                    assert out.sources


def test_both_sides_at_once_are_out_where_one_of_them_is() -> None:
    for plan in plans("lower-back", at("inflamed-skin", Where("left", "lower-back"))):
        assert not {"BL23", "BL52"} & {code for code, _ in pressed(plan)}


@pytest.mark.parametrize("name", ROUTINES)
def test_a_resting_place_is_in_no_phase(name: str) -> None:
    for code in routine(CATALOGUE, name).codes:
        for plan in plans(name, None, rested(code, because="bruised")):
            assert code not in {each for each, _ in pressed(plan)}
            out = next(each for each in plan.left_out if each.code == code)
            assert out == (code, "rests until Tuesday 24 November, bruised", ("told",), "")


def test_a_rest_ends_on_its_day() -> None:
    assert not plans("lower-back", None, rested("LI4", days=0))[0].left_out


def test_an_own_place_rests_with_the_point_it_is_at_and_the_point_with_it(tmp_path: Path) -> None:
    catalogue = with_own(tmp_path, GOOD)
    own = catalogue.point("shin")
    assert own.at
    for code in ("shin", own.at):
        for plan in plans("physio", None, rested(code), catalogue):
            assert not {"shin", own.at} & {each for each, _ in pressed(plan)}


def test_a_place_has_its_number_of_sessions_a_day_and_one_more_only_when_asked_for() -> None:
    for done, out in ((2, False), (3, True), (9, True)):
        for plan in plans("lower-back", Flags(done={"LI4": done})):
            assert ("LI4" in {each.code for each in plan.left_out}) is out
            assert ("LI4" in {code for code, _ in pressed(plan)}) is not out
    for plan in plans("lower-back", Flags(done={"LI4": 9}, again_today=True)):
        assert "LI4" in {code for code, _ in pressed(plan)}
    told = plans("lower-back", Flags(done={"LI4": 3}))[0].left_out[0]
    assert told.reason == "enough for today after 3 sessions"
    assert told.sources


def test_a_trials_dose_is_given_once_a_day() -> None:
    codes = routine(CATALOGUE, "relaxing").codes
    assert plans("relaxing")[0].phases
    assert not plans("relaxing", Flags(done=dict.fromkeys(codes, 1)))[0].phases


def test_insisting_on_another_session_passes_no_exclusion_and_no_cap() -> None:
    flags = telling("clot-history", again_today=True, done={"LI4": 9})
    for plan in plans("lower-back", flags, rested("LI4")):
        assert not {"LI4", "BL40", "GB30"} & {code for code, _ in pressed(plan)}
        assert all(turn.seconds <= turn.cap for turn in plan.turns if turn.is_hold)


def test_another_place_is_pressed_instead_of_one_that_is_only_resting() -> None:
    plan = plans("lower-back", None, rested("LI4"))[0]
    assert ("LI11", "left") in pressed(plan)
    assert [step.instead for step in plan.replaced] == [("LI11",)]
    held = [turn for turn in plan.turns if turn.points == ("LI11",)]
    dose = CATALOGUE.point("LI11").hold
    assert dose
    assert all(dose.seconds[0] <= turn.seconds <= dose.cap for turn in held)
    assert len(held) <= 2 * dose.repeats


def test_nothing_is_invented_for_a_pregnant_person() -> None:
    for plan in plans("lower-back", telling("pregnancy", provider_agreed=True)):
        assert not pressed(plan)


def test_another_place_passes_the_same_screening() -> None:
    both = Profile(rests=(*rested("LI4").rests, *rested("LI11").rests))
    plan = plans("lower-back", None, both)[0]
    assert not {"LI4", "LI11"} & {code for code, _ in pressed(plan)}
    assert plan.dropped


def test_one_place_stands_in_once() -> None:
    seated = {"position": "seated", "tools": ["thumb"]}
    steps = [
        {"title": title, **seated, "presses": [{"points": [code], "seconds": 20}]}
        for title, code in (("Side", "SI3"), ("Shoulder", "GB21"))
    ]
    catalogue = with_routine(CATALOGUE, steps)
    kept = Profile(rests=(*rested("SI3").rests, *rested("GB21").rests))
    (plan,) = plans("test", None, kept, catalogue)
    assert [step.instead for step in plan.replaced] == [("TE3",)]
    assert len(plan.dropped) == 1


def test_what_the_catalogue_puts_instead_is_coached_and_used_for_the_same() -> None:
    for point in CATALOGUE.points():
        for code in point.instead:
            other = CATALOGUE.point(code)
            assert other.coached
            assert set(point.helps) & set(other.helps)
            assert set(point.positions) & set(other.positions)


@pytest.mark.parametrize("found", ["emergency", "same-day"])
def test_after_a_check_that_found_a_sign_nothing_plays(found: str) -> None:
    stopped = Profile(checked=TODAY, found=found)
    for name in ROUTINES:
        for plan in plans(name, Flags(provider_agreed=True), stopped):
            assert plan.phases == ()
            assert (plan.warnings[0].id, plan.warnings[0].level) == ("check", found)
            assert "Saturday 21 November" in plan.warnings[0].text


def test_every_place_has_a_number_a_day() -> None:
    for kind in ("points", "zones"):
        for code, entry in CATALOGUE.table(kind).items():
            if "hold" in entry:
                assert 1 <= entry["hold"]["per_day"] <= 3, code
