"""Whether a session is due, for whoever reminds a person: yes, no, or not allowed."""

from enum import IntEnum

from presspoint.catalogue.tables import Catalogue
from presspoint.courses.day_states import DayState
from presspoint.courses.events import sessions_of
from presspoint.courses.state import CourseState
from presspoint.errors import ExitCode, PresspointError, UsageError, WarningFirstError
from presspoint.listing.courses import due_sentence, today_sentence
from presspoint.named_tuple import NamedTuple
from presspoint.run.arguments.routines import find_routine
from presspoint.run.courses.current import NO_COURSE, read_state
from presspoint.run.courses.permission import Permission, permission
from presspoint.storage.history.summaries import read_summaries
from presspoint.storage.settings_file import current_day, hour_of_new_day


class Answer(IntEnum):
    """Whether a session is due, as an exit code."""

    DUE = 0
    NOTHING = 1
    NOT_ALLOWED = 3
    UNREADABLE = 4


class Due(NamedTuple):
    """Whether a session is due, and a sentence on it."""

    answer: Answer
    sentence: str


def find_due(catalogue: Catalogue, typed: str | None) -> Due:
    """Return whether the course is due today, or a routine that was typed and not done today.

    Raises UsageError for an unknown routine, else PresspointError for what cannot be read.
    """
    if typed is not None:
        return _routine_due(catalogue, typed)
    state = read_state(catalogue)
    return _course_due(catalogue, state) if state else Due(Answer.NOTHING, NO_COURSE)


def _course_due(catalogue: Catalogue, state: CourseState) -> Due:
    if state.pause and state.pause.is_limit:
        ruling = permission(catalogue, state.personal.course.routine, lambda _: None)
        is_paused = Due(Answer.NOT_ALLOWED, today_sentence(state, ""))
        return _stop_answer(catalogue, ruling) or is_paused
    if not state.due or state.due_from:
        return Due(Answer.NOTHING, today_sentence(state, ""))
    again = dict(state.days).get(state.today) is DayState.PARTLY
    return _unless_refused(catalogue, state.personal.course.routine, state.due, again=again)


def _routine_due(catalogue: Catalogue, typed: str) -> Due:
    try:
        name = find_routine(catalogue, typed).name
    except WarningFirstError as warning:
        warning.exit_code = ExitCode.USAGE
        raise
    except PresspointError as unknown:
        raise UsageError(str(unknown)) from None
    today = current_day()
    summaries = read_summaries(hour_of_new_day(), since=today)
    if sessions_of(summaries, name).done.get(today):
        return Due(Answer.NOTHING, f"Done for today: {name}.")
    return _unless_refused(catalogue, name, 1, again=False)


def _unless_refused(catalogue: Catalogue, routine: str, times: int, *, again: bool) -> Due:
    """That a routine is due, unless something stands against it for this person."""
    ruling = permission(catalogue, routine, lambda _: None)
    if ruling.is_enough:
        return Due(Answer.NOTHING, f"Enough for today: {routine} was pressed already.")
    if ruling.refusal and not ruling.is_stopped:
        return Due(Answer.NOT_ALLOWED, ruling.refusal.splitlines()[-1])
    minutes = ruling.minutes(catalogue)
    is_due = Due(Answer.DUE, due_sentence(routine, minutes, times, again=again))
    return _stop_answer(catalogue, ruling) or is_due


def _stop_answer(catalogue: Catalogue, ruling: Permission) -> Due | None:
    """That a warning sign stops everything, whose words are all that is said then."""
    warnings = ruling.stop_warnings(catalogue)
    return Due(Answer.NOT_ALLOWED, warnings[0].text) if warnings else None
