"""Words of every day in own files are taken as the ids that they stand for, where that is sure."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from presspoint.own_content.words.everyday import with_ids
from presspoint.own_content.words.reader import Reader, ids_meant
from presspoint.storage.catalogue_file import load_names
from support.cases import every
from support.own import GOOD, SHIPPED, changed, check, with_own, zone

READER = Reader(SHIPPED, load_names, frozenset({"shin", "waist-edge"}), {})
SHIN, STEP = ("points", "shin"), ("routines", "physio", "steps", 0)
TAKEN: tuple[tuple[tuple[str | int, ...], object, object], ...] = (
    ((*SHIN, "at"), "st36", "ST36"),
    ((*SHIN, "at"), "ST-36", "ST36"),
    ((*SHIN, "region"), "Lower leg", "lower-leg"),
    ((*SHIN, "region"), "calf", "lower-leg"),
    ((*SHIN, "positions"), ["sitting"], ["seated"]),
    ((*SHIN, "positions"), ["Chair", "lying on your back"], ["seated", "lying-back"]),
    ((*SHIN, "tools"), ["thumbs"], ["thumb"]),
    ((*SHIN, "helps"), ["back pain", "stiff neck"], ["lower-back", "neck"]),
    ((*SHIN, "helps"), ["migraine", "my lower back hurts"], ["headache", "lower-back"]),
    (("routines", "physio", "helps"), ["piriformis"], ["hip"]),
    ((*SHIN, "avoid"), ["Varicose veins"], ["varicose-veins"]),
    ((*SHIN, "rhythm"), "Circle", "circle"),
    ((*STEP, "position"), "sitting", "seated"),
    ((*STEP, "presses", 0, "points"), ["li4"], ["LI4"]),
    (("routines", "physio", "helps"), ["lumbago"], ["lower-back"]),
    (("cautions", "go-easy", "on"), ["bl 40", "shin"], ["BL40", "shin"]),
)


def value_at(content: Any, path: tuple[str | int, ...]) -> object:  # noqa: ANN401  # tables and lists
    for each in path:
        content = content[each]
    return content


@every(("path", "typed", "meant"), TAKEN)
def test_a_word_of_every_day_is_taken(
    tmp_path: Path, path: tuple[str | int, ...], typed: object, meant: object
) -> None:
    content = changed(path, typed)
    assert check(tmp_path, content).faults == ()
    tables = {name: each for name, each in content.items() if name != "schema"}
    assert value_at(with_ids(READER, tables), path) == meant


def test_ids_stay_as_they_are() -> None:
    tables = {name: each for name, each in GOOD.items() if name != "schema"}
    assert with_ids(READER, deepcopy(tables)) == tables


@every("word", ["chest pain", "slipped disc", "toothache", "numb leg", "cancer", "everything"])
def test_words_that_are_a_matter_of_safety_first_are_no_complaint(
    tmp_path: Path, word: str
) -> None:
    (fault,) = check(tmp_path, changed((*SHIN, "helps"), [word])).faults
    assert f'found "{word}"' in str(fault)


def test_an_id_of_ones_own_is_no_word(tmp_path: Path) -> None:
    content = changed(("zones", "li4"), zone("hand", ["thumb"], ["seated"]))
    content["routines"]["physio"]["steps"][0]["presses"] = [{"points": ["li4"], "seconds": 20}]
    catalogue = with_own(tmp_path, content)
    step = catalogue.tables["routines"]["physio"]["steps"][0]
    assert step["presses"][0]["points"] == ["li4"]


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("sitting", ("seated",)),
        ("chair", ("seated",)),
        ("lying", ("lying-back", "lying-side")),
        ("handstand", ()),
    ],
)
def test_a_position_with_a_ball_is_meant_only_by_its_name(word: str, ids: tuple[str, ...]) -> None:
    assert ids_meant(SHIPPED, "positions", word) == ids


def test_any_ball_and_any_hand_are_those_that_are_safe_there(tmp_path: Path) -> None:
    sole = zone("foot", ["hands", "ball"], ["sitting"])
    catalogue = with_own(tmp_path, {"schema": 1, "zones": {"sole": sole}})
    tools = catalogue.point("sole").tools
    assert {"thumb", "tennis-balls", "massage-ball"} <= set(tools)
    knee = zone("knee", ["hands"], ["sitting"], reach="self")
    catalogue = with_own(tmp_path, {"schema": 1, "zones": {"behind": knee}})
    assert "thumb" in catalogue.point("behind").tools
    assert "knuckle" not in catalogue.point("behind").tools


def test_a_ball_where_none_is_safe_is_one_fault(tmp_path: Path) -> None:
    knee = zone("knee", ["thumb", "ball"], ["seated"])
    (fault,) = check(tmp_path, {"schema": 1, "zones": {"behind": knee}}).faults
    assert 'found "ball" (tennis-balls). It should be one of the tools that are safe' in str(fault)
