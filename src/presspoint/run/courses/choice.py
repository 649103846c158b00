"""Which course was typed: one of the catalogue, or a routine with weeks and how often."""

from presspoint.catalogue.tables import Catalogue
from presspoint.courses.course import (
    TIMES,
    CourseOfDays,
    course_of_days,
    sessions_a_day,
)
from presspoint.errors import PresspointError, UsageError, WarningFirstError
from presspoint.names.likeness import did_you_mean, nearest
from presspoint.names.spelling import key
from presspoint.run.arguments.names import match_name
from presspoint.run.arguments.routines import find_routine
from presspoint.words import as_heading, echo

WEEKS, DAILY = 6, "daily"
GROWS = (60, 80, 100)  # begins softly, and ends with the routine's own seconds


def choose_course(
    catalogue: Catalogue, typed: str, weeks: int | None, times: str | None, *, grow: bool
) -> CourseOfDays:
    """Return the course of this name, or one of the routine of this name.

    Raises PresspointError for an unknown name, and where its places have fewer sessions a day;
    UsageError for a value.
    """
    names = {key(each): each for each in catalogue.ids("courses")}
    if key(typed) in names:
        if weeks or times is not None or grow:
            raise UsageError(
                f"{names[key(typed)]} has its own weeks and times. --weeks, --times and --grow are "
                "for a routine, such as presspoint course start lower-back --weeks 4."
            )
        return course_of_days(catalogue, names[key(typed)])
    course = _of_routine(catalogue, typed, weeks, times)
    return course._replace(grows=GROWS) if grow else course


def _of_routine(
    catalogue: Catalogue, typed: str, weeks: int | None, times: str | None
) -> CourseOfDays:
    name = _routine_name(catalogue, typed)
    chosen = DAILY if times is None else times
    often = match_name({key(each): each for each in TIMES}, chosen, "--times")
    if TIMES[often].a_day > sessions_a_day(catalogue, name):
        raise PresspointError(f"{name} is for once a day at most. Choose --times daily.")
    words = f"{catalogue.title('routines', name)}, {TIMES[often].words}"
    return CourseOfDays(name, as_heading(words), name, weeks or WEEKS, often)


def _routine_name(catalogue: Catalogue, typed: str) -> str:
    """The id of a routine. Raises PresspointError with the nearest routines and courses.

    What to do about a warning sign is said instead of them.
    """
    try:
        return find_routine(catalogue, typed).name
    except WarningFirstError:
        raise
    except PresspointError:
        every = (*catalogue.ids("courses"), *catalogue.ids("routines"))
        offers = nearest(typed, {key(each): each for each in every})
        hint = did_you_mean(offers) or " presspoint course list and presspoint routine list them."
        raise PresspointError(f'No course or routine called "{echo(typed)}".{hint}') from None
