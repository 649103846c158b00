"""What a confused or hostile person types after the commands of the history and the outcome."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime

import pytest

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, Reaction, SessionRecord
from presspoint.storage.entries.entry import Entry, save_entries
from presspoint.storage.entries.pains import read_pains
from presspoint.storage.entries.scores import read_scores
from presspoint.storage.history.reading import read_history
from presspoint.storage.history.writing import open_history

HAND = HoldRecord(("LI4",), (), "right", 45.0, 45.0, ("LI4",))
MADE = "2025-11-20T21:30:00+00:00"

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command in this process; return its exit code, stdout and stderr."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = run_guarded([*arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def save(*names: str) -> None:
    """Save sessions with these ids."""
    with closing(open_history(5.0)) as history:
        for name in names:
            history.save(SessionRecord(name, "desk", MADE, Status.REPORTED, 60.0, (HAND,)))


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 10**30])
def test_a_limit_of_any_size_lists_what_there_is(call: Call, number: int) -> None:
    save("abcdef")
    code, out, err = call("history", "--limit", str(number))
    assert (code, err) == (0, "")
    assert out.startswith("abcdef")
    assert call("history", "--json", "--limit", str(number))[0] == 0


def test_a_whole_id_is_found_among_any_number_that_begin_so(call: Call) -> None:
    save("session-1", *(f"session-1{number}" for number in range(9)))
    assert '"id": "session-1"' in call("history", "show", "session-1", "--json")[1]
    assert call("history", "note", "session-1", "slept well")[0] == 0
    assert call("history", "show", "session-")[0] == 1
    assert call("history", "undo", "session-1", "--yes")[0] == 0
    assert "session-1" not in {each.id for each in read_history()}
    assert len(read_history()) == 9


def test_a_whole_id_of_an_entry_is_undone_though_others_begin_so(call: Call) -> None:
    save("abc1")
    pains = [Entry(name, "pain", MADE, {"when": MADE, "pain": 4}) for name in ("abc", "abcd")]
    save_entries(pains)
    assert call("history", "undo", "abc", "--yes")[0] == 0
    assert [each.id for each in read_pains()] == ["abcd"]
    assert [each.id for each in read_history()] == ["abc1"]


@pytest.mark.parametrize("more", [("--pain", "3"), ("--when", "yesterday"), ("--change", "better")])
def test_a_list_of_scores_does_not_swallow_an_answer(call: Call, more: tuple[str, str]) -> None:
    code, out, err = call("score", "--list", *more)
    assert (code, out) == (2, "")
    assert "--list saves nothing" in err
    assert read_scores() == []


def test_a_day_without_answers_is_not_ignored(call: Call) -> None:
    assert call("score", "--json", "--when", "yesterday")[:2] == (2, "")


@pytest.mark.parametrize("command", ["history", "stats"])
@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_of_a_routine_is_not_every_routine(
    call: Call, command: str, name: str
) -> None:
    code, out, err = call(command, "--routine", name)
    assert (code, out) == (2, "")
    assert "nothing after --routine" in err


def test_an_empty_moment_of_a_pain_is_not_now(call: Call) -> None:
    assert call("pain", "6", "--when", "")[:2] == (2, "")
    assert read_pains() == []


def test_what_was_done_after_midnight_today_counts_for_today(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setattr(clock, "_local_now", lambda: datetime(2026, 11, 30, 2, 0, tzinfo=UTC))
    for when in ("today 01:30", "today 21:30", "2026-11-29 01:30"):
        assert call("history", "did", "desk", "--when", when)[0] == 0
    started = [each.started[:16] for each in read_history()]
    assert started == ["2026-11-29T01:30", "2026-11-29T21:30", "2026-11-30T01:30"]


def test_an_undo_names_what_hurt_in_the_session(call: Call) -> None:
    numb, unsaid = (Reaction(1, ("LI4",), (), "right", each) for each in ("numb", None))
    save("abc")
    with closing(open_history(5.0)) as history:
        history.save(
            SessionRecord(
                "numb", "desk", MADE, Status.REPORTED, 60.0, (HAND,), reactions=(numb, numb, unsaid)
            )
        )
    assert "; numb, something hurt." in call("history", "undo", "numb", "--yes")[1]
    assert call("history", "undo", "abc", "--yes")[1].endswith("0:45 minutes pressed.\nUndone.\n")


@pytest.mark.parametrize(("begins", "hour"), [(4, 2), (23, 17), (0, 12)])
def test_what_was_done_today_is_dated_now_whenever_the_day_began(
    call: Call, monkeypatch: pytest.MonkeyPatch, begins: int, hour: int
) -> None:
    now = datetime(2026, 11, 30, hour, 0, tzinfo=UTC)
    monkeypatch.setattr(clock, "_local_now", lambda: now)
    assert call("settings", "day-starts", str(begins))[0] == 0
    assert call("history", "did", "desk")[0] == 0
    assert [each.started for each in read_history()] == [now.isoformat()]


def test_where_every_session_is_undone_that_is_said(call: Call) -> None:
    save("abc")
    assert call("history", "undo", "--yes")[0] == 0
    words = "You have undone every session. presspoint history --undone lists them."
    assert call("history") == (0, "", f"{words}\n")
    assert call("stats") == (0, "", f"{words}\n")
    assert call("history", "undo", "--yes") == (1, "", f"presspoint: {words}\n")
