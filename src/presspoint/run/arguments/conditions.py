"""A condition by a name that was typed: its own, an everyday one, or that of a medicine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presspoint.catalogue.safety_warnings import red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, PresspointError, UsageError, WarningFirstError
from presspoint.names.spelling import key
from presspoint.words import echo, join_words

if TYPE_CHECKING:
    from presspoint.names.conditions import ConditionReading


def match_condition(catalogue: Catalogue, typed: str, what: str) -> str:
    """Return the id of the one condition that a name means, given for an option or alone.

    Raises UsageError for a name of several or of none, WarningFirstError for a warning sign.
    """
    spellings = catalogue.spellings("conditions")
    ids = {key(spelling): name for name, each in spellings for spelling in each}
    if key(typed) in ids:
        return ids[key(typed)]
    from presspoint.names.conditions import read_condition  # not on the way of an id
    from presspoint.storage.catalogue_file import load_names

    reading = read_condition(load_names(), typed)
    if reading.is_sure:
        return reading.conditions[0]
    if not (reading.conditions or reading.signs):
        raise _unknown_error(catalogue, typed, what)
    shown = f'"{echo(typed)}"'
    if len(reading.signs) == 1 and not (reading.conditions or reading.is_doubtful):
        raise _sign_error(catalogue, shown, reading.signs[0])
    raise UsageError(_which_question(catalogue, shown, reading))


def _unknown_error(catalogue: Catalogue, typed: str, what: str) -> PresspointError:
    """That there is no such condition; what to do first where the words are of a warning sign."""
    from presspoint.names.conditions import every_name, slips_of  # as above
    from presspoint.names.likeness import did_you_mean, no_such
    from presspoint.names.warnings import find_warning
    from presspoint.storage.catalogue_file import load_names

    ids = (name for name, _ in catalogue.spellings("conditions"))
    slips = slips_of(typed, (*ids, *every_name(load_names())))
    if not slips and (warning := find_warning(catalogue, typed)):
        return WarningFirstError(warning.text, warning.id, warning.level, ExitCode.USAGE)
    hint = did_you_mean(slips) or " presspoint conditions lists them all."
    return UsageError(f"{no_such(typed, what)}{hint}")


def _sign_error(catalogue: Catalogue, shown: str, name: str) -> WarningFirstError:
    """What to do about a warning sign that was given as a condition."""
    flag = dict(red_flags(catalogue))[name]
    sentence = f"{shown} is {_sign(catalogue, name)}. It stops every routine. {flag.action}"
    return WarningFirstError(sentence, name, flag.level, ExitCode.USAGE)


def _which_question(catalogue: Catalogue, shown: str, reading: ConditionReading) -> str:
    """What a name can mean, and what to give instead of it."""
    conditions, signs, is_doubtful = reading
    meanings = [f"{name} ({_title(catalogue.title('conditions', name))})" for name in conditions]
    meanings += [_sign(catalogue, name) for name in signs]
    can = "may mean" if is_doubtful else "can mean"
    otherwise = " If it is none of these, leave it out." if is_doubtful else ""
    return f"{shown} {can} {join_words(tuple(meanings), 'or')}. Type the one that it is.{otherwise}"


def _sign(catalogue: Catalogue, name: str) -> str:
    title = _title(catalogue.title("red_flags", name))
    return f"the warning sign {name} ({title}; give it with --red-flag {name})"


def _title(title: str) -> str:
    return title[:1].lower() + title[1:]
