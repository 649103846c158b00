"""What of a person pauses a course by itself: a stop, or a condition that is new since it began."""

from datetime import date

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.tables import Catalogue
from presspoint.courses.events import CONDITION, SIGN, CourseNote, NoteKind, PersonalCourse
from presspoint.safety.profile import Profile


def limit_note(
    catalogue: Catalogue, personal: PersonalCourse, profile: Profile, today: date
) -> CourseNote | None:
    """Return the pause that a person's profile makes of a course; None where there is none yet.

    It begins on the day when the sign or the condition was answered; today, where the clock was
    wrong then, and says that this day is to come. Raises CatalogueError.
    """
    if personal.limit:
        return None
    new = new_conditions(catalogue, personal, profile)
    days = [each.on for each in profile.conditions if each.name in new]
    if profile.is_stopped:
        days = [profile.checked_on or personal.begins]
    if not days:
        return None
    day = min(max(min(days), personal.begins), today)
    return CourseNote(NoteKind.PAUSE, day, SIGN if profile.is_stopped else CONDITION)


def new_conditions(
    catalogue: Catalogue, personal: PersonalCourse, profile: Profile
) -> tuple[str, ...]:
    """Return the ids of the lasting conditions that are new since a course began, or went on."""
    known = personal.known_conditions
    names = tuple(each.name for each in profile.conditions if each.name not in known)
    return tuple(each for each in names if not condition(catalogue, each).of_today)
