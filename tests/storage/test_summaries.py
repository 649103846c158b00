"""The sessions of a history as far as they add up: which are read, and of which day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from presspoint.session.record.records import HoldRecord, SessionRecord, Status
from presspoint.storage.history.summaries import read_summaries
from support.histories import save_session

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
