"""Where a course stands on a day: what is due, what was done, and what is to come."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from presspoint.courses.course import WHOLE
from presspoint.courses.day_states import DayState, day_states
from presspoint.courses.events import CourseNote, NoteKind, PersonalCourse, Sessions
from presspoint.courses.growth import percent_on
from presspoint.courses.quotas import DAY, Quota, coming_days, days_of, pauses, quotas
from presspoint.named_tuple import NamedTuple
from presspoint.outcome.streak import streak


class Standing(StrEnum):
    """Whether a course goes on; over is one whose days have passed, ended one that was ended."""

    RUNNING = "running"
    PAUSED = "paused"
    OVER = "over"
    ENDED = "ended"


class CourseState(NamedTuple):
    """Where a course stands `today`.

    So many sessions are `due` today, and `next_day` is the next day with one. Where one was done
    not long ago, the next is due from a time on, `due_from` ("13:30"). Up to today so many were
    `asked` for, and `done`; `extra` are those beyond. Of what may still be done only what was
    done counts. `in_a_row` are those since something was last not done. Holds last so many
    `percent` of the routine's. Where the course is paused, `pause` is the note that says so.
    """

    personal: PersonalCourse
    today: date
    standing: Standing
    due: int
    next_day: date | None
    asked: int
    done: int
    extra: int
    in_a_row: int
    percent: int
    days: tuple[tuple[date, DayState], ...]
    due_from: str = ""

    @property
    def adherence(self) -> float | None:
        """How much of what it asked for was done, 0 to 1; None before it asked for anything."""
        return self.done / self.asked if self.asked else None

    @property
    def last_day(self) -> date:
        """The last day of the course, had nobody ended it."""
        return days_of(self.personal.course, self.personal.begins)[-1]

    @property
    def week(self) -> int:
        """The week of the course, from 1."""
        week = (self.today - self.personal.begins).days // 7 + 1
        return max(1, min(week, self.personal.course.weeks))

    @property
    def pause(self) -> CourseNote | None:
        """The note that pauses it today."""
        if self.standing is not Standing.PAUSED:
            return None
        pauses = [each for each in self.personal.notes if each.kind is NoteKind.PAUSE]
        return self.personal.limit or next(iter(reversed(pauses)), None)

    def count(self, kind: DayState) -> int:
        """Return how many days became this."""
        return sum(each is kind for _, each in self.days)


def state_of(personal: PersonalCourse, sessions: Sessions, today: date) -> CourseState:
    """Return where a course stands on a day, by the sessions of its routine."""
    standing = _standing(personal, today)
    horizon = min([today, *_ends(personal)])
    begun = [each for each in quotas(personal, sessions) if each.days[0] <= horizon]
    counts = [(each.done, _demand(each, horizon)) for each in begun]
    runs = standing in {Standing.RUNNING, Standing.PAUSED}
    due = sum(each.due_on(today) for each in begun if today in each.days)
    coming = coming_days(personal, sessions, today + DAY) if runs else []
    return CourseState(
        personal,
        today,
        standing,
        due=due if standing is Standing.RUNNING else 0,
        next_day=next(iter(coming), None),
        asked=sum(asked for _, asked in counts),
        done=sum(done for done, _ in counts),
        extra=sum(each.extra for each in begun),
        in_a_row=streak(reversed(counts)),
        percent=percent_on(begun, personal.course, horizon) if runs else WHOLE,
        days=tuple(day_states(personal, begun, horizon, runs=standing is Standing.RUNNING)),
    )


def _standing(personal: PersonalCourse, today: date) -> Standing:
    if any(True for _ in _ends(personal)):
        return Standing.ENDED
    if today > days_of(personal.course, personal.begins)[-1]:
        return Standing.OVER
    is_paused = any(start <= today < end for start, end in pauses(personal))
    return Standing.PAUSED if is_paused else Standing.RUNNING


def _ends(personal: PersonalCourse) -> Iterator[date]:
    return (each.day for each in personal.notes if each.kind is NoteKind.END)


def _demand(quota: Quota, horizon: date) -> int:
    """What a quota asked for; of one that still runs, what was done of it."""
    return quota.asked if quota.days[-1] < horizon else quota.done
