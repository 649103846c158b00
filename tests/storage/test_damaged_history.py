"""A damaged history gives what it has, says what it lacks, and a repair loses nothing of it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.errors import ANY_PLACE, PartlyReadError, StorageError
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, SessionRecord
from presspoint.storage.entries.notes import read_notes, save_note
from presspoint.storage.history.damage.repair import check_history, repair_history
from presspoint.storage.history.reading import Damage, read_history, read_sessions
from presspoint.storage.history.recent import count_recent_presses
from presspoint.storage.history.rows import hold_cells, session_cells
from presspoint.storage.history.writing import INSERT_SESSION, SAVE_HOLD, open_history
from presspoint.storage.lock import ProcessLock
from presspoint.storage.settings_file import current_day_start
from support.histories import save_session

Capture = pytest.CaptureFixture[str]

HOLD = HoldRecord(("LI4",), (), "left", 50.0, 50.0)
MANY, HOLDS = 200, 6


def read_with_losses() -> tuple[list[SessionRecord], str]:
    """The sessions, and what is said of those that cannot be read."""
    damage = Damage()
    sessions = list(read_sessions(damage))
    try:
        damage.check()
    except StorageError as problem:
        return sessions, str(problem)
    return sessions, ""


def database(home: Path) -> Path:
    return home / "data" / "history.db"


def session(name: str, started: str, holds: int = 2) -> None:
    record = SessionRecord(name, "hands", started, Status.RUNNING, 300.0, ())
    save_session(record, *[HOLD] * holds, ended=Status.FINISHED)


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history of many sessions, made once."""
    home = tmp_path_factory.mktemp("many")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRESSPOINT_HOME", str(home))
        with closing(open_history()) as history, history.connection:
            for number in range(MANY):
                name = f"s{number:03}"
                day = f"2025-{number // 28 + 1:02}-{number % 28 + 1:02}"
                record = SessionRecord(name, "hands", f"{day}T07:30:00Z", Status.FINISHED, 300, ())
                history.connection.execute(INSERT_SESSION, session_cells(record))
                for ordinal in range(HOLDS):
                    values = {"session": name, "ordinal": ordinal, **hold_cells(HOLD)}
                    history.connection.execute(SAVE_HOLD, values)
    return database(home)


@pytest.fixture
def whole(home: Path, many: Path) -> Path:
    """The same history in a home of its own."""
    database(home).parent.mkdir()
    shutil.copy(many, database(home))
    return database(home)


def table_pages(path: Path, table: str) -> list[int]:
    """The numbers of the leaf pages of a table, from 1."""
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()[0]
    page = content[(root - 1) * size : root * size]
    assert page[0] == 5, "the table is large enough for an inner page"
    cells = int.from_bytes(page[3:5], "big")
    starts = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n], "big") for n in range(cells)]
    children = [int.from_bytes(page[start : start + 4], "big") for start in starts]
    return [*children, int.from_bytes(page[8:12], "big")]


def spoil_page(path: Path, number: int) -> None:
    with path.open("r+b") as file:
        file.seek((number - 1) * 4096)
        file.write(b"\xff" * 4096)


def names(sessions: list[SessionRecord]) -> set[str]:
    return {each.id for each in sessions}


def test_a_damaged_index_hides_no_session(whole: Path) -> None:
    with closing(sqlite3.connect(whole)) as connection:
        indexes = "SELECT rootpage FROM sqlite_master WHERE type = 'index'"
        roots = [row[0] for row in connection.execute(indexes)]
    for root in roots:
        spoil_page(whole, root)
    sessions, problem = read_with_losses()
    assert len(sessions) == MANY
    assert "the file is damaged; every session can be read. presspoint history repair" in problem
    checkup = check_history()
    assert checkup is not None
    assert checkup.problems


@pytest.mark.parametrize("which", [0, 1, -1])
def test_every_readable_row_is_listed_and_the_others_are_counted(
    whole: Path, capsys: Capture, which: int
) -> None:
    before = names(read_history())
    spoil_page(whole, table_pages(whole, "session")[which])
    damaged = whole.read_bytes()
    sessions, problem = read_with_losses()
    lost = before - names(sessions)
    assert 0 < len(lost) < MANY
    assert names(sessions) < before
    told = f"{len(lost)} sessions cannot be read" if which != -1 else "at least 1 session cannot"
    assert told in problem
    assert run_guarded(["history"]) == 4
    printed = capsys.readouterr()
    assert printed.out.count("hands") == len(sessions)
    assert "presspoint history repair" in printed.err
    assert whole.read_bytes() == damaged, "reading changes nothing"


def test_a_damaged_page_of_holds_costs_holds_and_no_session(whole: Path) -> None:
    spoil_page(whole, table_pages(whole, "hold")[1])
    sessions, problem = read_with_losses()
    assert len(sessions) == MANY
    assert "holds cannot be read" in problem


def test_an_older_history_that_is_damaged_is_listed_too(home: Path) -> None:
    path = database(home)
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE session (id TEXT PRIMARY KEY, routine TEXT NOT NULL, started TEXT NOT"
            " NULL, status TEXT NOT NULL, planned_seconds REAL NOT NULL, pain_before INTEGER,"
            " pain_after INTEGER); CREATE TABLE hold (session TEXT NOT NULL, ordinal INTEGER NOT"
            " NULL, points TEXT NOT NULL, zones TEXT NOT NULL, side TEXT, planned_seconds REAL NOT"
            " NULL, held_seconds REAL NOT NULL, PRIMARY KEY (session, ordinal));"
            "CREATE INDEX session_started ON session (started); PRAGMA user_version = 1"
        )
        rows = [(f"s{number:03}", f"2025-01-01T07:30:{number % 60:02}Z") for number in range(300)]
        connection.executemany(
            "INSERT INTO session VALUES (?, 'hands', ?, 'finished', 300, NULL, NULL)", rows
        )
        connection.commit()
    spoil_page(path, table_pages(path, "session")[1])
    before = path.read_bytes()
    sessions, problem = read_with_losses()
    assert 200 < len(sessions) < 300
    assert f"{300 - len(sessions)} sessions cannot be read" in problem
    assert path.read_bytes() == before


def of_today(*hours: int) -> None:
    for hour in hours:
        moment = datetime.fromtimestamp(clock.epoch_seconds() - 1800 * hour - 60, UTC)
        session(f"t{hour}", moment.isoformat(timespec="seconds"))


def counts() -> dict[str, int]:
    return count_recent_presses(current_day_start(), clock.epoch_seconds())


def test_counts_of_today_do_not_depend_on_an_index(whole: Path) -> None:
    of_today(1, 2, 3)
    with closing(sqlite3.connect(whole)) as connection:
        connection.executescript(
            "PRAGMA writable_schema = 1;"
            "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master AS other"
            " WHERE name = 'sqlite_autoindex_session_1') WHERE name = 'session_started'"
        )
    assert counts() == {"LI4": 3}


def test_sessions_of_today_that_are_lost_count_for_every_place(
    whole: Path, capsys: Capture
) -> None:
    of_today(*range(20))
    spoil_page(whole, table_pages(whole, "session")[-1])
    with pytest.raises(PartlyReadError, match="of this day cannot be read") as partly:
        counts()
    assert partly.value.counts[ANY_PLACE] > 3
    assert run_guarded(["plan", "lower-back", "--json"]) == 3
    document = json.loads(capsys.readouterr().out)
    assert "LI4" in {each["code"] for each in document["left_out"]}
    assert "presspoint history repair" in document["warnings"][-1]["text"]
    assert run_guarded(["history", "repair", "--yes"]) == 0
    assert run_guarded(["plan", "lower-back"]) == 0


def test_sessions_of_long_ago_that_are_lost_limit_nobody_today(whole: Path) -> None:
    of_today(1)
    spoil_page(whole, table_pages(whole, "session")[0])
    assert counts() == {"LI4": 1}


def test_an_emptied_history_is_no_new_one(home: Path, capsys: Capture) -> None:
    session("a", "2025-01-01T07:30:00Z")
    os.truncate(database(home), 0)
    for use in (read_history, open_history, counts):
        with pytest.raises(StorageError, match=r"history\.db: the file is empty"):
            use()
    assert database(home).stat().st_size == 0
    assert run_guarded(["history", "repair", "--yes"]) == 0
    assert "Repaired" in capsys.readouterr().out
    session("b", "2025-01-02T07:30:00Z")
    assert names(read_history()) == {"b"}


@pytest.mark.parametrize("length", [1, 50, 99, 100, 4000])
def test_a_history_cut_to_its_header_is_refused_and_can_be_repaired(
    home: Path, whole: Path, length: int
) -> None:
    os.truncate(whole, length)
    damaged = whole.read_bytes()
    assert run_guarded(["history"]) == 4
    assert run_guarded(["plan", "lower-back"]) in {0, 3}
    assert run_guarded(["history", "check"]) == 4
    assert run_guarded(["history", "repair", "--yes"]) == 0
    (aside,) = whole.parent.glob("history-damaged-*.db")
    assert aside.read_bytes() == damaged
    assert read_history() == []
    session("a", "2025-01-01T07:30:00Z")
    assert names(read_history()) == {"a"}
    assert home.exists()


VIEWS = {
    "a view": "CREATE VIEW session AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1"
    " FROM n) SELECT id, id AS routine, id AS started FROM n",
    "a trigger": "CREATE TABLE session (id TEXT); CREATE TRIGGER t AFTER INSERT ON session BEGIN"
    " INSERT INTO session SELECT a.id FROM session a, session b, session c; END",
    "a virtual table": "CREATE TABLE session (id); CREATE VIRTUAL TABLE hold USING fts5 (session)",
}


@pytest.mark.parametrize("foreign", VIEWS)
@pytest.mark.parametrize("version", [0, 3])
def test_a_hostile_database_ends_in_a_moment_and_is_not_changed(
    home: Path, capsys: Capture, foreign: str, version: int
) -> None:
    path = database(home)
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"{VIEWS[foreign]}; PRAGMA user_version = {version}")
    before = path.read_bytes()
    began = time.monotonic()
    assert run_guarded(["history"]) == 4
    assert run_guarded(["history", "check"]) == 4
    assert run_guarded(["plan", "lower-back"]) in {0, 3}
    assert "presspoint history repair" in capsys.readouterr().err
    with pytest.raises(StorageError):
        open_history()
    assert time.monotonic() - began < 5
    assert path.read_bytes() == before


@pytest.mark.long
def test_a_huge_cell_costs_its_row_and_no_memory(whole: Path) -> None:
    with closing(sqlite3.connect(whole)) as connection:
        connection.execute("UPDATE session SET left_out = zeroblob(50000000) WHERE rowid = 7")
        connection.commit()
    began = time.monotonic()
    sessions, problem = read_with_losses()
    assert time.monotonic() - began < 4
    assert len(sessions) == MANY
    assert [each.id for each in sessions if not each.whole] == ["s006"]
    assert "a part of 1 session is damaged" in problem


@pytest.mark.parametrize("thing", ["link", "pipe", "folder"])
def test_what_is_no_file_is_no_new_history(home: Path, thing: str) -> None:
    path = database(home)
    path.parent.mkdir()
    make = {"link": lambda: path.symlink_to("/nowhere"), "pipe": lambda: os.mkfifo(path)}
    make.get(thing, path.mkdir)()
    for use in (read_history, open_history, counts):
        with pytest.raises(StorageError, match=r"history\.db"):
            use()


def test_a_data_folder_that_leads_nowhere_is_not_taken_for_no_session(home: Path) -> None:
    (home / "data").symlink_to("/nowhere")
    with pytest.raises(StorageError, match="a link that leads nowhere"):
        counts()


def test_a_repair_saves_all_that_can_be_read_and_keeps_the_damaged_file(
    whole: Path, capsys: Capture
) -> None:
    save_note("LI4", "a thumb lower")
    spoil_page(whole, table_pages(whole, "session")[1])
    damaged = whole.read_bytes()
    readable = read_history()
    assert run_guarded(["history", "repair", "--yes"]) == 0
    assert read_notes() == {"LI4": "a thumb lower"}
    assert "Repaired. The damaged file is now" in capsys.readouterr().out
    assert read_with_losses() == (readable, "")
    checkup = check_history()
    assert checkup is not None
    assert checkup.problems == ()
    (aside,) = whole.parent.glob("history-damaged-*.db")
    assert aside.read_bytes() == damaged
    assert oct(whole.stat().st_mode & 0o777) == "0o600"
    session("after", "2026-01-01T07:30:00Z")
    assert len(read_history()) == len(readable) + 1


def test_a_repair_changes_nothing_of_a_whole_history(whole: Path, capsys: Capture) -> None:
    before = whole.read_bytes()
    assert run_guarded(["history", "repair", "--yes"]) == 0
    assert f"OK. {MANY} sessions" in capsys.readouterr().out
    assert whole.read_bytes() == before
    assert list(whole.parent.glob("history-damaged-*")) == []


def test_a_repair_without_consent_changes_nothing(whole: Path, capsys: Capture) -> None:
    spoil_page(whole, table_pages(whole, "session")[1])
    before = whole.read_bytes()
    assert run_guarded(["history", "repair"]) == 2
    assert "add --yes" in capsys.readouterr().err
    assert whole.read_bytes() == before


def test_a_repair_waits_for_no_session_that_runs(whole: Path) -> None:
    spoil_page(whole, table_pages(whole, "session")[1])
    with closing(ProcessLock(whole.with_name("running.lock"))) as other:
        other.share()
        assert run_guarded(["history", "repair", "--yes"]) == 1
    assert list(whole.parent.glob("history-damaged-*")) == []


def test_what_a_journal_holds_stays_with_the_damaged_file(whole: Path) -> None:
    """A journal left beside the new file would be played back into it."""
    os.truncate(whole, 0)
    checkup = check_history()
    assert checkup is not None
    whole.with_name("history.db-journal").write_bytes(b"what a crash left")
    aside = repair_history(checkup)
    assert not whole.with_name("history.db-journal").exists()
    assert aside.with_name(f"{aside.name}-journal").read_bytes() == b"what a crash left"
    assert read_with_losses()[1] == ""


def test_check_tells_what_is_there_as_words_and_as_a_document(whole: Path, capsys: Capture) -> None:
    assert run_guarded(["history", "check", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document == {
        "file": str(whole),
        "ok": True,
        "sessions": MANY,
        "holds": MANY * HOLDS,
        "problems": [],
        "lost": {},
    }
    spoil_page(whole, table_pages(whole, "session")[1])
    assert run_guarded(["history", "check", "--json"]) == 4
    document = json.loads(capsys.readouterr().out)
    assert not document["ok"]
    assert document["lost"]["session"]["rows"] == MANY - document["sessions"]
    assert run_guarded(["history", "check"]) == 4
    assert "cannot be read" in capsys.readouterr().out


def kills(count: int) -> Iterator[float]:
    """Moments from the start of a repair to its end, in seconds."""
    return (0.15 + 0.6 * number / count for number in range(count))


@pytest.mark.long
@pytest.mark.parametrize("count", [2, pytest.param(12, marks=pytest.mark.long)])
def test_a_repair_that_is_killed_loses_nothing(whole: Path, count: int) -> None:
    spoil_page(whole, table_pages(whole, "session")[1])
    damaged, readable = whole.read_bytes(), names(read_history())
    for moment in kills(count):
        command = [sys.executable, "-m", "presspoint", "history", "repair", "--yes"]
        started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment)
        started.send_signal(signal.SIGKILL)
        started.wait()
        assert names(read_history()) == readable
        kept = [each.read_bytes() for each in whole.parent.glob("history*.db")]
        assert damaged in kept
        if whole.read_bytes() != damaged:
            shutil.copyfile(next(whole.parent.glob("history-damaged-*.db")), whole)


@pytest.mark.long
def test_112_damages_of_303_sessions_list_what_sqlite_can_still_read() -> None:
    script = Path(__file__).parents[2] / "tools" / "damage_history.py"
    done = subprocess.run([sys.executable, script], capture_output=True, check=True, text=True)
    assert "112 damages, 0 with fewer listed than readable, 0 silent" in done.stdout


STRANGE = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON session BEGIN DELETE FROM session; END",
    "a view of somebody": "CREATE VIEW mine AS SELECT * FROM session",
    "a version of 0": "PRAGMA user_version = 0",
    "a version below": "PRAGMA user_version = -7",
    "no entries": "DROP TABLE entry",
}


@pytest.mark.parametrize("strange", STRANGE)
def test_d19_what_is_strange_in_a_history_hides_no_session_and_can_be_repaired(
    whole: Path, capsys: Capture, strange: str
) -> None:
    with closing(sqlite3.connect(whole)) as connection:
        connection.executescript(STRANGE[strange])
    sessions, problem = read_with_losses()
    assert len(sessions) == MANY
    assert "every session can be read" in problem
    with pytest.raises(StorageError, match="history repair"):
        open_history()
    assert run_guarded(["history", "repair", "--yes"]) == 0
    assert "not counted" not in capsys.readouterr().out
    assert len(read_history()) == MANY
    open_history().close()


@pytest.mark.parametrize("lost", ["DROP TABLE hold", "ALTER TABLE hold RENAME TO held"])
def test_d1_without_its_holds_a_history_lists_its_sessions(whole: Path, lost: str) -> None:
    with closing(sqlite3.connect(whole)) as connection:
        connection.executescript(lost)
    sessions, problem = read_with_losses()
    assert len(sessions) == MANY
    assert "at least 1 hold cannot be read" in problem
    with pytest.raises(PartlyReadError) as partly:
        counts()
    assert partly.value.counts[ANY_PLACE]


def test_d1_a_session_that_is_gone_without_a_trace_is_told_of_as_lost(whole: Path) -> None:
    """Sessions are never deleted, so a number without one, before others, was one."""
    with closing(sqlite3.connect(whole)) as connection:
        connection.execute("DELETE FROM session WHERE rowid IN (5, 9)")
        connection.execute("CREATE VIEW mine AS SELECT 1")
        connection.commit()
    sessions, problem = read_with_losses()
    assert len(sessions) == MANY - 2
    assert "2 sessions cannot be read" in problem
