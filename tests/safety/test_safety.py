"""What may not be pressed is not pressed, whatever was chosen and confirmed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations

import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.conditions import Condition
from presspoint.catalogue.exclusions import codes_of_range
from presspoint.catalogue.routines import routine, routines
from presspoint.catalogue.safety_warnings import red_flags
from presspoint.catalogue.tables import Catalogue, Kind
from presspoint.planning.briefing import briefing
from presspoint.planning.plan import Plan, build
from presspoint.safety.answers import BodyPlace, ConditionAnswer, Flags
from presspoint.safety.screening import screen
from presspoint.storage.catalogue_file import load
from support.cases import every
from support.plans import every_choice, planned, telling, with_routine

CATALOGUE = load()
ROUTINES = tuple(CATALOGUE.table("routines"))
CONDITIONS = tuple(CATALOGUE.table("conditions"))
GATES = {
    "pregnancy", "hypertension", "osteoporosis", "recent-surgery", "serious-condition",
    "blood-thinners", "spine-injury", "cancer", "under-18",
    # section C of the facts, "see a clinician soon"
    "first-pain-age", "long-term-steroids", "substance-use", "not-improving", "several-places",
    "inflammatory-disease",
    # product.md, safety 3, and section 2 of the review of 0.1.0
    "clot-history", "aneurysm", "nerve-or-disc", "after-birth", "epilepsy-or-stroke",
    "weak-immune-system",
    # what a doctor who looked at a warning sign knows about
    "checked-legs", "checked-waist", "checked-place", "checked-back",
}  # fmt: skip
POSTPONED = {"fever", "alcohol"}
SOURCES = frozenset(CATALOGUE.table("sources"))
MOVEMENTS = {
    way.text: way
    for each in routines(CATALOGUE)
    for step in each.steps
    for way in step.ways
    if way.exercise
}
SOFTER = CATALOGUE.text("softer")
BALLS = {"tennis-balls", "soft-ball", "massage-ball"}


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


@cache
def excluded(condition: str, code: str) -> bool:
    """Whether the tables, read without the program's help, leave a place out."""
    kind: Kind = "points" if code in CATALOGUE.table("points") else "zones"
    place, table = CATALOGUE.table(kind)[code], CATALOGUE.table("conditions")[condition]
    codes = {each for group in table["points"] for each in codes_of_range(group)}
    return code in codes or place["region"] in table["regions"] or condition in place["avoid"]


@every("name", ROUTINES)
def test_each_red_flag_stops_every_routine_and_nothing_plays_it_anyway(name: str) -> None:
    for flag in CATALOGUE.table("red_flags"):
        profile = Flags(red_flags=(flag,), provider_agreed=True)
        plan = planned(CATALOGUE, name, {}, profile)
        assert plan.course.phases == ()
        assert plan.course.turns == ()
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
            assert plan.course.phases == ()
            assert screening.open_gates[0].condition.ask


@every("name", ROUTINES)
def test_on_a_day_of_rest_nothing_plays_whoever_agreed(name: str) -> None:
    for condition in POSTPONED:
        profile = telling(condition, provider_agreed=True)
        plan = planned(CATALOGUE, name, {}, profile)
        assert plan.course.phases == ()
        assert condition in [each.id for each in plan.warnings]


def test_a_condition_shortens_each_hold_and_says_how_to_press_more_softly() -> None:
    profile = telling("under-18", provider_agreed=True)
    plan = planned(CATALOGUE, "chronic-daily", {}, profile)
    assert {turn.seconds for turn in plan.course.turns if turn.is_hold} == {30}
    assert plan.screening.limits.gentle == ("Press only half as hard as feels right.",)


@pytest.mark.parametrize("name", ROUTINES)
def test_no_plan_presses_or_sets_up_what_one_condition_excludes(name: str) -> None:
    for conditions in [(), *combinations(CONDITIONS, 1)]:
        for plan in every_plan(name, conditions):
            check(plan, conditions)


@pytest.mark.long
@pytest.mark.parametrize("name", ROUTINES)
def test_no_plan_presses_or_sets_up_what_two_conditions_exclude(name: str) -> None:
    combined = combinations(CONDITIONS, 2)
    for conditions in combined:
        for plan in every_plan(name, conditions):
            check(plan, conditions)


def check(plan: Plan, conditions: tuple[str, ...]) -> None:
    pressed = {code for turn in plan.course.turns for code in (*turn.points, *turn.zones)}
    for condition in conditions:
        table = CATALOGUE.table("conditions")[condition]
        assert not [code for code in pressed if excluded(condition, code)], condition
        assert set(plan.course.positions).isdisjoint(table["positions"]), condition
        assert set(plan.course.positions).isdisjoint(table.get("unplaced_positions", ())), condition
        assert not strained(plan) & {
            *table.get("strains", ()),
            *table.get("unplaced_regions", ()),
        }, condition
        assert set(plan.tools).isdisjoint(table["tools"]), condition
        assert all(turn.seconds <= turn.cap for turn in plan.course.turns if turn.is_hold)
        assert all(turn.cap <= table.get("cap", 180) for turn in plan.course.turns), condition
        assert not (table["postpone"] and plan.course.phases)
    out = {each.code for each in plan.screening.left_out}
    assert pressed.isdisjoint(out)
    assert all(each.reason and each.sources for each in plan.screening.left_out)
    assert {name for each in plan.screening.left_out for name in each.sources} <= SOURCES
    assert out <= set(plan.course.routine.codes)
    assert out >= {
        code for code in plan.course.routine.codes for each in conditions if excluded(each, code)
    }
    assert {phase.turn for phase in plan.course.phases} == set(range(len(plan.course.turns)))


def strained(plan: Plan) -> set[str]:
    """Return the regions that the plan's movements strain."""
    moves = (MOVEMENTS[turn.find] for turn in plan.course.turns if not turn.is_hold)
    return {region for way in moves for region in way.strains or ()}


def test_every_shipped_movement_says_what_it_strains_in_the_names_of_regions() -> None:
    assert len(MOVEMENTS) >= 4
    regions = set(CATALOGUE.table("regions"))
    for way in MOVEMENTS.values():
        assert way.strains
        assert set(way.strains) <= regions
    for condition in CONDITIONS:
        table = CATALOGUE.table("conditions")[condition]
        assert {*table.get("strains", ()), *table.get("unplaced_regions", ())} <= regions


@pytest.mark.parametrize(
    ("name", "step", "conditions"),
    [
        (
            "upper-back",
            "Slow neck turns",
            ("neck-instability", "spine-injury", "inflammatory-disease", "osteoporosis", "cancer"),
        ),
        ("stiffness", "Rounding the back", ("spine-injury", "osteoporosis", "recent-surgery")),
        ("heat-and-stretch", "Knees to the chest", ("abdominal-condition", "spine-injury")),
        ("lower-back", "Warm-up", ("spine-injury", "long-term-steroids")),
    ],
)
def test_a_movement_that_a_condition_spares_is_left_out_and_said_to_be_with_the_reason(
    name: str, step: str, conditions: tuple[str, ...]
) -> None:
    for condition in conditions:
        for plan in every_plan(name, (condition,)):
            assert step not in {turn.step_title for turn in plan.course.turns}
            title = CATALOGUE.table("conditions")[condition]["title"]
            why = f"not with {title[:1].lower()}{title[1:]}"
            said = list(briefing(CATALOGUE, plan))
            is_skipped = f'Skipping "{step}": {why}.' in said
            assert is_skipped or any(each.startswith("Its places are left out") for each in said)


@pytest.mark.parametrize("name", ROUTINES)
def test_no_plan_for_a_pregnant_person_presses_the_block_list_the_leg_or_under_the_back(
    name: str,
) -> None:
    for other in (None, *CONDITIONS):
        conditions = tuple(dict.fromkeys(["pregnancy", other] if other else ["pregnancy"]))
        for plan in every_plan(name, conditions):
            for turn in plan.course.turns:
                assert NEVER_IN_PREGNANCY.isdisjoint(turn.points)
                places = (CATALOGUE.point(code) for code in (*turn.points, *turn.zones))
                assert {place.region for place in places}.isdisjoint(
                    LEG_REGIONS | {"abdomen", "sacrum"}
                )
                assert turn.position not in {
                    "lying-on-balls",
                    "lying-back",
                    "in-bed",
                    "helped-front",
                }


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
    entry = {"made-up": {"title": "T", "gate": False, "text": "T", "gist": "T", "reason": "R"}}
    tables = {
        "points": {"XX2": {**CATALOGUE.table("points")["LI4"], "instead": [], **place}},
        "conditions": {"made-up": {"sources": [], **entry["made-up"], **condition}},
    }
    step = {"title": "A", "position": "seated", "presses": [{"points": ["XX2"], "seconds": 30}]}
    catalogue = with_routine(CATALOGUE, [step], **tables)
    assert planned(catalogue, "test").course.phases
    plan = planned(catalogue, "test", {}, telling("made-up"))
    assert plan.course.phases == ()
    assert [(each.code, each.reason) for each in plan.screening.left_out] == [("XX2", "R")]


def test_the_block_list_holds_for_points_that_no_routine_has_yet() -> None:
    groups = CATALOGUE.make(Condition, "conditions", "pregnancy").points
    covered = {code for group in groups for code in codes_of_range(group)}
    assert covered >= NEVER_IN_PREGNANCY


@pytest.mark.parametrize("condition", ["pregnancy", "clot-history"])
def test_the_whole_leg_is_out_of_every_plan(condition: str) -> None:
    for name in ROUTINES:
        for plan in every_plan(name, (condition,)):
            codes = [code for turn in plan.course.turns for code in (*turn.points, *turn.zones)]
            assert {CATALOGUE.point(code).region for code in codes}.isdisjoint(LEG_REGIONS)


def test_nothing_of_lower_back_is_played_in_pregnancy_whatever_is_chosen() -> None:
    plans = list(every_plan("lower-back", ("pregnancy",)))
    assert len(plans) == 12
    for plan in plans:
        assert plan.course.phases == ()
        assert plan.course.total_seconds == 0
        assert {each.code for each in plan.screening.left_out} >= {
            "LI4",
            "BL23",
            "BL52",
            "BL40",
            "GB30",
        }


def test_what_is_left_in_pregnancy_is_pressed_sitting_or_standing() -> None:
    remaining = {
        "desk": {"SI3", "paraspinal-upper-knots"},
        "upper-back": {"SI3", "paraspinal-upper-knots"},
        "evening": {"HT7"},
        "bedtime": {"HT7"},
    }
    for name, codes in remaining.items():
        (plan,) = every_plan(name, ("pregnancy",))
        pressed = {code for turn in plan.course.turns for code in (*turn.points, *turn.zones)}
        assert pressed >= codes
        assert set(plan.course.positions) <= {"seated", "seated-ball", "at-wall"}
        assert all("Lie" not in phase.text for phase in plan.course.phases)
    (plan,) = every_plan("bedtime", ("pregnancy",))
    assert 'The step "Wrists" is done sitting instead.' in briefing(CATALOGUE, plan)
    assert planned(CATALOGUE, "bedtime").course.positions == ("in-bed",)


def test_an_operation_at_one_place_and_at_none_that_is_named_may_have_been_anywhere() -> None:
    knee = (ConditionAnswer("recent-surgery", date.min, (BodyPlace("", "knee"),)),)
    plan = planned(CATALOGUE, profile=Flags(conditions=knee, provider_agreed=True))
    pressed = {code for turn in plan.course.turns for code in turn.points}
    assert pressed >= {"LI4", "BL23", "BL52"}
    twice = Flags(
        conditions=(*knee, ConditionAnswer("recent-surgery", date.min)), provider_agreed=True
    )
    pressed = {
        code for turn in planned(CATALOGUE, profile=twice).course.turns for code in turn.points
    }
    assert pressed.isdisjoint({"BL23", "BL52"})
    asked = CATALOGUE.table("conditions")["recent-surgery"]
    assert "back operation" in asked["brief"]
    for words in ("month", "back operation", "two years"):
        assert words in asked["question"]


@every("condition", CONDITIONS)
def test_what_a_text_asks_for_is_what_the_program_does(condition: str) -> None:
    table = CATALOGUE.table("conditions")[condition]
    asks = re.search(
        r"\b(ask|tell|have)\b[^.]*\bbefore you (start|press)", table["text"], re.IGNORECASE
    )
    assert not asks or table["gate"]
    assert "press nowhere" not in table["text"]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_softer_words_are_added_to_how_to_press_once_a_position(condition: str) -> None:
    """Finding 1.6: they took the place of what the place asks for."""
    rule = CATALOGUE.table("conditions")[condition]
    if not rule.get("gentle"):
        return
    besides = " ".join(rule.get("besides", ()))
    for name in ROUTINES:
        healthy = {
            turn.find
            for choices in every_choice(CATALOGUE, routine(CATALOGUE, name))
            for turn in planned(CATALOGUE, name, choices).course.turns
        }
        for plan in every_plan(name, (condition,)):
            said: list[str] = []
            for turn in (turn for turn in plan.course.turns if turn.is_hold):
                softly = turn.posture.gentle or " ".join(rule["gentle"])
                words = " ".join(filter(None, (SOFTER, softly, besides)))
                assert turn.gentle == words
                first = (*turn.points, *turn.zones)[0]
                assert turn.find in healthy or CATALOGUE.point(first).press in turn.find
                said.append(turn.position) if turn.position not in said else None
            finds = [phase.text for phase in plan.course.phases if phase.is_instruction]
            assert sum(SOFTER in text for text in finds) == len(said)


def test_nobody_on_the_balls_is_only_asked_to_press_lightly() -> None:
    """Finding 1.6: one cannot press lightly while lying on a ball."""
    plan = planned(CATALOGUE, "lower-back", {}, telling("hypertension", provider_agreed=True))
    balls = next(turn for turn in plan.course.turns if turn.points == ("BL23", "BL52"))
    assert "Let part of your weight rest on the balls, no more." in balls.instruction
    assert "Take some of your weight on your feet and elbows." in balls.instruction
    assert "leave this out: press n." in balls.instruction
    assert "Press lightly" not in balls.instruction
    assert "Do not hold your breath." in balls.instruction


def test_without_feeling_the_measure_is_the_weight_of_the_hand() -> None:
    """Finding 1.6: half of what is felt is no measure for somebody who does not feel."""
    plan = planned(CATALOGUE, "relaxing", {}, telling("reduced-sensation", provider_agreed=True))
    forehead = plan.course.turns[0].instruction
    assert forehead.endswith("Use only the weight of your hand. Look at the skin afterwards.")
    assert "let your forehead go soft" in forehead
    assert "legs" not in forehead


def test_softer_words_end_definitely_and_no_two_contradict() -> None:
    """Finding 1.6: "Stop early", and a light touch with five seconds of pressing."""
    for name in CONDITIONS:
        rule = CATALOGUE.table("conditions")[name]
        words = " ".join((*rule.get("gentle", ()), *rule.get("besides", ())))
        assert "Stop early" not in words
    plan = planned(CATALOGUE, "pulsed", {}, telling("cancer", provider_agreed=True))
    words = plan.course.turns[0].instruction
    assert "Only a light touch." in words
    assert "Press for" not in words
    assert words.endswith("Five seconds on, one second off, again and again.")


def test_what_several_conditions_soften_is_said_once() -> None:
    flags = telling("hypertension", "serious-condition", provider_agreed=True)
    plan = planned(CATALOGUE, "lower-back", {}, flags)
    besides = "Do not hold your breath. Let go as soon as you feel breathless, dizzy or unwell."
    assert plan.course.turns[1].details.endswith(f"{SOFTER} Press lightly. {besides}")
    assert f"More gently: Press lightly. {besides}" in briefing(CATALOGUE, plan)


def test_a_place_keeps_what_it_says_to_keep_off_when_it_is_pressed_softly() -> None:
    for code, words in {
        "LR3": "any pulse or tingle",
        "EX-HN-ANMIAN": "throat",
        "BL53": "never on bone",
        "GB34": "never behind it",
        "CV6": "Do not push in",
        "under-shoulder-blade": "and the spine",
        "mid-back-bands": "over the ribs",
    }.items():
        place = CATALOGUE.point(code)
        assert words in f"{place.find} {place.press} {place.spoken}"


@pytest.mark.parametrize("kind", ["red_flags", "conditions"])
def test_how_well_a_sign_or_condition_is_known_is_shown(
    kind: Kind, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_guarded(["conditions", "--json"]) == 0
    shown = {each["id"]: each["verified"] for each in json.loads(capsys.readouterr().out)[kind]}
    listed = {
        name: entry["verified"]
        for name, entry in CATALOGUE.table(kind).items()
        if not entry.get("from_sign")
    }
    assert shown == listed
    assert set(shown.values()) <= {"read", "reproduced", "general"}


@pytest.mark.parametrize("name", ROUTINES)
def test_warnings_come_with_the_gravest_first(name: str) -> None:
    flags = tuple(CATALOGUE.table("red_flags"))
    wanted = routine(CATALOGUE, name)
    for signs in ((), (flags[-1], flags[0]), flags[::-1]):
        for conditions in ((), *combinations(CONDITIONS, 1), CONDITIONS, CONDITIONS[::-1]):
            screening = screen(
                CATALOGUE, wanted, telling(*conditions, red_flags=signs, provider_agreed=True)
            )
            for choices in every_choice(CATALOGUE, wanted):
                warnings = build(CATALOGUE, wanted, choices, screening).warnings
                levels = [each.level.gravity for each in warnings]
                assert levels == sorted(levels), [(each.id, each.level) for each in warnings]


def test_red_flags_are_listed_emergencies_first_and_have_the_urgency_of_the_product(
    catalogue: Catalogue,
) -> None:
    found = red_flags(catalogue)
    levels = [flag.level.gravity for _, flag in found]
    assert levels == sorted(levels)
    urgent = {name for name, flag in found if flag.level == "emergency"}
    today = {name for name, flag in found if flag.level == "same-day"}
    assert urgent >= {"trauma", "worsening-leg-neuro", "bladder-bowel"}
    assert today >= {"fever", "weight-loss", "cancer-history"}


def test_every_condition_is_warned_of_once_for_every_routine(catalogue: Catalogue) -> None:
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
    assert codes_of_range(codes) == meant
