"""The sessions of a history as far as they add up: which are read, and of which day."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from presspoint.errors import StorageError
from presspoint.outcome.summary import summary_of
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, SessionRecord
from presspoint.storage.entries.entry import new_entry, save_entries
from presspoint.storage.history.reading import Damage, read_sessions
from presspoint.storage.history.summaries import read_summaries
from presspoint.storage.history.writing import open_history
from support.histories import save_session
from support.sums import record_of, records

HOLD = HoldRecord(("BL23",), (), "both", 60.0, 58.0, ("BL23",))


def keep(name: str, started: str) -> None:
    record = SessionRecord(name, "lower-back", started, Status.RUNNING, 600.0, ())
    save_session(record, HOLD, ended=Status.FINISHED)


def test_there_is_none_without_a_history(home: Path) -> None:
    assert list(read_summaries(4)) == []
    assert not (home / "data").exists()


@pytest.mark.usefixtures("home")
def test_a_session_is_of_the_day_as_it_was_lived_where_it_was_noted() -> None:
    keep("night", "2026-11-28T03:59:00+01:00")
    keep("tokyo", "2026-11-29T04:00:00+09:00")
    days = {each.id: each.day for each in read_summaries(4)}
    assert days == {"night": date(2026, 11, 27), "tokyo": date(2026, 11, 29)}


@pytest.mark.usefixtures("home")
def test_only_those_since_a_day_are_read() -> None:
    keep("before", "2026-11-29T03:59:00+01:00")
    keep("since", "2026-11-29T04:00:00+01:00")
    assert [each.id for each in read_summaries(4, date(2026, 11, 29))] == ["since"]


@pytest.mark.usefixtures("home")
def test_what_is_undone_comes_only_when_asked_for_and_is_known_for_it() -> None:
    keep("first", "2026-11-29T21:00:00+01:00")
    keep("second", "2026-11-29T22:00:00+01:00")
    save_entries([new_entry("undone", of="first")])
    assert [each.id for each in read_summaries(4)] == ["second"]
    every = read_summaries(4, with_undone=True)
    assert [(each.id, each.undone) for each in every] == [("first", True), ("second", False)]


NUMBERS = count()


@pytest.mark.usefixtures("home")
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(records, max_size=6))
def test_a_summary_is_that_of_the_whole_session(played: list[SessionRecord]) -> None:
    with closing(open_history(5.0)) as history:
        for each in played:
            history.save(each._replace(id=f"{next(NUMBERS)}"))
    read = {each.id: each for each in read_summaries(4)}
    whole = {each.id: summary_of(each, read[each.id].day) for each in read_sessions()}
    assert read == whole


@pytest.mark.parametrize(
    ("damage", "sessions"),
    [
        ("UPDATE hold SET held_seconds = 'long'", 2),
        ("UPDATE hold SET held_seconds = 1e9", 2),
        ("UPDATE session SET reactions = '[' WHERE id = '0'", 2),
        ("UPDATE session SET pain_after = 12 WHERE id = '0'", 2),
        ("UPDATE session SET status = 'asleep' WHERE id = '0'", 2),
        ("UPDATE session SET started = '2026-11-31' WHERE id = '0'", 1),
        ("UPDATE session SET routine = x'ff' WHERE id = '0'", 2),
    ],
)
def test_a_damaged_cell_costs_only_itself(home: Path, damage: str, sessions: int) -> None:
    with closing(open_history(5.0)) as history:
        for number in range(2):
            history.save(record_of(date(2026, 11, 29), 6, 4)._replace(id=f"{number}"))
    with closing(sqlite3.connect(home / "data" / "history.db")) as connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        connection.execute(damage)
        connection.commit()
    noted = Damage()
    read = list(read_summaries(4, damage=noted))
    assert len(read) == sessions
    assert all(each.change is None for each in read if each.id == "0")
    with pytest.raises(StorageError):
        noted.check()


def test_what_of_a_damaged_file_can_be_read_is_read(home: Path) -> None:
    with closing(open_history(5.0)) as history:
        for number in range(100):
            history.save(record_of(date(2026, 11, 29))._replace(id=f"{number:0300}"))
    path = home / "data" / "history.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    noted = Damage()
    assert 20 < len(list(read_summaries(4, damage=noted))) <= 100
    with pytest.raises(StorageError, match="damaged"):
        noted.check()
