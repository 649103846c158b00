"""A calendar file keeps to RFC 5545, and another library reads what was put in."""

from __future__ import annotations

import plistlib
from datetime import date, time

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from presspoint.pages.calendar_file import LONGEST_TITLE, calendar_text
from presspoint.pages.reminder import Reminder, Reminding
from presspoint.pages.timers import LINES, Timer
from presspoint.words import printable
from support.calendars import faults

STAMP = "20261129T203000Z"
EVENING = Reminding(date(2026, 11, 30), time(21, 30))
moments = st.builds(
    Reminding,
    st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    st.times().map(lambda each: each.replace(second=0, microsecond=0)),
    st.integers(1, 300),
    st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days))),
)


def reminder(*moments: Reminding, title: str = "Relaxing") -> Reminder:
    return Reminder("relaxing", title, "presspoint routine relaxing", 11, moments)


@given(st.lists(moments, min_size=1, max_size=4, unique_by=lambda each: each.at), st.text())
def test_every_file_keeps_the_rules_and_is_read_as_it_was_meant(
    every: list[Reminding], title: str
) -> None:
    text = calendar_text(reminder(*every, title=title), STAMP)
    assert faults(text) == []
    events = vobject.readOne(text).vevent_list
    assert len(events) == len(every)
    for event, moment in zip(events, every, strict=True):
        start = event.dtstart.value
        assert (start.date(), start.time(), start.tzinfo) == (moment.day, moment.at, None)
        shown = event.summary.value if hasattr(event, "summary") else ""
        assert shown == printable(title, LONGEST_TITLE)
        assert event.valarm.action.value == "DISPLAY"


def test_a_reminder_on_days_of_the_week_comes_on_these_and_ends() -> None:
    text = calendar_text(reminder(EVENING._replace(times=12, weekdays=(0, 2))), STAMP)
    days = list(vobject.readOne(text).vevent.rruleset)
    assert len(days) == 12
    assert {each.weekday() for each in days} == {0, 2}
    assert str(days[-1]) == "2027-01-06 21:30:00"


def test_a_file_made_again_has_the_same_ids_and_says_nothing_of_the_person() -> None:
    first, second = (
        calendar_text(reminder(EVENING), stamp) for stamp in (STAMP, STAMP[:-2] + "1Z")
    )
    ids = [vobject.readOne(text).vevent.uid.value for text in (first, second)]
    assert ids[0] == ids[1]
    assert "relaxing" not in ids[0]
    other = calendar_text(reminder(EVENING._replace(at=time(7))), STAMP)
    assert vobject.readOne(other).vevent.uid.value != ids[0]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\r\n", "a bare line end"),
        ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "VCALENDAR lacks PRODID"),
        (calendar_text(reminder(EVENING), STAMP).replace("SUMMARY:", "SUMMARY:a,"), "not escaped"),
        (calendar_text(reminder(EVENING, EVENING), STAMP), "an id is there twice"),
        (calendar_text(reminder(EVENING), STAMP)[:-2], "no CRLF"),
        (calendar_text(reminder(EVENING), STAMP).replace("SUMMARY:", "SUMMARY:" + "x" * 70), "75"),
    ],
)
def test_the_checker_sees_what_breaks_a_rule(text: str, fault: str) -> None:
    assert any(fault in each for each in faults(text))


def test_lines_for_schedulers_ask_at_these_times_on_these_days() -> None:
    timer = Timer(("/a b/presspoint", "due", "it's 5%", "--quiet"), (time(7, 5), time(21)), (0, 6))
    _, first, second = LINES["cron"](timer)
    assert first.startswith("5 7 * * 1,7 '/a b/presspoint' due ")
    assert second.startswith("0 21 * * 1,7 ")
    assert "5\\%" in first
    unit = list(LINES["systemd"](timer))
    assert 'ExecCondition="/a b/presspoint" "due" "it\'s 5%%" "--quiet"' in unit
    assert "OnCalendar=Mon,Sun *-*-* 07:05:00" in unit
    agent = plistlib.loads("\n".join(LINES["launchd"](timer)).encode())
    assert agent["StartCalendarInterval"][1] == {"Hour": 7, "Minute": 5, "Weekday": 7}
    assert agent["ProgramArguments"][2].startswith("'/a b/presspoint' due ")
