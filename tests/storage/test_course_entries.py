"""Courses in the history: read back as they were begun, imported twice, damaged or foreign."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.courses.course import CourseOfDays
from presspoint.courses.events import CourseNote, NoteKind
from presspoint.storage.entries import courses
from presspoint.storage.entries.courses import read_course, read_courses, save_note, save_start
from presspoint.storage.entries.entry import Entry, new_entry, read_records, save_entries
from presspoint.storage.paths import HISTORY, folder

COURSE = CourseOfDays("mine", "Mine", "lower-back", 4, "3", (60, 80))
MONDAY = date(2026, 11, 30)
START: dict[str, Any] = {
    "event": "start", "course": "a", "day": "2026-11-30", "name": "mine", "title": "Mine",
    "routine": "lower-back", "weeks": 4, "times": "3", "grows": [60, 80],
}  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def test_a_course_is_read_as_it_was_begun_with_its_notes() -> None:
    assert read_course() is None
    begun = save_start(COURSE, MONDAY, ("diabetes",))
    pause = CourseNote(NoteKind.PAUSE, MONDAY, "ill", date(2026, 12, 3))
    resume = CourseNote(NoteKind.RESUME, MONDAY, conditions=("diabetes", "implants-or-lines"))
    later = save_note(save_note(begun, pause), resume)
    assert read_course() == later
    assert later.known_conditions == {"diabetes", "implants-or-lines"}


def test_the_course_begun_last_counts_and_ends_the_one_before() -> None:
    save_start(COURSE, MONDAY, ())
    second = save_start(COURSE._replace(routine="desk"), date(2026, 12, 4), ())
    first, last = read_courses()
    assert last == second == read_course()
    assert first.notes == (CourseNote(NoteKind.END, date(2026, 12, 4)),)


def test_the_same_records_twice_and_in_any_order_are_the_same_course() -> None:
    begun = Entry("1" * 32, "course", "2026-11-30T20:00:00+01:00", START)
    skip = {"event": "skip", "course": "a", "day": "2026-12-01", "because": "ill"}
    note = Entry("2" * 32, "course", "2026-12-01T20:00:00+01:00", skip)
    save_entries([note, begun])
    once = read_course()
    save_entries([begun, note, note])
    assert read_course() == once
    assert once is not None
    assert once.notes == (CourseNote(NoteKind.SKIP, date(2026, 12, 1), "ill"),)


def test_notes_of_one_second_are_the_same_course_on_another_machine() -> None:
    course = save_start(COURSE, MONDAY, ())
    for kind in (NoteKind.PAUSE, NoteKind.RESUME) * 4:
        course = save_note(course, CourseNote(kind, MONDAY))
    brought = sorted(
        read_records("course"), key=lambda each: each.id
    )  # as an import may bring them
    folder("data").joinpath(HISTORY).unlink()
    save_entries(brought)
    assert read_course() == course


def test_what_was_undone_is_no_course() -> None:
    begun = Entry("1" * 32, "course", "2026-11-30T20:00:00+01:00", START)
    save_entries([begun, new_entry("undone", of=begun.id)])
    assert read_course() is None


@pytest.mark.parametrize(
    "change",
    [
        {"weeks": 13}, {"weeks": "4"}, {"times": "often"}, {"grows": [500]}, {"grows": 60},
        {"day": "someday"}, {"day": "9999-12-30"}, {"course": None}, {"title": 3},
        {"conditions": [1]}, {"grows": None}, {"times": ["3"]},
    ],
)  # fmt: skip
def test_a_damaged_start_is_left_out(change: dict[str, Any]) -> None:
    save_entries([new_entry("course", **(START | change))])
    assert read_course() is None


@given(st.dictionaries(st.sampled_from([*START, "because", "until", "conditions"]), JSON))
def test_any_record_is_read_or_left_out(changes: dict[str, Any]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        notes = [START | changes, {"event": "pause", "course": "a", "day": "2026-12-01"} | changes]
        patch.setattr(courses, "read_entries", lambda _: [START, *notes])
        assert read_course() is not None
