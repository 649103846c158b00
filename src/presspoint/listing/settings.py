"""The settings as lines of text and as a JSON document."""

from collections.abc import Iterator, Mapping
from typing import Any

from presspoint.settings import NONE, RANGES, TEXTS, VALUES, may_be_none
from presspoint.words import join_words


def setting_lines(values: Mapping[str, str | int]) -> Iterator[str]:
    """Yield a line for each setting: its value, and the values that it takes."""
    for name, value in values.items():
        yield f"{name}: {_words(name, value)}. You can choose {_range(name)}."


def settings_document(values: Mapping[str, str | int]) -> dict[str, Any]:
    """Return the document of `settings --json`; null stands for a setting that is not set."""
    return {"settings": {name: None if value == "" else value for name, value in values.items()}}


def _words(name: str, value: str | int) -> str:
    return NONE if value == "" else _value(name, value)


def _value(name: str, value: str | int) -> str:
    if name in RANGES:
        return f"{value} {RANGES[name].unit}"
    if name in TEXTS:
        return str(value)
    return f"{value} ({VALUES[name][str(value)]})"


def _range(name: str) -> str:
    """The values of a setting: "fr (French), de (German), or none"."""
    if name in RANGES:
        return f"from 0 to {RANGES[name].most}"
    if name in TEXTS:
        return f"{TEXTS[name].unit}, or {NONE}"
    every = tuple(_value(name, value) for value in VALUES[name])
    return join_words((*every, NONE) if may_be_none(name) else every, "or")
