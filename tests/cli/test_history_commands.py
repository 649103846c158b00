"""The history commands as a person types them: list, show, note, undo and did."""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pexpect
import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.safety_warnings import Level
from presspoint.listing.history.session import BY_END, BY_STATUS, HOLD_ENDS
from presspoint.safety.profile import Profile
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import HoldRecord, LeftOutRecord, Reaction, SessionRecord
from presspoint.storage.entries.entry import Entry, new_entry, read_entries, save_entries
from presspoint.storage.history.reading import read_history
from presspoint.storage.settings_file import current_day
from support.histories import save_session
from support.profiles import keep

KNEE = HoldRecord(("BL40",), (), "left", 30.0, 20.0, ("BL40",), EndedBy.HURTS)
HAND = HoldRecord(("LI4",), (), "right", 45.0, 45.0, ("LI4",), EndedBy.END)
STARTED = datetime(2025, 11, 20, 21, 30, tzinfo=UTC)

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a history command in this process; return its exit code, stdout and stderr."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = run_guarded(["history", *arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def printed_on(columns: int, home: Path, *arguments: str) -> str:
    """What a command prints on a terminal of so many columns, without its attributes."""
    printed: str = pexpect.run(
        shlex.join((sys.executable, "-m", "presspoint", *arguments)),
        env={**os.environ, "PRESSPOINT_HOME": str(home), "TERM": "xterm"},
        dimensions=(24, columns),
        encoding="utf-8",
    )
    return re.sub(r"\x1b\[\d*m", "", printed)


def session(name: str, routine: str = "lower-back", days: int = 0) -> None:
    """A session in which the knee hurt, so many days after the first one."""
    started = (STARTED + timedelta(days=days)).isoformat()
    record = SessionRecord(
        name,
        routine,
        started,
        Status.RUNNING,
        600.0,
        (),
        6,
        5,
        conditions=("osteoporosis",),
        reached=2,
        planned_holds=8,
        reactions=(Reaction(3, ("BL40",), (), "left", "sharp"),),
    )
    save_session(record, HAND, KNEE, ended=Status.FINISHED, ended_by=EndedBy.END)


def test_the_list_has_id_weekday_and_what_hurt_by_the_part_of_the_body(call: Call) -> None:
    session("abcdef0123456789")
    assert call() == (
        0,
        "abcdef  Thu 20 Nov 2025 21:30  lower-back  ended  1:05 pressed  "
        "Back of the knee, left leg: sharp pain; pain before 6, after 5\n",
        "",
    )


def test_a_list_without_a_session_says_what_to_do(call: Call) -> None:
    assert call() == (0, "", "No session yet. Start with presspoint routine lower-back.\n")
    session("a1")
    assert call("--since", "today")[2] == "No session fits that. Leave an option out to see more.\n"
    assert call("--routine", "relaxing")[0] == 0
    code, _, err = call("--routine", "lowr-back")
    assert (code, err) == (
        1,
        'presspoint: No routine called "lowr-back". Did you mean "lower-back"?\n',
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--since", "soon"), '"soon" is not a day for --since.'),
        (("--limit", "0"), "--limit takes a whole number"),
        (("--since", "6w", "show"), "Options of the list have no use here"),
        (("did", "lower-back", "--when", "tomorrow"), '"tomorrow" is not a day for --when.'),
        (("did", "lower-back", "--when", "2999-01-01"), "a time that is over"),
        (("did", "lower-back", "--when", "0001-01-01"), "not a day for --when"),
        (("did", "lower-back", "--pain-before", "11"), "--pain-before takes a whole number"),
    ],
)
def test_what_no_option_takes_is_said(call: Call, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = call(*arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_filters_say_which_sessions_are_listed(call: Call) -> None:
    for number in range(4):
        session(f"{number}a", "neck" if number % 2 else "lower-back", number)
    document = json.loads(call("--json", "--routine", "NECK", "--point", "Hegu")[1])
    assert [each["id"] for each in document["sessions"]] == ["1a", "3a"]
    assert len(call("--since", "2025-11-22")[1].splitlines()) == 2
    assert json.loads(call("--json", "--point", "GB21")[1]) == {"sessions": []}


def test_show_says_everything_of_a_session(call: Call) -> None:
    session("abcdef0123456789")
    call("note", "abc", "slept", "badly")
    code, out, err = call("show", "ABC")
    assert (code, err) == (0, "")
    for words in (
        "Thursday 20 November 2025, 21:30",
        "It came to its end.",
        "1:05 minutes; 2 of 8 holds begun.",
        "Back of the knee, left leg: sharp pain.",
        "6 before, 5 after (0 to 10).",
        "slept badly",
        "abcdef0123456789",
        "0:20 of 0:30  it hurt",
    ):
        assert words in out
    assert json.loads(call("show", "--json")[1])["session"]["note"] == "slept badly"
    assert call()[1].endswith("; slept badly\n")


def test_an_id_that_means_none_or_several_is_refused(call: Call) -> None:
    assert call("show")[2].endswith("No session yet. Start with presspoint routine lower-back.\n")
    session("abc1")
    session("abc2")
    assert "abc1, abc2. Type more of it." in call("show", "abc")[2]
    assert 'No id begins with "x"' in call("undo", "x", "--yes")[2]
    assert 'No id begins with ""' in call("show", "")[2]
    assert call("show", "abc2")[0] == 0


def test_a_note_is_replaced_removed_and_not_too_long(call: Call) -> None:
    session("abc")
    call("note", "last", "one")
    call("note", "last", "two")
    assert json.loads(call("show", "--json")[1])["session"]["note"] == "two"
    assert call("note", "last", "")[1] == "There is no note on it now.\n"
    assert json.loads(call("show", "--json")[1])["session"]["note"] is None
    code, _, err = call("note", "last", "x" * 501)
    assert (code, err) == (
        2,
        "presspoint: A note can have 500 characters, and this one has 501: shorten it.\n",
    )


def test_a_note_controls_no_terminal(call: Call) -> None:
    session("abc")
    for place in (("note", "last", "\x1b[2J\u202ehidden"), (), ("show",)):
        out = call(*place)[1]
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_an_undone_session_is_in_no_list_and_no_document(call: Call) -> None:
    session("abc1", days=0)
    session("abc2", days=1)
    code, out, err = call("undo")
    assert code == 2
    assert "type presspoint history undo abc2 --yes." in err
    assert call("undo", "--yes")[:2] == (
        0,
        "lower-back, Friday 21 November 2025, 21:30; 1:05 minutes pressed; pain before 6, after 5; "
        "sharp.\nUndone.\n",
    )
    assert out.startswith("lower-back, Friday")
    assert "abc2" not in call()[1] + call("--json")[1]
    assert "undone" in call("--undone")[1]
    assert "You have undone this session." in call("show", "abc2")[1]
    assert call("undo", "abc2", "--yes") == (1, "", "presspoint: That is undone already.\n")
    assert call("show", "last")[1].count("abc1") == 1


def test_a_pain_is_undone_by_its_id(call: Call) -> None:
    entry = new_entry("pain", pain=6)
    save_entries([entry])
    assert "Pain 6, " in call("undo", entry.id[:8], "--yes")[1]
    assert read_entries("pain") == []
    assert call("undo", entry.id, "--yes")[2] == "presspoint: That is undone already.\n"


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (
            new_entry("pain", pain=4, where="left hip", when="2026-11-28T21:30:00+00:00"),
            "Pain 4, left hip, Saturday 28 November 2026, 21:30.",
        ),
        (new_entry("score", day="2026-10-20"), "Weekly answers, Tuesday 20 October 2026."),
    ],
)
def test_what_is_undone_is_named_by_the_day_it_is_of(call: Call, entry: Entry, words: str) -> None:
    save_entries([entry])
    assert call("undo", entry.id, "--yes")[1].startswith(f"{words}\n")


def test_what_was_done_without_the_timer_is_added_with_the_holds_of_the_plan(call: Call) -> None:
    code, out, _ = call("did", "lower-back", "--when", "yesterday 21:30", "--pain-after", "3")
    assert code == 0
    assert "Added: For a sore lower back" in out
    (added,) = read_history()
    assert (added.status, added.pain_after, added.pain_before) == (Status.REPORTED, 3, None)
    assert added.started[:16] == f"{current_day() - timedelta(days=1)}T21:30"
    assert {"LI4", "BL23", "BL40"} <= {code for hold in added.holds for code in hold.all_codes}
    assert all(hold.held_seconds == hold.planned_seconds for hold in added.holds)
    assert not added.pain_change_counts


def test_a_stop_does_not_keep_the_past_from_being_added_and_is_said(call: Call) -> None:
    keep(Profile(checked_on=current_day(), urgency=Level.EMERGENCY))
    code, out, _ = call("did", "lower-back", "--when", "yesterday")
    assert code == 0
    assert out.startswith("A warning sign of your last check still stands")
    assert read_history()[0].holds


def test_show_names_what_was_left_out_and_why(call: Call) -> None:
    left_out = [LeftOutRecord("BL23", "", "weak bones"), LeftOutRecord("my-own", "left", "sore.")]
    record = SessionRecord(
        "a1", "my-routine", STARTED.isoformat(), Status.RUNNING, 60.0, (), left_out=tuple(left_out)
    )
    save_session(record, HAND, ended=Status.STOPPED, ended_by=EndedBy.Q)
    out = call("show", "a1")[1]
    assert "My-routine, Thursday 20 November 2025, 21:30" in out
    assert "Lower back, both sides (BL23): weak bones. my-own: sore." in out
    assert "You stopped it." in out


def test_every_way_that_a_session_or_a_hold_ends_has_words() -> None:
    assert set(BY_STATUS) | {Status.FINISHED, Status.STOPPED, Status.INTERRUPTED} == set(Status)
    assert set(BY_END) == set(EndedBy) - {EndedBy.NEXT, EndedBy.BACK}
    assert set(HOLD_ENDS) == set(EndedBy) - {EndedBy.CRASH}


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("number", [1, 30])
def test_a_list_is_whole_on_wide_and_on_narrow_terminals(
    home: Path, columns: int, number: int
) -> None:
    for each in range(number):
        session(f"{each:02}abcdef", days=each)
    shown = printed_on(columns, home, "history")
    assert all(len(line) <= columns for line in shown.splitlines())
    assert shown.count("Back of") == min(number, 20)
    assert ("These are the last 20." in " ".join(shown.split())) == (number > 20)
