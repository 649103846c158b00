"""What was done is kept: privately, through crashes, beside others, and never over foreign data."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from plans import planned

from presspoint.catalogue import Catalogue
from presspoint.errors import StorageError
from presspoint.history import HoldRecord, SessionRecord
from presspoint.storage.alive import Alive
from presspoint.storage.history_db import open_history, read_history
from presspoint.storage.saving import Saving

HANDS = HoldRecord(("LI4",), (), "left", 50.0, 50.0)
BALLS = HoldRecord(("BL23", "BL52"), (), "both", 60.0, 42.5)
KNOTS = HoldRecord((), ("paraspinal-upper-knots",), "right", 30.0, 30.0)
STARTED = "2026-11-21T07:30:00+01:00"


def record(name: str = "a", started: str = STARTED) -> SessionRecord:
    return SessionRecord(name, "lower-back", started, "running", 590.0, ())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def database(home: Path) -> Path:
    return home / "data" / "history.db"


def execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def one_session(
    name: str = "a", holds: tuple[HoldRecord, ...] = (), ended: str = "finished"
) -> None:
    with closing(open_history()) as history:
        history.begin(record(name))
        for hold in holds:
            history.add(name, hold)
        if ended:
            history.end(name, ended)


def test_what_was_saved_is_read_back() -> None:
    one_session("a", (HANDS, BALLS, KNOTS))
    one_session("b", ended="stopped")
    first, second = read_history()
    assert first == SessionRecord(
        "a", "lower-back", STARTED, "finished", 590.0, (HANDS, BALLS, KNOTS)
    )
    assert first.held_seconds == 122.5
    assert (second.status, second.holds, second.held_seconds) == ("stopped", (), 0)


def test_nothing_was_done_where_there_is_no_history(home: Path) -> None:
    assert read_history() == []
    assert not (home / "data").exists()


def test_each_hold_is_on_disk_before_the_next_one_begins(home: Path) -> None:
    with closing(open_history()) as history:
        history.begin(record())
        for number, hold in enumerate((HANDS, BALLS), 1):
            history.add("a", hold)
            with closing(sqlite3.connect(database(home))) as other:
                assert other.execute("SELECT count(*) FROM hold").fetchone() == (number,)


def test_files_and_folders_are_private_whatever_the_umask(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRESSPOINT_HOME", str(home / "new" / "home"))
    before = os.umask(0)
    try:
        one_session("a", (HANDS,))
    finally:
        os.umask(before)
    data = home / "new" / "home" / "data"
    assert [mode(each) for each in (data, data.parent, data.parent.parent)] == [0o700] * 3
    found = {each.name: mode(each) for each in data.iterdir()}
    assert found == {"history.db": 0o600, "running.lock": 0o600}


def test_a_session_that_never_ended_was_interrupted_once_nobody_plays() -> None:
    one_session("a", (HANDS,), ended="")
    (crashed,) = read_history()
    assert (crashed.status, crashed.holds) == ("interrupted", (HANDS,))


def test_a_session_runs_while_its_process_lives() -> None:
    with closing(open_history()) as history:
        history.begin(record())
        assert [each.status for each in read_history()] == ["running"]
    assert [each.status for each in read_history()] == ["interrupted"]


def test_another_session_that_runs_is_not_marked_as_interrupted(home: Path) -> None:
    one_session("a", ended="")
    with closing(Alive(home / "data" / "running.lock")) as other:
        other.hold()
        one_session("b")
        assert [each.status for each in read_history()] == ["running", "finished"]
    one_session("c")
    assert [each.status for each in read_history()] == ["interrupted", "finished", "finished"]
    with closing(sqlite3.connect(database(home))) as connection:
        stored = connection.execute("SELECT status FROM session WHERE id = 'a'").fetchone()
    assert stored == ("interrupted",)


def test_a_newer_history_is_refused_and_left_as_it_is(home: Path) -> None:
    one_session()
    execute(database(home), "PRAGMA user_version = 2")
    before = database(home).read_bytes()
    for use in (open_history, read_history):
        with pytest.raises(StorageError, match=r"history\.db: .*newer"):
            use()
    assert database(home).read_bytes() == before


@pytest.mark.parametrize("rubbish", [b"not a database " * 500, b"SQLite format 3\0" + b"x" * 4096])
def test_a_file_of_rubbish_is_named_and_left_as_it_is(home: Path, rubbish: bytes) -> None:
    database(home).parent.mkdir()
    database(home).write_bytes(rubbish)
    for use in (open_history, read_history):
        with pytest.raises(StorageError, match=r"history\.db: "):
            use()
    assert database(home).read_bytes() == rubbish


def test_a_damaged_row_is_told_as_a_damaged_file(home: Path) -> None:
    one_session("a", (HANDS,))
    execute(database(home), "UPDATE hold SET held_seconds = 'rubbish'")
    with pytest.raises(StorageError, match=r"history\.db: "):
        read_history()


@pytest.mark.parametrize("there", [True, False])
def test_a_planted_link_is_not_written_through(home: Path, *, there: bool) -> None:
    target = home / "victim"
    if there:
        target.touch()
    database(home).parent.mkdir()
    database(home).symlink_to(target)
    with pytest.raises(StorageError):
        open_history()
    assert (target.stat().st_size == 0) if there else not target.exists()


def test_reading_does_not_write_through_a_planted_link_either(home: Path) -> None:
    target = home / "victim"
    execute(target, "CREATE TABLE precious (value)")
    before = target.read_bytes()
    database(home).parent.mkdir()
    database(home).symlink_to(target)
    try:
        read_history()
    except StorageError as told:
        assert "history.db" in str(told)  # noqa: PT017  # refusing is as good as reading nothing
    assert target.read_bytes() == before


def test_a_database_of_another_program_is_not_changed(home: Path) -> None:
    database(home).parent.mkdir()
    execute(database(home), "CREATE TABLE session (id)")
    before = database(home).read_bytes()
    for use in (open_history, read_history):
        with pytest.raises(StorageError, match=r"history\.db: "):
            use()
    assert database(home).read_bytes() == before


PROGRAM = (
    f"STARTED = {STARTED!r}"
    + """
from presspoint.history import HoldRecord, SessionRecord
from presspoint.storage.history_db import open_history
import sys
for number in range(8):
    name = f"{sys.argv[1]}-{number}"
    history = open_history()
    history.begin(SessionRecord(name, "lower-back", STARTED, "running", 590.0, ()))
    history.add(name, HoldRecord(("LI4",), (), "left", 50.0, 50.0))
    history.end(name, "finished")
    history.close()
"""
)


def test_many_sessions_at_once_are_all_kept() -> None:
    started = [subprocess.Popen([sys.executable, "-c", PROGRAM, str(each)]) for each in range(8)]
    assert [each.wait(timeout=50) for each in started] == [0] * 8
    found = read_history()
    assert len(found) == len({each.id for each in found}) == 64
    assert {(each.status, each.holds) for each in found} == {
        ("finished", (HANDS,)),
    }


def test_a_disk_that_fails_costs_the_record_and_not_the_session(
    catalogue: Catalogue, home: Path
) -> None:
    (home / "data").write_text("a file where the folder should be")
    saving = Saving(planned(catalogue), STARTED)
    saving.begin()
    saving.add(HANDS)
    saving.end("finished")
    assert str(home / "data") in saving.problem
    assert saving.holds == [HANDS]


@pytest.mark.parametrize(
    ("ended", "status"),
    [("finished", "finished"), ("stopped", "stopped"), ("SIGTERM", "interrupted")],
)
def test_a_session_is_saved_with_how_it_ended(
    catalogue: Catalogue, ended: str, status: str
) -> None:
    saving = Saving(planned(catalogue), STARTED)
    saving.begin()
    saving.add(HANDS)
    saving.end(ended)
    assert saving.problem == ""
    assert [(each.status, each.holds) for each in read_history()] == [(status, (HANDS,))]


@pytest.mark.parametrize("given", ["relative/folder", "."])
def test_a_home_that_is_no_absolute_path_is_refused(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("PRESSPOINT_HOME", given)
    with pytest.raises(StorageError, match="absolute"):
        open_history()
