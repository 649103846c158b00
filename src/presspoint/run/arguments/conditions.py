"""A condition by a name that was typed: its own, an everyday one, or that of a medicine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presspoint.catalogue.safety_warnings import red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import UsageError
from presspoint.names.spelling import key
from presspoint.words import echo, join_words

if TYPE_CHECKING:
    from presspoint.names.conditions import ConditionReading


def match_condition(catalogue: Catalogue, typed: str, what: str) -> str:
    """Return the id of the one condition that a name means, given for an option or alone.

    Raises UsageError for a name of several, of a warning sign, or of none.
    """
    spellings = tuple(catalogue.spellings("conditions"))
    ids = {key(spelling): name for name, each in spellings for spelling in each}
    if key(typed) in ids:
        return ids[key(typed)]
    from presspoint.names.conditions import (  # not on the way of an id
        every_name,
        read_condition,
        slips_of,
    )
    from presspoint.names.likeness import did_you_mean, no_such
    from presspoint.names.warnings import warning_for
    from presspoint.storage.catalogue_file import load_names

    names = load_names()
    reading = read_condition(names, typed)
    if reading.is_sure:
        return reading.conditions[0]
    shown = f'"{echo(typed)}"'
    if not (reading.conditions or reading.signs):
        slips = slips_of(typed, (*(name for name, _ in spellings), *every_name(names)))
        warning = "" if slips else warning_for(catalogue, typed)
        hint = did_you_mean(slips) or " presspoint conditions lists them all."
        raise UsageError(warning or f"{no_such(typed, what)}{hint}")
    raise UsageError(_which_question(catalogue, shown, reading))


def _which_question(catalogue: Catalogue, shown: str, reading: ConditionReading) -> str:
    """What a name can mean, and what to give instead of it."""
    conditions, signs, is_doubtful = reading
    meanings = [f"{name} ({_title(catalogue.title('conditions', name))})" for name in conditions]
    meanings += [
        f"the warning sign {name} ({_title(catalogue.title('red_flags', name))}; give it with "
        f"--red-flag {name})"
        for name in signs
    ]
    if len(meanings) == 1 and signs and not is_doubtful:
        action = dict(red_flags(catalogue))[signs[0]].action
        return f"{shown} is {meanings[0]}. It stops every routine. {action}"
    can = "may mean" if is_doubtful else "can mean"
    otherwise = " If it is none of these, leave it out." if is_doubtful else ""
    return f"{shown} {can} {join_words(tuple(meanings), 'or')}. Type the one that it is.{otherwise}"


def _title(title: str) -> str:
    return title[:1].lower() + title[1:]
