"""Reminders as a calendar file (RFC 5545), in local times that no zone moves."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event
from icalendar.prop import vDDDTypes

from presspoint.pages.reminder import Reminder, Reminding
from presspoint.words import printable

PRODUCT = "-//presspoint//presspoint//EN"
IDS = UUID("6a1c31a4-6f0d-4f0e-9e4b-2f6f0b0f6d5e")  # of ours: the same reminder has the same id
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST_TITLE = 120  # characters


def calendar_text(reminder: Reminder, stamp: str) -> str:
    """Return the file, its lines ended by CRLF; `stamp` is now in UTC, "20261129T203000Z"."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for each in reminder.moments:
        calendar.add_component(_event(reminder, each, stamp))
    return str(calendar.to_ical(), "utf-8")


def _event(reminder: Reminder, moment: Reminding, stamp: str) -> Event:
    title = printable(reminder.title, LONGEST_TITLE)
    event = Event()
    event.add("uid", _id(reminder.name, moment))
    event.add("dtstamp", _moment(stamp))
    event.add("dtstart", _moment(f"{moment.day:%Y%m%d}T{moment.at:%H%M}00"))
    event.add("duration", timedelta(minutes=reminder.minutes))
    event.add("summary", title)
    event.add("description", printable(reminder.command))
    event.add("transp", "TRANSPARENT")  # it makes nobody busy
    if moment.times > 1:
        event.add("rrule", _rule(moment))
    event.add_component(_alarm(title))
    return event


def _moment(text: str) -> object:
    """A moment of its text; one that does not end in Z is of the clock on the wall."""
    return vDDDTypes.from_ical(text)  # type: ignore[no-untyped-call]  # most of icalendar has types


def _id(name: str, moment: Reminding) -> str:
    """An id that says nothing of the person, and is the same whenever it is made."""
    when = ",".join(map(str, moment.weekdays)) if moment.times > 1 else str(moment.day)
    return f"{uuid5(IDS, f'{name} {moment.at:%H:%M} {when}')}@presspoint"


def _rule(moment: Reminding) -> dict[str, Iterable[object]]:
    days = [WEEKDAYS[each] for each in moment.weekdays]
    if not days:
        return {"freq": ["DAILY"], "count": [moment.times]}
    return {"freq": ["WEEKLY"], "count": [moment.times], "byday": days}


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta())
    return alarm
