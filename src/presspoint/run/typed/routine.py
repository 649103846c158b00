"""What was typed about a routine: its name, its choices, its pace, or that one goes on."""

from __future__ import annotations

from presspoint import clock
from presspoint.catalogue.routines import Routine, choice, routine
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError, UsageError
from presspoint.names.lookup import did_you_mean, nearest
from presspoint.names.spelling import key
from presspoint.session.records import SessionRecord
from presspoint.storage.history.recent import find_interrupted
from presspoint.words import join_words, printable


def find_routine(catalogue: Catalogue, name: str) -> Routine:
    """Return a routine by its name in any case. Raises PresspointError with the nearest names."""
    names = {key(each): each for each in catalogue.ids("routines")}
    if key(name) in names:
        return routine(catalogue, names[key(name)])
    hint = did_you_mean(nearest(name, names)) or " presspoint routine lists them."
    raise PresspointError(f'No routine called "{printable(name, limit=60)}".{hint}')


def interrupted_session(name: str | None) -> SessionRecord:
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
