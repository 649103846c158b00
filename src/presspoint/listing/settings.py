"""The settings as lines of text and as a JSON document."""

from collections.abc import Iterator, Mapping
from typing import Any

from presspoint.settings import NONE, RANGES, TEXTS, VALUES, may_be_none


def setting_lines(values: Mapping[str, str | int]) -> Iterator[str]:
    """Yield a line for each setting: its value, and the values that it takes."""
    for name, value in values.items():
        words = NONE if value == "" else _value(name, value)
        yield f"{name}: {words}; it takes {_range(name)}"


def settings_document(values: Mapping[str, str | int]) -> dict[str, Any]:
    """Return the document of `settings --json`; null stands for a setting that is not set."""
    return {"settings": {name: None if value == "" else value for name, value in values.items()}}


def _value(name: str, value: str | int) -> str:
    if name in RANGES:
        return f"{value} {RANGES[name].unit}"
    if name in TEXTS:
        return str(value)
    return f"{value} ({VALUES[name][str(value)]})"


def _range(name: str) -> str:
    """The values of a setting: "fr (French), de (German), or none"."""
    if name in RANGES:
        return f"0 to {RANGES[name].most}"
    if name in TEXTS:
        return f"{TEXTS[name].unit}, or {NONE}"
    every = ", ".join(_value(name, value) for value in VALUES[name])
    return f"{every}, or {NONE}" if may_be_none(name) else every
