"""Courses of days as lines of text: which there are, where one stands, and its summary."""

from collections.abc import Iterable, Iterator
from datetime import date

from presspoint.catalogue.tables import Catalogue
from presspoint.courses.course import WHOLE, CourseOfDays
from presspoint.courses.day_states import DayState
from presspoint.courses.events import CONDITION, SIGN
from presspoint.courses.state import CourseState, Standing
from presspoint.outcome.spread import Spread
from presspoint.words import as_sentence, long_date, quantity

AFTER_ALL = "If you do it today after all, it counts."
SAID = {
    DayState.DONE: "Done for today.",
    DayState.PARTLY: "Skipped the rest of today.",
    DayState.SKIPPED: "Skipped today.",
}
SKIPPED = (
    "Skipped: {day}. If you did it after all, presspoint history did {routine} --when {iso} adds "
    "it, and it counts."
)
PAUSES = {
    SIGN: (
        "Paused since {day}: you have a warning sign. Once presspoint check finds none, "
        "presspoint course resume goes on."
    ),
    CONDITION: (
        "Paused since {day}: you have a new condition. presspoint plan {routine} says what "
        "that leaves out. presspoint course resume goes on with it."
    ),
}


def course_rows(every: Iterable[CourseOfDays]) -> Iterator[tuple[str, ...]]:
    """Yield the name of each course, its title and how it goes, and the routine it plays."""
    for each in every:
        yield each.id, each.title, f"{each.routine}, {how_often(each)}"


def how_often(course: CourseOfDays) -> str:
    """Return "three times a week, 4 weeks"."""
    return f"{course.how_often.words}, {quantity(course.weeks, 'week')}"


def basis_lines(catalogue: Catalogue, course: CourseOfDays) -> Iterator[str]:
    """Yield what a course rests on, and its sources."""
    if course.basis:
        yield course.basis
    yield from (f"Source: {title}" for title in catalogue.titles("sources", course.sources))


def state_lines(state: CourseState, minutes: str) -> Iterator[str]:
    """Yield where a course stands, and what is due; `minutes` is how long the routine takes."""
    course = state.personal.course
    goes_on = state.standing in {Standing.RUNNING, Standing.PAUSED}
    week = f" Week {state.week} of {course.weeks}." if goes_on else ""
    yield f"{as_sentence(course.title)}{week}"
    yield today_sentence(state, minutes)
    yield from count_lines(state)
    if goes_on and state.percent != WHOLE:
        length = "shorter" if state.percent < WHOLE else "longer"
        yield f"Holds are {length} for now: {state.percent} percent of their usual time."
    if goes_on:
        yield f"The last day is {long_date(state.last_day)}."


def count_lines(state: CourseState) -> Iterator[str]:
    """Yield what was done up to now, without a word of blame; nothing before the first session."""
    if state.asked:
        missing = state.asked - state.done
        not_done = f" {missing} not done." if missing else ""
        extra = f" {state.extra} more than planned." if state.extra else ""
        yield f"Done: {state.done} of {quantity(state.asked, 'session')}.{not_done}{extra}"
    free = (("Skipped", DayState.SKIPPED), ("Paused", DayState.PAUSED))
    counts = ((word, state.count(kind)) for word, kind in free)
    if words := [f"{word}: {quantity(count, 'day')}." for word, count in counts if count]:
        yield " ".join(words)
    if state.in_a_row > 1:
        yield f"In a row: {quantity(state.in_a_row, 'session')}."


def pain_sentence(change: Spread | None) -> str:
    """Return the median change of pain in a session, without a word of why; empty of too few."""
    if change is None:
        return ""
    points = f"{abs(change.median):g}"
    way = "lower" if change.median < 0 else "higher"
    than = f"{points} {way} than" if change.median else "the same as"
    return f"Pain after a session: typically {than} before."


def today_sentence(state: CourseState, minutes: str) -> str:
    """Return what is due today, or when something is next; why the course is paused."""
    course, day = state.personal.course, dict(state.days).get(state.today)
    if state.standing is Standing.PAUSED:
        return _pause_sentence(state)
    if state.standing in {Standing.OVER, Standing.ENDED}:
        return "This course is over."
    if state.due:
        again = day is DayState.PARTLY
        since = state.due_from
        return due_sentence(course.routine, minutes, state.due, again=again, since=since)
    said = SAID.get(day or DayState.REST, "Nothing today.")
    back = f" {AFTER_ALL}" if day in {DayState.SKIPPED, DayState.PARTLY} else ""
    return f"{said} {next_sentence(state.next_day)}{back}"


def skipped_sentence(state: CourseState, day: date) -> str:
    """Return that a day before today is skipped, and the way back; empty for today."""
    routine = state.personal.course.routine
    is_today = day == state.today
    return "" if is_today else SKIPPED.format(day=long_date(day), routine=routine, iso=day)


def due_sentence(routine: str, minutes: str, times: int, *, again: bool, since: str = "") -> str:
    """Return "Today: lower-back, about ten minutes.", or when `since` a time, from that on."""
    when = "Today once more" if again else "Today"
    when = f"{when}, from {since} on" if since else when
    twice = ", twice" if times > 1 else ""
    return f"{when}: {routine}, {minutes}{twice}." if minutes else f"{when}: {routine}{twice}."


def next_sentence(day: date | None) -> str:
    """Return when a session is next."""
    return f"Next: {long_date(day)}." if day else "That was the last day."


def _pause_sentence(state: CourseState) -> str:
    note = state.pause
    if note is None:
        return "Paused. presspoint course resume goes on."
    if words := PAUSES.get(note.because):
        return words.format(day=long_date(note.day), routine=state.personal.course.routine)
    because = f": {note.because}" if note.because else ""
    if note.until:
        return f"Paused until {long_date(note.until)}{because}."
    return f"Paused since {long_date(note.day)}{because}. presspoint course resume goes on."
