"""What a course asks for: so many sessions of each day, each two days or each week of it."""

from collections.abc import Iterator
from datetime import date, timedelta

from presspoint.courses.course import CourseOfDays, Times
from presspoint.courses.events import NoteKind, PersonalCourse, Sessions
from presspoint.named_tuple import NamedTuple

DAY = timedelta(days=1)


class Quota(NamedTuple):
    """The days that share a number of sessions: how many `times`, which were `skipped` or paused.

    `sessions` are all that were done, on any day.
    """

    days: tuple[date, ...]
    skipped: frozenset[date]
    times: Times
    sessions: Sessions

    @property
    def free(self) -> frozenset[date]:
        """The days that ask for nothing: one with a session is there all the same."""
        return frozenset(day for day in self.skipped if not self.done_on(day))

    @property
    def asked_days(self) -> int:
        """On how many days it asks for a session: its share of the days that are not free."""
        there = len(self.days) - len(self.free)
        return -(-self.times.days * there // self.times.of_days)

    @property
    def asked(self) -> int:
        """How many sessions it asks for: no second one after one that hurt, or on a skipped day."""
        hurt = self.sessions.reactions.intersection(self.days)
        once = hurt | (self.skipped - self.free)
        spared = sum(max(0, self.times.a_day - self.done_on(day)) for day in once)
        return max(0, self.asked_days * self.times.a_day - spared)

    @property
    def done(self) -> int:
        """How many of these were done."""
        a_day = self.times.a_day
        return min(self.asked, sum(min(self.done_on(day), a_day) for day in self.days))

    @property
    def extra(self) -> int:
        """How many more were done than it asks for."""
        return sum(map(self.done_on, self.days)) - self.done

    def done_on(self, day: date) -> int:
        """Return how many sessions were done on a day."""
        return self.sessions.done.get(day, 0)

    def due_on(self, day: date) -> int:
        """Return how many sessions are due on a day of it, by all that was done on other days.

        After a session comes a day of rest where the quota has days enough for what it still asks.
        """
        done_today = self.done_on(day)
        if done_today >= self.times.a_day or day in self.skipped | self.sessions.reactions:
            return 0
        others = (each for each in self.days if each != day)
        open_days = self.asked_days - sum(self.done_on(each) > 0 for each in others)
        later = sum(each > day and each not in self.free for each in self.days)
        may_rest = self.times.of_days > 1 and open_days <= -(-later // 2)
        if open_days <= 0 or (may_rest and self.done_on(day - DAY)):
            return 0
        return self.times.a_day - done_today


def quotas(personal: PersonalCourse, sessions: Sessions) -> Iterator[Quota]:
    """Yield the quotas of a course, the last one shorter where the weeks do not divide."""
    course, days = personal.course, days_of(personal.course, personal.begins)
    skipped = {day for day in days if is_free(personal, day)}
    for start in range(0, len(days), course.how_often.of_days):
        part = days[start : start + course.how_often.of_days]
        yield Quota(part, frozenset(skipped.intersection(part)), course.how_often, sessions)


def days_of(course: CourseOfDays, begins: date) -> tuple[date, ...]:
    """Return the days of a course that begins on a day."""
    return tuple(begins + number * DAY for number in range(course.number_of_days))


def coming_days(personal: PersonalCourse, sessions: Sessions, first: date) -> list[date]:
    """Return the days from the first one on when it is due, if it is done whenever due."""
    done = dict(sessions.done)
    coming = []
    for quota in quotas(personal, sessions):
        imagined = quota._replace(sessions=sessions._replace(done=done))
        for day in quota.days:
            if day >= first and (due := imagined.due_on(day)):
                done[day] = done.get(day, 0) + due
                coming.append(day)
    return coming


def is_free(personal: PersonalCourse, day: date) -> bool:
    """Whether a day of a course was skipped or paused, or comes in a pause."""
    if day not in days_of(personal.course, personal.begins):
        return False
    skips = (each.day for each in personal.notes if each.kind is NoteKind.SKIP)
    return day in skips or any(start <= day < end for start, end in pauses(personal))


def pauses(personal: PersonalCourse) -> Iterator[tuple[date, date]]:
    """Yield the first day of each pause, and the day on which the course goes on, or ended.

    One that a sign or a condition made lasts until a person goes on, whatever is noted on top.
    """
    start, until, is_limited = None, date.max, False
    for note in personal.notes:
        if note.kind is NoteKind.PAUSE:
            if start is not None and until <= note.day:  # that one was over
                yield start, until
                start = None
            is_limited = note.is_limit or (is_limited and start is not None)
            start = note.day if start is None else min(start, note.day)
            until = date.max if is_limited else note.until or date.max
        elif note.kind in {NoteKind.RESUME, NoteKind.END} and start is not None:
            yield start, min(until, max(start, note.day))
            start = None
    if start is not None:
        yield start, until
