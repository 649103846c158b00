"""A person's settings: how names are read, and what a session sounds like."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from presspoint.errors import PresspointError
from presspoint.words import join_words, printable

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
STEP, LOUDEST = 20, 100  # per cent
VOLUME = "volume"  # the one setting that takes a number: per cent
VALUES: Mapping[str, Mapping[str, str]] = {
    "language": LANGUAGES,
    "bladder-numbers": NUMBERS,
    "voice": {"on": "words are spoken", "off": "tones only"},
    VOLUME: {},
    "pace": {
        "slow": "more time to move and change sides",
        "normal": "as planned",
        "brisk": "less time to move and change sides",
    },
    "breath": {"on": "a soft tone leads the breath in holds", "off": "no tone for the breath"},
    "record": {"on": "the sound of a session is kept in a file", "off": "no sound is kept"},
    "loudspeaker": {
        "normal": "heard from the first moment",
        "slow": "takes up to two seconds to wake after a silence",
    },
}
NONE = "none"
KINDS = {dict: "a table", list: "a list", bool: "a truth value", int: "a number", float: "a number"}


class Settings(NamedTuple):
    """Every setting under its name; the language and the Bladder numbers are empty until set."""

    language: str = ""
    bladder_numbers: str = ""
    voice: str = "on"
    volume: int = 80
    pace: str = "normal"
    breath: str = "off"
    record: str = "off"
    loudspeaker: str = "normal"


DEFAULTS = Settings()


def from_table(table: Mapping[str, object], origin: str) -> Settings:
    """Return the settings of a parsed file. Raises PresspointError, which names file and key."""
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name not in VALUES:
            raise _wrong_value(f"{origin}: key", name, VALUES)
        if name == VOLUME and type(value) is int and 0 <= value <= LOUDEST:
            values[name] = value
        elif isinstance(value, str) and value in VALUES[name]:
            values[name.replace("-", "_")] = value
        else:
            raise _wrong_value(f"{origin}: {name}", value, VALUES[name])
    return Settings(**values)


def to_table(settings: Settings) -> dict[str, str | int]:
    """Return the settings that differ from the defaults, under their names in the file."""
    defaults = values_by_name(DEFAULTS)
    pairs = values_by_name(settings).items()
    return {name: value for name, value in pairs if value != defaults[name]}


def values_by_name(settings: Settings) -> dict[str, str | int]:
    """Return every setting's value under its name in the file; empty where it is not set."""
    return dict(zip(VALUES, settings, strict=True))


def with_value(settings: Settings, name: str, value: str | int) -> Settings:
    """Return the settings with one of them set to a value of VALUES, or cleared by ""."""
    return Settings(**{**settings._asdict(), name.replace("-", "_"): value})


def may_be_none(name: str) -> bool:
    """Whether a setting may have no value."""
    return values_by_name(DEFAULTS)[name] == ""


def _wrong_value(place: str, found: object, wanted: Mapping[str, object]) -> PresspointError:
    kind = KINDS.get(type(found), "a date or time")
    value = f'"{printable(found, limit=60)}"' if isinstance(found, str) else kind
    values = join_words(tuple(wanted), "or") or f"a whole number from 0 to {LOUDEST}"
    return PresspointError(f"{place}: found {value}, wanted {values}.")
