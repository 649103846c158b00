"""What was typed about a profile: one of its entries, or the reason of a rest."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from presspoint.catalogue.pain_answers import Feeling, feeling_saved_as, pain_answer
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError, UsageError
from presspoint.named_tuple import NamedTuple
from presspoint.names.conditions import read_condition, slips_of
from presspoint.names.likeness import did_you_mean
from presspoint.names.spelling import key
from presspoint.run.arguments.names import match_id, match_name
from presspoint.run.arguments.point import read_point
from presspoint.safety.answers import SIDES, Rest
from presspoint.safety.profile import Profile
from presspoint.safety.tables.rests import LONGEST_REASON
from presspoint.storage.catalogue_file import load_names
from presspoint.words import echo, join_words

DAYS = 3
BOTH: Literal[""] = ""


def parse_reason(typed: str, option: str) -> str:
    """Return a reason as one line that a file can hold. Raises UsageError where it is too long."""
    line = " ".join(typed.split()).encode(errors="backslashreplace").decode()
    if len(line) > LONGEST_REASON:
        raise UsageError(f"The text of {option} can have {LONGEST_REASON} characters: shorten it.")
    return line


class TypedRest(NamedTuple):
    """What was typed about a rest: why, for how many days, how it hurts, on which side."""

    because: str = ""
    days: int | None = None
    feels: str | None = None
    side: str | None = None


def parse_rest(catalogue: Catalogue, code: str, typed: TypedRest, today: date) -> Rest:
    """Return the rest of a place from today on. Raises UsageError for an unknown answer or side.

    Without a number of days it rests as long as after that answer in a session.
    """
    feeling = feeling_saved_as(catalogue, typed.because)
    if typed.feels is not None:
        feeling = Feeling(match_id(catalogue, "hurts", typed.feels, "--feels"))
    answer = pain_answer(catalogue, feeling) if feeling else None
    days = typed.days or (answer.rest_days if answer else DAYS)
    because = typed.because or (answer.because if answer else "")
    sides: dict[str, str] = {each: each for each in SIDES}
    name = "" if typed.side is None else match_name(sides, typed.side, "--side")
    side = next((each for each in SIDES if each == name), BOTH)
    return Rest(code, today + timedelta(days=days), because, feeling, side)


def _spellings(catalogue: Catalogue, profile: Profile) -> Iterator[str]:
    """What the entries of a profile are called."""
    for each in profile.conditions:
        yield from (each.name, catalogue.title("conditions", each.name))
    yield from (each.code for each in profile.rests)


def find_profile_entry(catalogue: Catalogue, profile: Profile, typed: str) -> str:
    """Return the condition, or the code at rest, of a profile that a name means.

    Raises PresspointError where it holds none or several of that name.
    """
    names = _entries_by_key(catalogue, profile)
    if key(typed) in names:
        return names[key(typed)]
    codes = [code for code in read_point(catalogue, typed).codes if code in names.values()]
    reading = read_condition(load_names(), typed)
    conditions = [each.name for each in profile.conditions if each.name in reading.conditions]
    for only in (codes, conditions):
        if len(only) == 1:
            return only[0]
    shown = echo(typed)
    if meanings := (*codes, *conditions):
        raise PresspointError(f'"{shown}" can mean {join_words(meanings, "or")}. Type one of them.')
    is_known = bool(reading.conditions or reading.signs)  # only not in this profile
    slips = () if is_known else slips_of(typed, _spellings(catalogue, profile))
    hint = did_you_mean(slips) or " presspoint profile shows what is in it."
    raise PresspointError(f'There is no "{shown}" in your profile.{hint}')


def _entries_by_key(catalogue: Catalogue, profile: Profile) -> dict[str, str]:
    """The codes at rest, and the conditions by their ids and titles."""
    names = {key(each.code): each.code for each in profile.rests}
    for each in profile.conditions:
        title = catalogue.title("conditions", each.name)
        names |= {key(each.name): each.name, key(title): each.name}
    return names
