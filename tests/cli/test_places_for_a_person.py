"""Cards, lists and maps say which places are not for this person, and a stop comes first."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from presspoint.catalogue.conditions import conditions
from presspoint.catalogue.safety_warnings import Level
from presspoint.cli.app import run
from presspoint.run.places.person import Person
from presspoint.safety.answers import BodyPlace, ConditionAnswer, Flags, Rest
from presspoint.safety.profile import Profile
from presspoint.safety.screening import limits_on
from presspoint.storage.catalogue_file import load
from presspoint.storage.profile_file import change_profile
from presspoint.storage.settings_file import current_day
from support.cases import every

CATALOGUE = load()
TODAY = current_day()
PLACES = [
    place for place in (*CATALOGUE.points(), *CATALOGUE.zones()) if place.hold and place.positions
]
NAMES = tuple(name for name, rule in conditions(CATALOGUE) if not rule.from_sign)
STOPPED = Profile(checked_on=TODAY, urgency=Level.SAME_DAY)
PREGNANT = Profile(conditions=(ConditionAnswer("pregnancy", TODAY),))
LISTS = [["point", "LI4"], ["points"], ["map"], ["map", "hand"], ["points", "--search", "LI4"]]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSPOINT_HOME", str(tmp_path / "home"))


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    run(list(arguments))
    return capsys.readouterr().out


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed(capsys, *arguments, "--json"))
    return found


def save(profile: Profile) -> None:
    change_profile(CATALOGUE, lambda _: profile)


@every("name", NAMES)
def test_a_place_has_a_reason_where_no_way_is_left_and_only_there(name: str) -> None:
    flags = Flags(conditions=(ConditionAnswer(name, TODAY),))
    person = Person(limits_on(CATALOGUE, flags, Profile(), TODAY, {}))
    for place in PLACES:
        assert bool(person.reason(place)) is not person.may_press(CATALOGUE, place), place.code


@every("name", ("pregnancy", "clot-history", "swollen-legs", "cancer"))
def test_cards_and_lists_have_the_reason(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    save(Profile(conditions=(ConditionAnswer(name, TODAY),)))
    found = document(capsys, "points")
    person = Person(
        limits_on(CATALOGUE, Flags((), (ConditionAnswer(name, TODAY),)), Profile(), TODAY, {})
    )
    for row in (*found["points"], *found["zones"]):
        assert row["not_for_you"] == person.reason(CATALOGUE.point(row["code"]))
    assert "warnings" not in found
    bl40 = "(not for you: not pressed" in printed(capsys, "points", "--region", "knee")
    assert bl40 is bool(person.reason(CATALOGUE.point("BL40")))


def test_a_card_says_it_before_how_to_press(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Not for you" not in printed(capsys, "point", "LI4")
    save(PREGNANT)
    lines = printed(capsys, "point", "LI4").splitlines()
    assert lines[1] == "Not for you: Not pressed in pregnancy."
    assert document(capsys, "point", "LI4")["not_for_you"] == "not pressed in pregnancy"
    assert "Not for you: not pressed in pregnancy." in printed(capsys, "map", "hand")
    assert "Not for you" not in printed(capsys, "point", "SI3")


def test_what_nobody_presses_is_marked_for_everybody(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["points", "--all", "--region", "neck"], ["map", "ST9"]):
        lines = printed(capsys, *arguments).splitlines()
        (st9,) = (each for each in lines if "ST9" in each)
        assert "never press: it lies over" in st9.casefold()
    rows = document(capsys, "points", "--all")["points"]
    marked = {row["code"] for row in rows if row["never_pressed"]}
    assert {"ST9", "GV4", "CV8", "LU9", "SP12"} <= marked
    assert marked.isdisjoint(row["code"] for row in rows if row["coached"])


def test_one_side_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    left = (BodyPlace("left", "knee"),)
    save(Profile(conditions=(ConditionAnswer("inflamed-skin", TODAY, left),)))
    assert "Not for you: On the left, not pressed" in printed(capsys, "point", "BL40")


def test_a_place_that_rests_is_not_for_now(capsys: pytest.CaptureFixture[str]) -> None:
    save(Profile(rests=(Rest("SI3", TODAY + timedelta(2), "it felt sharp"),)))
    assert "Not for you: Rests until" in printed(capsys, "point", "SI3")


@every("arguments", LISTS)
def test_a_stop_comes_first_and_no_place_is_for_now(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    save(STOPPED)
    out = printed(capsys, *arguments)
    assert out.startswith("TODAY: Your check on ")
    assert "not for you: nothing is to be pressed now" in out.casefold()


@every("arguments", (["point", "LI4"], ["points"]))
def test_a_stop_is_among_the_warnings_of_a_document(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    save(STOPPED)
    found = document(capsys, *arguments)
    assert [each["level"] for each in found["warnings"]] == ["same-day"]
    rows = found.get("points", [found])
    assert {row["not_for_you"] for row in rows} == {"nothing is to be pressed now"}


@every("arguments", LISTS)
def test_what_cannot_be_read_is_no_place_to_press(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "home" / "config" / "profile.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("conditions = [", encoding="utf-8")
    run(arguments)
    found = capsys.readouterr()
    assert "not for you: your answers cannot be read" in found.out.casefold()
    assert found.err.count("Until it can be read, no place is shown as one to press.") == 1
