"""On one side, by a helper, in bed: every plan keeps to what the person answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from presspoint.catalogue.places import EVERY_SIDE, OTHER_SIDE, Point
from presspoint.catalogue.positions import position, tool
from presspoint.catalogue.routines import routine, routines
from presspoint.planning.course import speaking_seconds
from presspoint.planning.plan import Plan, build
from presspoint.planning.suitability import every_answer
from presspoint.planning.variants import variant
from presspoint.safety.answers import BodyPlace, ConditionAnswer, Flags, Rest
from presspoint.safety.profile import Profile
from presspoint.safety.screening import NOBODY, screen
from presspoint.storage.catalogue_file import load
from support.cases import every
from support.plans import telling

CATALOGUE = load()
ROUTINES = tuple(CATALOGUE.table("routines"))
CONDITIONS = tuple(CATALOGUE.table("conditions"))
TODAY = date(2026, 11, 21)
HELPED = {"helper": "yes"}
VARIANTS = ({"side": "left"}, {"side": "right"}, HELPED, {**HELPED, "side": "left"})
# Whom no helper presses, whatever a clinician says.
NO_HELPER = {
    "pregnancy",
    "osteoporosis",
    "blood-thinners",
    "cancer",
    "spine-injury",
    "reduced-sensation",
    "strong-painkillers",
    "under-18",
    "recent-surgery",
    "implants-or-lines",
    "clot-history",
    # Ours: lying on the front, or a hand on the back, may harm.
    *("after-birth", "aneurysm", "abdominal-condition", "recent-meal", "neck-instability"),
    *("swollen-legs", "joint-replaced", "broken-bone", "thin-skin", "long-term-steroids"),
    *("inflammatory-disease", "lymphoedema", "no-floor", "checked-legs", "checked-waist"),
}
PLACES = (*CATALOGUE.points(), *CATALOGUE.zones())
FOR_HELPERS = {"BL23", "BL52", "paraspinal-upper-knots", "under-shoulder-blade", "mid-back-bands"}


def plans(
    name: str, choices: dict[str, str], flags: Flags | None = None, profile: Profile = NOBODY
) -> Iterator[Plan]:
    """Yield the plans of a routine in a variant, for every answer of its choices."""
    chosen = variant(CATALOGUE, routine(CATALOGUE, name), choices)
    screening = screen(CATALOGUE, chosen, flags or Flags(), profile, TODAY)
    for answers in every_answer(CATALOGUE, chosen):
        yield build(CATALOGUE, chosen, {**answers, **choices}, screening)


def places_of(plan: Plan) -> Iterator[tuple[Point, str | None]]:
    """Yield every place that a plan presses, with its side."""
    for turn in plan.course.turns:
        for code in (*turn.points, *turn.zones):
            yield CATALOGUE.point(code), turn.side


@every("name", ROUTINES)
@pytest.mark.parametrize("side", ["left", "right"])
def test_one_side_is_the_whole_routine_without_the_holds_of_the_other(name: str, side: str) -> None:
    for whole, plan in zip(plans(name, {}), plans(name, {"side": side}), strict=True):
        other = OTHER_SIDE[side]
        kept = [(place.code, at) for place, at in places_of(whole) if at != other]
        opposite = "LI4" if name == "lower-back-legs" else ""
        wanted = [(code, other if code == opposite else at) for code, at in kept]
        assert [(place.code, at) for place, at in places_of(plan)] == wanted
        assert plan.course.total_seconds < whole.course.total_seconds or wanted == kept
        assert {"left": "Left", "right": "Right"}[side] + " side only." in plan.course.phases[
            0
        ].text


def test_the_opposite_hand_of_a_source_is_said() -> None:
    (plan,) = plans("lower-back-legs", {"side": "left"})
    (turn,) = (turn for turn in plan.course.turns if turn.points == ("LI4",))
    assert turn.side == "right"
    assert "For pain on one side, press the other hand: your right one." in turn.instruction
    (plan,) = plans("lower-back-legs", {"side": "left"}, telling("pregnancy"))
    assert not plan.course.phases
    bruised = ConditionAnswer("bruised-skin", TODAY, (BodyPlace("", "hand"),))
    (plan,) = plans("lower-back-legs", {"side": "left"}, Flags(conditions=(bruised,)))
    assert ("LI11", "left") in {(place.code, side) for place, side in places_of(plan)}


def test_what_rests_on_the_side_is_not_done_on_the_other() -> None:
    resting = Profile(rests=(Rest("BL40", date(2026, 12, 1), "", side="left"),))
    for plan in plans("back-of-the-knees", {"side": "left"}, profile=resting):
        assert not plan.course.phases
    for plan in plans("lower-back", {"side": "right"}, profile=resting):
        assert "left" not in {side for _, side in places_of(plan)}
        assert "Left out" not in plan.course.phases[0].text  # nothing that was to be pressed


def test_nobody_lies_on_one_ball() -> None:
    for name in ROUTINES:
        for plan in plans(name, {"side": "left"}):
            on_balls = (turn for turn in plan.course.turns if turn.posture.under_both_sides)
            assert {turn.side for turn in on_balls} <= {"both"}


@every("condition", CONDITIONS)
@pytest.mark.parametrize("choices", VARIANTS)
@pytest.mark.long
def test_no_variant_presses_what_a_condition_leaves_out(
    condition: str, choices: dict[str, str]
) -> None:
    flags = telling(condition, provider_agreed=True)
    for name in ROUTINES:
        for plan in plans(name, choices, flags):
            limits = plan.screening.limits
            ways = [step.way for step in plan.steps if step.way]
            assert not (condition in NO_HELPER and choices.get("helper") and plan.course.phases)
            for place, at in places_of(plan):
                assert condition not in place.avoid
                (side,) = (each for each in EVERY_SIDE if each == at)
                assert not all(limits.exclusion(place, side, way) for way in ways)
            for turn in plan.course.turns:
                assert turn.seconds <= turn.cap or not turn.is_hold
                assert not limits.cap or turn.cap <= limits.cap


@every("name", ROUTINES)
def test_a_helper_presses_only_marked_places_with_thumbs_or_palms(name: str) -> None:
    for plan in plans(name, HELPED):
        assert {place.code for place, _ in places_of(plan)} <= FOR_HELPERS
        for turn in plan.course.turns:
            assert turn.is_hold
            assert turn.position == "helped-front"
            assert "more or less?" in turn.begin
            for code in (*turn.points, *turn.zones):
                place = CATALOGUE.point(code).in_position(turn.position)
                assert set(place.tools) <= {"thumb", "palm"}
                assert turn.cap <= (place.hold.cap if place.hold else 0)
        if plan.course.phases:
            assert "when they say stop, let go slowly" in plan.course.phases[0].text
            words = " ".join(each.text for each in plan.course.phases)
            assert "never the spine or the neck" in words
            assert "ball" not in words
            assert "weight of your arms at most" in words


@every("name", ROUTINES)
def test_what_a_helped_person_hears_never_asks_them_to_press(name: str) -> None:
    for person, kind in ((None, "stop-rule-helped"), (telling("hypertension"), "-helped-soft")):
        agreed = person and person._replace(provider_agreed=True)
        for plan in plans(name, HELPED, agreed):
            if plan.course.phases:
                assert plan.stop_rule.endswith(kind)
                rule = CATALOGUE.text(plan.stop_rule)
                assert rule.endswith("Sharp, burning, numb or spreading: say stop.")
                assert speaking_seconds(rule) <= speaking_seconds(CATALOGUE.text("stop-rule"))
                assert "you press" not in plan.course.phases[0].text
                assert "Breathe out as the helper presses" in plan.course.phases[0].text
    for plan in plans(name, {}):
        if plan.course.phases:
            assert "helped" not in plan.stop_rule
            assert "Breathe out as you press." in plan.course.phases[0].text


def test_only_places_on_the_back_are_marked_for_a_helper() -> None:
    helped = {name for name in CATALOGUE.ids("positions") if position(CATALOGUE, name).helper}
    marked = {
        place.code
        for place in PLACES
        if any(helped.intersection(each.positions) for each in place.manners)
    }
    assert marked == FOR_HELPERS
    for place in PLACES:
        assert helped.isdisjoint(place.positions)
    for each in routines(CATALOGUE):
        assert helped.isdisjoint(way.position for step in each.steps for way in step.ways)


def test_in_bed_only_hands_press() -> None:
    bed = {name for name in CATALOGUE.ids("positions") if "bed" in name}
    assert bed == {"in-bed", "bed-edge"}
    for place in PLACES:
        for name in bed.intersection(place.positions):
            assert not any(tool(CATALOGUE, each).gear for each in place.in_position(name).tools)
    for each in routines(CATALOGUE):
        ways = (way for step in each.steps for way in step.ways if way.position in bed)
        assert not any(tool(CATALOGUE, name).gear for way in ways for name in way.tools)


@every("place", [each for each in PLACES if each.manners])
def test_a_manner_says_all_that_pressing_needs_and_names_its_sources(place: Point) -> None:
    for manner in place.manners:
        assert all((manner.find, manner.press, manner.begin, manner.tools, manner.sources))
        assert set(manner.sources) <= set(CATALOGUE.ids("sources"))
        assert set(manner.tools) <= set(CATALOGUE.ids("tools"))
        for name in manner.positions:
            told = place.in_position(name)
            assert (told.find, told.press, told.tools) == (manner.find, manner.press, manner.tools)
            assert (told.avoid, told.hold, told.spoken) == (place.avoid, place.hold, place.spoken)
            assert position(CATALOGUE, name).helper or name in place.positions


def test_every_coached_place_can_be_pressed_in_some_position_that_is_known() -> None:
    for place in PLACES:
        if place.hold and place.is_coached:
            assert place.positions
            assert set(place.positions) <= set(CATALOGUE.ids("positions"))


def test_another_warm_up_is_done_where_it_is_asked_for_and_allowed() -> None:
    cat_cow = {"warm-up": "cat-cow"}
    first = [plan.course.turns[0].position for plan in plans("lower-back", cat_cow)]
    assert set(first) == {"all-fours", "lying-back"}  # lying where the upper back is pressed too
    for plan in plans("lower-back", cat_cow):
        assert 540 <= plan.course.total_seconds <= 660
    (plan,) = plans("stiffness", {"warm-up": "tilt"})
    assert plan.course.turns[0].position == "lying-back"
    for plan in plans("lower-back", cat_cow, telling("joint-replaced")):
        assert plan.course.turns[0].position == "lying-back"
    for name in ("lower-back-in-bed", "upper-back", "desk"):
        for plan, whole in zip(plans(name, cat_cow), plans(name, {}), strict=True):
            assert plan.course.turns == whole.course.turns
