"""The places that a person may look for, and which of them come now."""

from collections.abc import Iterable, Mapping
from datetime import date

from presspoint.catalogue.places import Point, Side
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import StorageError
from presspoint.learning.schedule import Progress, next_day, next_places, progress_by_code
from presspoint.named_tuple import NamedTuple
from presspoint.run.places.person import Person
from presspoint.safety.answers import Flags
from presspoint.safety.profile import Profile
from presspoint.safety.screening import Screening, screen_person
from presspoint.storage.entries.tries import read_tries
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day
from presspoint.terminal.output import report


class Learner(NamedTuple):
    """Who looks for places: what they answered before, and what that leaves to press today."""

    profile: Profile
    screening: Screening
    today: date


class Lessons(NamedTuple):
    """The places to find by their codes, each with the side to find it on, and how far one is."""

    places: Mapping[str, tuple[Point, Side]]
    progress: dict[str, Progress]
    today: date

    @property
    def coming(self) -> list[str]:
        """The codes of the places that come now."""
        return next_places(list(self.places), self.progress, self.today)

    @property
    def next_day(self) -> date | None:
        """The day on which a place comes next; today where one comes now, None for none."""
        return self.today if self.coming else next_day(self.places, self.progress)


def read_learner(catalogue: Catalogue) -> Learner:
    """Return who looks for places. Raises PresspointError for a profile that cannot be read.

    What was pressed today does not count, as nothing is pressed.
    """
    profile, today = read_profile(catalogue) or Profile(), current_day()
    return Learner(profile, screen_person(catalogue, Flags(), profile, today), today)


def lessons(catalogue: Catalogue, learner: Learner, places: Iterable[Point]) -> Lessons:
    """Return those of the places that this person may press, which may be none.

    What was found before and cannot be read is reported, and the places count as new.
    """
    found = {
        each.code: (each, side) for each in places if (side := open_side(catalogue, learner, each))
    }
    return Lessons(found, _progress(), learner.today)


def open_side(catalogue: Catalogue, learner: Learner, point: Point) -> Side | None:
    """Return the first side on which this person may press a place; None where there is none."""
    return next(iter(Person(learner.screening.limits).open_sides(catalogue, point)), None)


def _progress() -> dict[str, Progress]:
    try:
        return progress_by_code(read_tries())
    except StorageError as problem:
        report(f"what you found before cannot be read, so all places are new: {problem}")
        return {}
