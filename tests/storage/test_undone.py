"""What is undone is read no more, but goes on counting for the number a day; filters."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.filters import Filters
from presspoint.session.record.records import HoldRecord, SessionRecord
from presspoint.storage.entries.entry import new_entry, read_entries, save_entries
from presspoint.storage.history.reading import read_history, read_sessions
from presspoint.storage.history.recent import (
    count_recent_presses,
    find_earlier,
    find_interrupted,
    last_faint,
)
from support.histories import save_session

DAY = datetime(2026, 11, 29, tzinfo=UTC)
NOW = DAY.timestamp() + 22 * 3600
HANDS = HoldRecord(("LI4",), (), "left", 45.0, 45.0, ("LI4",))
WAIST = HoldRecord(("BL23", "BL52"), (), "both", 60.0, 60.0, ("BL23", "BL52"))


def done(name: str, hour: float, routine: str = "lower-back", hold: HoldRecord = HANDS) -> None:
    """A finished session of a hold, so many hours into the day."""
    started = (DAY + timedelta(hours=hour)).isoformat()
    record = SessionRecord(name, routine, started, Status.RUNNING, 600.0, ())
    save_session(record, hold, ended=Status.FINISHED, ended_by=EndedBy.END)


def undo(*names: str) -> None:
    """Undo sessions or entries."""
    save_entries(new_entry("undone", of=each) for each in names)


def ids(filters: Filters | None = None, newest: int | None = None) -> list[str]:
    return [each.id for each in read_sessions(None, newest, filters or Filters())]


def counts() -> dict[str, int]:
    return count_recent_presses(DAY.timestamp(), NOW)


def test_an_undone_session_is_read_only_where_it_is_asked_for() -> None:
    for name in ("a", "b", "c"):
        done(name, 12)
    undo("b")
    assert [each.id for each in read_history()] == ["a", "c"]
    assert ids(newest=2) == ["a", "c"]
    assert [each.undone for each in read_sessions(filters=Filters(with_undone=True))] == [
        False,
        True,
        False,
    ]
    assert [each.id for each in find_earlier(None, NOW)] == ["c", "a"]


@given(st.lists(st.sampled_from(["a", "b", "c", "no", ""]), max_size=4))
@settings(max_examples=15)
def test_undoing_lowers_no_number_a_day(names: list[str]) -> None:
    for hour, name in enumerate(("a", "b", "c")):
        if name not in ids(Filters(with_undone=True)):
            done(name, 10 + hour)
    before = counts()
    undo(*names)
    assert counts() == before == {"LI4": 3}


def test_an_undone_session_that_ended_faint_still_says_so() -> None:
    record = SessionRecord("a", "lower-back", "2026-11-29T20:00:00+00:00", Status.RUNNING, 6.0, ())
    save_session(record, HANDS, ended=Status.STOPPED, ended_by=EndedBy.FAINT)
    undo("a")
    assert last_faint(NOW, DAY.timestamp()) == "20:00"


@pytest.mark.parametrize("status", [Status.REPORTED, Status.FINISHED])
def test_what_was_done_since_hides_no_faint(status: Status) -> None:
    record = SessionRecord("a", "lower-back", "2026-11-29T20:00:00+00:00", Status.RUNNING, 6.0, ())
    save_session(record, HANDS, ended=Status.STOPPED, ended_by=EndedBy.FAINT)
    save_session(record._replace(id="b", started="2026-11-29T20:30:00+00:00"), HANDS, ended=status)
    assert last_faint(NOW, DAY.timestamp()) == "20:00"


def test_an_undone_session_is_not_offered_to_go_on_with() -> None:
    record = SessionRecord("a", "lower-back", "2026-11-29T20:00:00+00:00", Status.RUNNING, 6.0, ())
    save_session(record, HANDS, ended=Status.INTERRUPTED, ended_by=EndedBy.SIGNAL)
    assert find_interrupted(NOW)
    undo("a")
    assert find_interrupted(NOW) is None


def test_an_undone_entry_is_read_no_more() -> None:
    first, second = new_entry("pain", pain=3), new_entry("pain", pain=6)
    save_entries([first, second])
    undo(first.id)
    assert read_entries("pain") == [{"pain": 6}]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), "a b c d"),
        (Filters(date(2026, 11, 29), 4), "c d"),
        (Filters(date(2026, 11, 28), 4), "a b c d"),
        (Filters(date(2026, 11, 29), 3), "b c d"),
        (Filters(date(2026, 11, 30), 4), ""),
        (Filters(routine="NECK"), "d"),
        (Filters(routine="nec"), ""),
        (Filters(code="BL52"), "c"),
        (Filters(code="BL5"), ""),
        (Filters(date(2026, 11, 29), 4, "lower-back", "BL23"), "c"),
    ],
)
def test_filters_leave_out_what_does_not_match(filters: Filters, expected: str) -> None:
    done("a", 2)
    done("b", 3.9)
    done("c", 4, hold=WAIST)
    done("d", 12, "neck")
    assert ids(filters) == expected.split()
    assert ids(filters, newest=1) == expected.split()[-1:]
