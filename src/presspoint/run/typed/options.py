"""What was typed for a run: its routine and choices, warning signs, conditions and places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from presspoint import clock
from presspoint.catalogue.routines import Routine, choice, routine
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError, UsageError
from presspoint.names.spelling import key
from presspoint.run.typed.names import catalogue_names, match_name
from presspoint.safety.profile import BodyPlace, ConditionAnswer
from presspoint.session.records import SessionRecord
from presspoint.storage.history.recent import find_interrupted
from presspoint.words import join_words, printable


def find_routine(catalogue: Catalogue, name: str) -> Routine:
    """Return a routine by its name in any case. Raises PresspointError with the nearest names."""
    names = {key(each): each for each in catalogue.ids("routines")}
    if key(name) in names:
        return routine(catalogue, names[key(name)])
    from presspoint.names.lookup import did_you_mean, nearest  # not on the way of a known name

    hint = did_you_mean(nearest(name, names)) or " presspoint routine lists them."
    raise PresspointError(f'No routine called "{printable(name, limit=60)}".{hint}')


def session_to_resume(name: str | None) -> SessionRecord:
    """Return the session to go on with, of the routine `name` if that was typed.

    Raises PresspointError where there is none, or only one of another routine.
    """
    record = find_interrupted(clock.epoch_seconds())
    if record is None:
        raise PresspointError(
            "No session of the last day was interrupted. presspoint routine lists the routines."
        )
    if name and key(name) != key(record.routine):
        raise PresspointError(
            f"The session that was interrupted is one of {record.routine}, not of "
            f"{printable(name, limit=60)}. presspoint routine --resume goes on with it."
        )
    return record


def check_choice(catalogue: Catalogue, name: str, value: str) -> None:
    """Raise UsageError where a choice of a routine has no such value."""
    values = tuple(choice(catalogue, name).values)
    if value not in values:
        shown = printable(value, limit=60)
        raise UsageError(f'--{name} does not know "{shown}". It takes {join_words(values, "or")}.')


def parse_condition(catalogue: Catalogue, typed: str, option: str, today: date) -> ConditionAnswer:
    """Return "NAME" or "NAME=WHERE,WHERE" ("inflamed-skin=left knee,BL23") as an answer of today.

    Raises UsageError for an unknown name or place, and for a place where the condition has none.
    """
    typed_name, equals, places = typed.partition("=")
    name = match_name(catalogue_names(catalogue, "conditions"), typed_name, option)
    try:
        where = _parse_places(catalogue, name, places.split(",")) if equals else []
    except PresspointError as problem:
        raise UsageError(f"{option} {name}: {problem}") from None
    return ConditionAnswer(name, today, tuple(dict.fromkeys(where)))


def parse_signs(catalogue: Catalogue, typed: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of warning signs. Raises UsageError for an unknown name."""
    names = catalogue_names(catalogue, "red_flags")
    return tuple(match_name(names, each, "--red-flag") for each in typed)


def find_duplicate(answers: Iterable[ConditionAnswer]) -> str:
    """Return the first condition that is answered twice; empty without one."""
    names = [each.name for each in answers]
    return next((name for name in names if names.count(name) > 1), "")


def _parse_places(catalogue: Catalogue, condition: str, typed: Iterable[str]) -> list[BodyPlace]:
    from presspoint.safety.body_places import parse_body_place  # few conditions have a place

    return [parse_body_place(each, condition, catalogue) for each in typed]
