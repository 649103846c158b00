"""What may not be pressed is not pressed, whatever was chosen and confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from plans import every_choice, planned, telling, with_routine

from presspoint.catalogue import Catalogue
from presspoint.exclusions import span
from presspoint.plan import Plan, build
from presspoint.routines import routine, routines
from presspoint.safety import LEVELS, Flags, red_flags
from presspoint.screening import screen
from presspoint.storage.catalogue_file import load

CATALOGUE = load()
ROUTINES = tuple(CATALOGUE.table("routines"))
CONDITIONS = tuple(CATALOGUE.table("conditions"))
GATES = {
    "pregnancy", "hypertension", "osteoporosis", "recent-surgery", "serious-condition",
    "blood-thinners", "spine-injury", "cancer", "under-18",
    # section C of the facts, "see a clinician soon"
    "first-pain-age", "long-term-steroids", "substance-use", "not-improving", "several-places",
    "inflammatory-disease",
}  # fmt: skip
POSTPONED = {"fever", "alcohol"}
SOURCES = frozenset(CATALOGUE.table("sources"))


def numbered(meridian: str, first: int, last: int) -> set[str]:
    return {f"{meridian}{number}" for number in range(first, last + 1)}


# product.md, safety 4: the seeds' list, section E of the facts, and the whole leg (its C2).
NEVER_IN_PREGNANCY = {
    *{"LI4", "SP6", "BL60", "BL67", "GB21", "LU7", "BL53", "ST12", "EX-CA1", "EX-B8"},
    *{"CV9", "CV10", "CV12"},
    *numbered("CV", 1, 7),
    *numbered("BL", 27, 34),
    *numbered("ST", 25, 30),
    *numbered("KI", 11, 16),
    *numbered("SP", 12, 14),
    *numbered("BL", 36, 40),
    *numbered("BL", 55, 67),
    *numbered("GB", 30, 44),
    *numbered("ST", 31, 45),
    *numbered("SP", 1, 11),
    *numbered("KI", 1, 10),
    *numbered("LR", 1, 11),
    *{f"EX-LE{number}" for number in range(1, 13)},
}
LEG_REGIONS = {"hip", "thigh", "knee", "lower-leg", "ankle", "foot"}


def every_plan(name: str, conditions: tuple[str, ...]) -> Iterator[Plan]:
    """Yield the plans of a routine for all choices, all gates answered."""
    profile = telling(*conditions, provider_agreed=True)
    wanted = routine(CATALOGUE, name)
    screening = screen(CATALOGUE, wanted, profile)
    for choices in every_choice(CATALOGUE, wanted):
        yield build(CATALOGUE, wanted, choices, screening)


def excluded(condition: str, code: str) -> bool:
    """Whether the tables, read without the program's help, leave a place out."""
    kind = "points" if code in CATALOGUE.table("points") else "zones"
    place, table = CATALOGUE.table(kind)[code], CATALOGUE.table("conditions")[condition]
    codes = {each for group in table["points"] for each in span(group)}
    return code in codes or place["region"] in table["regions"] or condition in place["avoid"]


@pytest.mark.parametrize("name", ROUTINES)
def test_each_red_flag_stops_every_routine_and_nothing_plays_it_anyway(name: str) -> None:
    for flag in CATALOGUE.table("red_flags"):
        profile = Flags(red_flags=(flag,), provider_agreed=True)
        plan = planned(CATALOGUE, name, {}, profile)
        assert plan.phases == ()
        assert plan.turns == ()
        assert plan.warnings[0].id == flag


def test_the_gates_of_the_catalogue_are_those_of_the_product() -> None:
    assert {name for name in CONDITIONS if CATALOGUE.table("conditions")[name]["gate"]} == GATES


@pytest.mark.parametrize("name", ROUTINES)
def test_each_gate_asks_before_anything_plays(name: str) -> None:
    for condition in CONDITIONS:
        screening = screen(CATALOGUE, routine(CATALOGUE, name), telling(condition))
        assert screening.may_play == (condition not in GATES | POSTPONED)
        if condition in GATES:
            plan = planned(CATALOGUE, name, {}, telling(condition))
            assert plan.phases == ()
            assert screening.unanswered[0].ask


@pytest.mark.parametrize("name", ROUTINES)
def test_on_a_day_of_rest_nothing_plays_whoever_agreed(name: str) -> None:
    for condition in POSTPONED:
        profile = telling(condition, provider_agreed=True)
        plan = planned(CATALOGUE, name, {}, profile)
        assert plan.phases == ()
        assert condition in [each.id for each in plan.warnings]


def test_a_condition_shortens_each_hold_and_says_how_to_press_more_softly() -> None:
    profile = telling("under-18", provider_agreed=True)
    plan = planned(CATALOGUE, "chronic-daily", {}, profile)
    assert {turn.seconds for turn in plan.turns if turn.is_hold} == {30}
    assert plan.gentle == ("Only half as hard as feels right.",)


@pytest.mark.parametrize("name", ROUTINES)
def test_no_plan_presses_or_sets_up_what_one_or_two_conditions_exclude(name: str) -> None:
    told = [(), *combinations(CONDITIONS, 1), *combinations(CONDITIONS, 2)]
    for conditions in told:
        for plan in every_plan(name, conditions):
            check(plan, conditions)


def check(plan: Plan, conditions: tuple[str, ...]) -> None:
    pressed = {code for turn in plan.turns for code in (*turn.points, *turn.zones)}
    for condition in conditions:
        table = CATALOGUE.table("conditions")[condition]
        assert not [code for code in pressed if excluded(condition, code)], condition
        assert set(plan.positions).isdisjoint(table["positions"]), condition
        assert set(plan.tools).isdisjoint(table["tools"]), condition
        assert all(turn.seconds <= turn.cap for turn in plan.turns if turn.is_hold)
        assert all(turn.cap <= table.get("cap", 180) for turn in plan.turns), condition
        assert not (table["postpone"] and plan.phases)
    out = {each.code for each in plan.left_out}
    assert pressed.isdisjoint(out)
    assert all(each.reason and each.sources for each in plan.left_out)
    assert {name for each in plan.left_out for name in each.sources} <= SOURCES
    assert out <= set(plan.routine.codes)
    assert out >= {
        code for code in plan.routine.codes for each in conditions if excluded(each, code)
    }
    assert {phase.turn for phase in plan.phases} == set(range(len(plan.turns)))


@pytest.mark.parametrize("name", ROUTINES)
def test_no_plan_for_a_pregnant_person_presses_the_block_list_the_leg_or_under_the_back(
    name: str,
) -> None:
    for other in (None, *CONDITIONS):
        conditions = tuple(dict.fromkeys(["pregnancy", other] if other else ["pregnancy"]))
        for plan in every_plan(name, conditions):
            for turn in plan.turns:
                assert NEVER_IN_PREGNANCY.isdisjoint(turn.points)
                places = (CATALOGUE.point(code) for code in (*turn.points, *turn.zones))
                assert {place.region for place in places}.isdisjoint(
                    LEG_REGIONS | {"abdomen", "sacrum"}
                )
                assert turn.position != "lying-on-balls"


@pytest.mark.parametrize(
    ("place", "condition"),
    [
        ({"region": "knee", "avoid": []}, {"regions": ["knee"]}),
        ({"region": "hand", "avoid": []}, {"points": ["XX1-XX3"]}),
        ({"region": "hand", "avoid": ["made-up"]}, {}),
    ],
)
def test_a_place_is_out_by_its_region_by_its_code_or_by_its_own_word(
    place: dict[str, object], condition: dict[str, object]
) -> None:
    conditions = {
        "made-up": {"title": "T", "gate": False, "text": "T", "reason": "R", "sources": []}
    }
    tables = {
        "points": {"XX2": {**CATALOGUE.table("points")["LI4"], "instead": [], **place}},
        "conditions": {"made-up": {**conditions["made-up"], **condition}},
    }
    step = {"title": "A", "position": "seated", "presses": [{"points": ["XX2"], "seconds": 30}]}
    catalogue = with_routine(CATALOGUE, [step], **tables)
    assert planned(catalogue, "test").phases
    plan = planned(catalogue, "test", {}, telling("made-up"))
    assert plan.phases == ()
    assert [(each.code, each.reason) for each in plan.left_out] == [("XX2", "R")]


def test_the_block_list_holds_for_points_that_no_routine_has_yet() -> None:
    listed = CATALOGUE.table("conditions")["pregnancy"]["points"]
    covered = {code for group in listed for code in span(group)}
    assert covered >= NEVER_IN_PREGNANCY


@pytest.mark.parametrize("condition", ["pregnancy", "clot-history"])
def test_the_whole_leg_is_out_of_every_plan(condition: str) -> None:
    for name in ROUTINES:
        for plan in every_plan(name, (condition,)):
            codes = [code for turn in plan.turns for code in (*turn.points, *turn.zones)]
            assert {CATALOGUE.point(code).region for code in codes}.isdisjoint(LEG_REGIONS)


def test_nothing_of_lower_back_is_played_in_pregnancy_whatever_is_chosen() -> None:
    plans = list(every_plan("lower-back", ("pregnancy",)))
    assert len(plans) == 12
    for plan in plans:
        assert plan.phases == ()
        assert plan.total_seconds == 0
        assert {each.code for each in plan.left_out} >= {"LI4", "BL23", "BL52", "BL40", "GB30"}


@pytest.mark.parametrize("name", ROUTINES)
def test_warnings_come_with_the_gravest_first(name: str) -> None:
    flags = tuple(CATALOGUE.table("red_flags"))
    wanted = routine(CATALOGUE, name)
    for told in ((), (flags[-1], flags[0]), flags[::-1]):
        for conditions in ((), *combinations(CONDITIONS, 1), CONDITIONS, CONDITIONS[::-1]):
            screening = screen(
                CATALOGUE, wanted, telling(*conditions, red_flags=told, provider_agreed=True)
            )
            for choices in every_choice(CATALOGUE, wanted):
                warnings = build(CATALOGUE, wanted, choices, screening).warnings
                levels = [LEVELS.index(each.level) for each in warnings]
                assert levels == sorted(levels), [(each.id, each.level) for each in warnings]


def test_red_flags_are_listed_emergencies_first_and_have_the_urgency_of_the_product(
    catalogue: Catalogue,
) -> None:
    found = red_flags(catalogue)
    levels = [LEVELS.index(flag.level) for _, flag in found]
    assert levels == sorted(levels)
    urgent = {name for name, flag in found if flag.level == "emergency"}
    today = {name for name, flag in found if flag.level == "same-day"}
    assert urgent >= {"trauma", "worsening-leg-neuro", "bladder-bowel"}
    assert today >= {"fever", "weight-loss", "cancer-history"}


def test_a_step_whose_way_is_out_takes_another_way_and_shows_the_warning_of_that_way(
    catalogue: Catalogue,
) -> None:
    profile = telling("blood-thinners", provider_agreed=True)
    plan = planned(catalogue, "simple", {"pain": "hip"}, profile)
    assert [turn.points for turn in plan.turns][-1] == ("BL40",)
    assert [step.title for step in plan.replaced] == ["Leg or hip"]
    assert "calf-swelling" in {each.id for each in plan.warnings}


def test_every_condition_is_told_once_for_every_routine(catalogue: Catalogue) -> None:
    for each in routines(catalogue):
        for condition in CONDITIONS:
            profile = telling(condition)
            warned = [warning.id for warning in screen(catalogue, each, profile).warnings]
            assert warned.count(condition) == 1


@pytest.mark.parametrize(
    ("codes", "meant"),
    [
        ("BL27-BL29", ("BL27", "BL28", "BL29")),
        ("BL27", ("BL27",)),
        ("EX-CA1", ("EX-CA1",)),
        ("BL27-GB29", ("BL27-GB29",)),
    ],
)
def test_a_range_of_codes_is_read_whole(codes: str, meant: tuple[str, ...]) -> None:
    assert span(codes) == meant
