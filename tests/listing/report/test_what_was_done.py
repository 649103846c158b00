"""What a report says of days, sessions and courses."""

from __future__ import annotations

from datetime import date

import pytest

from presspoint.listing.report.attendance import Attendance, attendance
from presspoint.listing.report.contents import Contents, CourseDays, DatedSession
from presspoint.listing.report.period import Period
from presspoint.listing.report.sections.done import done_sentences
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import Reaction
from support.reports import SIX_WEEKS, better, session

MONDAY, TUESDAY = date(2026, 10, 19), date(2026, 10, 20)
SORE = Reaction(1, ("BL23",), (), "left", "sore")


def test_the_days_are_those_between_both_ends_and_weeks_begin_on_mondays() -> None:
    period = Period(date(2026, 10, 18), date(2026, 10, 27))
    assert len(period.days) == 10
    assert [each.first.isoformat() for each in period.weeks] == [
        "2026-10-18",
        "2026-10-19",
        "2026-10-26",
    ]
    assert period.weeks[-1].last == period.last
    assert len(period.parts) == 10


def test_a_long_period_is_shown_by_weeks() -> None:
    assert Period(date(2026, 9, 7), date(2026, 11, 29)).parts[0].days == (date(2026, 9, 7),)
    long = Period(date(2026, 9, 6), date(2026, 11, 29))
    assert long.parts == long.weeks


def test_what_was_done_stands_against_what_the_course_asked_for() -> None:
    assert list(done_sentences(better())) == [
        'Course "relaxing", since Mon 19 Oct: 30 of 41 sessions done; skipped or paused on 1 day.',
        "30 sessions, on 30 of 42 days.",
        "How they ended: 30 came to the end.",
        "Pressed: 180 of 180 planned holds, 180 minutes in all.",
        "Routines: lower-back (30).",
    ]


def test_what_came_to_its_end_without_a_place_did_not_stop_early() -> None:
    stopped = session(MONDAY, status=Status.STOPPED)
    to_the_end = stopped._replace(record=stopped.record._replace(ended_by=EndedBy.END))
    for given, said in ((stopped, "1 stopped early"), (to_the_end, "1 came to the end")):
        assert f"How they ended: {said}." in done_sentences(Contents(SIX_WEEKS, sessions=(given,)))


def test_a_course_that_asked_for_nothing_yet_is_not_held_against_anybody() -> None:
    course = CourseDays("relaxing", MONDAY, 0, 0, frozenset([MONDAY]))
    said = next(done_sentences(better()._replace(courses=(course,))))
    assert "nothing was due yet; skipped or paused on 1 day." in said


def test_a_course_is_named_in_full_and_no_rest_of_no_day_is_told() -> None:
    title = "For a sore lower back, three times a week"
    course = CourseDays(title, MONDAY, 2, 1)
    first, *_ = done_sentences(Contents(SIX_WEEKS, courses=(course,)))
    assert first == f'Course "{title}", since Mon 19 Oct: 1 of 2 sessions done.'


def test_an_empty_period_says_so() -> None:
    assert list(done_sentences(Contents(SIX_WEEKS))) == ["No session in this time."]
    assert attendance(Contents(SIX_WEEKS)).is_empty


@pytest.mark.parametrize(
    ("sessions", "mark"),
    [
        ([session(MONDAY)], Attendance.DONE),
        ([session(MONDAY, status=Status.REPORTED)], Attendance.DONE),
        ([session(MONDAY, status=Status.STOPPED)], Attendance.PARTLY),
        ([session(MONDAY, status=Status.STOPPED), session(MONDAY)], Attendance.DONE),
        ([session(MONDAY), session(MONDAY, 5, 5, SORE)], Attendance.HURT),
        ([session(TUESDAY)], Attendance.NOT_DONE),
    ],
)
def test_a_day_has_the_gravest_mark_of_what_happened(
    sessions: list[DatedSession], mark: Attendance
) -> None:
    course = CourseDays("relaxing", MONDAY, 2, 1, frozenset(), frozenset([MONDAY]))
    contents = Contents(SIX_WEEKS, sessions=tuple(sessions), courses=(course,))
    assert attendance(contents).weeks[0].marks[0] is mark


def test_a_calendar_has_twelve_weeks_at_most_and_says_what_is_cut() -> None:
    long = attendance(Contents(Period(date(2026, 1, 1), date(2026, 11, 29))))
    assert len(long.weeks) == 12
    assert long.is_cut
    assert not attendance(Contents(SIX_WEEKS)).is_cut
