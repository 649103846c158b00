"""The shipped catalogue is whole, sourced, within its doses and careful in its words."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from plans import every_choice, planned

from presspoint.catalogue import Catalogue, CatalogueError, Caution, Point
from presspoint.exclusions import avoided_by, span
from presspoint.routines import Routine, choice, routine, routines
from presspoint.safety import Condition, RedFlag, red_flags
from presspoint.storage import catalogue_file
from presspoint.storage.catalogue_file import load

CATALOGUE = load()
PLACES = [CATALOGUE.point(code) for kind in ("points", "zones") for code in CATALOGUE.table(kind)]
ROUTINES = tuple(CATALOGUE.table("routines"))
SOURCED = ("points", "zones", "cautions", "conditions", "red_flags", "routines", "notices")
BANNED = (
    r"cures?|cured|heals?|healed|healing|detox\w*|toxins?|endorphins?|inflammation|qi flow"
    r"|flow of qi|life force|chakras?|releases? emotion\w*|emotional|hormon\w*|immun\w*"
    r"|circulation|metaboli\w*|miracle\w*|guarantee\w*|proven|clinically|scientifically|boosts?"
    r"|stimulates?|rebalanc\w*|harmoni\w*|strengthens?|tonif\w*|relieves?|eliminates?"
    r"|treats? (back|pain|chronic|your)"
    r"|fixes|fertility|organs?|nerve compression|alignment|underlying cause|highly effective"
    r"|pain threshold|safe in pregnancy|induces? labou?r"
)
MISSING = object()


def ids(kind: str) -> set[str]:
    return set(CATALOGUE.table(kind))


def changed(kind: str, name: str, key: str, value: object, inner: str = "") -> Catalogue:
    """Return the catalogue with one value of one entry (or of its `inner` table) changed."""
    tables: dict[str, Any] = deepcopy(dict(CATALOGUE.tables))
    entry = tables[kind][name][inner] if inner else tables[kind][name]
    if value is MISSING:
        del entry[key]
    else:
        entry[key] = value
    return Catalogue(tables, "own.toml")


def texts(value: object) -> Iterator[str]:
    """Yield every text within tables and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def test_every_entry_becomes_its_typed_object() -> None:
    assert {place.code for place in PLACES} == ids("points") | ids("zones")
    assert [place.is_zone for place in PLACES].count(True) == len(ids("zones"))
    for name in ids("conditions"):
        CATALOGUE.make(Condition, "conditions", name)
    for name in ids("regions"):
        assert CATALOGUE.region(name).limb
    for name in ids("cautions"):
        assert CATALOGUE.caution(name).text
    assert len(red_flags(CATALOGUE)) == len(ids("red_flags"))
    assert [each.name for each in routines(CATALOGUE)] == list(ROUTINES)
    for name in ids("choices"):
        assert choice(CATALOGUE, name).default in choice(CATALOGUE, name).values
    assert CATALOGUE.tables["schema"] == 1


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.code)
def test_a_place_refers_only_to_what_there_is(place: Point) -> None:
    assert place.region in ids("regions")
    assert set(place.helps) <= ids("complaints")
    assert set(place.positions) <= ids("positions")
    assert set(place.tools) <= ids("tools")
    assert set(place.care) <= ids("cautions")
    assert set(place.avoid) <= ids("conditions")
    assert place.sides in {"each", "together", "midline"}
    assert place.reach in {"self", "tool", "helper"}
    assert place.rhythm in {"hold", "pulse", "knead", "circle"}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.code)
def test_a_place_that_is_coached_says_all_that_coaching_needs(place: Point) -> None:
    if place.hold:
        assert all((place.find, place.lost, place.press, place.positions, place.tools, place.care))
        least, most = place.hold.seconds
        assert 0 < least <= most <= place.hold.cap <= 180
        assert place.hold.repeats >= 1
    assert place.is_zone or (place.pinyin and place.hanzi)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.code)
def test_what_a_place_avoids_is_what_safety_leaves_it_out_for(place: Point) -> None:
    assert set(place.avoid) == set(avoided_by(CATALOGUE, place))


@pytest.mark.parametrize("name", ROUTINES)
def test_a_routine_refers_only_to_what_there_is(name: str) -> None:
    wanted = routine(CATALOGUE, name)
    assert set(wanted.helps) <= ids("complaints")
    assert set(wanted.warn) <= ids("cautions")
    for step in wanted.steps:
        for way in step.ways:
            assert way.position in ids("positions")
            assert set(way.tools) <= ids("tools")
            assert set(way.warn) <= ids("cautions")
            assert all(value in choice(CATALOGUE, key).values for key, value in way.when.items())
            assert bool(way.presses) != bool(way.exercise)
            for press in way.presses:
                assert press.between in ids("moves")
                for place in map(CATALOGUE.point, press.points):
                    assert place.coached
                    assert way.position in place.positions
                    assert place.reach == "self" or set(way.tools) & set(place.tools)


def test_codes_that_names_and_conditions_refer_to_are_codes() -> None:
    code = re.compile(r"(LU|LI|ST|SP|HT|SI|BL|KI|PC|TE|GB|LR|GV|CV)\d+|EX-(HN|CA|B|UE|LE)\d+")
    for entry in CATALOGUE.table("conditions").values():
        assert all(code.fullmatch(each) for group in entry["points"] for each in span(group))
        assert set(entry["regions"]) <= ids("regions")
        assert set(entry["positions"]) <= ids("positions")
        assert set(entry["tools"]) <= ids("tools")
    assert {each["code"] for each in CATALOGUE.table("printed_numbers").values()} <= ids("points")
    assert {re.sub(r"\d", "", each) for each in ids("points")} <= ids("meridians")


@pytest.mark.parametrize("name", ROUTINES)
def test_every_hold_is_within_its_dose_also_added_up_over_the_routine(name: str) -> None:
    for choices in every_choice(CATALOGUE, routine(CATALOGUE, name)):
        rounds: Counter[tuple[str, str | None]] = Counter()
        for turn in planned(CATALOGUE, name, choices).turns:
            for code in (*turn.points, *turn.zones):
                dose = CATALOGUE.point(code).hold
                assert dose
                assert dose.seconds[0] <= turn.seconds <= dose.seconds[1]
                assert turn.cap <= dose.cap
                rounds[code, turn.side] += 1
                assert rounds[code, turn.side] <= dose.repeats


@pytest.mark.parametrize("name", ROUTINES)
def test_what_a_routine_asks_for_is_what_it_plays(name: str) -> None:
    for step in routine(CATALOGUE, name).steps:
        for press in (press for way in step.ways for press in way.presses):
            for place in map(CATALOGUE.point, press.points):
                assert place.hold
                assert place.hold.seconds[0] <= press.seconds <= place.hold.seconds[1]
                assert press.rounds <= place.hold.repeats


@pytest.mark.parametrize("kind", SOURCED)
def test_every_entry_has_sources_that_exist(kind: str) -> None:
    for name, entry in CATALOGUE.table(kind).items():
        assert entry["sources"], name
        assert set(entry["sources"]) <= ids("sources"), name
        if "hold" in entry:
            assert entry["hold"]["sources"], name
            assert set(entry["hold"]["sources"]) <= ids("sources"), name


def test_every_source_is_used_and_none_is_named_by_its_file() -> None:
    used = {
        each
        for kind in SOURCED
        for entry in CATALOGUE.table(kind).values()
        for each in entry["sources"]
    }
    assert used == ids("sources")
    shown = " ".join(texts(CATALOGUE.tables))
    assert not re.search(r"\.txt|\d{3}_[0-9a-f]{8}", shown)


def test_no_text_promises_or_explains_what_is_not_known() -> None:
    tables = {kind: table for kind, table in CATALOGUE.tables.items() if kind != "sources"}
    found = [
        (kind, text)
        for kind, table in tables.items()
        for text in texts(table)
        if re.search(rf"\b({BANNED})\b", text, re.IGNORECASE)
    ]
    assert found == []


def test_texts_fit_what_they_are_read_on() -> None:
    for text in texts(CATALOGUE.tables):
        assert text == text.strip()
        assert "  " not in text
        assert text.isprintable()


def test_places_have_the_names_and_characters_of_the_standard(facts: Path) -> None:
    with (facts / "who-points.tsv").open(encoding="utf-8", newline="") as file:
        standard = {row["code"]: row for row in csv.DictReader(file, delimiter="\t")}
    for place in CATALOGUE.points():
        row = standard[place.code]
        assert (place.pinyin, place.hanzi) == (row["pinyin"], row["hanzi"])


def test_doses_are_those_of_the_facts(facts: Path) -> None:
    points = tomllib.loads((facts / "seed-facts.toml").read_text(encoding="utf-8"))["point"]
    adopted = {each["code"]: each["adopt"] for each in points}
    checked = 0
    for place in CATALOGUE.points():
        if place.hold:
            adopt = adopted[place.code]
            least, most = place.hold.seconds
            assert adopt["hold_min"] <= least <= most <= adopt["hold_max"], place.code
            assert place.hold.cap == adopt["hold_max"], place.code
            assert place.hold.repeats <= adopt.get("repeats_max", 3), place.code
            assert set(adopt.get("exclude_if", ())) <= set(place.avoid), place.code
            checked += 1
        else:
            assert "hold_max" not in adopted[place.code]
    assert checked >= 18


def test_the_red_flags_of_the_facts_are_all_there(facts: Path) -> None:
    seeds = tomllib.loads((facts / "seed-facts.toml").read_text(encoding="utf-8"))["red_flag"]
    wanted = {each["id"] for each in seeds}
    assert len(wanted) == 6
    assert wanted <= ids("red_flags")


ENTRIES = [
    ("points", "LI4", "region"),
    ("zones", "foot-ball", "place"),
    ("regions", "hand", "limb"),
    ("cautions", "too-hard", "level"),
    ("conditions", "pregnancy", "gate"),
    ("red_flags", "fever", "action"),
    ("choices", "pain", "default"),
    ("routines", "lower-back", "title"),
    ("routines", "lower-back", "steps"),
]


def read(catalogue: Catalogue, kind: str, name: str) -> object:
    """Make the typed object of an entry."""
    if kind in {"points", "zones"}:
        return catalogue.point(name)
    if kind == "routines":
        return routine(catalogue, name)
    classes: dict[str, type] = {"conditions": Condition, "red_flags": RedFlag, "cautions": Caution}
    if kind in classes:
        return catalogue.make(classes[kind], kind, name)
    return catalogue.region(name) if kind == "regions" else choice(catalogue, name)


@pytest.mark.parametrize(("kind", "name", "key"), ENTRIES)
@pytest.mark.parametrize("wrong", ["unknown", "missing"])
def test_a_wrong_entry_is_refused_with_its_file_table_and_key(
    kind: str, name: str, key: str, wrong: str
) -> None:
    broken = (
        changed(kind, name, key, MISSING)
        if wrong == "missing"
        else changed(kind, name, "colour", 1)
    )
    with pytest.raises(CatalogueError) as told:
        read(broken, kind, name)
    for part in (
        "own.toml",
        kind.removesuffix("s"),
        f'"{name}"',
        f'"{key}"' if wrong == "missing" else '"colour"',
    ):
        assert part in str(told.value)
    assert wrong in str(told.value)


@pytest.mark.parametrize(("key", "value"), [("cap", MISSING), ("colour", 1)])
def test_a_wrong_dose_is_refused_with_its_point(key: str, value: object) -> None:
    with pytest.raises(CatalogueError, match=rf'own\.toml: points "LI4" hold: .*"{key}"'):
        changed("points", "LI4", key, value, inner="hold").point("LI4")


STEP = {"title": "A", "position": "seated", "presses": [{"points": ["LI4"], "seconds": 30}]}


@pytest.mark.parametrize(
    ("step", "key"),
    [
        ({**STEP, "colour": 1}, "colour"),
        ({**STEP, "presses": [{"points": ["LI4"], "secs": 30}]}, "secs"),
        ({"title": "A", "presses": []}, "position"),
        ({"position": "seated"}, "title"),
        ({"title": "A", "ways": [{"position": "seated", "colour": 1}]}, "colour"),
        ({"title": "A", "colour": 1, "ways": [{"position": "seated"}]}, "colour"),
    ],
)
def test_a_wrong_step_is_refused_with_its_routine_and_number(
    step: dict[str, Any], key: str
) -> None:
    broken = changed("routines", "simple", "steps", [STEP, step])
    with pytest.raises(CatalogueError, match=rf'own\.toml: routine "simple", step 2.*"{key}"'):
        routine(broken, "simple")


@pytest.mark.parametrize("kind", ["points", "regions", "cautions", "choices", "routines"])
def test_what_is_not_there_is_refused_by_name(kind: str) -> None:
    with pytest.raises(CatalogueError, match="nowhere"):
        read(CATALOGUE, kind, "nowhere")


def test_a_catalogue_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for content in (b"[points\n", b"\xff\xfe", None):
        path = tmp_path / "points.toml"
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)
        monkeypatch.setattr(catalogue_file, "SOURCE", path)
        monkeypatch.setattr(catalogue_file, "BUILT", tmp_path / "points.json")
        with pytest.raises(CatalogueError, match=re.escape(str(path))):
            load()


def test_a_routine_lists_all_its_places_and_choices_once() -> None:
    wanted: Routine = routine(CATALOGUE, "lower-back")
    assert wanted.codes == ("LI4", "SI3", "BL23", "BL52", "BL40", "GB30")
    assert wanted.choices == ("upper-back", "pain")
    assert len(wanted.steps) == 4
