"""Instants are compared as instants (fault 10): travel, clocks that are set, zones that are odd."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.session.record.endings import Status
from presspoint.session.record.filters import Filters
from presspoint.session.record.records import HoldRecord, SessionRecord
from presspoint.storage.history import recent
from presspoint.storage.history.file.connection import PATIENT_SECONDS
from presspoint.storage.history.filtering import filter_values
from presspoint.storage.history.instants import (
    in_order,
    instant,
    last_before,
    matching_in_order,
    newest_in_order,
    starts_since,
)
from presspoint.storage.history.reading import read_history
from presspoint.storage.history.recent import count_recent_presses, find_interrupted
from presspoint.storage.history.writing import open_history

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOLD = HoldRecord(("LI4",), (), "left", 45.0, 45.0, ("LI4",))
HOUR = 3600.0
DAMAGED = ("", "\x00\x01", "soon", "2026-13-45T99:99:99", "9999", "2026-11-22T1\ufffd:00:00+00:00")
# Hours from now, and the offset in minutes of the zone in which that was noted.
MOMENTS = st.tuples(st.integers(-72, 72), st.integers(-1439, 1439)).map(
    lambda pair: at(float(pair[0]), pair[1])
)
STARTS = st.lists(MOMENTS | st.sampled_from(DAMAGED), max_size=12)


def at(hours: float, minutes: int = 0) -> str:
    """Return the moment so many hours from NOW, in a zone of so many minutes."""
    zone = timezone(timedelta(minutes=minutes))
    return (NOW + timedelta(hours=hours)).astimezone(zone).isoformat(timespec="seconds")


def save(*starts: str, status: Status = Status.FINISHED) -> None:
    """Save a session of one hold for each start, in this order."""
    with closing(open_history(PATIENT_SECONDS)) as history:
        for number, start in enumerate(starts):
            name = f"{number}:{start}"
            history.save(SessionRecord(name, "lower-back", start, status, 590.0, (HOLD,)))


def counted() -> int:
    """In how many sessions LI4 was pressed, on a day that began eight hours ago."""
    now = NOW.timestamp()
    return count_recent_presses(now - 8 * HOUR, now).get("LI4", 0)


@pytest.mark.parametrize(
    "starts",
    [
        ("2026-10-25T02:50:00+02:00", "2026-10-25T02:10:00+01:00"),
        ("2026-11-22T08:00:00+09:00", "2026-11-21T20:00:00-08:00"),
        ("2026-11-22T08:00:00Z", "2026-11-22T20:00:01.5+12:00"),
    ],
)
def test_fault_10_the_history_is_in_the_order_of_instants(starts: tuple[str, str]) -> None:
    save(*starts)
    assert [each.started for each in read_history()] == list(starts)


def test_fault_10_whatever_the_order_in_which_they_were_saved() -> None:
    save("2026-11-21T20:00:00-08:00", "2026-11-22T08:00:00+09:00")
    assert read_history()[0].started == "2026-11-22T08:00:00+09:00"


def rows(*starts: object) -> sqlite3.Connection:
    """A table of sessions with these starts, numbered from 1."""
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    connection.executescript(
        "CREATE TABLE session (id TEXT, routine TEXT, started, status TEXT DEFAULT 'finished');"
        "CREATE TABLE hold (session TEXT, points TEXT, zones TEXT, spots TEXT);"
        "CREATE TABLE entry (kind TEXT, content TEXT)"
    )
    values = [("a", "r", each) for each in starts]
    connection.executemany("INSERT INTO session (id, routine, started) VALUES (?, ?, ?)", values)
    return connection


@given(STARTS)
def test_sessions_are_in_order_and_a_damaged_date_stays_where_it_was_saved(
    starts: list[str],
) -> None:
    with closing(rows(*starts)) as connection:
        found = connection.execute("SELECT rowid, started FROM session ORDER BY rowid").fetchall()
    order = in_order(found)
    assert sorted(order) == list(range(1, len(starts) + 1))
    readable = [number for number in order if instant(starts[number - 1]) is not None]
    instants = [instant(starts[number - 1]) or 0.0 for number in readable]
    assert instants == sorted(instants)


@given(STARTS.filter(lambda starts: DAMAGED[-1] not in starts), st.integers(1, 8))
def test_the_newest_are_those_that_the_order_of_all_ends_with(
    starts: list[str], number: int
) -> None:
    with closing(rows(*starts)) as connection:
        values = filter_values(connection, Filters())
        every = matching_in_order(connection, values)
        assert newest_in_order(connection, number, values) == every[-number:]


@given(STARTS, st.integers(-48, 8))
def test_what_may_count_is_found_whatever_its_zone(starts: list[str], hours: int) -> None:
    since = NOW.timestamp() + hours * HOUR
    with closing(rows(*starts)) as connection:
        found = {each.rowid for each in starts_since(connection, since)}
        before = last_before(connection, since)
    instants = [instant(each) for each in starts]
    numbered = list(enumerate(instants, 1))
    assert found >= {number for number, each in numbered if each is None or each >= since} - {
        number for number, each in enumerate(starts, 1) if each.startswith("2026-13")
    }
    assert before == max((number for number, each in numbered if each and each < since), default=0)


@settings(max_examples=25)
@given(STARTS)
def test_the_holds_of_16_hours_always_count_whatever_the_zone_or_the_clock(
    tmp_path_factory: pytest.TempPathFactory, starts: list[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRESSPOINT_HOME", str(tmp_path_factory.mktemp("home")))
        save(*starts)
        count = counted()
    now = NOW.timestamp()
    instants = [instant(each) for each in starts]
    surely = [each for each in instants if each is not None and now - 16 * HOUR <= each <= now]
    to_come = [each for each in instants if each is None or each > now]
    assert len(surely) <= count <= len(surely) + len(to_come)


@pytest.mark.parametrize("start", [*DAMAGED[:2], "9999"])
def test_a_session_of_a_damaged_date_counts_until_a_later_one_is_old(start: str) -> None:
    save(start)
    assert counted() == 1
    save(at(-30))
    assert counted() == 0


@pytest.mark.parametrize(
    ("hours", "count"), [(-16.1, 0), (-15.9, 1), (-0.1, 1), (0.1, 1), (72, 1), (9000, 1)]
)
def test_a_clock_that_is_set_makes_nothing_of_the_last_hours_uncounted(
    hours: float, count: int
) -> None:
    save(at(hours))
    assert counted() == count
    save(at(-20))
    assert counted() == (count if hours < 0 else 0)


def test_a_day_longer_than_16_hours_counts_whole() -> None:
    save(at(-20))
    now = NOW.timestamp()
    assert recent.RECENT_SECONDS == 16 * HOUR
    assert count_recent_presses(now - 23 * HOUR, now) == {"LI4": 1}
    assert count_recent_presses(now - 19 * HOUR, now) == {}


def test_what_lies_after_now_never_counts_as_last() -> None:
    save(at(-2), status=Status.INTERRUPTED)
    save(at(9000))
    found = find_interrupted(NOW.timestamp())
    assert found is not None
    assert found.started == at(-2)
    save(at(48), status=Status.INTERRUPTED)
    found = find_interrupted(NOW.timestamp())
    assert found is not None
    assert found.started == at(-2)
    save(at(-1))
    assert find_interrupted(NOW.timestamp()) is None


def test_a_history_that_leads_nowhere_is_not_one_of_nothing(home: Path) -> None:
    (home / "data").mkdir()
    (home / "data" / "history.db").symlink_to(home / "gone")
    with pytest.raises(Exception, match=r"history\.db"):
        counted()
