"""What was typed for a setting: its name, and its value by code or by name."""

from presspoint.errors import UsageError
from presspoint.names.spelling import key
from presspoint.run.arguments.names import match_name
from presspoint.settings import DAY_STARTS, NONE, RANGES, TEXTS, VALUES, may_be_none, range_words
from presspoint.words import printable


def match_setting(typed: str) -> str:
    """Return the name of a setting. Raises UsageError with the nearest names."""
    return match_name({key(name): name for name in VALUES}, typed, "presspoint settings")


def match_value(name: str, typed: str, option: str, extra: tuple[str, ...] = ()) -> str:
    """Return a setting's value, or one of `extra`, for its code or name. Raises UsageError."""
    words = VALUES[name]
    codes = {key(code): code for code in (*words, *extra)}
    return match_name(codes | {key(words[code]): code for code in words}, typed, option)


def parse_value(name: str, typed: str) -> str | int:
    """Return the value that was typed for a setting; empty for none. Raises UsageError."""
    if name in RANGES:
        return _parse_number(name, typed)
    if name in TEXTS:
        return _parse_text(name, typed)
    value = match_value(name, typed, name, (NONE,) if may_be_none(name) else ())
    return "" if value == NONE else value


def _parse_text(name: str, typed: str) -> str:
    text = typed.strip()
    if text.casefold() == NONE:
        return ""
    if not (text.isprintable() and 0 < len(text) <= TEXTS[name].most):
        raise UsageError(f"{name} takes {range_words(name)}, or {NONE}.")
    return text


def _parse_number(name: str, typed: str) -> int:
    number = typed.strip().removesuffix("%").rstrip()
    if name == DAY_STARTS:
        number = number.removesuffix(":00")
    is_number = number.isascii() and number.isdigit() and len(number) < 4
    if not (is_number and int(number) <= RANGES[name].most):
        shown = printable(typed, limit=60)
        raise UsageError(f'{name} cannot be "{shown}". Choose {range_words(name)}.')
    return int(number)
