"""A profile <-> the tables of its file; what is not understood is refused, never left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.faults import Fault, show_value
from presspoint.names.lookup import key
from presspoint.safety.body_places import (
    CODE,
    codes_by_key,
    is_code,
    parse_body_place,
    place_of_missing_file,
    takes_place,
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
    _only(table, (), TABLES)
    day, found, declined = _check(table)
    conditions = tuple(
        _told(name, entry, catalogue) for name, entry in _entries(table, "conditions")
    )
    rests = tuple(_rest(code, entry) for code, entry in _entries(table, "rests"))
    _check_spelling([rest.code for rest in rests], catalogue)
    return Profile(day, found, declined, conditions, rests)


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
    table: dict[str, object] = {"on": profile.checked} if profile.checked else {}
    if profile.checked or profile.found:
        table["found"] = profile.found or NOTHING
    return table | ({"declined": True} if profile.declined else {})


def _check(table: Table) -> tuple[date | None, str, bool]:
    """The day of the check, what it found, and whether it was declined."""
    if "check" not in table:
        return None, "", False
    path = ("check",)
    check = _only(table["check"], path, ("on", "found", "declined"))
    declined = check.get("declined", False)
    if not isinstance(declined, bool):
        raise MisfitError((*path, "declined"), show_value(declined), "true or false")
    if set(check) == {"declined"}:
        return None, "", declined
    found = check.get("found")
    if found not in FOUND:
        raise MisfitError(
            (*path, "found"), _shown(found), join_words(tuple(map(show_value, FOUND)), "or")
        )
    return _date(check, path, "on"), "" if found == NOTHING else str(found), declined


def _told(name: str, entry: object, catalogue: Catalogue) -> ConditionAnswer:
    path = ("conditions", name)
    condition = catalogue.table("conditions").get(name)
    if condition is None:
        raise MisfitError(path, "an unknown condition", "one that presspoint conditions lists")
    told = _only(entry, path, ("told", "where"))
    where = told.get("where", [])
    if not isinstance(where, list) or len(where) > MOST_PLACES:
        raise MisfitError(
            (*path, "where"), show_value(where), f"a list of at most {MOST_PLACES} places"
        )
    if where and not takes_place(condition):
        raise MisfitError((*path, "where"), "a place", "none: this condition is not local")
    return ConditionAnswer(
        name, _date(told, path, "told"), tuple(_where(each, name, catalogue) for each in where)
    )


def _where(text: object, condition: str, catalogue: Catalogue) -> BodyPlace:
    """The place; one told by a code of an own file stays told when that file is gone."""
    given = text if isinstance(text, str) else ""
    try:
        return parse_body_place(given, condition, catalogue)
    except PresspointError:
        if where := place_of_missing_file(given, catalogue):
            return where
        path = ("conditions", condition, "where")
        raise MisfitError(path, show_value(text), "a side, a region or a code, in quotes") from None


def _rest(code: str, entry: object) -> Rest:
    path = ("rests", code)
    if not re.fullmatch(CODE, code):
        raise MisfitError(path, "no code", "a code such as BL23")
    rest = _only(entry, path, ("until", "because"))
    because = rest.get("because", "")
    if "because" in rest and not _is_reason(because):
        wanted = f"one line of 1 to {LONGEST_REASON} characters"
        raise MisfitError((*path, "because"), show_value(because), wanted)
    return Rest(code, _date(rest, path, "until"), str(because))


def _check_spelling(codes: list[str], catalogue: Catalogue) -> None:
    """Refuse "bl23", which would rest nothing; a code of an own file that is away may stay."""
    if len(codes) > MOST_RESTS:
        raise MisfitError(("rests",), f"{len(codes)} places", f"at most {MOST_RESTS}")
    unknown = [code for code in codes if not is_code(code, catalogue)]
    known = codes_by_key(catalogue) if unknown else {}
    for code in unknown:
        if key(code) in known:
            raise MisfitError(("rests", code), "another spelling", known[key(code)])


def _is_reason(value: object) -> bool:
    return (
        isinstance(value, str)
        and len(value) <= LONGEST_REASON
        and value.strip() != ""
        and value.splitlines() == [value]
    )


def _date(table: Table, path: Path, name: str) -> date:
    value = table.get(name)
    if type(value) is not date:  # a date with a time is a date too
        raise MisfitError((*path, name), _shown(value), "a date such as 2026-11-21")
    return value


def _entries(table: Table, name: str) -> Iterator[tuple[str, object]]:
    if name in table:
        yield from _only(table[name], (name,)).items()


def _only(value: object, path: Path, known: tuple[str, ...] = ()) -> Table:
    """The value, if it is a table with something in it and nothing but known keys, where named."""
    if not isinstance(value, dict):
        raise MisfitError(path, show_value(value), "a table")
    if path and not value:
        raise MisfitError(path, "nothing in it", "at least one entry")
    for name in value:
        if known and name not in known:
            raise MisfitError((*path, name), "an unknown key", join_words(known, "or"))
    return value


def _shown(value: object) -> str:
    return "no value" if value is None else show_value(value)
