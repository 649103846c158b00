"""What was typed about a person -> what is kept of it: a condition and where, a place by name."""

from __future__ import annotations

from datetime import date

from presspoint.catalogue.tables import Catalogue, Kind
from presspoint.errors import PresspointError, UsageError
from presspoint.names.lookup import did_you_mean, nearest
from presspoint.names.readings import Reading
from presspoint.names.spelling import key
from presspoint.safety.profile import ConditionAnswer
from presspoint.settings import Settings
from presspoint.words import join_words, printable


def told(catalogue: Catalogue, given: str, option: str, today: date) -> ConditionAnswer:
    """Return "NAME" or "NAME=WHERE,WHERE" ("inflamed-skin=left knee,BL23") as told today.

    Raises UsageError for an unknown name or place, and for a place where there is none to tell.
    """
    from presspoint.safety.body_places import parse_body_place

    typed, equals, places = given.partition("=")
    name = known(catalogue, "conditions", typed, option) or typed
    try:
        where = [parse_body_place(each, name, catalogue) for each in places.split(",") if equals]
    except PresspointError as problem:
        raise UsageError(f"{option} {name}: {problem}") from None
    return ConditionAnswer(name, today, tuple(dict.fromkeys(where)))


def point_named(catalogue: Catalogue, typed: str) -> Reading:
    """Return a reading with one meaning, settled by the settings where a name has several.

    Raises PresspointError with what there is, or with what the name can mean.
    """
    from presspoint.names.ambiguity import (
        apply_settings,
        deciding_settings,
        unknown_name,
        which_question,
    )
    from presspoint.names.lookup import resolve

    reading = resolve(catalogue, typed)
    if not reading.meanings:
        raise PresspointError(unknown_name(catalogue, typed))
    if reading.is_sure:
        return reading
    settings = settings_for(deciding_settings(reading), None)
    reading = apply_settings(reading, typed, settings)
    if not reading.is_sure:
        raise PresspointError(which_question(catalogue, typed, reading, settings))
    return reading


def reason(typed: str, option: str) -> str:
    """Return a reason as one line that a file can hold. Raises UsageError where it is too long."""
    from presspoint.safety.profile_table import LONGEST_REASON

    line = " ".join(typed.split()).encode(errors="backslashreplace").decode()
    if len(line) > LONGEST_REASON:
        raise UsageError(f"{option} takes {LONGEST_REASON} characters at most: shorten it.")
    return line


def known(catalogue: Catalogue, kind: Kind, given: str | None, option: str) -> str | None:
    """Return an id of a closed list for its id, its title or another name; None for None.

    Raises UsageError with the nearest names.
    """
    names = {
        key(spelling): name
        for name, spellings in catalogue.spellings(kind)
        for spelling in spellings
    }
    return one_of(names, given, option)


def known_all(
    catalogue: Catalogue, kind: Kind, given: str | None, option: str
) -> frozenset[str] | None:
    """Return every id that a word stands for: "ball" is each kind of ball; None for None.

    Raises UsageError with the nearest names.
    """
    if given is None:
        return None
    found = frozenset(
        name for name, spellings in catalogue.spellings(kind) if key(given) in map(key, spellings)
    )
    return found or frozenset({known(catalogue, kind, given, option) or ""})


def one_of(names: dict[str, str], given: str | None, option: str) -> str | None:
    """Return what `given` stands for among normalised names. Raises UsageError."""
    if given is None or key(given) in names:
        return given if given is None else names[key(given)]
    offered = tuple(dict.fromkeys(names.values()))
    hint = did_you_mean(nearest(given, names)) or f" It takes {join_words(offered, 'or')}."
    raise UsageError(f'{option} does not know "{printable(given, limit=60)}".{hint}')


def settings_for(names: tuple[str, ...], language: str | None) -> Settings:
    """Return the settings that decide a name, `language` before the one on disk.

    Nothing is read where `language` is the only one that could decide, or none is.
    """
    from presspoint.storage.settings_file import read_settings

    needed = set(names) - ({"language"} if language else set())
    settings = read_settings() if needed else Settings()
    return settings._replace(language=language) if language else settings
