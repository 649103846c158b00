"""What was typed about a person -> what is kept of it: a condition and where, a place by name."""

from __future__ import annotations

from datetime import date

from presspoint.catalogue import Catalogue
from presspoint.errors import PresspointError, UsageError
from presspoint.profile import Told
from presspoint.readings import Reading


def told(catalogue: Catalogue, given: str, option: str, today: date) -> Told:
    """Return "NAME" or "NAME=WHERE,WHERE" ("inflamed-skin=left knee,BL23") as told today.

    Raises UsageError for an unknown name or place, and for a place where there is none to tell.
    """
    from presspoint.cli.names import known
    from presspoint.whereabouts import where_of

    typed, equals, places = given.partition("=")
    name = known(catalogue, "conditions", typed, option) or typed
    try:
        where = [where_of(each, name, catalogue) for each in places.split(",") if equals]
    except PresspointError as problem:
        raise UsageError(f"{option} {name}: {problem}") from None
    return Told(name, today, tuple(dict.fromkeys(where)))


def point_named(catalogue: Catalogue, typed: str) -> Reading:
    """Return a reading with one meaning, settled by the settings where a name has several.

    Raises PresspointError with what there is, or with what the name can mean.
    """
    from presspoint.asking import decided, deciding, question, unknown
    from presspoint.cli.settings import settings_for
    from presspoint.codes import resolve

    reading = resolve(catalogue, typed)
    if not reading.meanings:
        raise PresspointError(unknown(catalogue, typed))
    if reading.sure:
        return reading
    settings = settings_for(deciding(reading), None)
    reading = decided(reading, typed, settings)
    if not reading.sure:
        raise PresspointError(question(catalogue, typed, reading, settings))
    return reading


def reason(typed: str, option: str) -> str:
    """Return a reason as one line that a file can hold. Raises UsageError where it is too long."""
    from presspoint.profile_table import LONGEST_REASON

    line = " ".join(typed.split()).encode(errors="backslashreplace").decode()
    if len(line) > LONGEST_REASON:
        raise UsageError(f"{option} takes {LONGEST_REASON} characters at most: shorten it.")
    return line
