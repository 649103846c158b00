"""What a person set once and for all: how a name with several readings is to be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from presspoint.errors import PresspointError
from presspoint.text import listed, printable

LANGUAGES = {
    "en": "English",
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "es": "Spanish",
    "pt": "Portuguese",
    "ca": "Catalan",
}
NUMBERS = {"who": "WHO's numbers", "old": "old numbers"}
VALUES: Mapping[str, Mapping[str, str]] = {"language": LANGUAGES, "bladder-numbers": NUMBERS}
NONE = "none"
KINDS = {dict: "a table", list: "a list", bool: "a truth value", int: "a number", float: "a number"}


class Settings(NamedTuple):
    """The reader's language and which Bladder numbers a bare B has; empty where not set."""

    language: str = ""
    bladder_numbers: str = ""


def from_table(table: Mapping[str, object], origin: str) -> Settings:
    """Return the settings of a parsed file. Raises PresspointError, which names file and key."""
    for name, value in table.items():
        if name not in VALUES:
            raise _wrong(f"{origin}: key", name, VALUES)
        if not isinstance(value, str) or value not in VALUES[name]:
            raise _wrong(f"{origin}: {name}", value, VALUES[name])
    return Settings(**{name.replace("-", "_"): str(value) for name, value in table.items()})


def to_table(settings: Settings) -> dict[str, str]:
    """Return the settings that have a value, under their names in the file."""
    return {name: value for name, value in shown(settings).items() if value}


def shown(settings: Settings) -> dict[str, str]:
    """Return every setting's value under its name in the file; empty where not set."""
    return dict(zip(VALUES, settings, strict=True))


def changed(settings: Settings, name: str, value: str) -> Settings:
    """Return the settings with one of them set to a known value, or cleared by ""."""
    return Settings(**{**settings._asdict(), name.replace("-", "_"): value})


def _wrong(place: str, found: object, wanted: Mapping[str, object]) -> PresspointError:
    told = KINDS.get(type(found), "a date or time")
    if isinstance(found, str):
        told = f'"{printable(found, limit=60)}"'
    return PresspointError(f"{place}: found {told}, wanted {listed(tuple(wanted), 'or')}.")
