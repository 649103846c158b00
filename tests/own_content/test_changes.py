"""What is said of a good file before it is used: what is read or limited otherwise, and why."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

from presspoint.own_content.changes import changes
from support.own import GOOD, HAND, SHIPPED, changed, check


def said(folder: Path, content: dict[str, Any]) -> list[str]:
    """Return what becomes of a good file."""
    checked = check(folder, content)
    assert checked.faults == ()
    (file,) = checked.contents.values()
    return list(changes(SHIPPED, checked.catalogue, file.tables, file.words))


def test_a_place_is_left_out_as_its_point_is(tmp_path: Path) -> None:
    lines = said(tmp_path, changed(("points", "hand"), HAND))
    assert "hand is left out, as LI4 is, with pregnancy, or trying for a baby." in lines


def test_a_place_that_presspoint_does_not_time_is_left_out_as_its_region_is(tmp_path: Path) -> None:
    lines = said(tmp_path, GOOD)
    (waist,) = (each for each in lines if each.startswith("waist-edge"))
    assert waist.startswith("waist-edge is left out, as other places in the lower back are, with ")
    assert waist.endswith("more conditions.")


def test_sessions_are_those_of_the_point(tmp_path: Path) -> None:
    wrist = {**GOOD["points"]["shin"], "at": "HT7", "region": "wrist", "name": "Wrist"}
    wrist |= {"place": "the wrist", "find": "Feel the crease of the wrist."}
    wrist["hold"] = {"seconds": [10, 20], "cap": 20, "per_day": 3}
    assert "wrist: 1 session a day, not 3, as for HT7." in said(
        tmp_path, changed(("points", "wrist"), wrist)
    )


def test_a_routine_in_place_of_ours_and_words_of_every_day_are_named(tmp_path: Path) -> None:
    content = changed(("routines", "desk"), deepcopy(GOOD["routines"]["physio"]))
    content["routines"]["desk"]["steps"][0]["position"] = "sitting"
    first, second, *_ = said(tmp_path, content)
    assert first == 'Read as: "sitting" is seated.'
    assert second.startswith("Routine desk stands in place of presspoint's own, ")


def test_nothing_is_said_of_a_file_that_changes_nothing(tmp_path: Path) -> None:
    assert said(tmp_path, {"schema": 1, "sources": {"me": {"title": "Me"}}}) == []
