"""Histories exchanged: in any order and as often as may be, they end as the same one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.__main__ import run_guarded
from presspoint.clock import instant, iso_now
from presspoint.errors import PresspointError
from presspoint.exchange.entry import EntryLine
from presspoint.exchange.intake import Intake
from presspoint.exchange.line import Record, line_of
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.filters import Filters
from presspoint.session.record.records import HoldRecord, Reaction, SessionRecord
from presspoint.storage.entries.entry import Entry, save_entries
from presspoint.storage.exchange.exporting import (
    Gaps,
    read_entries_to_export,
    read_sessions_to_export,
)
from presspoint.storage.exchange.importing import import_file
from presspoint.storage.history.damage.repair import check_history
from presspoint.storage.history.reading import read_history
from presspoint.storage.history.recent import count_recent_presses, find_interrupted
from support.histories import save_session
from support.records import records

HANDS = HoldRecord(("LI4",), (), "left", 50.0, 50.0, ("LI4",))
NECK = HoldRecord(("GB21",), (), "left", 20.0, 20.0, ("GB21",))
STARTED = "2026-11-21T07:30:00+01:00"
NOW = instant("2026-11-21T12:00:00+01:00") or 0.0
SESSION = SessionRecord(
    "a", "hands", STARTED, Status.FINISHED, 60.0, (HANDS,), ended_by=EndedBy.END, reactions=()
)
UNDONE = EntryLine("u", "undone", "2026-11-22T07:30:00+01:00", {"of": "a"})


@contextmanager
def another_home() -> Iterator[Path]:
    """A home of its own within a test, for a second machine."""
    before = os.environ["PRESSPOINT_HOME"]
    with TemporaryDirectory() as folder:
        os.environ["PRESSPOINT_HOME"] = folder
        try:
            yield Path(folder)
        finally:
            os.environ["PRESSPOINT_HOME"] = before


def exported() -> str:
    gaps = Gaps()
    every = Filters(with_undone=True)
    lines = map(line_of, read_sessions_to_export(every, gaps))
    text = "".join(lines) + "".join(map(line_of, read_entries_to_export(every, gaps)))
    gaps.check()
    return text


def bring(*records: Record) -> Intake:
    return bring_text("".join(map(line_of, records)))


def bring_text(text: str | bytes) -> Intake:
    path = Path(os.environ["PRESSPOINT_HOME"], "brought.jsonl")
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return import_file(str(path))


def first_of_each(records: Iterable[Record]) -> list[Record]:
    """The records without those of an id that another has: which of two counts is another test."""
    by_id: dict[tuple[bool, str], Record] = {}
    for each in records:
        by_id.setdefault((isinstance(each, SessionRecord), each.id), each)
    return list(by_id.values())


@given(st.lists(records, max_size=6).map(first_of_each))
@settings(max_examples=12)
def test_what_is_imported_is_exported_as_it_was(records: list[Record]) -> None:
    with another_home():
        bring(*records)
        text = exported()
        assert sorted(text.splitlines(keepends=True)) == sorted(map(line_of, records))
    with another_home():
        bring_text(text)
        assert exported() == text


@given(st.lists(records, max_size=6).map(first_of_each), st.data())
@settings(max_examples=12)
def test_two_homes_that_exchange_crosswise_twice_are_equal(
    records: list[Record], data: st.DataObject
) -> None:
    here, there = (data.draw(st.lists(st.sampled_from(records))) if records else [] for _ in "12")
    with another_home():
        bring(*first_of_each(here))
        of_here = exported()
    with another_home():
        bring(*first_of_each(there))
        of_there = exported()
        bring_text(of_here)
        bring_text(of_here)
        together = exported()
    with another_home():
        bring_text(of_here)
        bring_text(of_there)
        assert bring_text(of_there).new.total() == 0
        assert exported() == together


def test_an_undone_session_is_brought_back_by_no_order_of_imports() -> None:
    parts = [line_of(SESSION), line_of(UNDONE), line_of(SESSION._replace(id="b"))]
    results = set()
    for order in permutations([*parts, parts[0]]):
        with another_home():
            for part in order:
                bring_text(part)
            results.add(exported())
            assert [each.id for each in read_history()] == ["b"]
    assert len(results) == 1


def test_imported_sessions_count_for_the_number_a_day_undone_ones_too() -> None:
    bring(SESSION, UNDONE, SESSION._replace(id="b", status=Status.REPORTED))
    assert count_recent_presses(0.0, NOW) == {"LI4": 2}


def test_a_session_from_the_future_counts_for_today() -> None:
    intake = bring(SESSION._replace(started="2027-11-21T07:30:00+01:00"))
    assert intake.later == 1
    assert count_recent_presses(NOW - 3600, NOW) == {"LI4": 1}


@pytest.mark.parametrize("status", [Status.FINISHED, Status.REPORTED])
def test_an_import_lifts_no_limit_of_a_session_saved_while_the_clock_was_wrong(
    status: Status,
) -> None:
    ahead = "2027-11-21T07:30:00+01:00"
    save_session(SESSION._replace(started=ahead, status=Status.RUNNING), HANDS)
    assert count_recent_presses(NOW - 3600, NOW) == {"LI4": 1}
    bring(SESSION._replace(id="old", started="2026-01-01T07:30:00+01:00", status=status))
    assert count_recent_presses(NOW - 3600, NOW) == {"LI4": 1}


def test_a_session_that_went_on_elsewhere_is_whole_in_any_order() -> None:
    first = SESSION._replace(status=Status.INTERRUPTED, ended_by=EndedBy.SIGNAL)
    later = SESSION._replace(holds=(HANDS, NECK), pain_after=3)
    for order in permutations([first, later]):
        with another_home():
            intakes = [bring(each) for each in order]
            assert sum(each.continued for each in intakes) == (order[0] is first)
            assert sum(each.differ for each in intakes) == 0
            assert read_history() == [later]


@pytest.mark.parametrize(
    "other",
    [
        SESSION._replace(holds=()),
        SESSION._replace(pain_after=0),
        SESSION._replace(holds=(HANDS, NECK)),
        SESSION._replace(status=Status.INTERRUPTED, ended_by=EndedBy.SIGNAL, holds=(NECK,)),
    ],
)
def test_other_content_under_the_same_id_changes_nothing(other: SessionRecord) -> None:
    bring(SESSION)
    assert bring(other).differ == 1
    assert read_history() == [SESSION]


def test_an_interrupted_session_can_be_gone_on_with_on_another_machine() -> None:
    first = SESSION._replace(status=Status.INTERRUPTED, ended_by=EndedBy.SIGNAL)
    bring(first)
    assert find_interrupted(NOW) == first


HOSTILE = {
    "not UTF-8": b"\xff\xfa\n",
    "UTF-16": line_of(SESSION).encode("utf-16"),
    "UTF-16 without a mark": line_of(SESSION).encode("utf-16-le"),
    "a NUL": line_of(SESSION).encode()[:-2] + b"\0}\n",
    "a history itself": b"SQLite format 3\0",
    "packed": b"\x1f\x8b\x08",
    "deep nesting": b"[" * 900_000,
    "too long a line": b" " * (2**20 + 5) + line_of(SESSION).encode(),
    "another document": b'{"sessions": []}\n',
    "cut off": line_of(SESSION).encode()[:-9],
    "one wrong line after many": line_of(SESSION).encode() * 50 + b"{}\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_with_one_line_that_is_refused_brings_nothing(name: str) -> None:
    before = exported()
    good = line_of(SESSION._replace(id="new")).encode()
    with pytest.raises(PresspointError, match=r"brought.jsonl, line \d+: .* Nothing was imported"):
        bring_text(HOSTILE[name] if HOSTILE[name][:1] not in b" {" else good + HOSTILE[name])
    assert exported() == before


@given(st.lists(st.binary(max_size=20) | st.just(line_of(SESSION).encode()), max_size=4))
@settings(max_examples=30)
def test_any_bytes_are_brought_whole_or_not_at_all(parts: list[bytes]) -> None:
    with another_home():
        try:
            intake = bring_text(b"\n".join(parts))
        except PresspointError:
            assert read_history() == []
        else:
            assert len(read_history()) == intake.new["session"]


def test_windows_and_editors_may_have_saved_it() -> None:
    text = line_of(SESSION).replace("\n", "\r\n\r\n")
    assert bring_text(b"\xef\xbb\xbf" + text.encode()).new["session"] == 1
    assert bring_text(text.rstrip()).same == 1


def test_nothing_is_left_beside_the_history(home: Path) -> None:
    bring(SESSION)
    with pytest.raises(PresspointError):
        bring_text(line_of(SESSION) + "{}")
    assert {each.name for each in (home / "data").iterdir()} <= {"history.db", "running.lock"}
    checkup = check_history()
    assert checkup is not None
    assert checkup.problems == ()


def test_foreign_signs_of_a_text_are_stored_and_never_printed_raw(
    capsys: pytest.CaptureFixture[str],
) -> None:
    bring(SESSION._replace(routine="\x1b]0;x\x07\u202ehands"))
    assert read_history()[0].routine == "\x1b]0;x\x07\u202ehands"
    for command in (["history"], ["history", "export"], ["history", "export", "--csv"]):
        assert run_guarded(command) == 0
        assert not {"\x1b", "\x07", "\u202e"} & set(capsys.readouterr().out)


def test_a_damaged_entry_is_left_out_and_said(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import sqlite3

    bring(SESSION, UNDONE)
    with sqlite3.connect(home / "data" / "history.db") as connection:
        connection.execute("UPDATE entry SET content = '[' WHERE id = 'u'")
    connection.close()
    assert run_guarded(["history", "export"]) == 4
    printed = capsys.readouterr()
    assert [json.loads(each)["id"] for each in printed.out.splitlines()] == ["a"]
    assert "cannot be read" in printed.err


@given(st.lists(records, min_size=1, max_size=4).map(first_of_each))
@settings(max_examples=8)
def test_a_history_that_was_imported_twice_is_read_as_it_was_played(
    records: list[Record],
) -> None:
    with another_home():
        bring(*records)
        once = read_history()
        bring(*reversed(records))
        assert read_history() == once


def test_a_recent_session_in_which_a_place_went_numb_is_said() -> None:
    numb = (Reaction(1, ("GB30",), (), "left", "numb"),)
    old = bring(SESSION._replace(id="old", started="2020-01-01T07:30:00+01:00", reactions=numb))
    assert list(old.remarks()) == []
    new = bring(SESSION._replace(id="new", started=iso_now(), reactions=numb))
    assert [each for each in new.remarks() if "presspoint check" in each]


def test_an_undo_goes_with_its_session_whatever_zone_it_was_made_in() -> None:
    save_session(SESSION._replace(started="2026-11-02T05:00:00+09:00"), HANDS, ended=Status.STOPPED)
    save_entries([Entry("u", "undone", "2026-11-01T13:00:00-08:00", {"of": "a"})])
    since = Filters(date(2026, 11, 2), 4, with_undone=True)
    gaps = Gaps()
    assert [each.id for each in read_sessions_to_export(since, gaps)] == ["a"]
    assert [each.id for each in read_entries_to_export(since, gaps)] == ["u"]


def test_an_import_says_that_it_undoes_what_was_here(tmp_path: Path) -> None:
    file = tmp_path / "undo.jsonl"
    file.write_text(line_of(SESSION) + line_of(UNDONE))
    with another_home():
        assert import_file(str(file)).undid == 0
    save_session(SESSION, HANDS, ended=Status.FINISHED)
    file.write_text(line_of(UNDONE))
    intake = import_file(str(file))
    assert [*intake.remarks()] == [
        "It undoes 1 session that was here. presspoint history --undone lists it."
    ]
    assert import_file(str(file)).undid == 0
