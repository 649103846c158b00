"""What became of each day of a course."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from presspoint.courses.events import NoteKind, PersonalCourse
from presspoint.courses.quotas import Quota


class DayState(StrEnum):
    """What became of a day of a course; on a day of rest nothing had to be done."""

    DONE = "done"
    PARTLY = "partly done"
    NOT_DONE = "not done"
    SKIPPED = "skipped"
    PAUSED = "paused"
    REST = "rest"
    DUE = "due"
    COMING = "to come"


def day_states(
    personal: PersonalCourse, begun: Iterable[Quota], horizon: date, *, runs: bool
) -> Iterator[tuple[date, DayState]]:
    """Yield each day of these quotas with what became of it up to a day, its `horizon`.

    On that day something may be due, if the course still runs.
    """
    for quota in begun:
        for day in quota.days:
            kind = _day_state(personal, quota, day, horizon)
            yield day, DayState.REST if kind is DayState.DUE and not runs else kind


def _day_state(personal: PersonalCourse, quota: Quota, day: date, horizon: date) -> DayState:
    is_due = bool(day == horizon and quota.due_on(day))
    if quota.done_on(day):
        is_whole = quota.done_on(day) >= quota.times.a_day or day in quota.sessions.reactions
        return DayState.DONE if is_whole else DayState.PARTLY
    if day in quota.free:
        return DayState.SKIPPED if _is_skipped(personal, day) else DayState.PAUSED
    if day > horizon:
        return DayState.COMING
    if is_due:
        return DayState.DUE
    return DayState.NOT_DONE if quota.times.of_days == 1 and day < horizon else DayState.REST


def _is_skipped(personal: PersonalCourse, day: date) -> bool:
    return any(each.kind is NoteKind.SKIP and each.day == day for each in personal.notes)
