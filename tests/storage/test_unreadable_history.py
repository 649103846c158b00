"""A history that cannot be read at all is never taken for a day on which nothing was pressed."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.conditions import condition
from presspoint.catalogue.routines import routine
from presspoint.planning.plan import build
from presspoint.run.options import Options
from presspoint.run.questions.beforehand import offer_to_resume
from presspoint.run.request import request
from presspoint.safety.limits import MAYBE_PRESSED
from presspoint.safety.screening import screen
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, SessionRecord
from support.histories import save_session
from support.own import SHIPPED as CATALOGUE
from support.plans import telling

Capture = pytest.CaptureFixture[str]
RECORD = SessionRecord("one", "lower-back", "2026-11-21T08:00:00+00:00", Status.RUNNING, 600.0, ())
HOLD = HoldRecord(("LI4",), (), "left", 50.0, 50.0)


def run_sql(path: Path, script: str) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def in_place_of_the_file(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def make_it(path: Path) -> None:
        path.unlink()
        make(path)

    return make_it


def link_to_the_file(path: Path) -> None:
    path.symlink_to(path.rename(path.with_name("moved.db")))


THINGS: dict[str, Callable[[Path], object]] = {
    "a folder": in_place_of_the_file(Path.mkdir),
    "a dangling link": in_place_of_the_file(lambda path: path.symlink_to("/nowhere/at/all")),
    "a link to itself": in_place_of_the_file(lambda path: path.symlink_to(path.name)),
    "a link to the file": link_to_the_file,
    "a pipe": in_place_of_the_file(os.mkfifo),
    "an emptied file": lambda path: path.write_bytes(b""),
    "a file cut to a few bytes": lambda path: path.write_bytes(path.read_bytes()[:100]),
    "a file of zeros": lambda path: path.write_bytes(bytes(20_000)),
    "an encrypted file": lambda path: path.write_bytes(os.urandom(20_000)),
    "a file of words": lambda path: path.write_text("my history, " * 100),
    "a file of another program": lambda path: run_sql(path, "CREATE TABLE note (text)"),
    "a newer history": lambda path: run_sql(path, "PRAGMA user_version = 99"),
    "tables of other columns": lambda path: run_sql(
        path, "CREATE TABLE session (x); CREATE TABLE hold (x); PRAGMA user_version = 4"
    ),
    "a view without end": lambda path: run_sql(
        path,
        "CREATE VIEW session AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n)"
        " SELECT x AS id FROM n; PRAGMA user_version = 4",
    ),
    "a folder for its journal": lambda path: path.with_name("history.db-journal").mkdir(),
    "a pipe for its journal": lambda path: os.mkfifo(path.with_name("history.db-journal")),
    "a pipe for its log": lambda path: os.mkfifo(path.with_name("history.db-wal")),
}


def plan(capsys: Capture, *options: str) -> tuple[int, dict[str, Any]]:
    """The exit code of a plan, and its document."""
    capsys.readouterr()
    code = run_guarded(["plan", *options, "--json"])
    return code, json.loads(capsys.readouterr().out)


@contextmanager
def spoiled(home: Path, thing: str) -> Iterator[Path]:
    """A history with a session, spoiled."""
    save_session(RECORD, HOLD, ended=Status.FINISHED)
    path = home / "data" / "history.db"
    if thing == "a lock for good":
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            yield path
    else:
        THINGS[thing](path)
        yield path


@pytest.mark.parametrize("thing", [*THINGS, "a lock for good"])
def test_what_cannot_be_read_is_not_a_day_without_presses(home: Path, thing: str) -> None:
    with spoiled(home, thing) as path:
        run = request(CATALOGUE, Options("lower-back"), lambda _: None)
    assert run.pressed_today is None
    assert offer_to_resume(CATALOGUE, run) == run
    assert run.uncounted.count(str(path)) == 1


def test_what_may_be_pressed_once_a_day_is_out_and_all_else_plays(
    home: Path, capsys: Capture
) -> None:
    with spoiled(home, "a folder") as path:
        code, document = plan(capsys, "relaxing")
        assert (code, document["phases"]) == (3, [])
        assert {each["reason"] for each in document["left_out"]} == {MAYBE_PRESSED}
        code, document = plan(capsys, "lower-back")
        assert (code, document["left_out"]) == (0, [])
        said = {each["id"]: each["text"] for each in document["warnings"]}["history"]
        assert said.startswith("What was pressed earlier today cannot be read.")
        assert said.count(str(path)) == 1
        assert run_guarded(["plan", "relaxing"]) == 3
        assert "as long as nobody can read what you pressed today" in capsys.readouterr().out


@pytest.mark.parametrize("name", CATALOGUE.ids("conditions"))
def test_whose_holds_a_condition_shortens_presses_nothing_twice(name: str) -> None:
    rule = condition(CATALOGUE, name)
    flags = telling(name, again_today=True, provider_agreed=True)
    for each in CATALOGUE.ids("routines"):
        wanted = routine(CATALOGUE, each)
        screening = screen(CATALOGUE, wanted, flags, pressed_today=None)
        turns = build(CATALOGUE, wanted, {}, screening).course.turns
        pressed = [turn for turn in turns if turn.is_hold]
        assert not (pressed and (rule.gate or rule.cap))


@pytest.mark.parametrize("thing", THINGS)
def test_the_mend_is_said_and_nothing_is_changed(home: Path, capsys: Capture, thing: str) -> None:
    mends = ("Move it away", "Put the file itself there", "history repair", "Install the newest")
    with spoiled(home, thing) as path:
        was = path.lstat().st_ino
        assert run_guarded(["history"]) == 4
        said = capsys.readouterr().err
        if thing != "a folder for its journal":
            assert any(each in said for each in mends), said
        assert path.lstat().st_ino == was


def test_without_a_history_nothing_was_pressed(home: Path, capsys: Capture) -> None:
    assert not (home / "data").exists()
    code, document = plan(capsys, "relaxing")
    assert (code, document["left_out"]) == (0, [])


def test_who_repairs_is_told_that_what_is_lost_is_not_counted(home: Path, capsys: Capture) -> None:
    with spoiled(home, "an emptied file"):
        assert run_guarded(["history", "repair", "--yes"]) == 0
    assert "What is lost of today no longer counts" in capsys.readouterr().out
