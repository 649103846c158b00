"""After a nerve sign: no run, option or key goes past the question if the feeling is back."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.catalogue.pain_answers import Feeling
from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, NotPlayed
from presspoint.run.questions.feeling import ask_about_feeling, ask_about_signs
from presspoint.safety.answers import Rest
from presspoint.safety.profile import Profile
from presspoint.storage.profile_file import change_profile, read_profile
from support.profiles import profile_file
from support.typist import typing

TODAY = date(2026, 11, 21)
UNTIL = TODAY + timedelta(days=9)
NUMB = (
    Rest("BL23", UNTIL, "it went numb", Feeling.NUMB),
    Rest("BL52", UNTIL, "it went numb", Feeling.NUMB),
)


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda _: TODAY)


def numb(catalogue: Catalogue, *rests: Rest) -> Profile:
    return change_profile(catalogue, lambda now: now._replace(rests=rests or NUMB))


def test_one_question_for_places_pressed_together_and_it_is_not_asked_again(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    person = typing(monkeypatch, "y")
    profile = ask_about_feeling(catalogue, numb(catalogue), TODAY)
    assert not person.keys
    assert capsys.readouterr().out.startswith("It went numb at the lower back (BL23 and BL52). ")
    assert read_profile(catalogue) == profile
    assert [(each.until, each.feeling_back) for each in profile.rests] == [(UNTIL, TODAY)] * 2
    assert ask_about_feeling(catalogue, profile, TODAY) == profile  # nobody types


def test_not_back_rests_anew_with_advice_for_today_and_plays_nothing(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typing(monkeypatch, "n")
    with pytest.raises(NotPlayed) as left:
        ask_about_feeling(catalogue, numb(catalogue), TODAY)
    assert left.value.exit_code is ExitCode.NOT_PLAYED
    assert "\nTODAY: Nothing is pressed today." in capsys.readouterr().out
    profile = read_profile(catalogue)
    assert profile
    assert {each.until for each in profile.rests} == {TODAY + timedelta(days=14)}
    assert len(profile.rests_to_ask_about(TODAY)) == 2, "it is asked again at the next run"


def test_leaving_the_question_answers_nothing(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, "q", "q")
    profile = numb(catalogue)
    for ask in (ask_about_signs, ask_about_feeling):
        with pytest.raises(NotPlayed) as left:
            ask(catalogue, profile, TODAY)
        assert left.value.exit_code is ExitCode.DONE
    assert read_profile(catalogue) == profile


def test_an_emergency_sign_asked_again_stops(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typing(monkeypatch, "y")
    with pytest.raises(NotPlayed):
        ask_about_signs(catalogue, numb(catalogue), TODAY)
    assert "\nEMERGENCY: " in capsys.readouterr().out
    profile = read_profile(catalogue)
    assert profile
    assert profile.urgency is Level.EMERGENCY


OLD = '[rests.BL40]\nuntil = 2026-11-30\nbecause = "it went numb"\n'


@pytest.mark.parametrize("content", [OLD, OLD.replace("it went numb", "the pain spread")])
@pytest.mark.parametrize(
    "arguments",
    [
        ["routine", "lower-back", "--yes"],
        ["routine", "lower-back", "--yes", "--provider-agreed", "--again-today"],
        ["routine", "desk", "--yes", "--plain"],
        ["routine", "lower-back"],
        ["plan", "sciatica"],
        ["plan", "desk", "--provider-agreed", "--again-today"],
    ],
)
def test_a_profile_of_0_1_0_plays_nothing_where_nobody_can_be_asked(
    home: Path, capsys: pytest.CaptureFixture[str], content: str, arguments: list[str]
) -> None:
    profile_file(home, content)
    assert run_guarded(arguments) == 3
    printed = capsys.readouterr().out
    assert printed.startswith("TODAY: You answered: ")
    assert printed.splitlines()[-1].endswith("presspoint check.")


def test_the_plan_of_somebody_numb_is_a_document_without_phases(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile_file(home, OLD)
    assert run_guarded(["plan", "sciatica", "--json"]) == 3
    plan = json.loads(capsys.readouterr().out)
    assert plan["phases"] == []
    assert plan["warnings"][0]["level"] == "same-day"
    assert {"BL40", "GB30", "GB34"} <= {each["code"] for each in plan["left_out"]}
