"""The courses that a person began, and the notes on them; the one begun last counts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from presspoint.courses.course import (
    LEAST_PERCENT,
    MOST_PERCENT,
    MOST_STAGES,
    MOST_WEEKS,
    TIMES,
    CourseOfDays,
)
from presspoint.courses.events import START, CourseNote, NoteKind, PersonalCourse
from presspoint.courses.quotas import days_of
from presspoint.storage.entries.entry import new_entry, read_entries, save_entries

SAVED = ("title", "routine", "weeks", "times", "grows")  # of a course


def read_course() -> PersonalCourse | None:
    """Return the course that was begun last, with its notes; None where there is none.

    What is damaged is left out. Raises StorageError.
    """
    return next(iter(reversed(read_courses())), None)


def read_courses() -> list[PersonalCourse]:
    """Return every course, in the order in which they were begun; each ends as the next begins.

    What is damaged is left out. Raises StorageError.
    """
    entries = read_entries("course")
    begun = [
        course._replace(notes=tuple(_notes(entries, course.id)))
        for each in entries
        if (course := _course(each))
    ]
    for number, following in enumerate(begun[1:]):
        end = CourseNote(NoteKind.END, following.begins)
        begun[number] = begun[number]._replace(notes=(*begun[number].notes, end))
    return begun


def _notes(entries: Iterable[Mapping[str, Any]], course: str) -> Iterator[CourseNote]:
    own = (each for each in entries if each.get("course") == course)
    return (note for each in own if (note := _note(each)))


def save_start(course: CourseOfDays, day: date, conditions: tuple[str, ...]) -> PersonalCourse:
    """Save that a course begins on a day, for somebody with these conditions; return it.

    Raises StorageError.
    """
    from uuid import uuid4  # a course is read more often than begun

    name = uuid4().hex
    values = {key: value for key, value in course._asdict().items() if key in SAVED}
    entry = new_entry(
        "course",
        event=START,
        course=name,
        day=day.isoformat(),
        name=course.id,
        conditions=conditions,
        **values,
    )
    save_entries([entry])
    return PersonalCourse(name, course, day, conditions)


def save_note(personal: PersonalCourse, note: CourseNote) -> PersonalCourse:
    """Save a note on a course; return the course with it. Raises StorageError."""
    texts = {
        "because": note.because,
        "until": note.until.isoformat() if note.until else "",
        "conditions": note.conditions,
    }
    more = {name: value for name, value in texts.items() if value}
    day = note.day.isoformat()
    save_entries([new_entry("course", event=note.kind, course=personal.id, day=day, **more)])
    return personal._replace(notes=(*personal.notes, note))


def _course(content: Mapping[str, Any]) -> PersonalCourse | None:
    """The course that a record says was begun; None for any other, and for a damaged one."""
    if content.get("event") != START:
        return None
    try:
        course = CourseOfDays(
            id=_text(content["name"]),
            title=_text(content["title"]),
            routine=_text(content["routine"]),
            weeks=_number(content["weeks"], 1, MOST_WEEKS),
            times=str(content["times"]),
            grows=tuple(
                _number(each, LEAST_PERCENT, MOST_PERCENT)
                for each in content["grows"][:MOST_STAGES]
            ),
        )
        begins = _day(content["day"])
        days_of(course, begins)  # which ends before the calendar does
        if course.times not in TIMES:
            return None
        return PersonalCourse(_text(content["course"]), course, begins, _texts(content))
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _note(content: Mapping[str, Any]) -> CourseNote | None:
    """The note that a record is; None for a start, and for a damaged one."""
    try:
        until = content.get("until")
        return CourseNote(
            NoteKind(content["event"]),
            _day(content["day"]),
            _text(content.get("because", "")),
            _day(until) if until else None,
            _texts(content),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _texts(content: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(map(_text, content.get("conditions", ())))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))


def _number(value: object, least: int, most: int) -> int:
    if not isinstance(value, int) or not least <= value <= most:
        raise ValueError
    return value
