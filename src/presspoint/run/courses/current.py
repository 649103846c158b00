"""The course that a person is in, and where it stands today."""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress

from presspoint import clock
from presspoint.catalogue.tables import Catalogue
from presspoint.courses.course import HOURS_BETWEEN, WHOLE
from presspoint.courses.events import CourseNote, PersonalCourse, sessions_of
from presspoint.courses.limits import limit_note
from presspoint.courses.state import CourseState, Standing, state_of
from presspoint.errors import PresspointError
from presspoint.outcome.spread import Spread, spread_of
from presspoint.outcome.summary import Summary
from presspoint.safety.profile import Profile
from presspoint.storage.entries.courses import read_course, save_note
from presspoint.storage.history.summaries import read_summaries
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day, hour_of_new_day

NO_COURSE = (
    "You have no course now. presspoint course list shows them; "
    "presspoint course start lower-back begins one."
)
GOING = {Standing.RUNNING, Standing.PAUSED}


def read_state(catalogue: Catalogue) -> CourseState | None:
    """Return where the course stands that was begun last; None where there is none.

    A stop, or a condition that is new, pauses it, which is noted once. Raises PresspointError for
    a profile that cannot be read, StorageError.
    """
    personal = read_course()
    if personal is None:
        return None
    state = state_of_course(personal)
    if state.standing not in GOING:
        return state
    note = limit_note(catalogue, personal, read_profile(catalogue) or Profile(), state.today)
    if note is None:
        return state
    with suppress(PresspointError):  # it pauses all the same, and is noted the next time
        save_note(personal, note)
    return state_of_course(personal._replace(notes=(*personal.notes, note)))


def running_course(catalogue: Catalogue) -> CourseState:
    """Return where the course stands that goes on. Raises PresspointError where none does."""
    state = read_state(catalogue)
    if state is None or state.standing not in GOING:
        raise PresspointError(NO_COURSE)
    return state


def add_note(state: CourseState, note: CourseNote) -> CourseState:
    """Save a note on a course; return where the course stands then. Raises StorageError."""
    return state_of_course(save_note(state.personal, note))


def change_of_pain(state: CourseState) -> Spread | None:
    """Return how the pain changed in the sessions of a course; None of too few. Raises as below."""
    personal = state.personal
    summaries = read_summaries(hour_of_new_day(), since=personal.begins)
    own = (each for each in summaries if each.routine == personal.course.routine)
    changes = (each.counted_change for each in own if each.day <= state.last_day)
    return spread_of(Counter(each for each in changes if each is not None))


def state_of_course(personal: PersonalCourse) -> CourseState:
    """Return where a course stands today. Raises StorageError."""
    summaries = tuple(read_summaries(hour_of_new_day(), since=personal.begins))
    sessions = sessions_of(summaries, personal.course.routine)
    state = state_of(personal, sessions, current_day())
    return state._replace(due_from=_due_from(state, summaries)) if state.due else state


def _due_from(state: CourseState, summaries: Iterable[Summary]) -> str:
    """From when on something is due ("13:30"), as one of today's sessions is not long ago."""
    routine = state.personal.course.routine
    today = (each for each in summaries if each.day == state.today and each.routine == routine)
    starts = (clock.instant(each.started) for each in today if each.is_done)
    return clock.time_to_wait_for(max(filter(None, starts), default=0.0) + HOURS_BETWEEN * 3600)


def percent_of_holds(routine: str) -> int:
    """Return how long holds of a routine, by its id, are today, in percent of its seconds.

    Raises StorageError.
    """
    personal = read_course()
    if personal is None or personal.course.routine != routine or not personal.course.grows:
        return WHOLE
    return state_of_course(personal).percent
