"""What the course that goes on asks for today, for commands that are not about courses."""

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.named_tuple import NamedTuple
from presspoint.storage.history.recent import has_history


class CourseToday(NamedTuple):
    """The routine of the course that goes on, how often it is due by now, and a sentence on it."""

    routine: str
    due: int
    sentence: str


def course_today(catalogue: Catalogue) -> CourseToday | None:
    """Return what the course that goes on asks for; None where none does, or it cannot be read."""
    try:
        if not has_history():
            return None
        from presspoint.listing.courses import today_sentence  # for those with a history
        from presspoint.run.courses.current import GOING, read_state

        state = read_state(catalogue)
    except PresspointError:
        return None
    if state is None or state.standing not in GOING:
        return None
    due_now = 0 if state.due_from else state.due
    return CourseToday(state.personal.course.routine, due_now, today_sentence(state, ""))
