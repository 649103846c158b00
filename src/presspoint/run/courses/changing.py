"""A course begun, paused, gone on with, and a day of it skipped: each is a note that is saved."""

from datetime import date

from presspoint.catalogue.tables import Catalogue
from presspoint.courses.course import CourseOfDays
from presspoint.courses.day_states import DayState
from presspoint.courses.events import CourseNote, NoteKind
from presspoint.courses.state import CourseState, Standing
from presspoint.errors import PresspointError, UsageError
from presspoint.names.since import parse_since
from presspoint.names.until import EXAMPLES, parse_until
from presspoint.run.arguments.profile import parse_reason
from presspoint.run.courses.current import GOING, add_note, read_state, state_of_course
from presspoint.run.courses.permission import run_on_another_day
from presspoint.safety.profile import Profile
from presspoint.storage.entries.courses import save_start
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day
from presspoint.words import echo, long_date

TO_SKIP = {DayState.DUE, DayState.NOT_DONE, DayState.REST, DayState.PARTLY}


def begin(catalogue: Catalogue, course: CourseOfDays, *, agreed: bool) -> CourseState:
    """Begin a course today; return where it stands.

    Raises PresspointError while another one goes on, NotPlayed where its routine is not for this
    person now, StorageError.
    """
    current = read_state(catalogue)
    if current and current.standing in GOING:
        title = current.personal.course.title
        raise PresspointError(
            f'Your course "{title}" is not over. To end it first: presspoint course end.'
        )
    run_on_another_day(catalogue, course.routine, agreed=agreed)
    personal = save_start(course, current_day(), _conditions(catalogue))
    return state_of_course(personal)


def skip_day(state: CourseState, typed: str, because: str) -> tuple[CourseState, date]:
    """Skip a day of a course, today or before; return where it stands, and the day.

    Raises as above.
    """
    day = parse_since(typed, state.today)
    if day is None:
        raise UsageError(
            f'"{echo(typed)}" is not a day to skip. Type today, yesterday, or a date before.'
        )
    kind = dict(state.days).get(day)
    if kind is None:
        raise PresspointError(f"{long_date(day)} is not a day of this course.")
    if kind not in TO_SKIP or (day == state.today and not state.due):
        raise PresspointError(f"There is nothing to skip on {long_date(day)}.")
    note = CourseNote(NoteKind.SKIP, day, parse_reason(because, "--because"))
    return add_note(state, note), day


def stop_for_a_while(state: CourseState, typed: str | None, because: str) -> CourseState:
    """Pause a course from today on; return where it stands. Raises as above."""
    until = _until(typed, state.today) if typed else None
    reason = parse_reason(because, "--because")
    return add_note(state, CourseNote(NoteKind.PAUSE, state.today, reason, until))


def go_on(catalogue: Catalogue, state: CourseState, *, agreed: bool) -> CourseState:
    """Go on with a course that is paused; return where it stands. Raises as above, NotPlayed."""
    if state.standing is not Standing.PAUSED:
        raise PresspointError("Your course is not paused.")
    run_on_another_day(catalogue, state.personal.course.routine, agreed=agreed)
    conditions = _conditions(catalogue)
    return add_note(state, CourseNote(NoteKind.RESUME, state.today, conditions=conditions))


def _conditions(catalogue: Catalogue) -> tuple[str, ...]:
    profile = read_profile(catalogue) or Profile()
    return tuple(each.name for each in profile.conditions)


def _until(typed: str, today: date) -> date:
    day = parse_until(typed, today)
    if day is None:
        raise UsageError(f'"{echo(typed)}" is not a day to come. Type {EXAMPLES}.')
    return day
