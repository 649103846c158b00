"""What of a person pauses a course by itself: a stop, or a condition that is new since it began."""

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.tables import Catalogue
from presspoint.courses.events import CourseNote, NoteKind, PersonalCourse
from presspoint.safety.profile import Profile

SIGN, CONDITION = LIMITS = ("a warning sign", "a new condition")


def limit_note(
    catalogue: Catalogue, personal: PersonalCourse, profile: Profile
) -> CourseNote | None:
    """Return the pause that a person's profile makes of a course; None where there is none yet.

    It begins on the day when the sign or the condition was answered. Raises CatalogueError.
    """
    if _is_limited(personal):
        return None
    if profile.is_stopped:
        day = max(profile.checked_on or personal.begins, personal.begins)
        return CourseNote(NoteKind.PAUSE, day, SIGN)
    new = new_conditions(catalogue, personal, profile)
    days = [each.on for each in profile.conditions if each.name in new]
    return CourseNote(NoteKind.PAUSE, max(min(days), personal.begins), CONDITION) if new else None


def new_conditions(
    catalogue: Catalogue, personal: PersonalCourse, profile: Profile
) -> tuple[str, ...]:
    """Return the ids of the lasting conditions that are new since a course began, or went on."""
    known = personal.known_conditions
    names = tuple(each.name for each in profile.conditions if each.name not in known)
    return tuple(each for each in names if not condition(catalogue, each).of_today)


def _is_limited(personal: PersonalCourse) -> bool:
    """Whether the notes have such a pause since the course last went on."""
    limited = False
    for note in personal.notes:
        if note.kind is NoteKind.RESUME:
            limited = False
        elif note.kind is NoteKind.PAUSE and note.because in LIMITS:
            limited = True
    return limited
