"""Until when a kit may be used: no longer than what it rests on is still known to be true."""

from collections.abc import Iterator
from datetime import date, timedelta

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.tables import Catalogue
from presspoint.safety.answers import WORD_DAYS, ConditionAnswer, Flags
from presspoint.safety.profile import Profile

KIT_DAYS = 30
DAY = timedelta(days=1)


def usable_until(catalogue: Catalogue, profile: Profile, flags: Flags, made: date) -> date:
    """Return the last day on which a kit that was made on a day may be used.

    That is the earliest of its thirtieth day, the last day of a clinician's word that counts, and
    the last day before a condition is asked about again. The end of a rest brings a place back,
    so it ends no kit. One that is made while a condition waits to be asked about is for that day.
    Raises CatalogueError.
    """
    answers = (*profile.conditions, *flags.conditions)
    words = (each.on for each in profile.words if profile.still_counts(each, made))
    ends = (
        made + KIT_DAYS * DAY,
        *(on + WORD_DAYS * DAY for on in words),
        *_days_of_questions(catalogue, answers, made),
    )
    return max(made, min(ends) - DAY)


def _days_of_questions(
    catalogue: Catalogue, answers: tuple[ConditionAnswer, ...], made: date
) -> Iterator[date]:
    """The days on which conditions are asked about again; what has expired is asked at once."""
    for each in answers:
        days = condition(catalogue, each.name).expires_days
        if each.has_expired(days, made):
            yield made
        elif days:
            yield each.on + days * DAY
