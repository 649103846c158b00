"""A failure that passes costs nothing: what is done waits, is saved later, and was read back."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import StorageError
from presspoint.session.events import Ending
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, SessionRecord
from presspoint.storage.history.reading import read_history
from presspoint.storage.history.recent import count_recent_presses
from presspoint.storage.history.session_log import SessionLog
from presspoint.storage.history.writing import open_history
from presspoint.storage.lock import ProcessLock
from presspoint.storage.profile_file import read_profile
from support.histories import save_session
from support.plans import planned

HANDS = HoldRecord(("LI4",), (), "left", 50.0, 50.0)
BALLS = HoldRecord(("BL23", "BL52"), (), "both", 60.0, 42.5)
STARTED = "2026-11-21T07:30:00+01:00"
TODAY = date(2026, 11, 21)
# What counts as waiting for nothing: far less than any patience, far more than a save takes.
AT_ONCE = 0.4


@pytest.fixture
def database(home: Path) -> Path:
    return home / "data" / "history.db"


@pytest.fixture
def log(catalogue: Catalogue) -> Iterator[SessionLog]:
    log = SessionLog(planned(catalogue), STARTED, catalogue, TODAY)
    yield log
    if log.history:
        log.history.close()


def saved() -> list[tuple[str, tuple[HoldRecord, ...]]]:
    return [(each.status, each.holds) for each in read_history()]


@contextmanager
def locked(database: Path, kind: str = "EXCLUSIVE") -> Iterator[None]:
    """The history as another program has it that will not let go."""
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute(f"BEGIN {kind}")
        yield
        other.execute("ROLLBACK")


@contextmanager
def at_once() -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < AT_ONCE


@pytest.mark.parametrize("kind", ["IMMEDIATE", "EXCLUSIVE"])
def test_fault_1_a_hold_under_a_lock_waits_in_memory_and_is_saved_later(
    log: SessionLog, database: Path, kind: str
) -> None:
    log.begin()
    with locked(database, kind):
        with at_once():
            log.add(HANDS)
        assert "history.db: database is locked." in log.problem
    log.add(BALLS)
    assert log.problem == ""
    assert saved() == [("running", (HANDS, BALLS))]


def test_fault_1_what_only_the_end_could_save_is_saved_with_its_end(
    log: SessionLog, database: Path
) -> None:
    log.begin()
    with locked(database):
        log.add(HANDS)
        log.end(Ending.STOPPED)
        assert log.problem
    log.save_at_last(lambda: 0.0)
    assert log.problem == ""
    assert saved() == [("stopped", (HANDS,))]


def test_d4_a_lock_at_the_start_delays_no_session(log: SessionLog, database: Path) -> None:
    open_history().close()
    with locked(database), at_once():
        log.begin()
    assert log.problem
    log.save()
    assert (log.problem, saved()) == ("", [("running", ())])


def test_d4_presses_are_counted_without_a_long_wait_before_a_session(database: Path) -> None:
    save_session(SessionRecord("a", "hands", STARTED, Status.RUNNING, 60.0, ()), HANDS)
    began = time.monotonic()
    with locked(database), pytest.raises(StorageError, match="locked"):
        count_recent_presses(0.0, time.time())
    assert time.monotonic() - began < 1.5


def test_the_end_waits_for_a_lock_that_ends(log: SessionLog, database: Path) -> None:
    log.begin()
    log.add(HANDS)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        log.end(Ending.FINISHED)

        def seconds_left() -> float:
            if other.in_transaction:
                other.execute("ROLLBACK")
            return 1.0

        log.save_at_last(seconds_left)
    assert (log.problem, [each.holds for each in read_history()]) == ("", [(HANDS,)])


@pytest.mark.parametrize("name", ["running.lock", "profile.lock"])
def test_d5_a_lock_that_a_hung_process_has_stops_nothing(
    log: SessionLog, home: Path, catalogue: Catalogue, name: str
) -> None:
    folder = home / ("data" if name == "running.lock" else "config")
    folder.mkdir()
    with closing(ProcessLock(folder / name)) as other:
        assert other.take_alone()
        with at_once():
            log.begin()
            log.rest(("LI4",), "it hurt", 1)
            log.add(HANDS)
        assert log.problem == ""
        assert bool(log.rest_problem) is (name == "profile.lock")
        assert saved()[0][1] == (HANDS,)
    log.end(Ending.STOPPED)
    assert (log.rest_problem, saved()) == ("", [("stopped", (HANDS,))])
    profile = read_profile(catalogue)
    assert profile is not None
    assert [each.code for each in profile.rests] == ["LI4"]


def forget(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM hold")
        connection.execute("DELETE FROM session")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "an older copy": lambda path: shutil.copy(path.with_name("older.db"), path),
    "gone": lambda path: path.unlink(),
    "another in its place": lambda path: path.with_name("older.db").replace(path),
    "the session deleted": forget,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_d7_what_is_said_to_be_saved_is_there_whatever_was_put_in_place(
    log: SessionLog, database: Path, damage: str
) -> None:
    open_history().close()
    shutil.copy(database, database.with_name("older.db"))
    log.begin()
    log.add(HANDS)
    DAMAGE[damage](database)
    log.add(BALLS)
    log.end(Ending.STOPPED)
    log.save_at_last(lambda: 0.0)
    assert log.problem == ""
    assert saved() == [("stopped", (HANDS, BALLS))]


def test_d7_a_session_that_ended_before_it_began_is_saved_too(log: SessionLog) -> None:
    log.end(Ending.STOPPED)
    assert (log.problem, saved()) == ("", [("stopped", ())])


def test_d7_what_cannot_be_read_back_is_not_called_saved(log: SessionLog, database: Path) -> None:
    log.begin()
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(
            "CREATE TRIGGER eats AFTER INSERT ON hold BEGIN"
            " DELETE FROM hold WHERE rowid = new.rowid; END"
        )
    log.add(HANDS)
    assert log.problem == f"{database}: what was saved cannot be read back."
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("DROP TRIGGER eats")
    log.save()
    assert (log.problem, saved()) == ("", [("running", (HANDS,))])


def no_folder_is_flushed(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    flush = os.fsync

    def fsync(descriptor: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112  # a link of the kernel's
            raise OSError(number, os.strerror(number))
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_fault_12_a_folder_that_cannot_be_flushed_is_no_failure(
    log: SessionLog, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    no_folder_is_flushed(monkeypatch, number)
    assert run_guarded(["profile", "rest", "LI4"]) == 0
    assert run_guarded(["settings", "volume", "50"]) == 0
    log.begin()
    log.add(HANDS)
    log.end(Ending.STOPPED)
    assert log.problem == ""
    with closing(open_history()) as history:
        (level,) = history.connection.execute("PRAGMA synchronous").fetchone()
    assert level == 2, "FULL, which flushes no folder when the journal goes"


def test_fault_12_no_message_says_failed_of_what_was_done(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    no_folder_is_flushed(monkeypatch, errno.EIO)
    assert run_guarded(["settings", "volume", "50"]) == 4
    assert "settings.toml: saved, but a power cut may still lose it" in capsys.readouterr().err
    assert "50" in (home / "config" / "settings.toml").read_text()


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP])
def test_fault_14_a_file_system_without_locks_loses_nothing(
    log: SessionLog,
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
) -> None:
    def flock(_: int, __: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", flock)
    assert run_guarded(["profile", "set", "varicose-veins=left"]) == 0
    log.begin()
    log.rest(("LI4",), "it hurt", 1)
    log.add(HANDS)
    log.end(Ending.STOPPED)
    assert (log.problem, log.rest_problem) == ("", "")
    assert saved() == [("stopped", (HANDS,))]
    profile = read_profile(catalogue)
    assert profile is not None
    assert [each.code for each in profile.rests] == ["LI4"]


@pytest.mark.parametrize("name", ["running.lock", "history.db-journal", "history.db"])
def test_d17_a_message_names_the_file_that_is_in_the_way(
    log: SessionLog, home: Path, name: str
) -> None:
    (home / "data" / name).mkdir(parents=True)
    log.begin()
    log.add(HANDS)
    assert log.problem.startswith(f"{home / 'data' / name}: "), log.problem
    (home / "data" / name).rmdir()
    log.save()
    assert (log.problem, saved()) == ("", [("running", (HANDS,))])


def test_d17_a_journal_that_is_a_link_is_named(log: SessionLog, home: Path) -> None:
    log.begin()
    (home / "data" / "history.db-journal").symlink_to(home / "nowhere" / "else")
    log.add(HANDS)
    if log.problem:
        assert log.problem.startswith(f"{home / 'data' / 'history.db-journal'}: "), log.problem
