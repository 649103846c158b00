"""The commands that show and change a profile, and those that a profile stops."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.catalogue.safety_warnings import Level
from presspoint.safety.answers import ConditionAnswer, Rest
from presspoint.safety.profile import Profile
from presspoint.storage.profile_file import read_profile
from support.own import GOOD, with_own
from support.profiles import CATALOGUE, FULL, TODAY, at_home, keep, profile_file


@pytest.fixture(autouse=True)
def _one_day_and_one_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda _: TODAY)
    monkeypatch.setattr("presspoint.storage.catalogue_file.load", lambda: CATALOGUE)


def test_without_a_home_nothing_is_planned_and_looking_up_goes_on(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at_home(monkeypatch)
    for arguments in (["plan", "lower-back"], ["routine", "lower-back", "--yes"], ["profile"]):
        assert run_guarded(arguments) == 4
        answer = capsys.readouterr()
        assert (answer.out, answer.err.count("\n")) == ("", 1)
        assert "HOME" in answer.err
    for arguments in (["point", "LI4"], ["points"], ["routine"], ["conditions"]):
        assert run_guarded(arguments) == 0
    capsys.readouterr()
    for sign in (
        ["routine", "lower-back", "--red-flag", "trauma"],
        ["check", "--red-flag", "fever"],
    ):
        assert run_guarded(sign) == 3
        assert capsys.readouterr().out.startswith(("EMERGENCY: ", "TODAY: "))
    at_home(monkeypatch, XDG_CONFIG_HOME=str(home))
    keep(Profile(TODAY, Level.SAME_DAY))
    assert run_guarded(["plan", "lower-back"]) == 3


def test_the_words_for_a_sign_do_not_wait_for_a_profile(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = profile_file(home, "check = ")
    assert run_guarded(["routine", "lower-back", "--red-flag", "trauma"]) == 3
    answer = capsys.readouterr()
    assert answer.out.startswith("EMERGENCY: ")
    assert str(path) in answer.err


def test_a_damaged_profile_stops_its_commands_and_what_would_play(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = profile_file(home, "[conditions.fevr]\ntold = 2026-11-21")
    for arguments in (
        ["profile"],
        ["profile", "set", "cancer"],
        ["profile", "rest", "LI4"],
        ["profile", "clear", "--yes"],
        ["plan", "lower-back"],
    ):
        assert run_guarded(arguments) == 1
        answer = capsys.readouterr()
        assert answer.out == ""
        assert answer.err.startswith(f'presspoint: {path}: conditions "fevr": found an unknown')
    assert path.read_text() == "[conditions.fevr]\ntold = 2026-11-21"


def test_the_commands_set_rest_show_and_clear(capsys: pytest.CaptureFixture[str]) -> None:
    def said(*arguments: str) -> str:
        assert run_guarded(["profile", *arguments]) == 0
        return capsys.readouterr().out

    assert said().startswith("Nothing is saved about you.")
    assert said("set", "pregnancy", "inflamed-skin=left knee,BL23") == (
        "No safety check yet: presspoint check.\n"
        "Pregnancy, or trying for a baby (pregnancy). Saved on Saturday 21 November 2026.\n"
        "Broken, burnt or inflamed skin (inflamed-skin): left knee, BL23. "
        "Saved on Saturday 21 November 2026.\n"
    )
    rested = said("rest", "B47", "--because", " sore\n\x1b[31m\udcff  here ")
    assert rested.startswith("B47 is BL52's old number.")
    assert (
        r"The lower back (BL52) rests until Tuesday 24 November 2026: sore \x1b[31m\udcff here"
        in rested
    )
    assert "Hoku" not in said("rest", "Hegu", "--days", "1")
    assert json.loads(said("--json")) == {
        "profile": {
            "checked": None,
            "found": None,
            "declined": False,
            "skipped": None,
            "conditions": [
                {"id": "pregnancy", "told": "2026-11-21", "where": [], "expired": False},
                {
                    "id": "inflamed-skin",
                    "told": "2026-11-21",
                    "where": ["left knee", "BL23"],
                    "expired": False,
                },
            ],
            "rests": [
                {
                    "code": "BL52",
                    "until": "2026-11-24",
                    "because": "sore \x1b[31m\\udcff here",
                    **UNSAID,
                },
                {"code": "LI4", "until": "2026-11-22", "because": "", **UNSAID},
            ],
            "words": [],
            "advice": [],
        }
    }
    left = json.loads(said("clear", "B47", "Broken, burnt or inflamed skin", "--json"))["profile"]
    assert [each["id"] for each in left["conditions"]] == ["pregnancy"]
    assert [each["code"] for each in left["rests"]] == ["LI4"]
    assert said("clear", "--yes").startswith("Nothing is saved about you.")
    assert read_profile(CATALOGUE) == Profile()


def test_what_has_ended_or_expired_is_shown_so(capsys: pytest.CaptureFixture[str]) -> None:
    ago = TODAY - timedelta(days=15)
    keep(
        Profile(
            ago, conditions=(ConditionAnswer("bruised-skin", ago),), rests=(Rest("LI4", TODAY),)
        )
    )
    assert run_guarded(["profile", "show"]) == 0
    assert capsys.readouterr().out == (
        "Last check on Friday 6 November 2026: nothing found.\n"
        "Bruised skin (bruised-skin). Saved on Friday 6 November 2026. "
        "The next routine asks about it again.\n"
    )
    assert run_guarded(["profile", "show", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)["profile"]
    assert (shown["checked"], shown["found"], shown["rests"]) == ("2026-11-06", "nothing", [])
    assert shown["conditions"][0]["expired"] is True
    assert run_guarded(["profile", "rest", "BL23"]) == 0
    profile = read_profile(CATALOGUE)
    assert profile
    assert [each.code for each in profile.rests] == ["BL23"], "a rest that has ended is dropped"


def test_an_own_place_rests_with_the_point_it_is_at_though_its_file_goes(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "own").mkdir()
    own = with_own(home / "own", GOOD)
    monkeypatch.setattr("presspoint.storage.catalogue_file.load", lambda: own)
    assert run_guarded(["profile", "rest", "waist-edge"]) == 0
    assert run_guarded(["profile", "rest", "shin", "--days", "2"]) == 0
    profile = read_profile(CATALOGUE)
    assert profile
    assert [(each.code, each.until.day) for each in profile.rests] == [
        ("waist-edge", 24),
        ("shin", 23),
        ("ST36", 23),
    ]


def test_clearing_everything_keeps_a_stop_and_forgets_that_a_check_was_declined(
    capsys: pytest.CaptureFixture[str],
) -> None:
    keep(FULL)
    assert run_guarded(["profile", "clear", "--yes"]) == 0
    said = capsys.readouterr().out
    assert (
        "Stopped on Saturday 21 November 2026 (same day): no routine starts until a doctor "
        "has looked at it" in said
    )
    assert "The stop of Saturday 21 November 2026 stays until a later check ends it" in said
    assert read_profile(CATALOGUE) == Profile(TODAY, Level.SAME_DAY)
    assert run_guarded(["profile", "clear", "--yes"]) == 1
    keep(Profile(TODAY, check_skipped_on=TODAY))
    assert run_guarded(["profile", "clear", "--yes"]) == 0
    assert read_profile(CATALOGUE) == Profile()


UNSAID = {"answer": None, "side": None, "feeling_back": None}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["clear"], 2, "add --yes, or say what to clear"),
        (["clear", "--json"], 2, "add --yes"),
        (["clear", "fever"], 1, 'There is no "fever" in your profile.'),
        (["clear", "my-kne"], 1, 'Did you mean "my-knee"?'),
        (["clear", "BL23", "LI4"], 1, 'There is no "LI4" in your profile.'),
        (["set", "diabetes", "diabetes"], 2, "Give diabetes once"),
        (["set", "diabetes=left"], 2, "Leave the place out"),
        (["set"], 2, "presspoint profile set --help"),
        (["rest", "P6"], 1, "can mean"),
        (["rest", "nothing like it"], 1, "No point called"),
        (["rest", "LI4", "--days", "91"], 2, "from 1 to 90"),
        (["rest", "LI4", "--because", "a" * 201], 2, "can have 200 characters"),
        (["--json", "show"], 2, "profile show --json"),
        (["BL23"], 2, "presspoint profile --help"),
    ],
)
def test_a_wrong_wish_is_answered_with_the_next_step_and_changes_nothing(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(FULL)
    assert run_guarded(["profile", *arguments]) == code
    answer = capsys.readouterr()
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert said in answer.err
    assert read_profile(CATALOGUE) == FULL


@pytest.mark.parametrize(
    ("answer", "left"), [("yes", Profile(TODAY, Level.SAME_DAY)), ("no", FULL), ("leave", FULL)]
)
def test_on_a_terminal_clearing_everything_asks_first(
    answer: str, left: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presspoint.cli.profile.can_ask", lambda: True)
    monkeypatch.setattr("presspoint.run.questions.asking.ask_key", lambda *_: answer)
    keep(FULL)
    assert run_guarded(["profile", "clear"]) == 0
    assert read_profile(CATALOGUE) == left


def rested(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    """The entry of BL40 after `profile rest BL40` with these arguments."""
    assert run_guarded(["profile", "rest", "BL40", *arguments, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)["profile"]["rests"]
    return next(each for each in shown if each["code"] == "BL40")


@pytest.mark.parametrize(
    ("arguments", "answer", "days"),
    [
        (("--feels", "numb"), "numb", 14),
        (("--feels", "pins and needles"), "numb", 14),
        (("--feels", "spreading"), "spreading", 14),
        (("--feels", "sharp"), "sharp", 7),
        (("--feels", "just sore"), "sore", 2),
        (("--feels", "sore", "--days", "5"), "sore", 5),
        (("--because", "it went numb"), "numb", 14),
        (("--because", "It went numb.", "--days", "14"), "numb", 14),
        (("--because", "the pain spread"), "spreading", 14),
        (("--because", "it felt sharp"), "sharp", 7),
        (("--because", "it was sore"), "sore", 2),
        (("--because", "bruised"), None, 3),
        ((), None, 3),
    ],
)
def test_a_rest_holds_how_it_feels_and_lasts_as_long_as_after_that_answer(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], answer: str | None, days: int
) -> None:
    shown = rested(capsys, *arguments)
    assert (shown["answer"], shown["side"]) == (answer, None)
    assert shown["until"] == f"{TODAY + timedelta(days=days)}"


def test_a_rest_of_one_side_is_of_that_side_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert rested(capsys, "--feels", "numb", "--side", "left")["side"] == "left"
    assert rested(capsys, "--feels", "numb", "--side", "left")["side"] == "left"
    assert rested(capsys, "--feels", "sore")["answer"] == "numb", "the graver answer stays"
    assert rested(capsys, "--feels", "numb", "--side", "right")["side"] is None, "both, in all"


@pytest.mark.parametrize("option", [("--feels", "nice"), ("--side", "top")])
def test_an_unknown_answer_or_side_rests_nothing(
    capsys: pytest.CaptureFixture[str], option: tuple[str, str]
) -> None:
    assert run_guarded(["profile", "rest", "BL40", *option]) == 2
    assert f"for {option[0]}" in capsys.readouterr().err
    assert read_profile(CATALOGUE) is None


@pytest.mark.parametrize("clearing", [["BL40"], ["--yes"]])
def test_clearing_never_passes_the_question_after_a_numb_place(
    capsys: pytest.CaptureFixture[str], clearing: list[str]
) -> None:
    assert run_guarded(["profile", "rest", "BL40", "--feels", "numb"]) == 0
    run_guarded(["profile", "clear", *clearing])
    printed = capsys.readouterr()
    assert "whether the feeling is back" in printed.out + printed.err
    assert run_guarded(["plan", "sciatica"]) == 3
