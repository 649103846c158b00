"""What became of each day of a course."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from presspoint.courses.events import NoteKind, PersonalCourse
from presspoint.courses.spans import Span


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
    personal: PersonalCourse, begun: Iterable[Span], horizon: date, *, runs: bool
) -> Iterator[tuple[date, DayState]]:
    """Yield each day of these spans with what became of it up to a day, its `horizon`.

    On that day something may be due, if the course still runs.
    """
    for span in begun:
        for day in span.days:
            kind = _day_state(personal, span, day, horizon)
            yield day, DayState.REST if kind is DayState.DUE and not runs else kind


def _day_state(personal: PersonalCourse, span: Span, day: date, horizon: date) -> DayState:
    is_due = bool(day == horizon and span.due_on(day))
    if span.done_on(day):
        is_whole = span.done_on(day) >= span.times.a_day or day in span.sessions.reactions
        return DayState.DONE if is_whole else DayState.PARTLY
    if day in span.free:
        return DayState.SKIPPED if _is_skipped(personal, day) else DayState.PAUSED
    if day > horizon:
        return DayState.COMING
    if is_due:
        return DayState.DUE
    return DayState.NOT_DONE if span.times.span == 1 and day < horizon else DayState.REST


def _is_skipped(personal: PersonalCourse, day: date) -> bool:
    return any(each.kind is NoteKind.SKIP and each.day == day for each in personal.notes)
