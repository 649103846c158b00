"""A profile <-> the tables of its file; a value that is not understood is refused, not skipped."""

from datetime import date

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.faults import show_value
from presspoint.safety import body_places
from presspoint.safety.answers import (
    AdviceAnswer,
    BodyPlace,
    ClinicianWord,
    ConditionAnswer,
    Rest,
)
from presspoint.safety.profile import Profile
from presspoint.safety.tables.values import MisfitError, Table, read_date, read_entries, read_table
from presspoint.words import join_words

MEND = "Correct it, or delete the file and run presspoint check."
TABLES = ("check", "conditions", "rests", "clinician", "advice")
NOTHING = "nothing"
URGENCIES: dict[str, Level | None] = {
    NOTHING: None,
    "emergency": Level.EMERGENCY,
    "same-day": Level.SAME_DAY,
    "soon": Level.SOON,
}
MOST_PLACES = 100


def read_profile_table(table: Table, origin: str, catalogue: Catalogue) -> Profile:
    """Return the profile of a parsed file. Raises PresspointError, which names file and key."""
    try:
        return profile_from_tables(table, catalogue)
    except MisfitError as misfit:
        raise PresspointError(f"{origin}: {misfit} {MEND}") from None


def profile_from_tables(table: Table, catalogue: Catalogue) -> Profile:
    """Return the profile of these tables. Raises MisfitError."""
    read_table(table, (), TABLES)
    profile = _read_check(table)
    answers = read_entries(table, "conditions")
    conditions = tuple(_read_condition(name, entry, catalogue) for name, entry in answers)
    return profile._replace(
        conditions=conditions,
        rests=_read_rests(table, catalogue),
        words=tuple(
            _read_word(name, entry, catalogue) for name, entry in read_entries(table, "clinician")
        ),
        advice=tuple(
            _read_advice(name, entry, catalogue) for name, entry in read_entries(table, "advice")
        ),
    )


def to_table(profile: Profile) -> dict[str, dict[str, object]]:
    """Return the tables of a profile, without those that would be empty."""
    found = profile.urgency or (NOTHING if profile.checked_on else "")
    conditions: dict[str, object] = {
        each.name: _without_empty(told=each.on, where=[where.words for where in each.where])
        for each in profile.conditions
    }
    rests: dict[str, object] = {
        each.code: _without_empty(
            until=each.until,
            because=each.because,
            answer=each.answer and each.answer.value,
            side=each.side,
            feeling_back=each.feeling_back,
        )
        for each in profile.rests
    }
    check = _without_empty(on=profile.checked_on, found=found, skipped=profile.check_skipped_on)
    words: dict[str, object] = {
        each.name: _without_empty(agreed=each.on, where=[where.words for where in each.where])
        for each in profile.words
    }
    advice: dict[str, object] = {each.name: {"on": each.on} for each in profile.advice}
    tables = {
        "check": check,
        "conditions": conditions,
        "rests": rests,
        "clinician": words,
        "advice": advice,
    }
    return {name: table for name, table in tables.items() if table}


def _without_empty(**values: object) -> dict[str, object]:
    """The values by their keys in the file, without the empty ones."""
    return {name: value for name, value in values.items() if value}


def _read_check(table: Table) -> Profile:
    """A profile of the day of the check, the urgency of its sign, the day it was skipped.

    `declined`, which version 0.1.0 wrote for good, counts as never asked.
    """
    if "check" not in table:
        return Profile()
    path = ("check",)
    check = read_table(table["check"], path, ("on", "found", "skipped", "declined"))
    declined = check.get("declined", False)
    if not isinstance(declined, bool):
        raise MisfitError((*path, "declined"), show_value(declined), "true or false")
    skipped_on = read_date(check, path, "skipped") if "skipped" in check else None
    if set(check) <= {"declined", "skipped"}:
        return Profile(check_skipped_on=skipped_on)
    found = check.get("found")
    if not isinstance(found, str) or found not in URGENCIES:
        wanted = join_words(tuple(map(show_value, URGENCIES)), "or")
        raise MisfitError((*path, "found"), show_value(found), wanted)
    return Profile(read_date(check, path, "on"), URGENCIES[found], skipped_on)


def _read_condition(name: str, entry: object, catalogue: Catalogue) -> ConditionAnswer:
    return ConditionAnswer(*_read_entry(("conditions", name), entry, "told", catalogue))


def _read_rests(table: Table, catalogue: Catalogue) -> tuple[Rest, ...]:
    if "rests" not in table:
        return ()
    from presspoint.safety.tables.rests import read_rests  # few profiles have any

    return read_rests(table, catalogue)


def _read_word(name: str, entry: object, catalogue: Catalogue) -> ClinicianWord:
    return ClinicianWord(*_read_entry(("clinician", name), entry, "agreed", catalogue))


def _read_advice(name: str, entry: object, catalogue: Catalogue) -> AdviceAnswer:
    path = ("advice", name)
    if not catalogue.has("advice", name):
        wanted = join_words(tuple(map(show_value, catalogue.ids("advice"))), "or")
        raise MisfitError(path, "unknown advice", wanted)
    return AdviceAnswer(name, read_date(read_table(entry, path, ("on",)), path, "on"))


def _read_entry(
    path: tuple[str, str], entry: object, day: str, catalogue: Catalogue
) -> tuple[str, date, tuple[BodyPlace, ...]]:
    """A condition, the day under the key `day`, and the places it is at."""
    name = path[1]
    if not catalogue.has("conditions", name):
        raise MisfitError(path, "an unknown condition", "one that presspoint conditions lists")
    answer = read_table(entry, path, (day, "where"))
    places = answer.get("where", [])
    if not isinstance(places, list) or len(places) > MOST_PLACES:
        wanted = f"a list of at most {MOST_PLACES} places"
        raise MisfitError((*path, "where"), show_value(places), wanted)
    if places and not condition(catalogue, name).may_have_place:
        raise MisfitError(
            (*path, "where"), "a place", "left out: this condition is not at one place"
        )
    where = tuple(_read_place(each, path, catalogue) for each in places)
    return name, read_date(answer, path, day), where


def _read_place(text: object, path: tuple[str, str], catalogue: Catalogue) -> BodyPlace:
    """The place that a text names; one by a code of an own file stays in force without the file."""
    words = text if isinstance(text, str) else ""
    try:
        return body_places.parse_body_place(words, path[1], catalogue)
    except PresspointError:
        if where := body_places.place_of_missing_file(words, catalogue):
            return where
        wanted = "a side, a part of the body or a code, in quotes"
        raise MisfitError((*path, "where"), show_value(text), wanted) from None
