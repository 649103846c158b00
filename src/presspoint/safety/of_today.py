"""Conditions of today: kept apart from those that last, and added to what is said for one run."""

from collections.abc import Iterable
from datetime import date

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.tables import Catalogue
from presspoint.safety.answers import ConditionAnswer, Flags

Answers = tuple[ConditionAnswer, ...]


def split_by_day(
    catalogue: Catalogue, answers: Iterable[ConditionAnswer]
) -> tuple[Answers, Answers]:
    """Return the answers that are of today only, and those that last. Raises CatalogueError."""
    every = tuple(answers)
    of_today = tuple(each for each in every if condition(catalogue, each.name).of_today)
    return of_today, tuple(each for each in every if each not in of_today)


def flags_with_today(catalogue: Catalogue, flags: Flags, name: str, today: date) -> Flags:
    """Return the flags with a condition of today; one that is a red flag too counts as that."""
    if catalogue.has("red_flags", name):
        return flags._replace(red_flags=(*flags.red_flags, name))
    return flags._replace(conditions=(*flags.conditions, ConditionAnswer(name, today)))
