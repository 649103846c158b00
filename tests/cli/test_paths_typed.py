"""A path on the command line: an empty one is refused, and a long one does not fill the screen."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.cli.completion.offers import find_offers
from support.cases import every

TAKE_PATHS = (
    "take desk --yes --what sheet --to",
    "remind desk --at 21:30 --to",
    "report --yes --to",
    "point LI4 --svg",
    "map hand --svg",
    "history import",
    "catalogue check",
    "catalogue add",
)


@every("command", TAKE_PATHS)
@every("empty", ["", " "])
def test_an_empty_path_is_refused_before_anything_is_written(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    empty: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_guarded([*command.split(), empty]) == 2
    printed = capsys.readouterr()
    name = command.rsplit(maxsplit=1)[-1] if "--" in command else "FILE"
    assert printed.out == ""
    assert printed.err.startswith(f"presspoint: Type a name for {name}")
    assert ".. " not in printed.err
    assert not list(tmp_path.iterdir())


@every("command", TAKE_PATHS)
def test_tab_leaves_the_names_of_files_to_the_shell(command: str) -> None:
    assert find_offers(command.split(), "").is_file


@pytest.mark.long
@every("command", [*TAKE_PATHS, "routine --json", "plan --json", "--red-flag", "help", "settings"])
@every("letter", ["x", "\x1b", "\U000e0041"])
def test_of_what_somebody_typed_a_message_repeats_300_characters_at_most(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    letter: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_guarded([*command.split(), letter * 3000]) in {1, 2, 4}
    said = capsys.readouterr().err
    shown = letter if letter == "x" else letter.encode("unicode_escape").decode()
    assert said.count(shown) <= 300
    assert letter == "x" or letter not in said


@every("typed", ["-", "--", "- -", "-x", "--help=x"])
def test_help_for_no_command_is_a_sentence(capsys: pytest.CaptureFixture[str], typed: str) -> None:
    assert run_guarded(["help", *typed.split()]) in {0, 2}
    assert "fault" not in capsys.readouterr().err


@every("command", ["point LI4", "point LI4 --json", "map hand", "map"])
def test_a_way_to_draw_that_there_is_not_is_refused_where_nothing_is_drawn_too(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert run_guarded([*command.split(), "--picture", "off-ish"]) == 2
    assert 'There is no "off-ish" for --picture' in capsys.readouterr().err


TAKE_WORDS = ("point", "points --for", "points --region", "map", "routine", "make --for", "")


@pytest.mark.long
@every("command", TAKE_WORDS)
@every("repeated", ["LI4/", "hand and "])
def test_words_are_answered_soon_however_many_they_are(
    capsys: pytest.CaptureFixture[str], command: str, repeated: str
) -> None:
    start = time.process_time()
    run_guarded([*command.split(), repeated * (80_000 // len(repeated))])
    assert time.process_time() - start < 3, capsys.readouterr().err  # a list took half a minute
