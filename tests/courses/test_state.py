"""Courses of days: what is due and done, counted here by hand."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from presspoint.clock import lived_day
from presspoint.courses.course import TIMES, CourseOfDays
from presspoint.courses.day_states import DayState
from presspoint.courses.events import CourseNote, NoteKind, PersonalCourse, Sessions, sessions_of
from presspoint.courses.quotas import coming_days
from presspoint.courses.state import CourseState, Standing, state_of
from presspoint.session.record.endings import Status
from support.days import MONDAY, on_days, session_at

DAILY = CourseOfDays("c", "Six weeks", "lower-back", 6, "daily")
THRICE = CourseOfDays("c", "Three weeks", "lower-back", 3, "3")
TWICE_DAILY = CourseOfDays("c", "A week", "lower-back", 1, "twice-daily")
ALTERNATE = CourseOfDays("c", "Two weeks", "lower-back", 2, "every-other-day")


def day(number: int) -> date:
    """Return the day of a course that begins on MONDAY, from 1."""
    return MONDAY + timedelta(days=number - 1)


def on(course: CourseOfDays, today: int, done: Sessions, *notes: CourseNote) -> CourseState:
    return state_of(PersonalCourse("id", course, MONDAY, notes=notes), done, day(today))


def skip(number: int) -> CourseNote:
    return CourseNote(NoteKind.SKIP, day(number), "ill")


def pause(number: int, until: int | None = None) -> CourseNote:
    return CourseNote(NoteKind.PAUSE, day(number), "away", day(until) if until else None)


def resume(number: int) -> CourseNote:
    return CourseNote(NoteKind.RESUME, day(number))


def test_every_day_is_due_until_it_is_done() -> None:
    before, after = on(DAILY, 1, Sessions()), on(DAILY, 1, on_days([1]))
    assert (before.due, before.asked, before.in_a_row) == (1, 0, 0)
    assert (after.due, after.asked, after.done, after.in_a_row) == (0, 1, 1, 1)
    assert after.next_day == day(2)


def test_six_weeks_with_a_rest_a_pause_and_days_that_were_not_done_are_counted_as_by_hand() -> None:
    # Done on 42 days but 5 and 6 (not done), 10 (skipped), 15 to 19 (paused), 30 (not done).
    done = on_days(
        [each for each in range(1, 43) if each not in {5, 6, 10, 15, 16, 17, 18, 19, 30}]
    )
    state = on(DAILY, 43, done, skip(10), pause(15), resume(20))
    assert state.standing is Standing.OVER
    assert (state.asked, state.done, state.extra) == (36, 33, 0)
    assert state.adherence == pytest.approx(33 / 36)
    assert state.in_a_row == 12  # days 31 to 42
    counts = [state.count(each) for each in (DayState.DONE, DayState.NOT_DONE)]
    assert counts == [33, 3]
    assert [state.count(each) for each in (DayState.SKIPPED, DayState.PAUSED)] == [1, 5]
    assert (state.due, state.next_day) == (0, None)


def test_a_skipped_day_and_a_pause_neither_break_what_was_done_in_a_row_nor_add_to_it() -> None:
    state = on(DAILY, 9, on_days([1, 2, 3, 7, 8]), skip(4), pause(5, until=7))
    assert (state.in_a_row, state.asked, state.done) == (5, 5, 5)
    assert state.due == 1


@pytest.mark.parametrize(
    ("today", "done", "due"),
    [
        (1, [], 1),
        (2, [1], 0),  # a rest: two more fit into days 3 to 7
        (3, [1], 1),
        (4, [1, 3], 0),
        (5, [1, 3], 1),
        (6, [1, 3, 5], 0),  # all three are done
        (7, [1, 3, 5], 0),
        (8, [1, 3, 5], 1),  # the next week
        (8, [1, 3, 7], 0),  # a rest after the last one of the week before
        (5, [], 1),
        (6, [5], 1),  # no rest fits any more: two of two days
        (7, [5, 6], 1),
        (6, [2, 4], 1),
        (7, [2, 6], 1),
        (5, [1, 2, 4], 0),
    ],
)
def test_three_times_a_week_is_due_on_any_days_with_a_rest_between_where_the_week_allows(
    today: int, done: list[int], due: int
) -> None:
    assert on(THRICE, today, on_days(done)).due == due


def test_three_weeks_of_three_times_are_counted_as_by_hand() -> None:
    # Week one 3 of 3 (and one more), week two 2 of 3, week three 3 of 3 with two days skipped.
    done = on_days([1, 3, 5, 6, 9, 12, 15, 18, 21])
    state = on(THRICE, 22, done, skip(16), skip(17))
    assert (state.asked, state.done, state.extra, state.in_a_row) == (9, 8, 1, 3)
    assert state.adherence == pytest.approx(8 / 9)


def test_of_a_week_with_few_days_its_share_is_asked_for() -> None:
    # Four days of seven were paused: three days are there, and ask for two sessions.
    state = on(THRICE, 8, on_days([5, 7]), pause(1, until=5))
    assert (state.asked, state.done, state.in_a_row) == (2, 2, 2)
    whole = on(THRICE, 8, Sessions(), pause(1, until=8))
    assert (whole.asked, whole.done, whole.adherence) == (0, 0, None)


def test_a_week_that_still_runs_counts_with_what_was_done_of_it() -> None:
    state = on(THRICE, 6, on_days([1]))
    assert (state.asked, state.done, state.adherence) == (1, 1, 1.0)


def test_twice_a_day_asks_once_more_after_the_first() -> None:
    assert on(TWICE_DAILY, 1, Sessions()).due == 2
    once = on(TWICE_DAILY, 1, on_days([1]))
    assert (once.due, dict(once.days)[day(1)]) == (1, DayState.PARTLY)
    later = on(TWICE_DAILY, 3, on_days([1, 2, 2]))
    assert (later.asked, later.done, later.in_a_row) == (4, 3, 2)


def test_every_other_day_may_be_the_second_of_two_and_then_a_rest_follows() -> None:
    assert on(ALTERNATE, 2, Sessions()).due == 1
    assert on(ALTERNATE, 3, on_days([2])).due == 0
    assert on(ALTERNATE, 4, on_days([2])).due == 1
    assert on(ALTERNATE, 2, on_days([1])).due == 0
    assert on(ALTERNATE, 15, on_days([2, 4, 5, 8, 9, 12, 14])).asked == 7


def test_what_is_due_if_all_is_done() -> None:
    for course, numbers in (
        (THRICE, [1, 3, 5, 8, 10, 12, 15, 17, 19]),
        (DAILY, range(1, 43)),
        (ALTERNATE, range(1, 15, 2)),
    ):
        coming = coming_days(PersonalCourse("", course, MONDAY), Sessions(), MONDAY)
        assert coming == [day(each) for each in numbers]


def test_on_a_day_on_which_something_hurt_nothing_more_is_due() -> None:
    done = Sessions({day(1): 1}, frozenset({day(1)}))
    state = on(TWICE_DAILY, 2, done)
    assert on(TWICE_DAILY, 1, done).due == 0
    assert (state.asked, state.done, state.in_a_row) == (1, 1, 1)


def test_a_course_that_was_ended_counts_until_that_day() -> None:
    end = CourseNote(NoteKind.END, day(4))
    state = on(DAILY, 20, on_days([1, 3, 4, 9]), end)
    assert state.standing is Standing.ENDED
    assert (state.asked, state.done, state.due, state.next_day) == (4, 3, 0, None)


def test_a_pause_with_a_day_ends_by_itself_and_another_one_is_its_own() -> None:
    notes = (pause(2, until=4), pause(6), resume(8))
    states = [on(DAILY, number, Sessions(), *notes).standing for number in range(1, 9)]
    running, paused = Standing.RUNNING, Standing.PAUSED
    assert states == [running, paused, paused, running, running, paused, paused, running]


def test_six_weeks_over_summer_time_and_a_flight_of_nine_zones_lose_and_double_no_day() -> None:
    """Each evening at 23:30, past midnight on Fridays; two weeks of them in Tokyo."""
    paris, tokyo = ZoneInfo("Europe/Paris"), ZoneInfo("Asia/Tokyo")
    begins = date(2026, 9, 28)  # summer time ends on 25 October
    summaries = []
    for number in range(42):
        zone = tokyo if 14 <= number < 28 else paris
        evening = begins + timedelta(days=number)
        hour = (25, 30) if evening.weekday() == 4 else (23, 30)
        summaries.append(session_at(evening, hour, zone, str(number)))
    twice_imported = [*summaries, *summaries[10:30]]
    done = sessions_of(twice_imported, "lower-back")
    state = state_of(PersonalCourse("id", DAILY, begins), done, begins + timedelta(days=42))
    assert (state.asked, state.done, state.extra, state.in_a_row) == (42, 42, 0, 42)
    assert {lived_day(each.started, 4) for each in summaries} == set(done.done)


def test_what_counts_as_done() -> None:
    evening = [
        session_at(day(1), (20, 0), None, "a", Status.FINISHED),
        session_at(day(2), (20, 0), None, "b", Status.REPORTED),
        session_at(day(3), (20, 0), None, "c", Status.STOPPED),
        session_at(day(4), (20, 0), None, "d", Status.INTERRUPTED),
        session_at(day(5), (20, 0), None, "e", Status.SKIPPED),
        session_at(day(6), (20, 0), None, "f", Status.STOPPED, hurt=True),
        session_at(day(7), (20, 0), None, "g", Status.FINISHED, routine="desk"),
    ]
    sessions = sessions_of(evening, "lower-back")
    assert sorted(sessions.done) == [day(1), day(2), day(6)]
    assert sessions.reactions == {day(6)}


def test_six_weeks_with_everything_in_them_are_counted_as_by_hand() -> None:
    """Three times a week: a reaction, a stop, an ill day, and everything imported twice."""
    summaries = [
        # Week one: 1 and 3 done, 4 hurt (so done), 6 more.
        session_at(day(1), (20, 0), None, "1"),
        session_at(day(3), (20, 0), None, "2"),
        session_at(day(4), (20, 0), None, "3", Status.STOPPED, hurt=True),
        session_at(day(6), (20, 0), None, "4"),
        # Week two: a stop on 9, which a check ended on 12; one session before it, one after.
        session_at(day(8), (20, 0), None, "5"),
        session_at(day(13), (20, 0), None, "6"),
        # Week three: ill on 15; one session.
        session_at(day(17), (20, 0), None, "7"),
        # Weeks four to six: all of them.
        *(
            session_at(day(each), (20, 0), None, f"day {each}")
            for each in (22, 24, 26, 29, 31, 33, 36, 38, 40)
        ),
    ]
    notes = (CourseNote(NoteKind.PAUSE, day(9), "a warning sign"), resume(12), skip(15))
    sessions = sessions_of([*summaries, *summaries], "lower-back")
    course = THRICE._replace(weeks=6)
    state = on(course, 43, sessions, *notes)
    # Asked: 3; 4 days of 7 make 2; 6 days of 7 make 3; then 3 a week.
    assert (state.asked, state.done, state.extra) == (3 + 2 + 3 + 9, 3 + 2 + 1 + 9, 1)
    assert state.adherence == pytest.approx(15 / 17)
    assert state.in_a_row == 9
    until_then = sessions_of(summaries[:6], "lower-back")
    assert on(course, 15, until_then, *notes).in_a_row == 5
    assert [on(course, each, until_then, *notes).due for each in (9, 10, 11, 15)] == [0, 0, 0, 0]
    assert on(course, 12, until_then, *notes).standing is Standing.RUNNING


def test_every_way_to_say_how_often_has_days_for_what_it_asks() -> None:
    for name, times in TIMES.items():
        assert 1 <= times.days <= times.of_days, name
        assert times.a_day == 1 or times.of_days == 1, name
