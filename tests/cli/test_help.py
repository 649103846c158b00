"""The help of every command and the manual: whole, on one screen, and true."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import typer.main

from presspoint.__main__ import run_guarded
from presspoint.catalogue.safety_warnings import red_flags
from presspoint.cli.app import COMMANDS, GROUPS, load_command, program
from presspoint.cli.help import reference
from presspoint.cli.help.examples import EXAMPLES
from presspoint.cli.help.manual import manual_page
from presspoint.errors import ExitCode
from presspoint.session.actions import ACTIONS
from presspoint.storage.catalogue_file import load
from support.cases import every

PAGE = Path(__file__).parents[2] / "docs" / "presspoint.1"
ROWS = 24
LONGER: dict[tuple[str, ...], int] = {
    ("routine",): 43,
    ("make",): 43,
    ("plan",): 25,
    ("history",): 25,
    ("take",): 43,
}


def commands_under(
    command: Any,  # noqa: ANN401  # Typer keeps its types private
    path: tuple[str, ...],
) -> dict[tuple[str, ...], Any]:
    found = {path: command}
    for name, each in getattr(command, "commands", {}).items():
        found |= commands_under(each, (*path, name))
    return found


EVERY: dict[tuple[str, ...], Any] = {
    path: command
    for name in COMMANDS
    for path, command in commands_under(load_command(name).commands[name], (name,)).items()
}


def option_names(command: Any) -> set[str]:  # noqa: ANN401  # as above
    return {name for each in command.params for name in each.opts if name.startswith("-")}


def helped(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run_guarded(list(arguments)) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


@every("path", EVERY)
def test_help_is_on_one_screen_and_names_every_option(
    capsys: pytest.CaptureFixture[str], path: tuple[str, ...]
) -> None:
    printed = helped(capsys, *path, "--help")
    assert printed == helped(capsys, "help", *path)
    assert len(printed.splitlines()) <= LONGER.get(path, ROWS)
    assert option_names(EVERY[path]) <= set(re.findall(r"-[-\w]+", printed))
    assert not re.search(r"[╭│╰─]|<\w+>|x>=|\.\.$", printed, re.MULTILINE)
    words = {word for each in EVERY[path].params for word in (each.help or "").split()}
    for columns in ("40", "60", "80", "120"):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("COLUMNS", columns)
            lines = helped(capsys, *path, "--help").splitlines()
        assert max(map(len, lines)) <= int(columns)
        assert words <= set(" ".join(lines).split()), "a word is broken"


@every("path", EVERY)
def test_each_command_has_an_example(
    capsys: pytest.CaptureFixture[str], path: tuple[str, ...]
) -> None:
    shown = helped(capsys, *path, "-h").partition("Examples:\n")[2]
    assert f"  presspoint {' '.join(path)}" in shown


@every("typed", EXAMPLES)
def test_an_example_is_understood(typed: str) -> None:
    words = shlex.split(typed)
    path = max((each for each in EVERY if tuple(words[: len(each)]) == each), key=len)
    with EVERY[path].make_context(path[-1], words[len(path) :]) as context:
        assert context.command is EVERY[path]


def test_the_overview_is_on_one_screen_with_the_everyday_commands_first(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = helped(capsys, "help")
    assert printed == helped(capsys, "--help") == helped(capsys, "-h")
    assert max(map(len, printed.splitlines())) <= 80
    named = re.findall(r"^(?:[A-Z][a-z ]+?)? {2,}([a-z][a-z-]+)  ", printed, re.MULTILINE)
    assert named == list(COMMANDS)
    assert named[0] == "routine"
    assert all(each in printed for each in GROUPS)
    assert option_names(typer.main.get_command(program)) <= set(re.findall(r"-[-\w]+", printed))
    monkeypatch.setattr("presspoint.cli.help.text.on_terminal", lambda: True)
    assert len(helped(capsys, "help").splitlines()) <= ROWS - 2


def test_a_small_screen_has_the_last_groups_by_name_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presspoint.cli.help.text.on_terminal", lambda: True)
    monkeypatch.setattr("presspoint.cli.help.text.screen_size", lambda: (80, 19))
    lines = helped(capsys, "help").splitlines()
    assert len(lines) <= 19 - 2
    assert re.match("Every day +routine +Play a routine", lines[3])
    assert any(re.match("More +ctl  catalogue  ", each) for each in lines)
    printed = set(re.findall(r"[a-z][a-z-]+", "\n".join(lines)))
    assert set(COMMANDS) <= printed


def test_a_screen_reader_gets_each_command_as_a_line_of_its_own(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = helped(capsys, "help").splitlines()
    assert "Every day:" in lines
    assert "  plan: Show what a routine does," in lines


def test_the_keys_are_those_of_the_session(capsys: pytest.CaptureFixture[str]) -> None:
    printed = helped(capsys, "routine", "--help")
    assert all(each.help in printed for each in ACTIONS.values() if each.help)


@every(
    ("typed", "offer"),
    [
        ("xyzzy", 'Type "presspoint help".'),
        ("lower-back", 'Type "presspoint routine lower-back".'),
        ("routine lower-back", "help routine, or without help: presspoint routine lower-back."),
        ("profile set x y", "help profile set, or without help: presspoint profile set x."),
        ("profile xyzzy", "profile set, profile clear or profile rest."),
    ],
)
def test_help_on_what_there_is_not_leads_on(
    capsys: pytest.CaptureFixture[str], typed: str, offer: str
) -> None:
    assert run_guarded(["help", *typed.split()]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert offer in printed.err


def test_a_group_without_a_command_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(["catalogue"]) == 2
    assert capsys.readouterr().out == helped(capsys, "help", "catalogue")


def test_the_files_are_named_where_they_are(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    printed = helped(capsys, "help", "--files")
    for name in ("config/settings.toml", "config/profile.toml", "data/history.db"):
        assert f"  {home / name}\n" in printed


def test_the_manual_is_what_the_program_prints() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual_page(), (
        "Type: presspoint help --man > docs/presspoint.1"
    )


def test_the_manual_has_every_command_option_sign_and_exit_code() -> None:
    page = manual_page().replace("\\-", "-").replace("\\&", "")
    words = set(re.findall(r"-[-\w]+", page))
    for path, command in EVERY.items():
        assert f".SS presspoint {' '.join(path)}" in page
        assert option_names(command) <= words
    assert option_names(typer.main.get_command(program)) | {"--help"} <= words
    assert all(flag.notice in page for _, flag in red_flags(load()) if flag.notice)
    assert set(reference.EXIT_CODES) == set(ExitCode)
    sections = re.findall(r"^\.SH (.+)", page, re.MULTILINE)
    assert sections[:3] == ["NAME", "SYNOPSIS", "SAFETY"]
    assert {"EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES"} <= set(sections)


def test_the_docs_name_every_command_and_no_option_that_there_is_not() -> None:
    docs = PAGE.parent
    use = (docs / "use.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`presspoint {name}" not in use] == []
    options = {name for command in EVERY.values() for name in option_names(command)}
    options |= option_names(typer.main.get_command(program)) | {"--help"}
    for page in (docs / "use.md", docs / "profile-and-safety.md", docs.parent / "README.md"):
        lines = page.read_text(encoding="utf-8").splitlines()
        ours = "\n".join(each for each in lines if "pip" not in each and "git " not in each)
        assert set(re.findall(r"(?<![-\w])--[a-z][-a-z]+", ours)) <= options, page


@pytest.mark.skipif(not shutil.which("groff"), reason="no groff here")
def test_the_manual_is_set_without_a_warning() -> None:
    command = ["groff", "-ww", "-man", "-Tutf8"]
    page = manual_page().encode()
    done = subprocess.run(command, input=page, capture_output=True, check=True, timeout=30)
    assert done.stderr == b""
    assert b"--provider-agreed" in re.sub(rb".\x08", b"", done.stdout)
