"""A disk that fails, a process that is killed, others that write: nothing lost, nothing doubled."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from presspoint.errors import PresspointError, StorageError
from presspoint.exchange.line import line_of
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, SessionRecord
from presspoint.storage.exchange.importing import import_file
from presspoint.storage.history.damage.repair import check_history
from presspoint.storage.history.file.connection import is_emptied
from presspoint.storage.history.reading import read_history

HOLD = HoldRecord(("BL23", "BL52"), (), "both", 60.0, 60.0, ("BL23", "BL52"))
SESSION = SessionRecord(
    "", "lower-back", "2026-11-21T07:30:00+01:00", Status.FINISHED, 590.0, (HOLD,) * 4
)
# What SQLite leaves that a killed writer had begun: it is taken up, or emptied, by the next one.
LEFT = {"history.db", "running.lock", "history.db-journal"}
COMMAND = [sys.executable, "-m", "presspoint", "history", "import"]


def export(path: Path, *names: str) -> Path:
    path.write_text("".join(line_of(SESSION._replace(id=name)) for name in names))
    return path


def ids() -> list[str]:
    checkup = check_history()
    assert checkup is None or checkup.problems == ()
    return sorted(each.id for each in read_history())


@contextmanager
def files_of_at_most(most: int) -> Iterator[None]:
    """A disk that takes so many bytes of a file and no more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("most", [0, 3000, 40_000, 60_000, 120_000])
def test_a_disk_that_is_full_on_the_way_brings_nothing_and_says_so(home: Path, most: int) -> None:
    import_file(str(export(home / "one.jsonl", "one")))
    many = export(home / "many.jsonl", *map(str, range(300)))
    with files_of_at_most(most), pytest.raises(StorageError, match=str(home / "data")):
        import_file(str(many))
    assert ids() == ["one"]
    assert import_file(str(many)).new["session"] == 300


def test_a_full_disk_leaves_no_empty_history(home: Path) -> None:
    many = export(home / "many.jsonl", "a")
    with files_of_at_most(2000), pytest.raises(StorageError):
        import_file(str(many))
    path = home / "data" / "history.db"
    assert not path.exists() or not is_emptied(path)
    assert import_file(str(many)).new["session"] == 1


def test_a_source_that_cannot_be_read_to_its_end_is_named(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = export(home / "source.jsonl", "a")

    class Broken:
        def readline(self, _: int) -> bytes:
            raise OSError(5, "Input/output error")

        def __enter__(self) -> Broken:
            return self

        def __exit__(self, *_: object) -> None:
            return None

    monkeypatch.setattr("presspoint.storage.exchange.lines._open_file", lambda _: Broken())
    with pytest.raises(PresspointError, match=r"source.jsonl: Input/output error. Nothing was"):
        import_file(str(source))
    assert ids() == []


def test_imports_that_overlap_and_write_at_once_bring_each_session_once(home: Path) -> None:
    files = [export(home / f"{number}.jsonl", "shared", str(number)) for number in range(4)]
    started = [subprocess.Popen([*COMMAND, str(each)], stdout=subprocess.DEVNULL) for each in files]
    assert [each.wait(60) for each in started] == [0] * 4
    assert ids() == ["0", "1", "2", "3", "shared"]


@pytest.mark.long
def test_an_import_that_is_killed_brought_all_or_nothing(home: Path) -> None:
    names = [str(number) for number in range(1500)]
    many = export(home / "many.jsonl", *names)
    import_file(str(export(home / "one.jsonl", "one")))
    for tenths in range(3, 12):
        process = subprocess.Popen([*COMMAND, str(many)], stdout=subprocess.DEVNULL)
        time.sleep(tenths / 10)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert ids() in (["one"], sorted([*names, "one"]))
    assert {each.name for each in (home / "data").iterdir()} <= LEFT
