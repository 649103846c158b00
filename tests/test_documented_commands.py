"""Every command line that README and docs show is understood, and what it looks up is there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.cli.app import COMMANDS, load_command
from presspoint.errors import ExitCode
from support.cases import every

TOP = Path(__file__).parents[1]
PAGES = [TOP / "README.md", *(TOP / "docs").glob("*.md"), *TOP.glob("benchmarks/*.md")]
FENCED = re.compile(r"^```\w*\n(.*?)^```", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`([^`]+)`")
SHELL_PARTS = re.compile(r"&&|\||\s>\s|\s#\s")
# What stands for something in the docs, and one thing that it can be.
EXAMPLE = {
    "NAME": "lower-back",
    "ROUTINE": "lower-back",
    "FOLDER": ".",
    "FILE": "x.toml",
    "ID": "last",
    "TEXT": "words",
    "CODE": "LI4",
    "X": "LI4",
    "ACTION": "pause",
    "N": "5",
}
FLAG = "fever"  # what NAME stands for after --red-flag
# They ask, sound, write for long, or belong to a person who has answered something.
NOT_RUN = frozenset({"sound-check", "take", "check", "ctl", "make", "learn", "due", "course"})
# A command that a page only names, without what it takes, or that asks a person.
NAMED = frozenset(
    {"catalogue", "catalogue add", "history did", "history undo", "plan --json", "score"}
    | {"remind [ROUTINE]", 'score --activity "putting on socks"'}
)


def shown_in(page: Path) -> Iterator[str]:
    """Yield the arguments of each command line on a page, in blocks and between backticks."""
    text = page.read_text(encoding="utf-8")
    lines = "".join(FENCED.findall(text)).splitlines()
    spans = [" ".join(each.split()) for each in INLINE.findall(FENCED.sub("", text))]
    for part in (part for each in (*lines, *spans) for part in SHELL_PARTS.split(each)):
        if found := re.search(r"(?:^|\s)presspoint (.*)", part):
            yield found[1].strip()
    yield from (each for each in spans if is_command_line(each))


def is_command_line(span: str) -> bool:
    """Return whether words between backticks are a command with more after it."""
    name, _, rest = span.partition(" ")
    return name in COMMANDS and bool(rest) and "=" not in rest.split(" ")[0]


def arguments_of(typed: str) -> list[str]:
    """Return what is typed, with an example for each word that stands for something."""
    words = shlex.split(typed.replace("--red-flag NAME", f"--red-flag {FLAG}"))
    return [EXAMPLE.get(each, each) for each in words if not each.startswith("[")]


SHOWN = sorted({each for page in PAGES for each in shown_in(page)})


def test_the_pages_show_commands() -> None:
    assert len(SHOWN) > 100
    assert {each.split()[0] for each in SHOWN} >= set(COMMANDS)


@every("typed", [each for each in SHOWN if each.split()[0] not in COMMANDS and each[0] != "-"])
def test_words_of_ones_own_that_are_shown_lead_to_a_command(
    capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    assert run_guarded(shlex.split(typed)) == ExitCode.USAGE
    assert re.search('type "presspoint (?!help")', capsys.readouterr().err, re.IGNORECASE)


@every("typed", [each for each in SHOWN if each.split()[0] in COMMANDS])
def test_a_command_line_is_understood(typed: str) -> None:
    name, *arguments = arguments_of(typed)
    command = load_command(name).commands[name]
    below = getattr(command, "commands", {})
    if arguments and arguments[0] in below:
        command, arguments = below[arguments[0]], arguments[1:]
    assert not (below and arguments and arguments[0].isalpha() and command.name == name)
    options = {option for each in command.params for option in each.opts}
    typed_options = {each.partition("=")[0] for each in arguments if re.match("--?[a-z]", each)}
    assert typed_options <= options | {"--help", "-h"}


RUN = [each for each in SHOWN if each.split()[0] in COMMANDS and each not in NAMED]


@pytest.mark.long
@pytest.mark.usefixtures("home")
@every("typed", [each for each in RUN if each.split()[0] not in NOT_RUN])
def test_a_command_line_runs(
    typed: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / f"run{len(list(tmp_path.iterdir()))}"
    folder.mkdir()
    monkeypatch.chdir(folder)
    code = run_guarded(arguments_of(typed))
    said = capsys.readouterr().err
    assert code not in {ExitCode.USAGE, ExitCode.OWN_FAULT}, said
