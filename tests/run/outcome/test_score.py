"""A week is asked one key each, or typed; a total is within its range; nothing half is saved."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Never

import pytest

from presspoint.errors import StorageError
from presspoint.outcome.scores import Activity, Change, Questionnaire
from presspoint.run.outcome import figures
from presspoint.storage.entries.scores import read_scores, read_totals
from presspoint.storage.settings_file import current_day
from support.terminal import Terminal
from support.typist import Typist

Call = Callable[..., tuple[int, str, str]]
People = Callable[..., Typist]
TODAY = current_day()
ENTER = "c-m"


def weeks_ago(number: int) -> str:
    return (TODAY - timedelta(weeks=number)).isoformat()


# Asked


def test_the_first_time_asks_two_questions_one_key_each(call: Call, person: People) -> None:
    answering = person("6", "t")
    code, out, _ = call("score")
    (score,) = read_scores()
    assert (code, score.day, score.pain, score.held_back, score.change) == (0, TODAY, 6, 10, None)
    assert not answering.keys
    assert "pain 6, held back 10." in out
    assert "--activity" in out, "how to follow activities is said as long as there are none"


def test_an_activity_is_named_once_and_asked_each_time_until_it_is_forgotten(
    call: Call, person: People
) -> None:
    person("6", "4", "7")
    call("score", "--activity", "putting on socks", "--when", weeks_ago(2))
    person("6", "4", ENTER, "4")
    call("score", "--when", weeks_ago(1))
    person("6", "4", "5", "6")
    call("score")
    first, second, third = read_scores()
    assert first.activities == (Activity("putting on socks", 7),)
    assert (second.activities, second.skipped) == ((), ("putting on socks",))
    assert third.activities == (Activity("putting on socks", 5),)
    assert (second.change, third.change) == (Change.SAME, Change.BETTER)
    person("6", "4", "4")
    call("score", "--forget", "putting on socks")
    assert read_scores()[-1].names == ()


def test_what_is_typed_is_not_asked(call: Call, person: People) -> None:
    answering = person("4")
    assert call("score", "--pain", "6", "--activity", "stairs=2")[0] == 0
    assert not answering.keys
    assert read_scores()[0][1:4] == (6, 4, (Activity("stairs", 2),))


@pytest.mark.parametrize("keys", [("q",), ("6", "q"), ("6", "c-d")])
def test_who_leaves_saves_nothing_and_is_told_so(
    call: Call, person: People, keys: tuple[str, ...]
) -> None:
    person(*keys)
    code, out, _ = call("score")
    assert (code, out.splitlines()[-1], read_scores()) == (0, "Nothing was saved.", [])


def test_a_score_without_any_answer_is_not_saved(call: Call, person: People) -> None:
    person(ENTER, ENTER)
    code, out, _ = call("score")
    assert (code, out.splitlines()[-1], read_scores()) == (0, "Nothing was saved.", [])


def test_a_second_score_of_a_week_is_saved_too_and_says_which_counts(call: Call) -> None:
    call("score", "--pain", "6")
    code, _, err = call("score", "--pain", "5")
    assert code == 0
    assert err.startswith("You have answered for this week already, on ")
    assert [each.pain for each in read_scores()] == [6, 5]
    assert "already" not in call("score", "--pain", "5", "--when", weeks_ago(1))[2]


def test_ctrl_c_saves_nothing_says_so_and_ends_as_a_shell_knows_it(home: Path) -> None:
    terminal = Terminal(str(home))
    terminal.run("presspoint score")
    terminal.wait_for("how strong was the pain")
    terminal.type("6")
    terminal.wait_for("hold you back")
    terminal.type("\x03")
    terminal.wait_for("Nothing was saved")
    assert terminal.exit_code() == 130
    assert read_scores() == []


# Typed


def test_without_a_terminal_the_refusal_names_the_options(call: Call) -> None:
    code, out, err = call("score")
    assert (code, out) == (2, "")
    assert "--pain 5" in err
    assert "--list" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--pain", "11"),
        ("--held-back", "-1"),
        ("--activity", "socks=11"),
        ("--activity", "socks=x"),
        ("--activity", "=5"),
        ("--activity", "x" * 61),
        ("--pain", "5", "--change", "awful"),
        ("--pain", "5", "--forget", "socks"),
        ("--pain", "5", "--when", "tomorrow"),
        ("--activity", "a=1", "--activity", "b=1", "--activity", "c=1", "--activity", "d=1"),
        ("rmdq",),
        ("rmdq", "25"),
        ("rmdq", "-1"),
        ("rmdq", "14.5"),
        ("odi", "100.5"),
        ("peg", "10.1"),
        ("peg", "nan"),
        ("other", "5"),
        ("rmdq", "14", "--pain", "5"),
        ("rmdq", "14", "--list"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_saved(
    call: Call, arguments: tuple[str, ...]
) -> None:
    code, out, err = call("score", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("presspoint: ")
    assert (read_scores(), read_totals()) == ([], [])


@pytest.mark.parametrize(
    ("name", "lowest", "highest"),
    [("rmdq", "0", "24"), ("odi", "0", "100"), ("peg", "0", "10"), ("Oswestry", "32.5%", "5,3")],
)
def test_a_total_is_saved_within_its_range(
    call: Call, name: str, lowest: str, highest: str
) -> None:
    for typed in (lowest, highest):
        code, out, _ = call("score", name, typed)
        assert code == 0
        assert "Lower is better." in out
    assert len(read_totals()) == 2


def test_a_total_has_its_day_and_its_questionnaire(call: Call) -> None:
    call("score", "rmdq", "14", "--when", weeks_ago(1))
    (total,) = read_totals()
    assert total[:3] == (TODAY - timedelta(weeks=1), Questionnaire.RMDQ, 14)


def test_an_activity_in_words_of_a_warning_sign_is_answered_with_what_to_do(call: Call) -> None:
    code, out, _ = call("score", "--pain", "5", "--activity", "peeing=4")
    assert code == 3
    assert out.startswith('"peeing" can be a warning sign')
    assert out.endswith("Nothing was saved.\n")
    code, out, _ = call("score", "--pain", "5", "--activity", "peeing=4", "--json")
    assert json.loads(out)["warnings"][0]["level"] == "emergency"
    assert read_scores() == []


# What it shows


def test_a_worse_score_is_said_plainly_with_whom_to_see(call: Call) -> None:
    call("score", "--pain", "4", "--when", weeks_ago(2))
    out = call("score", "--pain", "6")[1]
    assert "Things have been worse for two weeks or more.\n" in out
    assert "doctor or physiotherapist" in out
    assert "worse" not in call("score", "--pain", "5", "--held-back", "2")[1]


def test_the_document_has_what_was_saved_and_the_verdicts(call: Call) -> None:
    call("score", "--pain", "4", "--activity", "socks=3", "--when", weeks_ago(2))
    code, out, _ = call("score", "--pain", "6", "--change", "a-little-worse", "--json")
    document = json.loads(out)
    (score,) = document["scores"]
    assert (code, score["pain"], score["kept"], score["change"]) == (0, 6, None, -1)
    assert score["activities"] == [{"name": "socks", "score": None}]
    assert [each["id"] for each in document["verdicts"]] == ["worse"]
    everything = json.loads(call("score", "--json")[1])
    assert [each["pain"] for each in everything["scores"]] == [4, 6]


def test_the_list_has_weeks_and_questionnaires_by_day(call: Call) -> None:
    assert call("score", "--list")[2].startswith("No answers yet.")
    call("score", "--pain", "6")
    call("score", "--pain", "4", "--when", weeks_ago(2))
    call("score", "odi", "32")
    lines = call("score", "--list")[1].splitlines()
    assert lines[0] == "Your weeks:"
    assert [each.rsplit("  ", 1)[1] for each in lines[1:3]] == ["pain 4", "pain 6"]
    assert lines[3] == "Questionnaires:"
    assert lines[4].endswith("Oswestry Disability Index (ODI) 32 of 100")


def test_words_of_an_activity_never_control_the_terminal(call: Call) -> None:
    out = call("score", "--pain", "5", "--activity", "so\x1b[31mcks\u202e=3")[1]
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "\x1b" not in call("score", "--list")[1]


def test_sessions_that_cannot_be_read_hide_no_verdict_of_scores(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> Never:
        raise StorageError("history.db: 3 sessions cannot be read.")

    call("score", "--pain", "4", "--when", weeks_ago(2))
    monkeypatch.setattr(figures, "read_summaries", fail)
    code, out, err = call("score", "--pain", "6")
    assert (code, "worse for two weeks" in out) == (0, True)
    assert err == "presspoint: history.db: 3 sessions cannot be read.\n"


def test_what_is_saved_says_how_to_take_it_back(call: Call) -> None:
    for arguments in (("--pain", "6"), ("odi", "32")):
        out = call("score", *arguments)[1]
        undo = next(each for each in out.splitlines() if "history undo" in each)
        assert call("history", "undo", undo.split()[-1].rstrip("."), "--yes")[0] == 0
    assert call("score", "--list")[2].startswith("No answers yet.")


# Without a terminal


def test_an_activity_is_named_and_forgotten_without_a_question(call: Call) -> None:
    code, _, err = call("score", "--activity", "socks")
    assert (code, err) == (0, "You follow socks now.\n")
    assert call("score", "--pain", "5", "--activity", "socks=4", "--activity", "walking")[0] == 0
    code, out, err = call("score", "--forget", "socks")
    assert (code, err) == (0, "You follow walking now.\n")
    assert "pain 5" in out, "the answers of this week are not taken away"
    assert (read_scores()[-1].pain, read_scores()[-1].names) == (5, ("walking",))
    code, _, err = call("score", "--forget", "walking", "--json")
    assert (code, err, read_scores()[-1].names) == (0, "You follow no activity now.\n", ())
    assert call("score", "--forget", "walking")[0] == 2
    assert call("score")[0] == 2


def test_what_is_followed_carries_no_answer_of_another_week(call: Call) -> None:
    call("score", "--pain", "6", "--activity", "socks=4", "--when", weeks_ago(2))
    out = call("score", "--activity", "walking")[1]
    assert "you follow socks and walking." in out
    assert not read_scores()[-1].has_answer


def test_a_week_with_a_skipped_activity_is_exported_and_imported(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("score", "--pain", "5", "--activity", "socks=4", "--activity", "walking")
    call("score", "--pain", "4")
    call("score", "--forget", "socks")
    code, out, err = call("history", "export")
    assert (code, err, len(out.splitlines())) == (0, "", 3)
    lines = tmp_path / "lines.jsonl"
    lines.write_text(out)
    scores = read_scores()
    monkeypatch.setenv("PRESSPOINT_HOME", str(tmp_path / "other"))
    assert call("history", "import", str(lines))[0] == 0
    assert read_scores() == scores
