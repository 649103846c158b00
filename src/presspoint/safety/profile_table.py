"""A profile <-> the tables of its file; what is not understood is refused, never left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.faults import Fault, show_value
from presspoint.names.spelling import key
from presspoint.safety.body_places import (
    CODE,
    codes_by_key,
    parse_body_place,
    place_of_missing_file,
)
from presspoint.safety.profile import BodyPlace, ConditionAnswer, Profile, Rest
from presspoint.words import join_words, printable

Table = Mapping[str, object]
Path = tuple[str, ...]
MEND = "Mend it, or delete it and run presspoint check."
TABLES = ("check", "conditions", "rests")
NOTHING = "nothing"
FOUND = (NOTHING, "emergency", "same-day")
MOST_RESTS, MOST_PLACES = 500, 100
LONGEST_REASON, LONGEST_NAME = 200, 60


class MisfitError(PresspointError):
    """A value that no profile may have: where it is, what was found, what is wanted."""

    def __init__(self, path: Path, found: str, wanted: str) -> None:
        """Take the path of keys, what is there, and what may be there."""
        place = tuple(printable(each, limit=LONGEST_NAME) for each in path)
        super().__init__(f"{Fault(place, found, wanted)}.")


def read_profile_table(table: Table, origin: str, catalogue: Catalogue) -> Profile:
    """Return the profile of a parsed file. Raises PresspointError, which names file and key."""
    try:
        return profile_from_tables(table, catalogue)
    except MisfitError as misfit:
        raise PresspointError(f"{origin}: {misfit} {MEND}") from None


def profile_from_tables(table: Table, catalogue: Catalogue) -> Profile:
    """Return the profile of these tables. Raises MisfitError."""
    _check_keys(table, (), TABLES)
    checked_on, urgency, declined = _read_check(table)
    conditions = tuple(
        _read_condition(name, entry, catalogue) for name, entry in _entries(table, "conditions")
    )
    rests = tuple(_read_rest(code, entry) for code, entry in _entries(table, "rests"))
    _check_spelling([rest.code for rest in rests], catalogue)
    return Profile(checked_on, urgency, declined, conditions, rests)


def to_table(profile: Profile) -> dict[str, dict[str, object]]:
    """Return the tables of a profile, without those that would be empty."""
    conditions: dict[str, object] = {
        each.name: {"told": each.on, "where": [where.words for where in each.where]}
        if each.where
        else {"told": each.on}
        for each in profile.conditions
    }
    rests: dict[str, object] = {
        each.code: {"until": each.until, "because": each.because}
        if each.because
        else {"until": each.until}
        for each in profile.rests
    }
    tables = {"check": _check_table(profile), "conditions": conditions, "rests": rests}
    return {name: table for name, table in tables.items() if table}


def _check_table(profile: Profile) -> dict[str, object]:
    table: dict[str, object] = {"on": profile.checked_on} if profile.checked_on else {}
    if profile.checked_on or profile.urgency:
        table["found"] = profile.urgency or NOTHING
    return table | ({"declined": True} if profile.check_declined else {})


def _read_check(table: Table) -> tuple[date | None, str, bool]:
    """The day of the check, the urgency of what it found, and whether it was declined."""
    if "check" not in table:
        return None, "", False
    path = ("check",)
    check = _check_keys(table["check"], path, ("on", "found", "declined"))
    declined = check.get("declined", False)
    if not isinstance(declined, bool):
        raise MisfitError((*path, "declined"), show_value(declined), "true or false")
    if set(check) == {"declined"}:
        return None, "", declined
    urgency = check.get("found")
    if urgency not in FOUND:
        wanted = join_words(tuple(map(show_value, FOUND)), "or")
        raise MisfitError((*path, "found"), _show(urgency), wanted)
    return _read_date(check, path, "on"), "" if urgency == NOTHING else str(urgency), declined


def _read_condition(name: str, entry: object, catalogue: Catalogue) -> ConditionAnswer:
    path = ("conditions", name)
    if not catalogue.has("conditions", name):
        raise MisfitError(path, "an unknown condition", "one that presspoint conditions lists")
    answer = _check_keys(entry, path, ("told", "where"))
    places = answer.get("where", [])
    if not isinstance(places, list) or len(places) > MOST_PLACES:
        wanted = f"a list of at most {MOST_PLACES} places"
        raise MisfitError((*path, "where"), show_value(places), wanted)
    if places and not condition(catalogue, name).takes_place:
        raise MisfitError((*path, "where"), "a place", "none: this condition is not local")
    where = tuple(_read_place(each, name, catalogue) for each in places)
    return ConditionAnswer(name, _read_date(answer, path, "told"), where)


def _read_place(text: object, condition_id: str, catalogue: Catalogue) -> BodyPlace:
    """The place; one by a code of an own file stays in force when that file is gone."""
    words = text if isinstance(text, str) else ""
    try:
        return parse_body_place(words, condition_id, catalogue)
    except PresspointError:
        if where := place_of_missing_file(words, catalogue):
            return where
        path = ("conditions", condition_id, "where")
        wanted = "a side, a region or a code, in quotes"
        raise MisfitError(path, show_value(text), wanted) from None


def _read_rest(code: str, entry: object) -> Rest:
    path = ("rests", code)
    if not re.fullmatch(CODE, code):
        raise MisfitError(path, "no code", "a code such as BL23")
    rest = _check_keys(entry, path, ("until", "because"))
    because = rest.get("because", "")
    if "because" in rest and not _is_reason(because):
        wanted = f"one line of 1 to {LONGEST_REASON} characters"
        raise MisfitError((*path, "because"), show_value(because), wanted)
    return Rest(code, _read_date(rest, path, "until"), str(because))


def _check_spelling(codes: list[str], catalogue: Catalogue) -> None:
    """Refuse "bl23", which would rest nothing; a code of an own file that is away may stay."""
    if len(codes) > MOST_RESTS:
        raise MisfitError(("rests",), f"{len(codes)} places", f"at most {MOST_RESTS}")
    unknown = [code for code in codes if not catalogue.has_place(code)]
    spellings = codes_by_key(catalogue) if unknown else {}
    for code in unknown:
        if key(code) in spellings:
            raise MisfitError(("rests", code), "another spelling", spellings[key(code)])


def _is_reason(value: object) -> bool:
    return (
        isinstance(value, str)
        and len(value) <= LONGEST_REASON
        and value.strip() != ""
        and value.splitlines() == [value]
    )


def _read_date(table: Table, path: Path, name: str) -> date:
    value = table.get(name)
    if type(value) is not date:  # a date with a time is a date too
        raise MisfitError((*path, name), _show(value), "a date such as 2026-11-21")
    return value


def _entries(table: Table, name: str) -> Iterator[tuple[str, object]]:
    if name in table:
        yield from _check_keys(table[name], (name,)).items()


def _check_keys(value: object, path: Path, keys: tuple[str, ...] = ()) -> Table:
    """The value, if it is a table with something in it and nothing but known keys, where named."""
    if not isinstance(value, dict):
        raise MisfitError(path, show_value(value), "a table")
    if path and not value:
        raise MisfitError(path, "nothing in it", "at least one entry")
    for name in value:
        if keys and name not in keys:
            raise MisfitError((*path, name), "an unknown key", join_words(keys, "or"))
    return value


def _show(value: object) -> str:
    return "no value" if value is None else show_value(value)
