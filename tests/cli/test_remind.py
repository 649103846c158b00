"""The remind command: a new private file of a routine or a course, or lines that are printed."""

from __future__ import annotations

import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import vobject

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.catalogue.safety_warnings import Level
from presspoint.safety.profile import Profile
from presspoint.storage.settings_file import current_day
from support.calendars import faults
from support.profiles import keep

Call = Callable[..., tuple[int, str, str]]
SUNDAY = datetime(2026, 11, 29, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def sunday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make it a Sunday afternoon in UTC."""
    monkeypatch.setattr(clock, "_local_now", lambda: SUNDAY)
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command in this process; return its exit code, stdout and stderr."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = run_guarded(list(arguments))
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def text_of(file: Path) -> str:
    return file.read_bytes().decode()


def test_a_routine_is_written_into_a_new_private_file(call: Call, home: Path) -> None:
    code, out, err = call("remind", "Relaxing", "--at", "21:30", "--weeks", "2", "--to", str(home))
    file = home / "presspoint-relaxing.ics"
    assert (code, err) == (0, "")
    assert f"Saved in {file}: 14 reminders, the first on Sunday 29 November 2026." in out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert faults(text_of(file)) == []
    assert len(list(vobject.readOne(text_of(file)).vevent.rruleset)) == 14
    assert call("remind", "relaxing", "--at", "21:30", "--to", str(home))[0] == 4


def test_a_time_that_is_over_today_begins_on_the_next_day_that_is_named(
    call: Call, home: Path
) -> None:
    file = home / "file.ics"
    call("remind", "relaxing", "--at", "7:00", "--days", "wed,sun", "--to", str(file))
    assert "DTSTART:20261202T070000" in text_of(file)


def test_the_days_of_a_course_are_those_that_are_to_come(call: Call, home: Path) -> None:
    assert call("course", "start", "relaxing", "--weeks", "2", "--times", "3")[0] == 0
    file = home / "presspoint-course.ics"
    assert call("remind", "--at", "21:30", "--at", "1:00", "--to", str(home))[0] == 0
    assert faults(text_of(file)) == []
    starts = [str(each.dtstart.value) for each in vobject.readOne(text_of(file)).vevent_list]
    evenings = [each for each in starts if "21:30" in each]
    assert len(evenings) == 6
    assert evenings[0] == "2026-11-29 21:30:00"
    assert "2026-11-30 01:00:00" in starts  # after midnight it is still the day before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("relaxing", "--to", "."), "At what time? Add one or more, such as --at 21:30."),
        (("relaxing",), "At what time, and where to? Add both, such as --at 21:30 --to FOLDER."),
        (("relaxing", "--at", "21:30"), "Where to? Add --to FOLDER"),
        (("relaxing", "--at", "soon", "--to", "."), '"soon" is not a time for --at.'),
        (("relaxing", "--at", "9:00", "--days", "m", "--to", "."), '"m" is not a day for --days.'),
        (("--at", "9:00", "--days", "mon", "--to", "."), "Your course says on which days."),
        (("relaxing", "--at", "9:00", "--print", "at"), "--print"),
        (("relaxing", "--at", "9:00", "--print", "cron", "--to", "x.ics"), "writes no file"),
        (("relaxing", "--at", "9:00", "--print", "cron", "--weeks", "3"), "writes no file"),
    ],
)
def test_what_is_missing_or_unknown_is_said(
    call: Call, arguments: tuple[str, ...], words: str
) -> None:
    code, out, err = call("remind", *arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_with_a_stop_nothing_is_written_and_what_to_do_is_said(call: Call, home: Path) -> None:
    keep(Profile(checked_on=current_day(), urgency=Level.EMERGENCY))
    code, out, _ = call("remind", "relaxing", "--at", "21:30", "--to", str(home))
    assert (code, out[:10]) == (3, "EMERGENCY:")
    assert not list(home.glob("*.ics"))


def test_lines_are_printed_and_nothing_is_written(call: Call, home: Path) -> None:
    before = set(home.iterdir())
    code, out, _ = call("remind", "relaxing", "--at", "21:30", "--print", "cron")
    assert code == 0
    assert "30 21 * * * " in out
    assert "due relaxing --quiet && notify-send" in out
    assert "due --quiet" in call("remind", "--at", "21:30", "--print", "systemd")[1].replace(
        '"', ""
    )
    assert set(home.iterdir()) == before
