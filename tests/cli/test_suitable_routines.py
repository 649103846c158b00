"""Which routines suit the person, in the list, after the check and in a refusal."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.safety_warnings import Level
from presspoint.safety.answers import ConditionAnswer
from presspoint.safety.profile import Profile
from presspoint.storage.settings_file import current_day
from support.profiles import keep, profile_file

TODAY = current_day()


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert run_guarded(list(arguments)) == code
    return capsys.readouterr().out


def listed(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, Any]]:
    document = json.loads(said(capsys, "routine", "--json"))
    return {each["name"]: each for each in document["routines"]}


def with_conditions(*names: str, on: date = TODAY) -> Profile:
    return Profile(on, conditions=tuple(ConditionAnswer(name, on) for name in names))


def test_a_person_whom_nothing_limits_finds_no_mark(capsys: pytest.CaptureFixture[str]) -> None:
    for profile in (None, Profile(TODAY), Profile(check_skipped_on=TODAY)):
        if profile:
            keep(profile)
        assert "Not for you" not in said(capsys, "routine")
        assert all(
            (each["suits"], each["why_not"]) == (True, None) for each in listed(capsys).values()
        )


def test_routines_that_leave_too_little_are_marked_with_the_reason_in_a_word(
    capsys: pytest.CaptureFixture[str],
) -> None:
    keep(with_conditions("pregnancy"))
    out = said(capsys, "routine")
    (line,) = (each for each in out.splitlines() if each.startswith("Not for you (pregnan"))
    routines = listed(capsys)
    assert routines["lower-back"]["suits"] is False
    assert "pregnan" in routines["lower-back"]["why_not"]
    marked = set(line.rstrip(".").partition("): ")[2].split(", "))
    assert marked == {name for name, each in routines.items() if not each["suits"]}
    assert not [name for name in marked if f"\n  {name} " in out]
    for name, each in routines.items():
        code = 0 if each["suits"] else 3
        plan = json.loads(said(capsys, "plan", name, "--provider-agreed", "--json", code=code))
        if each["suits"]:
            assert each["total_seconds"] == plan["total_seconds"]  # what it takes for this person


def test_after_a_check_that_found_a_sign_no_routine_suits_and_the_stop_comes_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    keep(Profile(TODAY, Level.EMERGENCY))
    assert said(capsys, "routine").startswith("EMERGENCY: ")
    document = json.loads(said(capsys, "routine", "--json"))
    assert [each["level"] for each in document["warnings"]] == ["emergency"]
    assert not any(each["suits"] for each in document["routines"])


def test_a_profile_that_cannot_be_read_is_not_taken_for_no_limits(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile_file(home, "check = ")
    assert run_guarded(["routine", "--json"]) == 0
    answer = capsys.readouterr()
    assert "profile.toml" in answer.err
    assert all(each["suits"] is None for each in json.loads(answer.out)["routines"])


def test_the_check_ends_with_a_routine_that_this_person_may_play(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for names in ((), ("pregnancy",), ("osteoporosis", "varicose-veins")):
        options = [word for name in names for word in ("--condition", name)]
        end = said(capsys, "check", "--no-red-flags", *options).splitlines()[-1]
        routine = end.split("presspoint routine ")[1].split(".")[0]
        assert (routine == "lower-back") is ("pregnancy" not in names)
        said(capsys, "plan", routine, "--provider-agreed")


def test_a_plan_that_leaves_too_little_names_what_suits(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = said(capsys, "plan", "lower-back", "--pregnant", code=3)
    suits, verdict = out.splitlines()[-2:]
    assert suits.startswith("What suits you: gentle-neck (")
    assert "whole-set" not in suits  # two of its seven steps are left
    assert verdict.startswith('Not started: too little of "For a sore lower back" is left for you.')
    assert "--provider-agreed" not in out
    assert "Ask your midwife or doctor first." in verdict


def test_what_was_skipped_yesterday_is_shown_as_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    yesterday = TODAY - timedelta(days=1)
    keep(Profile(check_skipped_on=yesterday))
    profile = json.loads(said(capsys, "profile", "--json"))["profile"]
    assert (profile["declined"], profile["skipped"]) == (True, f"{yesterday}")
