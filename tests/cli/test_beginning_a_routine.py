"""`routine new NAME`: a file to start from, which is right as it stands."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.routines import routine
from presspoint.own_content.template import new_routine
from presspoint.storage.own.catalogue import check_files
from support.cases import every
from support.own import GOOD, SHIPPED, changed, written
from support.plans import planned


@pytest.fixture
def own_folder(home: Path) -> Path:
    """The folder of the person's own files, which need not be there."""
    return home / "config" / "catalogue"


def test_a_file_is_written_that_is_ok_and_plays(
    own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_guarded(["routine", "new", "my-evening"]) == 0
    path = own_folder / "my-evening.toml"
    printed = capsys.readouterr()
    assert printed.out.startswith(f"Written: {path}\n")
    assert "presspoint routine my-evening starts it." in printed.out
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(own_folder.stat().st_mode) == 0o700
    assert run_guarded(["catalogue", "check"]) == 0
    assert run_guarded(["plan", "my-evening"]) == 0
    assert "My evening" in capsys.readouterr().out


NAMES = ("a", "7", "my_back", "strike-hard", "never-press", "x" * 40, "LI4", "new-one")


@every("name", NAMES)
def test_the_file_is_ok_whatever_its_name_says(
    own_folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run_guarded(["routine", "new", name]) == 0, capsys.readouterr()
    checked = check_files(SHIPPED, [own_folder / f"{name.lower()}.toml"])
    assert checked.faults == ()
    plan = planned(checked.catalogue, name.lower())
    assert plan.course.phases
    assert routine(checked.catalogue, name.lower()).file


def test_what_its_notes_offer_is_right_too(tmp_path: Path) -> None:
    """Each example line is taken in: a movement, a second round, a place, a caution."""
    text = new_routine("mine")
    text = re.sub(r"^(\s*)# (?=\[|\{|[a-z_]+ = )", r"\1", text, flags=re.MULTILINE)
    path = tmp_path / "mine.toml"
    path.write_text(text.replace('points = ["SI3"]', 'points = ["mine-place"]'))
    assert check_files(SHIPPED, [path]).faults == ()
    assert text.count("[[routines.mine.steps]]") == 3


@every(
    ("name", "words"),
    [
        ("lower-back", 'There is a routine "lower-back" already'),
        ("Lower Back", 'There is a routine "lower-back" already'),
        ("new", 'There is a routine "new" already'),
        ("my evening", 'Type "presspoint routine new my-evening".'),
        ("../up", 'Type "presspoint routine new up".'),
        ("\x1b[2J", "small letters"),
        ("", "Type a name for it"),
        ("x" * 41, "up to 40 small letters"),
    ],
)
def test_a_name_that_is_taken_or_none_is_refused(
    own_folder: Path, capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    assert run_guarded(["routine", "new", name]) in {1, 2}
    printed = capsys.readouterr()
    assert words in printed.err
    assert "\x1b" not in printed.err
    assert not own_folder.exists()


def test_no_file_is_written_over(own_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own_folder.mkdir(parents=True)
    there = written(own_folder, GOOD, "Mine.TOML")
    before = there.read_bytes()
    assert run_guarded(["routine", "new", "mine"]) == 1
    assert "is there already" in capsys.readouterr().err
    assert run_guarded(["routine", "new", "physio"]) == 1
    assert there.read_bytes() == before
    assert len(list(own_folder.iterdir())) == 1


def test_nothing_is_begun_beside_a_file_with_a_fault(
    own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_folder.mkdir(parents=True)
    written(own_folder, changed(("points", "shin", "hold", "cap"), 500), "physio.toml")
    assert run_guarded(["routine", "new", "mine"]) == 1
    assert "physio.toml" in capsys.readouterr().err
    assert len(list(own_folder.iterdir())) == 1


def test_words_too_many_are_answered_as_before(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(["routine", "lower", "back"]) == 2
    assert 'Type "presspoint routine lower-back".' in capsys.readouterr().err


def test_a_routine_cannot_be_called_new(tmp_path: Path) -> None:
    path = written(tmp_path, changed(("routines", "new"), GOOD["routines"]["physio"]))
    (fault,) = check_files(SHIPPED, [path]).faults
    assert "another name" in str(fault)
