"""Whatever was noted of a course, in any order: its figures make sense."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from presspoint.courses.course import TIMES, CourseOfDays
from presspoint.courses.day_states import DayState
from presspoint.courses.events import CourseNote, NoteKind, PersonalCourse, Sessions
from presspoint.courses.quotas import coming_days, pauses
from presspoint.courses.state import Standing, state_of
from support.days import MONDAY

DAYS = st.integers(-5, 40).map(lambda number: MONDAY + timedelta(days=number))
NOTES = st.builds(
    CourseNote,
    st.sampled_from(NoteKind),
    DAYS,
    st.sampled_from(["", "ill", "a warning sign"]),
    st.none() | DAYS,
)
COURSES = st.builds(
    CourseOfDays,
    st.just("c"),
    st.just("C"),
    st.just("lower-back"),
    st.integers(1, 4),
    st.sampled_from([*TIMES]),
    st.lists(st.integers(50, 150), max_size=4).map(tuple),
)
SESSIONS = st.builds(
    lambda done, hurt: Sessions(done | dict.fromkeys(hurt, 1), frozenset(hurt)),
    st.dictionaries(DAYS, st.integers(1, 3), max_size=25),
    st.sets(DAYS, max_size=3),
)


@given(COURSES, st.lists(NOTES, max_size=8), SESSIONS, DAYS)
def test_any_notes_and_sessions_make_sense(
    course: CourseOfDays, notes: list[CourseNote], sessions: Sessions, day: date
) -> None:
    personal = PersonalCourse("id", course, MONDAY, notes=tuple(notes))
    state = state_of(personal, sessions, day)
    assert 0 <= state.done <= state.asked
    assert state.adherence is None or 0 <= state.adherence <= 1
    assert 0 <= state.in_a_row <= state.done
    there = sum(number for each, number in sessions.done.items() if each in dict(state.days))
    assert state.done + state.extra == there
    assert state.percent in {100, *course.grows}
    if state.standing is not Standing.RUNNING or day in sessions.reactions:
        assert state.due == 0
    if any(start <= day < end for start, end in pauses(personal)):
        assert state.due == 0
    if state.due:
        assert dict(state.days)[day] in {DayState.DUE, DayState.PARTLY}
    coming = coming_days(personal, sessions, day)
    assert coming == sorted(set(coming))
    assert not [each for each in coming for start, end in pauses(personal) if start <= each < end]
