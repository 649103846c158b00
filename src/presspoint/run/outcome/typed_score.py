"""What was typed of a score or a total, read or refused."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import isfinite

from presspoint import clock
from presspoint.catalogue.outcome.yardsticks import yardstick
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, UsageError, WarningFirstError
from presspoint.named_tuple import NamedTuple
from presspoint.names.spelling import key
from presspoint.names.warnings import find_warning
from presspoint.outcome.scores import MOST, MOST_ACTIVITIES, Change, Questionnaire, Score, Total
from presspoint.run.arguments.days import match_when
from presspoint.run.arguments.names import match_name
from presspoint.run.outcome.words import own_words
from presspoint.storage.entries.scores import LONGEST_ACTIVITY
from presspoint.storage.settings_file import current_day, hour_of_new_day
from presspoint.words import echo, join_words

NOT_SAVED = "Nothing was saved."
ALSO = {"rolandmorris": "rmdq", "roland": "rmdq", "oswestry": "odi"}
ACTIVITY = "--activity"
TOO_MANY = "You follow {names} already. Stop following one: --forget WORDS."
HARD = '"{typed}": type how hard it was, 0 to 10, as in --activity "putting on socks=7".'


class TypedScore(NamedTuple):
    """What was typed of a week; None, or (), for what was not."""

    pain: int | None = None
    held_back: int | None = None
    activities: tuple[str, ...] = ()
    forget: tuple[str, ...] = ()
    change: str | None = None


def parse_day(typed: str | None) -> date:
    """Return the day of what was typed for --when, today for None. Raises UsageError."""
    if typed is None:
        return current_day()
    day = clock.lived_day(match_when(typed, current_day()), hour_of_new_day())
    return day or current_day()


def parse_change(typed: str | None) -> Change | None:
    """Return the step, None for None. Raises UsageError with all of them."""
    if typed is None:
        return None
    name = match_name({key(each): each.value for each in Change}, typed, "--change")
    return Change(name)


def activities_of_week(
    catalogue: Catalogue, typed: TypedScore, scores: Sequence[Score]
) -> dict[str, int | None]:
    """Return the activities of the latest score with what was typed; how hard each was, or None.

    Raises UsageError for a fourth one, and for one to forget that is not there; WarningFirstError
    for words that are a warning sign.
    """
    latest = max(reversed(scores), key=lambda each: each.day, default=None)
    followed: dict[str, int | None] = dict.fromkeys(latest.names if latest else ())
    for each in typed.forget:
        del followed[_name_to_forget(followed, each)]
    for each in typed.activities:
        name, hard = _parse_activity(each)
        if warning := find_warning(catalogue, name):
            text = f"{warning.text} {NOT_SAVED}"
            raise WarningFirstError(text, warning.id, warning.level, ExitCode.NOT_PLAYED)
        followed[_spelling(followed, name)] = hard
    if len(followed) > MOST_ACTIVITIES:
        raise UsageError(TOO_MANY.format(names=join_words(tuple(followed)[:MOST_ACTIVITIES])))
    return followed


def parse_total(catalogue: Catalogue, questionnaire: str, typed: str | None, day: date) -> Total:
    """Return a total, within the range of its questionnaire. Raises UsageError."""
    names = {each.value: each.value for each in Questionnaire}
    found = Questionnaire(match_name(names | ALSO, questionnaire, "questionnaire"))
    of = yardstick(catalogue, found)
    total = _number(typed or "")
    if total is None or not 0 <= total <= of.most or (of.whole and total % 1):
        whole = "a whole number " if of.whole else ""
        shown = f' "{echo(typed)}" is not.' if typed else ""
        raise UsageError(
            f"The total of the {of.title} is {whole}from 0 to {of.most}.{shown} "
            f"For example: presspoint score {found} {of.most // 2}."
        )
    return Total(day, found, int(total) if of.whole else total)


def _parse_activity(typed: str) -> tuple[str, int | None]:
    """Return "socks=7" as a name and how hard it was, None where only the name was typed."""
    name, equals, number = typed.rpartition("=")
    words = own_words(name if equals else typed, LONGEST_ACTIVITY, ACTIVITY)
    if not equals:
        return words, None
    hard = _number(number)
    if hard is None or hard % 1 or not 0 <= hard <= MOST:
        raise UsageError(HARD.format(typed=echo(typed)))
    return words, int(hard)


def _spelling(followed: Iterable[str], name: str) -> str:
    """The activity as it is followed already, whatever its capital letters; else the name."""
    return next((each for each in followed if each.casefold() == name.casefold()), name)


def _name_to_forget(followed: Mapping[str, int | None], typed: str) -> str:
    names = {key(each): each for each in followed}
    if not names:
        raise UsageError("You follow no activity yet, so there is none for --forget.")
    return match_name(names, typed, "--forget")


def _number(typed: str) -> float | None:
    try:
        number = float(typed.strip().rstrip("%").replace(",", "."))
    except ValueError:
        return None
    return number if isfinite(number) else None
