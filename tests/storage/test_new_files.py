"""Files in a folder that a person named: all of them, new and private, or none."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from presspoint.errors import StorageError
from presspoint.storage.new_files import write_new_files

FILES = {"a.wav": b"sound", "a.html": b"page"}


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_all_files_are_there_whole_and_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_new_files(tmp_path / "out", FILES)
    finally:
        os.umask(before)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == FILES
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").iterdir()} == {0o600}
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


def test_one_name_that_is_there_leaves_all_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"mine")
    with pytest.raises(StorageError, match=r"There already, in .*a\.html\. Choose another folder"):
        write_new_files(tmp_path, FILES)
    assert names(tmp_path) == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == b"mine"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    out, target = tmp_path / "out", tmp_path / "target"
    out.mkdir()
    (out / "a.wav").symlink_to(target)
    with pytest.raises(StorageError, match="There already"):
        write_new_files(out, FILES)
    assert not target.exists()


def test_a_name_that_is_taken_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_bytes(b"mine")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    with pytest.raises(StorageError, match="Nothing was written"):
        write_new_files(tmp_path, FILES)
    assert names(tmp_path) == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == b"mine"


def test_a_full_disk_or_an_interruption_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for problem in (OSError(28, "No space left on device"), KeyboardInterrupt()):

        def fail(_: int, problem: BaseException = problem) -> None:
            raise problem

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises((StorageError, KeyboardInterrupt)):
            write_new_files(tmp_path, FILES)
        assert names(tmp_path) == []


def test_a_folder_below_one_that_is_missing_or_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "missing" / "out", tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(StorageError, match="Nothing was written into"):
            write_new_files(folder, FILES)
    assert names(tmp_path) == ["file"]
