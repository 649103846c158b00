"""Own places of a region count together over a day, and with what is pressed there."""

from pathlib import Path

import pytest

from presspoint.catalogue.routines import routine
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.plan import build
from presspoint.safety.answers import Flags
from presspoint.safety.screening import screen
from presspoint.safety.sessions_today import region_namer, sessions_by_code
from support.own import SHIPPED, dose, with_own, with_routine_of, zone
from support.plans import planned, telling


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Return the catalogue with two zones in the knee, each in a routine, and one at the elbow."""
    knee = zone("knee", ["thumb"], ["seated"], hold=dose(30, 2))
    zones = {"a": knee, "b": knee, "bend": zone("elbow", ["thumb"], ["seated"], hold=dose(30))}
    content = with_routine_of(zones, {"points": ["a"], "seconds": 30, "rounds": 2})
    routines = content["routines"]
    for code in ("b", "bend"):
        one = with_routine_of(zones, {"points": [code], "seconds": 30})["routines"]["mine"]
        routines[f"only-{code}"] = one
    hand = {"title": "Hand", "position": "seated", "presses": [{"points": ["LI4"], "seconds": 30}]}
    routines["only-bend"] = {
        **routines["only-bend"],
        "steps": [*routines["only-bend"]["steps"], hand],
    }
    return with_own(tmp_path, content)


def is_pressed(catalogue: Catalogue, name: str, pressed: dict[str, int]) -> bool:
    """Whether anything of a routine is pressed after these sessions."""
    wanted = routine(catalogue, name)
    screening = screen(catalogue, wanted, Flags(), pressed_today=pressed)
    return bool(build(catalogue, wanted, {}, screening).course.turns)


@pytest.mark.parametrize(
    "pressed",
    [
        {"a": 3, "region:knee": 3},
        {"a": 2, "b": 1, "region:knee": 3},
        {"BL40": 3, "region:knee": 3},
        {"BL40": 1, "a": 1, "b": 1, "region:knee": 3},
        {"BL40": 2, "gone": 1, "region:knee": 2, "region:": 1},
        {"a": 1, "b": 2},
    ],
)
def test_after_three_sessions_of_the_region_no_own_place_of_it_is_pressed(
    catalogue: Catalogue, pressed: dict[str, int]
) -> None:
    assert not is_pressed(catalogue, "mine", pressed)
    assert not is_pressed(catalogue, "only-b", pressed)


@pytest.mark.parametrize(
    "pressed",
    [
        {"a": 2, "region:knee": 2},
        {"a": 2, "b": 2, "BL40": 2, "region:knee": 2},
        {"LI4": 3, "region:hand": 3},
        {},
    ],
)
def test_a_session_counts_once_for_a_region_whatever_it_pressed_there(
    catalogue: Catalogue, pressed: dict[str, int]
) -> None:
    assert is_pressed(catalogue, "mine", pressed)
    assert is_pressed(catalogue, "only-b", pressed)


def test_what_own_places_pressed_counts_for_the_shipped_places_of_the_region(
    catalogue: Catalogue,
) -> None:
    assert is_pressed(catalogue, "back-of-the-knees", {"a": 2, "region:knee": 2})
    assert not is_pressed(catalogue, "back-of-the-knees", {"a": 2, "b": 1, "region:knee": 3})
    assert not is_pressed(catalogue, "back-of-the-knees", {"a": 2, "BL40": 1, "region:knee": 3})


def test_without_own_files_nothing_is_counted_but_codes() -> None:
    pressed = {"BL40": 1, "BL39": 2, "region:knee": 2, "region:": 4}
    assert sessions_by_code(SHIPPED, pressed) == pressed


def test_a_code_of_no_file_is_in_no_region(catalogue: Catalogue) -> None:
    region_of = region_namer(catalogue)
    assert [region_of(each) for each in ("BL40", "a", "gone")] == [
        "region:knee",
        "region:knee",
        "region:",
    ]


def test_nothing_stands_in_beside_an_own_place_that_may_be_just_there(
    catalogue: Catalogue,
) -> None:
    plan = planned(catalogue, "only-bend", {}, telling("pregnancy", provider_agreed=True))
    assert not [turn for turn in plan.course.turns if {"LI4", "LI11"} & set(turn.points)]
