"""The settings as lines of text and as a JSON document."""

from collections.abc import Iterator, Mapping
from typing import Any

from presspoint.settings import NONE, RANGES, TEXTS, UNSET, VALUES, Value, is_unset, may_be_none
from presspoint.words import join_words

CHOICES = "presspoint settings NAME shows what you can choose for it."


def setting_rows(values: Mapping[str, Value]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each setting: its name, its value, and what that means."""
    for name, value in values.items():
        number = name in RANGES or name in TEXTS
        if is_unset(name, value):
            meaning = UNSET[name]
        else:
            meaning = "" if number else VALUES[name][str(value)]
        yield name, _words(name, value) if number else str(value) or NONE, meaning


def setting_line(name: str, value: Value) -> str:
    """Return a setting's value, and the values that it takes."""
    now = str(value) or NONE if VALUES[name] else _words(name, value)
    return f"{name}: {now}. You can choose {_range(name)}."


def change_line(name: str, value: Value, before: Value) -> str:
    """Return what a change of a setting comes to, and what it was before."""
    if value == before:
        return f"No change. {name}: {_words(name, value)}."
    return f"Saved. {name}: {_words(name, value)}. Before: {_words(name, before)}."


def settings_document(values: Mapping[str, Value]) -> dict[str, Any]:
    """Return the document of `settings --json`; null stands for a setting that is not set."""
    known = {name: None if is_unset(name, value) else value for name, value in values.items()}
    return {"settings": known}


def _words(name: str, value: Value) -> str:
    return NONE if is_unset(name, value) else _value(name, value)


def _value(name: str, value: Value) -> str:
    if name in RANGES:
        return f"{value} {RANGES[name].unit}"
    if name in TEXTS:
        return str(value)
    return f"{value} ({VALUES[name][str(value)]})"


def _range(name: str) -> str:
    """The values of a setting: "fr (French), de (German), or none"."""
    if name in RANGES:
        numbers = RANGES[name].words
        return f"{numbers}, or {NONE}" if may_be_none(name) else numbers
    if name in TEXTS:
        return f"{TEXTS[name].unit}, or {NONE}"
    every = tuple(_value(name, value) for value in VALUES[name])
    return join_words((*every, NONE) if may_be_none(name) else every, "or")
