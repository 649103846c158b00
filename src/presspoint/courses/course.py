"""Courses as the catalogue writes them: which routine, for how many weeks, how often."""

from collections.abc import Iterator, Mapping

from presspoint.catalogue.routines import Press, Routine, routine
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple

MOST_WEEKS = MOST_STAGES = 12
DAYS_A_WEEK = 7
HOURS_BETWEEN = 4  # from one session to the next of a day: no source has a figure, it is our own
LEAST_PERCENT, WHOLE, MOST_PERCENT = 50, 100, 150


class Times(NamedTuple):
    """How often: on so many `days` of each so many `of_days`, so many times `a_day`."""

    words: str
    days: int = 1
    of_days: int = 1
    a_day: int = 1


TIMES: Mapping[str, Times] = {
    "daily": Times("once a day"),
    "twice-daily": Times("twice a day", a_day=2),
    "every-other-day": Times("every other day", of_days=2),
    "6": Times("six times a week", 6, DAYS_A_WEEK),
    "5": Times("five times a week", 5, DAYS_A_WEEK),
    "4": Times("four times a week", 4, DAYS_A_WEEK),
    "3": Times("three times a week", 3, DAYS_A_WEEK),
    "2": Times("twice a week", 2, DAYS_A_WEEK),
    "1": Times("once a week", 1, DAYS_A_WEEK),
}


class CourseOfDays(NamedTuple):
    """A course by its `id`: a routine, by that one's id, for so many `weeks`, and how often.

    `times` is one of TIMES. `grows` are the stages of its holds, in percent of the routine's
    seconds; without any, holds are those of the routine. `basis` is what the sources give, and
    what is our own choice. One of a person's own has the name of its `file`.
    """

    id: str
    title: str
    routine: str
    weeks: int
    times: str
    grows: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    basis: str = ""
    file: str = ""

    @property
    def how_often(self) -> Times:
        """How often it asks for the routine."""
        return TIMES[self.times]

    @property
    def number_of_days(self) -> int:
        """The days from its first to its last."""
        return self.weeks * DAYS_A_WEEK


def course_of_days(catalogue: Catalogue, name: str) -> CourseOfDays:
    """Return a course by its id. Raises CatalogueError."""
    return catalogue.make(CourseOfDays, "courses", name, id=name)


def courses(catalogue: Catalogue) -> Iterator[CourseOfDays]:
    """Yield every course, in the file's order. Raises CatalogueError."""
    return (course_of_days(catalogue, name) for name in catalogue.ids("courses"))


def sessions_a_day(catalogue: Catalogue, name: str) -> int:
    """Return how often a day a routine, by its id, may be played: as often as each of its places.

    What it presses as an option only does not count. Raises CatalogueError.
    """
    needed = (each for each in _presses(routine(catalogue, name)) if not each.option)
    return min((_sessions_of_press(catalogue, each) for each in needed), default=1)


def _presses(whole: Routine) -> Iterator[Press]:
    return (press for step in whole.steps for way in step.ways for press in way.presses)


def _sessions_of_press(catalogue: Catalogue, press: Press) -> int:
    holds = (catalogue.point(code).hold for code in press.points)
    return press.per_day or min((hold.per_day for hold in holds if hold), default=1)
