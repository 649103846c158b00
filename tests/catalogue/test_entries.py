"""Every entry of the catalogue becomes a typed object; a wrong one is refused by name."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any, get_args

import pytest

from presspoint.catalogue.conditions import condition, conditions
from presspoint.catalogue.pain_answers import pain_answers
from presspoint.catalogue.routines import Routine, choice, routine, routines
from presspoint.catalogue.safety_warnings import Level, advice, caution, red_flags
from presspoint.catalogue.tables import PLACE_KINDS, Catalogue, CatalogueError, Kind
from presspoint.storage import catalogue_file
from presspoint.storage.catalogue_file import load, load_names

CATALOGUE = load()
PLACES = [CATALOGUE.point(code) for kind in PLACE_KINDS for code in CATALOGUE.table(kind)]
ROUTINES = tuple(CATALOGUE.table("routines"))
MISSING = object()


def ids(kind: Kind) -> set[str]:
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


def test_every_entry_becomes_its_typed_object() -> None:
    assert {place.code for place in PLACES} == ids("points") | ids("zones")
    assert [place.is_zone for place in PLACES].count(True) == len(ids("zones"))
    table = CATALOGUE.table("conditions")
    for name in table:
        assert condition(CATALOGUE, name).title
    listed = [name for name, entry in table.items() if not entry.get("from_sign")]
    assert [name for name, _ in conditions(CATALOGUE)] == listed
    assert len(advice(CATALOGUE)) == len(ids("advice"))
    for name in ids("regions"):
        assert CATALOGUE.region(name).limb
    for name in ids("cautions"):
        assert caution(CATALOGUE, name).text
    assert len(red_flags(CATALOGUE)) == len(ids("red_flags"))
    assert [each.name for each in routines(CATALOGUE)] == list(ROUTINES)
    for name in ids("choices"):
        assert choice(CATALOGUE, name).default in choice(CATALOGUE, name).values
    assert CATALOGUE.tables["schema"] == 1


def test_the_tables_of_the_catalogue_are_those_that_its_type_names() -> None:
    names = set(load_names().tables)
    assert (set(CATALOGUE.tables) - {"schema"}) | names == set(get_args(Kind))


def test_every_level_has_a_label_and_an_urgent_one_says_how_soon() -> None:
    assert [level.gravity for level in Level] == [0, 1, 2, 3, 4]
    assert all(level.label for level in Level)
    urgent = {Level.EMERGENCY, Level.SAME_DAY, Level.SOON}
    assert {level for level in Level if level.urgency} == urgent
    assert {flag.level for _, flag in red_flags(CATALOGUE)} == urgent


@pytest.mark.parametrize(("kind", "name"), [("cautions", "too-hard"), ("red_flags", "fever")])
def test_a_level_that_there_is_not_is_refused(kind: Kind, name: str) -> None:
    with pytest.raises(CatalogueError, match=rf'own\.toml: {kind} "{name}" has "level" "mild"'):
        READERS[kind](changed(kind, name, "level", "mild"), name)


ENTRIES = [
    ("points", "LI4", "region"),
    ("zones", "foot-ball", "place"),
    ("regions", "hand", "limb"),
    ("cautions", "too-hard", "level"),
    ("conditions", "pregnancy", "gate"),
    ("red_flags", "fever", "help"),
    ("choices", "pain", "default"),
    ("hurts", "sharp", "rest_days"),
    ("routines", "lower-back", "title"),
    ("routines", "lower-back", "steps"),
]
READERS: dict[str, Callable[[Catalogue, str], object]] = {
    "points": Catalogue.point,
    "zones": Catalogue.point,
    "regions": Catalogue.region,
    "cautions": caution,
    "conditions": condition,
    "red_flags": lambda catalogue, name: dict(red_flags(catalogue))[name],
    "choices": choice,
    "hurts": lambda catalogue, _: pain_answers(catalogue),
    "routines": routine,
}


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
    with pytest.raises(CatalogueError) as refused:
        READERS[kind](broken, name)
    for part in (
        "own.toml",
        kind.removesuffix("s"),
        f'"{name}"',
        f'"{key}"' if wrong == "missing" else '"colour"',
    ):
        assert part in str(refused.value)
    assert wrong in str(refused.value)


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
        READERS[kind](CATALOGUE, "nowhere")


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
