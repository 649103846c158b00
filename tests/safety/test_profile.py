"""What a profile says: where a condition is, by any of its names, and how long an answer counts."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.errors import PresspointError, UsageError
from presspoint.run.arguments.names import parse_condition
from presspoint.safety.answers import BodyPlace, ConditionAnswer
from presspoint.safety.body_places import parse_body_place
from presspoint.safety.profile import Profile
from presspoint.storage.profile_file import read_profile
from support.profiles import CATALOGUE, TODAY, keep, profile_file


@pytest.fixture(autouse=True)
def _one_day_and_one_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda _: TODAY)
    monkeypatch.setattr("presspoint.storage.catalogue_file.load", lambda: CATALOGUE)


days = st.dates(min_value=date(2000, 1, 1), max_value=date(9999, 12, 31))
CONDITION = "[conditions.varicose-veins]\ntold = 2026-11-21\n"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Right", BodyPlace("right")),
        (" left   knee ", BodyPlace("left", "knee")),
        ("left-knee", BodyPlace("left", "knee")),
        ("left lower-leg", BodyPlace("left", "lower-leg")),
        ("Right-calf", BodyPlace("right", "lower-leg")),
        ("right back of the knee", BodyPlace("right", "knee")),
        ("Belly", BodyPlace("", "abdomen")),
        ("ex-hn-anmian", BodyPlace("", "EX-HN-ANMIAN")),
        ("left bl 23", BodyPlace("left", "BL23")),
        ("foot-ball", BodyPlace("", "foot-ball")),
    ],
)
def test_a_place_is_known_by_side_region_or_code(text: str, where: BodyPlace) -> None:
    assert parse_body_place(text, "varicose-veins", CATALOGUE) == where
    assert parse_body_place(where.words, "varicose-veins", CATALOGUE) == where


AWAY = CONDITION + 'where = ["my-knee", "left shin-spot", "left-li4-spot", "hand2", "knee"]\n'


def test_a_place_answered_by_an_own_code_stays_in_force_while_its_file_is_away(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile_file(home, AWAY)
    where = (
        *(BodyPlace("", "my-knee"), BodyPlace("left", "shin-spot"), BodyPlace("", "left-li4-spot")),
        *(BodyPlace("", "hand2"), BodyPlace("", "knee")),
    )
    profile = Profile(conditions=(ConditionAnswer("varicose-veins", TODAY, where),))
    assert read_profile(CATALOGUE) == profile
    assert keep(profile) == read_profile(CATALOGUE)
    assert run_guarded(["plan", "back-of-the-knees", "--without-own-files", "--json"]) == 3
    answer = capsys.readouterr()
    assert json.loads(answer.out)["conditions"] == ["varicose-veins"]
    assert {each["side"] for each in json.loads(answer.out)["left_out"]} == {None}
    remarks = answer.err.splitlines()
    assert len(remarks) == 4
    assert remarks[0].startswith("presspoint: Your profile has varicose-veins at my-knee, and none")


@pytest.mark.parametrize(
    "repair",
    [
        ["profile", "clear", "varicose-veins"],
        ["profile", "clear", "--yes"],
        ["profile", "set", "varicose-veins=knee"],
        ["check", "--no-red-flags"],
    ],
)
def test_a_place_whose_file_is_away_can_be_cleared(home: Path, repair: list[str]) -> None:
    profile_file(home, AWAY)
    assert run_guarded(repair) == 0
    profile = read_profile(CATALOGUE)
    assert profile
    assert [each.where for each in profile.conditions] in ([], [(BodyPlace("", "knee"),)])


@pytest.mark.parametrize(
    "typed", ["lower-bakc", "kneee", "left-kneee", "left kneee", "BL233", "../x", "my knee"]
)
def test_a_mistyped_place_is_not_taken_for_an_own_one(home: Path, typed: str) -> None:
    profile_file(home, CONDITION + f'where = ["{typed}"]')
    with pytest.raises(PresspointError, match="It should be a side"):
        read_profile(CATALOGUE)


@pytest.mark.parametrize(
    ("days", "old"), [(-3650, True), (-1, True), (0, False), (30, False), (31, True)]
)
def test_a_check_ages_and_one_of_a_day_to_come_is_old(days: int, old: bool) -> None:  # noqa: FBT001  # a column of the table
    assert Profile(TODAY - timedelta(days=days)).check_is_old(TODAY) is old


@pytest.mark.parametrize(
    ("days", "expired"), [(-3650, True), (-1, True), (0, False), (13, False), (14, True)]
)
def test_a_condition_expires_and_so_does_one_of_a_day_to_come(days: int, expired: bool) -> None:  # noqa: FBT001  # as above
    answer = ConditionAnswer("bruised-skin", TODAY - timedelta(days=days))
    assert answer.has_expired(14, TODAY) is expired
    assert not answer.has_expired(0, TODAY)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            "hypertensoin",
            'There is no "hypertensoin" for --condition. Did you mean "hypertension"?',
        ),
        ("fever=left", "Leave the place out"),
        ("fever=", "Leave the place out"),
        ("varicose-veins=", 'no place ""'),
        ("varicose-veins=left,kneee", 'no place "kneee". Did you mean "knee"?'),
        ("varicose-veins=knee left", 'no place "knee left"'),
        ("=left", "There is no"),
    ],
)
def test_an_unknown_condition_or_place_is_usage(given: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_condition(CATALOGUE, given, "--condition", TODAY)
    assert said in str(refused.value)


def test_a_condition_is_answered_with_its_places() -> None:
    assert parse_condition(CATALOGUE, "Fever", "--condition", TODAY) == ConditionAnswer(
        "fever", TODAY
    )
    where = (BodyPlace("left", "knee"), BodyPlace("", "BL23"))
    answer = parse_condition(CATALOGUE, "Inflamed-Skin=left knee,BL23,left-knee", "-", TODAY)
    assert answer == ConditionAnswer("inflamed-skin", TODAY, where)
