"""What a report is made from, out of a history: the days, the course, and what is left out."""

from __future__ import annotations

from datetime import date, timedelta

from presspoint.courses.course import course_of_days
from presspoint.courses.events import CourseNote, NoteKind
from presspoint.listing.report.contents import Contents
from presspoint.listing.report.period import Period
from presspoint.outcome.scores import Pain, Score
from presspoint.outcome.verdicts.verdict import VerdictKind
from presspoint.run.report.gathering import gather
from presspoint.run.report.typed import ReportWish
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import Reaction, SessionRecord
from presspoint.storage.entries.courses import save_note, save_start
from presspoint.storage.entries.entry import new_entry, save_entries
from presspoint.storage.entries.pains import save_pain
from presspoint.storage.entries.scores import save_score
from presspoint.storage.history.reading import Damage
from support.histories import save_session
from support.profiles import CATALOGUE
from support.reports import HOLDS, LAST

WEEK = Period(LAST - timedelta(6), LAST)
NUMB = Reaction(3, ("BL40",), (), "left", "numb")


def gathered(period: Period = WEEK) -> Contents:
    return gather(CATALOGUE, ReportWish(period, "", "", with_conditions=True), Damage())


def save(started: str, *reactions: Reaction, routine: str = "lower-back") -> None:
    begun = SessionRecord(started, routine, started, Status.RUNNING, 600, (), 6, 4)
    begun = begun._replace(reactions=reactions)
    save_session(begun, *HOLDS, ended=Status.FINISHED, ended_by=EndedBy.END)


def test_a_session_before_four_belongs_to_the_day_before_wherever_it_was() -> None:
    save("2026-11-23T03:59:00+01:00")
    save("2026-11-23T04:00:00+01:00")
    save("2026-11-30T03:30:00-09:00")
    save("2026-11-30T04:00:00-09:00")
    assert [each.day for each in gathered().sessions] == [WEEK.first, LAST]


def test_what_is_undone_is_left_out() -> None:
    save("2026-11-24T21:00:00+01:00")
    save_entries([new_entry("undone", of="2026-11-24T21:00:00+01:00")])
    assert gathered().sessions == ()


def test_a_nerve_sign_is_said_though_its_session_is_undone() -> None:
    save("2026-11-24T21:00:00+01:00", NUMB)
    save_entries([new_entry("undone", of="2026-11-24T21:00:00+01:00")])
    contents = gathered()
    assert contents.sessions == ()
    assert [each.kind for each in contents.verdicts] == [VerdictKind.NERVE_SIGN]


def test_pains_and_scores_are_those_of_the_days() -> None:
    save_pain(Pain("2026-11-23T03:59:00+01:00", 5))
    save_pain(Pain("2026-11-24T10:00:00+01:00", 6, "left leg"))
    save_score(Score(WEEK.first, 5, 4))
    save_score(Score(WEEK.first - timedelta(1), 5, 4))
    contents = gathered()
    assert [(each.day, each.pain) for each in contents.pains] == [(date(2026, 11, 24), 6)]
    assert [each.day for each in contents.scores] == [WEEK.first]


def test_a_nerve_sign_before_the_days_stands_out_all_the_same() -> None:
    save("2026-10-10T21:00:00+01:00", NUMB)
    contents = gathered()
    assert contents.sessions == ()
    assert [each.kind for each in contents.verdicts] == [VerdictKind.NERVE_SIGN]


def test_a_course_counts_from_its_first_day_and_shows_the_days_of_the_report() -> None:
    begins = WEEK.first - timedelta(3)
    course = course_of_days(CATALOGUE, "relaxing-six-weeks")
    personal = save_start(course, begins, ())
    for number in (0, 1, 4):
        save(f"{begins + timedelta(number)}T21:00:00+01:00", routine=course.routine)
    save_note(personal, CourseNote(NoteKind.SKIP, begins + timedelta(5)))
    (days,) = gathered().courses
    assert (days.since, days.done) == (begins, 3)
    assert days.rested == {begins + timedelta(5)}
    assert days.not_done == {WEEK.first, *(begins + timedelta(each) for each in (6, 7, 8))}
    assert gathered(Period(begins - timedelta(9), begins - timedelta(1))).courses == ()
