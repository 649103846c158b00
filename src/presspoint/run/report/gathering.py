"""All that a report is made from, read from the history and the profile."""

from collections.abc import Iterable
from datetime import date

from presspoint.catalogue.tables import Catalogue
from presspoint.clock import lived_day
from presspoint.courses.day_states import DayState
from presspoint.courses.events import PersonalCourse, sessions_of
from presspoint.courses.state import state_of
from presspoint.listing.report.contents import Contents, CourseDays, DatedPain, DatedSession
from presspoint.listing.report.period import Period
from presspoint.outcome.summary import summary_of
from presspoint.outcome.verdicts.judge import JUDGED, verdicts
from presspoint.run.report.typed import ReportWish
from presspoint.safety.profile import Profile
from presspoint.session.record.filters import Filters
from presspoint.storage.entries.courses import read_course
from presspoint.storage.entries.pains import read_pains
from presspoint.storage.entries.scores import read_scores, read_totals
from presspoint.storage.history.reading import Damage, read_sessions
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import hour_of_new_day

RESTED = {DayState.SKIPPED, DayState.PAUSED}


def gather(catalogue: Catalogue, wish: ReportWish, damage: Damage) -> Contents:
    """Return what a report is made from; what of the sessions cannot be read goes to `damage`.

    Raises PresspointError.
    """
    period, day_starts = wish.period, hour_of_new_day()
    course = read_course()
    since = min(period.first, period.last - JUDGED, course.begins if course else date.max)
    every = _sessions(since, day_starts, damage)
    counted = tuple(each for each in every if not each.summary.undone)
    sessions = tuple(each for each in counted if each.day in period)
    scores, totals = read_scores(), read_totals()
    return Contents(
        period,
        read_profile(catalogue) or Profile(),
        sessions,
        tuple(_course_days(course, counted, period)) if course else (),
        tuple(_pains(period, day_starts)),
        tuple(each for each in scores if each.day in period),
        tuple(each for each in totals if each.day in period),
        verdicts(catalogue, (each.summary for each in every), scores, totals),
        wish.name,
        wish.question,
        wish.with_conditions,
    )


def _sessions(since: date, day_starts: int, damage: Damage) -> list[DatedSession]:
    """The sessions of a day or later, in which there was anything; those undone too."""
    filters = Filters(since, day_starts, with_undone=True)
    records = read_sessions(damage, filters=filters)
    dated = ((lived_day(each.started, day_starts), each) for each in records if not each.is_empty)
    return [
        DatedSession(each, summary_of(each, day)) for day, each in dated if day and day >= since
    ]


def _pains(period: Period, day_starts: int) -> Iterable[DatedPain]:
    for each in read_pains():
        day = lived_day(each.when, day_starts)
        if day in period:
            yield DatedPain(day, each.pain, each.where)


def _course_days(
    course: PersonalCourse, sessions: Iterable[DatedSession], period: Period
) -> Iterable[CourseDays]:
    """The course, where its days are those of the period in part."""
    done = sessions_of((each.summary for each in sessions), course.course.routine)
    state = state_of(course, done, period.last)
    if state.last_day < period.first or course.begins > period.last:
        return
    days = [each for each in state.days if each[0] in period]
    yield CourseDays(
        course.course.title,
        course.begins,
        state.asked,
        state.done,
        frozenset(day for day, became in days if became in RESTED),
        frozenset(day for day, became in days if became is DayState.NOT_DONE),
    )
