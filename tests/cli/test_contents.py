"""The contents page: help lines and completion, for which no command is imported in vain."""

from __future__ import annotations

import pytest
import typer.main
from typer.core import TyperGroup

from presspoint import __version__
from presspoint.__main__ import run_guarded
from presspoint.cli.app import COMMANDS, load_command, program


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_in_help_is_what_the_command_says_of_itself(name: str) -> None:
    text = load_command(name).commands[name].help or ""
    assert " ".join(text.split("\n\n")[0].split()) == COMMANDS[name].help


@pytest.mark.parametrize("arguments", [["point", "LI4"], ["--", "point", "LI4"]])
def test_a_command_is_found_wherever_it_stands(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_guarded(arguments) == 0
    assert "Joining Valley" in capsys.readouterr().out


def test_a_command_that_is_nearly_right_is_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(["rutine"]) == 2
    assert 'Type "presspoint routine".' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("lower-back", "routine lower-back"),
        ("Lower Back", "routine lower-back"),
        ("LI4", "point LI4"),
        ("UB40", "point BL40"),
        ("合谷", "point LI4"),
        ("headache", "points --for headache"),
        ("back pain", "routine --for lower-back"),
        ("knee", "points --region knee"),
        ("list", "routine"),
        ("routines", "routine"),
        ("start", "routine lower-back"),
        ("version", "--version"),
        ("pause", "ctl pause"),
        ("back", "routine --for lower-back"),
        ("quit", "ctl stop"),
        ("undo", "history undo"),
        ("note", "history note last TEXT"),
        ("skip", "course skip"),
        ("sheet", "take NAME --to FOLDER"),
        ("doctor", "report"),
        ("rutine", "routine"),
        ("lowr-back", "routine lower-back"),
        ("points back", "points --region back"),
        ("points neck", "points --region neck"),
        ("points LI4", "point LI4"),
        ("point lower back", "points --region lower-back"),
        ("routine lower back", "routine lower-back"),
        ("routine back pain", "routine --for lower-back"),
        ("plan lower back", "plan lower-back"),
        ("xyzzy", "help"),
    ],
)
def test_a_word_that_is_no_command_is_answered_with_what_to_type(
    typed: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_guarded(typed.split()) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f'Type "presspoint {command}".' in printed.err


@pytest.mark.parametrize("typed", ["chest pain", "numb legs", "pregnancy", "points chest pain"])
def test_fault_4_words_of_a_warning_sign_as_a_command_lead_to_the_check(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_guarded(typed.split()) == 2
    printed = capsys.readouterr()
    assert "presspoint check" in printed.out
    assert printed.err == ""


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("routine neck", "routine --for neck"),
        ("routine headache", "points --for headache"),
        ("plan neck", "routine --for neck"),
        ("point neck", "points --region neck"),
    ],
)
def test_a_name_of_another_kind_is_answered_with_what_to_type(
    typed: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_guarded(typed.split()) == 1
    assert f'ype "presspoint {command}"' in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--version", "-V", "-v"])
def test_the_version(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded([option]) == 0
    assert capsys.readouterr().out == f"presspoint {__version__}\n"


def test_fault_4_what_ends_a_session_is_not_taken_for_what_is_spelled_alike(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_guarded(["ctl", "quit"]) == 2
    assert 'Did you mean "stop"?' in capsys.readouterr().err


def test_the_program_is_one_group() -> None:
    group = typer.main.get_command(program)
    assert isinstance(group, TyperGroup)
    assert list(group.commands) == list(COMMANDS)
