"""A person's own file adds points and routines, and can never take a caution or a cap away."""

from __future__ import annotations

import math
import os
import time
from copy import deepcopy
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from presspoint.catalogue.exclusions import excluding_conditions
from presspoint.catalogue.routines import routine
from presspoint.errors import PresspointError
from presspoint.listing import own_files
from presspoint.storage.own import catalogue as own_catalogue
from presspoint.storage.own.catalogue import check_files
from presspoint.storage.own.format import Point, Zone, json_schema
from presspoint.storage.own.lines import line_of, lines_of
from presspoint.storage.own.shape import shape_faults
from presspoint.storage.toml_files import MOST_BYTES
from support.cases import every
from support.own import GOOD, SHIPPED, changed, check, with_own, written
from support.plans import planned, telling

PHYSIO = ("routines", "physio")
MOVEMENT = {"title": "x", "position": "seated", "exercise": 5, "text": "Rock."}
FIRST_PRESS = (*PHYSIO, "steps", 0, "presses", 0)


def fault_lines(folder: Path, path: tuple[str | int, ...], value: object) -> str:
    """Return all that is said about the good file with one value changed."""
    return "\n".join(str(each) for each in check(folder, changed(path, value)).faults)


def test_a_good_file_adds_its_places_and_its_routine(tmp_path: Path) -> None:
    catalogue = with_own(tmp_path, GOOD)
    assert catalogue.point("shin").is_coached
    assert catalogue.point("shin").title == "Beside the shin"
    assert catalogue.point("waist-edge").is_zone
    assert routine(catalogue, "physio").file == "own.toml"
    plan = planned(catalogue, "physio")
    pressed = [turn.points or turn.zones for turn in plan.course.turns]
    assert pressed.count(("shin",)) == 4
    assert ("waist-edge",) in pressed
    assert set(catalogue.table("points")) == {*SHIPPED.table("points"), "shin"}


def test_an_own_caution_is_said_first_and_may_keep_a_place_out(tmp_path: Path) -> None:
    said = planned(with_own(tmp_path, GOOD), "physio").warnings
    assert "Go easy on the shin this month." in [each.text for each in said]
    knee = {"text": "Not the operated knee.", "on": ["BL40"], "leave_out": True}
    catalogue = with_own(tmp_path, changed(("cautions", "knee"), knee))
    for name in ("physio", "lower-back", "sciatica"):
        plan = planned(catalogue, name, {"pain": "leg"})
        assert not [turn for turn in plan.course.turns if "BL40" in turn.points]
        assert ("BL40", "Not the operated knee.") in [each[:2] for each in plan.screening.left_out]
        assert "Not the operated knee." in [each.text for each in plan.warnings]


def test_an_own_place_takes_over_what_is_said_of_its_code(tmp_path: Path) -> None:
    catalogue = with_own(tmp_path, GOOD)
    st36 = catalogue.point("ST36")
    assert set(excluding_conditions(catalogue, st36)) <= set(catalogue.point("shin").avoid)
    profile = telling("varicose-veins")
    plan = planned(catalogue, "physio", {}, profile)
    assert not [turn for turn in plan.course.turns if "shin" in turn.points]


@pytest.mark.parametrize("condition", ["pregnancy", "osteoporosis"])
def test_an_own_zone_without_a_code_is_spared_like_anything_near_it(
    tmp_path: Path, condition: str
) -> None:
    catalogue = with_own(tmp_path, GOOD)
    profile = telling(condition, provider_agreed=True)
    plan = planned(catalogue, "physio", {}, profile)
    assert not [turn for turn in plan.course.turns if "waist-edge" in turn.zones]


def test_a_replaced_routine_keeps_the_warnings_of_the_shipped_one(tmp_path: Path) -> None:
    own = {**GOOD["routines"]["physio"], "title": "Mine"}
    catalogue = with_own(tmp_path, changed(("routines", "five-places"), own))
    assert routine(catalogue, "five-places").title == "Mine"
    assert "calf-swelling" in routine(catalogue, "five-places").warn


def test_a_replaced_routine_is_for_nobody_whom_the_shipped_one_was_not_for(tmp_path: Path) -> None:
    own = {**GOOD["routines"]["physio"], "title": "Mine"}
    catalogue = with_own(tmp_path, changed(("routines", "relaxing"), own))
    assert routine(catalogue, "relaxing").not_with == ("pregnancy", "blood-thinners")
    assert planned(catalogue, "relaxing", {}, telling("blood-thinners")).is_barred


def test_a_routine_that_presses_the_leg_warns_of_a_clot(tmp_path: Path) -> None:
    warnings = planned(with_own(tmp_path, GOOD), "physio").warnings
    assert "calf-swelling" in [each.id for each in warnings]


WEAKENING: list[tuple[tuple[str | int, ...], Any, str]] = [
    (("points", "LI4"), {**GOOD["points"]["shin"], "at": "LI4", "avoid": []}, "keeps its cautions"),
    (("points", "knee"), {**GOOD["points"]["shin"], "at": "BL40", "region": "knee"}, "cap of BL40"),
    (("points", "shin", "hold", "repeats"), 4, "at most 2 rounds"),
    (("points", "shin", "at"), "ST42", "nobody presses this one, as an artery"),
    (("points", "shin", "at"), "GV4", "nobody presses this one, as it lies on the spine"),
    (("points", "shin", "region"), "hand", '"lower-leg", where ST36 lies'),
    (("zones", "waist-edge", "region"), "groin", "another region: nobody presses there"),
    (("zones", "waist-edge", "region"), "armpit", "another region: nobody presses there"),
    (("zones", "waist-edge", "sides"), "midline", "found the spine itself"),
    (("points", "shin", "sides"), "midline", "each or together, as it is at ST36"),
    (("zones", "waist-edge", "positions"), ["lying-back"], "positions that are safe there"),
    (("zones", "waist-edge", "region"), "neck", "has to say which one it is at"),
    (("zones", "waist-edge", "region"), "face", "has to say which one it is at"),
    (("zones", "waist-edge", "tools"), ["tennis-balls"], "without a hand among the tools"),
    (("zones", "foot-ball"), GOOD["zones"]["waist-edge"], "keeps its cautions"),
    (("red_flags",), {"fever": {"title": "Warm"}}, "a table that you cannot add to"),
    (("conditions",), {"pregnancy": {"points": []}}, "a table that you cannot add to"),
    (("exclusions",), {}, "a table that you cannot add to"),
    (("regions",), {}, "a table that you cannot add to"),
    (("cautions", "too-hard"), {"text": "Harder."}, "presspoint's cautions stay"),
    (("sources", "who-2008"), {"title": "Mine"}, "an id of your own"),
    ((*FIRST_PRESS, "seconds"), 61, "the cap of LI4"),
    ((*FIRST_PRESS, "rounds"), 4, "as many rounds as LI4 has"),
    ((*FIRST_PRESS, "cap"), 180, "an unknown key"),
    ((*FIRST_PRESS, "points"), ["ST36"], "a place that presspoint guides"),
    ((*FIRST_PRESS, "points"), ["SP6"], "a place that presspoint guides"),
    ((*FIRST_PRESS, "points"), ["SI15"], "a place that presspoint guides"),
    ((*FIRST_PRESS, "points"), ["GB30"], "a position in which GB30 is pressed"),
    ((*PHYSIO, "steps", 0, "tools"), ["tennis-balls"], "tools of LI4"),
]


@every(("path", "value", "words"), WEAKENING)
def test_what_would_weaken_safety_is_refused_in_words(
    tmp_path: Path, path: tuple[str | int, ...], value: object, words: str
) -> None:
    said = fault_lines(tmp_path, path, value)
    assert words in said
    assert str(tmp_path / "own.toml") in said


@pytest.mark.parametrize("tool", ["soft-ball", "knuckle", "massage-cane"])
def test_an_own_place_at_gb30_is_pressed_with_a_towel_or_a_hand_only(
    tmp_path: Path, tool: str
) -> None:
    hip = {**GOOD["points"]["shin"], "at": "GB30", "region": "hip", "positions": ["lying-side"]}
    hip |= {"tools": ["thumb", tool], "hold": {"seconds": [10, 20], "cap": 20}}
    assert "tools that are safe there" in fault_lines(tmp_path, ("points", "hip"), hip)


def test_gb30_is_not_pressed_on_a_ball_either(tmp_path: Path) -> None:
    step = {
        "title": "Hip",
        "position": "lying-side",
        "tools": ["soft-ball"],
        "presses": [{"points": ["GB30"], "seconds": 20}],
    }
    assert "tools of GB30" in fault_lines(tmp_path, (*PHYSIO, "steps", 0), step)


def test_an_own_place_has_no_more_sessions_a_day_than_the_point_it_is_at(tmp_path: Path) -> None:
    wrist = {**GOOD["points"]["shin"], "at": "HT7", "region": "wrist"}
    wrist |= {"name": "Wrist", "place": "the wrist", "find": "Feel the crease of the wrist."}
    wrist["hold"] = {"seconds": [10, 20], "cap": 20, "per_day": 3}
    hold = with_own(tmp_path, changed(("points", "wrist"), wrist)).point("wrist").hold
    assert hold
    assert hold.per_day == 1


def test_rounds_add_up_over_the_whole_routine_also_under_another_name(tmp_path: Path) -> None:
    alias = {**GOOD["points"]["shin"], "at": "BL40", "region": "knee"}
    alias["hold"] = {"seconds": [10, 20], "cap": 20, "repeats": 2}
    content = changed(("points", "knee"), alias)
    presses = content["routines"]["physio"]["steps"][1]["presses"]
    presses.append({"points": ["knee"], "seconds": 20, "rounds": 2})
    said = "\n".join(str(each) for each in check(tmp_path, content).faults)
    assert "3 rounds of BL40 in all" in said


def test_a_place_that_names_no_rounds_has_one_in_the_whole_routine(tmp_path: Path) -> None:
    content = changed((*FIRST_PRESS, "points"), ["waist-edge"])
    said = "\n".join(str(each) for each in check(tmp_path, content).faults)
    assert "2 rounds of waist-edge in all" in said


SHAPES: list[tuple[tuple[str | int, ...], Any]] = [
    (("schema",), 2),
    (("points",), []),
    (("points", "shin"), 3),
    (("points", "a b"), GOOD["points"]["shin"]),
    (("points", "../up"), GOOD["points"]["shin"]),
    (("points", "x" * 65), GOOD["points"]["shin"]),
    (("points", "shin", "colour"), "red"),
    (("points", "shin", "name"), ""),
    (("points", "shin", "name"), "  "),
    (("points", "shin", "find"), "x" * 501),
    (("points", "shin", "tools"), []),
    (("points", "shin", "tools"), "thumb"),
    (("points", "shin", "tools"), ["hammer"]),
    (("points", "shin", "positions"), ["handstand"]),
    (("points", "shin", "region"), "tail"),
    (("points", "shin", "at"), "ST99"),
    (("points", "shin", "rhythm"), "drum"),
    (("points", "shin", "helps"), ["everything"]),
    (("points", "shin", "care"), ["none"]),
    (("points", "shin", "avoid"), ["rain"]),
    (("points", "shin", "sources"), ["hearsay"]),
    (("points", "shin", "hold", "cap"), 181),
    (("points", "shin", "hold", "cap"), True),
    (("points", "shin", "hold", "cap"), 60.0),
    (("points", "shin", "hold", "cap"), math.inf),
    (("points", "shin", "hold", "cap"), 0),
    (("points", "shin", "hold", "seconds"), [60, 30]),
    (("points", "shin", "hold", "seconds"), [30]),
    (("cautions", "go-easy", "on"), ["nowhere"]),
    (("cautions", "go-easy", "level"), "emergency"),
    ((*PHYSIO, "steps"), []),
    ((*PHYSIO, "steps", 0, "exercise"), 30),
    ((*PHYSIO, "steps", 0, "strains"), ["neck"]),
    ((*PHYSIO, "steps", 0), {**MOVEMENT, "strains": ["back"]}),
    ((*PHYSIO, "steps", 0), {**MOVEMENT, "strains": "neck"}),
    ((*PHYSIO, "steps", 0), {"title": "x", "strains": [], "ways": [MOVEMENT]}),
    ((*PHYSIO, "steps", 0, "exercise"), 3601),
    ((*PHYSIO, "steps", 0, "position"), "handstand"),
    ((*PHYSIO, "steps", 0, "warn"), ["nothing"]),
    ((*PHYSIO, "steps", 0, "ways"), [{"position": "seated", "exercise": 5, "text": "x"}]),
    ((*PHYSIO, "steps", 0), {"title": "x", "position": "seated"}),
    ((*PHYSIO, "steps", 0), {"title": "x", "position": "seated", "exercise": 5}),
    ((*PHYSIO, "steps", 0), {"title": "x", "exercise": 5, "text": "Rock."}),
    ((*FIRST_PRESS, "points"), ["XX1"]),
    ((*FIRST_PRESS, "between"), "leap"),
    ((*PHYSIO, "helps"), ["everything"]),
]


@every(("path", "value"), SHAPES)
def test_a_wrong_value_is_reported_with_its_table_and_key(
    tmp_path: Path, path: tuple[str | int, ...], value: object
) -> None:
    result = check(tmp_path, changed(path, value))
    assert result.faults
    assert result.catalogue is SHIPPED
    assert path[:2] in [each.fault.path[: len(path[:2])] for each in result.faults]
    assert all(each.fault.wanted for each in result.faults)


@every("path_and_value", [each[:2] for each in (*WEAKENING, *SHAPES)])
def test_one_wrong_value_is_one_fault(
    tmp_path: Path, path_and_value: tuple[tuple[str | int, ...], Any]
) -> None:
    """A place that cannot be used so has a fault for each thing that it would need."""
    path, value = path_and_value
    if value not in (["GB30"], "neck", "face"):
        lines = list(own_files.fault_lines(check(tmp_path, changed(path, value)).faults))
        assert len(lines) == 1, lines


@pytest.mark.parametrize("key", ["name", "region", "find", "press", "hold", "tools", "at"])
def test_a_missing_key_is_reported_by_its_table(tmp_path: Path, key: str) -> None:
    content = deepcopy(GOOD)
    del content["points"]["shin"][key]
    (fault,) = [each.fault for each in check(tmp_path, content).faults if key in each.fault.path]
    assert fault.path == ("points", "shin", key)
    assert fault.found == "nothing"


def test_every_fault_of_a_file_is_reported_at_once_in_the_order_of_its_lines(
    tmp_path: Path,
) -> None:
    content = changed(("points", "shin", "hold", "cap"), 500)
    content["points"]["shin"]["region"] = 7
    content["zones"]["waist-edge"]["colour"] = "red"
    content["routines"]["physio"]["steps"][0]["presses"][0]["seconds"] = 100
    content["routines"]["physio"]["steps"][1]["presses"][0]["points"] = ["nothing-here"]
    content["cautions"]["go-easy"]["on"] = ["shin", "elsewhere"]
    result = check(tmp_path, content)
    assert {".".join(map(str, each.fault.path)) for each in result.faults} == {
        "points.shin.hold.cap",
        "points.shin.region",
        "zones.waist-edge.colour",
        "routines.physio.steps.0.presses.0.seconds",
        "routines.physio.steps.1.presses.0.points.0",
        "cautions.go-easy.on.1",
    }
    lines = [each.line for each in result.faults]
    assert lines == sorted(each for each in lines if each)


def test_an_id_is_used_once_over_all_files(tmp_path: Path) -> None:
    first, second = written(tmp_path, GOOD, "a.toml"), written(tmp_path, GOOD, "b.toml")
    result = check_files(SHIPPED, [first, second])
    assert set(result.faulty_files) == {str(first), str(second)}
    assert "an id that b.toml has too" in str(result.faults[0])


def test_a_file_that_needs_a_refused_one_is_refused_too(tmp_path: Path) -> None:
    places = {key: GOOD[key] for key in ("schema", "points", "zones", "sources")}
    plays = {key: GOOD[key] for key in ("schema", "routines")}
    spoiled = deepcopy(places)
    spoiled["points"]["shin"]["hold"]["cap"] = 999
    paths = [written(tmp_path, places, "a.toml"), written(tmp_path, plays, "b.toml")]
    assert check_files(SHIPPED, paths).faults == ()
    paths[0] = written(tmp_path, spoiled, "a.toml")
    assert set(check_files(SHIPPED, paths).faulty_files) == set(map(str, paths))


def test_a_file_of_another_kind_or_size_is_refused_by_name(tmp_path: Path) -> None:
    folder, missing = tmp_path / "folder.toml", tmp_path / "missing.toml"
    folder.mkdir()
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    large, binary = tmp_path / "large.toml", tmp_path / "binary.toml"
    large.write_bytes(b"# " + b"x" * MOST_BYTES)
    binary.write_bytes(b"schema = 1\n# \xff\n")
    dots, deep = tmp_path / "dots.toml", tmp_path / "deep.toml"
    dots.write_text("a" + ".a" * 20_000 + " = 1\n")
    deep.write_text("a = " + "[" * 5_000)
    paths = [folder, missing, pipe, large, binary, dots, deep]
    began = time.perf_counter()
    result = check_files(SHIPPED, paths)
    assert time.perf_counter() - began < 1
    assert result.faulty_files == tuple(map(str, paths))
    for each in result.faults:
        assert str(each).startswith(f"{each.file}:")


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert check_files(SHIPPED, [path]).faults == ()


def corpus() -> list[Path]:
    facts = os.environ.get("PRESSPOINT_FACTS", "/nowhere")
    folder = Path(facts).parent / "corpora"
    return sorted(path for path in folder.rglob("*.toml") if "valid" in str(path))


@pytest.mark.skipif(not corpus(), reason="the corpus of TOML files is not here")
def test_no_file_of_the_corpus_is_taken_for_ours_or_takes_long() -> None:
    assert len(corpus()) > 650
    for path in corpus():
        began = time.perf_counter()
        result = check_files(SHIPPED, [path])
        assert time.perf_counter() - began < 1, path
        assert result.faulty_files == (str(path),)
        assert all(str(each).startswith(f"{path}") for each in result.faults)


SHIPPED_ONLY = {
    "manners",
    "short",
    "same",
    "aloud",
    "begin",
    "touch",
    "spoken",
    "spoken_for",
    "must_be_felt",
    "pose",
}


def test_the_shipped_places_have_the_format_that_own_ones_have() -> None:
    shared = {each.encode_name for each in msgspec.structs.fields(Point)} - {"at"}
    for kind in ("points", "zones"):
        for code, entry in SHIPPED.table(kind).items():
            if "hold" in entry:
                assert set(entry) - {"instead", *SHIPPED_ONLY} <= shared, code
                content = {"schema": 1, "zones": {code: entry}}
                ours = {each.encode_name for each in msgspec.structs.fields(Zone)}
                content["zones"] = {code: {k: v for k, v in entry.items() if k in ours}}
                assert [
                    each for each in shape_faults(content) if each.path[2:3] != ("reach",)
                ] == []


def test_the_schema_for_editors_names_every_table_and_refuses_other_keys() -> None:
    schema = json_schema()
    whole = schema["$defs"]["OwnFile"]
    assert set(whole["properties"]) == {*GOOD, "courses"}
    assert whole["additionalProperties"] is False
    assert schema["$defs"]["Hold"]["properties"]["cap"]["maximum"] == 180


def test_each_value_is_found_on_its_line(tmp_path: Path) -> None:
    text = written(tmp_path, GOOD).read_text(encoding="utf-8")
    lines = lines_of(text)
    rows = text.split("\n")
    for path, words in (
        (("points", "shin", "hold", "cap"), "cap = 60"),
        (("zones", "waist-edge"), "[zones.waist-edge]"),
        ((*PHYSIO, "steps", 1, "presses", 2), "presses"),
        ((*PHYSIO, "summary"), "Four places"),
        (("points", "shin", "not-there"), "[points.shin]"),
    ):
        found = line_of(lines, path)
        assert found
        assert words in rows[found - 1] or words in rows[found], (path, found)
    assert line_of(lines, ("nowhere",)) is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=5,
)


def paths(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the path of every value within tables and lists."""
    items: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    return [path, *(each for name, inner in items for each in paths(inner, (*path, name)))]


@settings(max_examples=120)
@given(path=st.sampled_from(paths(GOOD)[1:]), value=VALUES)
def test_no_value_anywhere_raises(path: tuple[str | int, ...], value: object) -> None:
    content = changed(path, value)
    faults = list(shape_faults(content))
    assert all(each.wanted and str(each) for each in faults)


CODES = [code for code in SHIPPED.table("points") if SHIPPED.point(code).is_coached]
PLACES = [*CODES, *SHIPPED.table("zones"), "shin", "waist-edge", "ST36", "SP6", "SI15", "XX"]


def step_for(code: str) -> st.SearchStrategy[dict[str, Any]]:
    """Steps that press a place, mostly as it may be pressed, and sometimes not."""
    place = GOOD["points"].get(code) or GOOD["zones"].get(code) or {}
    entry = place or SHIPPED.table("points").get(code) or SHIPPED.table("zones").get(code) or {}
    right = entry.get("tools", []) if entry.get("reach") == "tool" else []
    press = {
        "points": st.just([code]),
        "seconds": st.integers(1, 70),
        "rounds": st.integers(1, 3),
    }
    return st.fixed_dictionaries(
        {
            "title": st.just("T"),
            "position": st.sampled_from([*entry.get("positions", ()), "seated"]),
            "tools": st.just(right) | st.just([]) | st.just(["tennis-balls"]),
            "presses": st.lists(st.fixed_dictionaries(press), min_size=1, max_size=2),
        }
    )


STEPS = st.sampled_from(PLACES).flatmap(step_for)


@settings(max_examples=100)
@given(
    steps=st.lists(STEPS, min_size=1, max_size=2),
    conditions=st.sets(st.sampled_from(sorted(SHIPPED.table("conditions"))), max_size=2),
)
def test_whatever_an_own_routine_asks_no_cap_is_passed_and_nothing_excluded_plays(
    tmp_path: Path, steps: list[dict[str, Any]], conditions: set[str]
) -> None:
    result = check(tmp_path, changed((*PHYSIO, "steps"), steps))
    event("played" if not result.faults else "refused")
    if result.faults:
        return
    profile = telling(*conditions, provider_agreed=True)
    plan = planned(result.catalogue, "physio", {}, profile)
    for turn in plan.course.turns:
        for place in map(result.catalogue.point, (*turn.points, *turn.zones)):
            assert place.hold
            assert turn.seconds <= turn.cap <= place.hold.cap
            assert conditions.isdisjoint(excluding_conditions(result.catalogue, place))


def test_more_places_than_are_read_are_refused_before_each_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_catalogue, "MOST_PLACES", 1)
    path = written(tmp_path, GOOD, "own.toml")
    with pytest.raises(PresspointError, match="too many places in these files"):
        check_files(SHIPPED, [path])
