"""What may stand under the keys of a record that somebody brings, and its keys read."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from presspoint.exchange import values
from presspoint.named_tuple import NamedTuple

Parse = Callable[[Any], Any]
Table = Mapping[str, Any]
MOST_ITEMS = 10_000
SHOWN = 60  # characters of a value in an error


class RecordError(ValueError):
    """A record that is refused; its words are a sentence or two."""


class Shape(NamedTuple):
    """How the value of a key is parsed, which raises ValueError, and what it should be."""

    parse: Parse
    words: str


def read_keys(table: object, shapes: Mapping[str, Shape], place: str = "") -> dict[str, Any]:
    """Return the parsed values of the keys of a table, each of which has to be there.

    `place` is where the table stands in its record. Raises RecordError.
    """
    if not isinstance(table, dict):
        raise RecordError(f'"{place}" is {excerpt(table)}. It should be {{...}}.')
    for key, shape in shapes.items():
        if key not in table:
            raise RecordError(f'"{place}{key}" is missing. It should be {shape.words}.')
    return {key: read_key(table, key, shape, place) for key, shape in shapes.items()}


def read_key(table: Table, key: str, shape: Shape, place: str = "") -> Any:  # noqa: ANN401  # any
    """Return the parsed value of a key that is there. Raises RecordError."""
    try:
        return shape.parse(table[key])
    except RecordError:
        raise
    except ValueError:
        found = excerpt(table[key])
        raise RecordError(f'"{place}{key}" is {found}. It should be {shape.words}.') from None


def excerpt(value: object) -> str:
    """Return the beginning of a value as JSON, or as near as it comes."""
    try:
        text = json.dumps(value)
    except (ValueError, RecursionError):
        text = "too large a value"
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 3]}..."


def whole(least: int, most: int) -> Shape:
    """Return the shape of a whole number between two, these included."""

    def parse(value: object) -> int:
        if type(value) is not int or not least <= value <= most:
            raise ValueError
        return value

    return Shape(parse, f"a whole number from {least} to {most}")


def one_of(values: Iterable[str]) -> Shape:
    """Return the shape of a word of a closed set."""
    words = tuple(map(str, values))

    def parse(value: object) -> str:
        if not isinstance(value, str) or value not in words:
            raise ValueError
        return value

    return Shape(parse, f"one of {', '.join(words)}")


def list_of(shape: Shape) -> Shape:
    """Return the shape of a list, as a tuple."""

    def parse(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) > MOST_ITEMS:
            raise ValueError
        return tuple(map(shape.parse, value))

    return Shape(parse, f"a list, each of it {shape.words}")


def tables_of(key: str, shapes: Mapping[str, Shape]) -> Shape:
    """Return the shape of a list of tables that have these keys and no other."""

    def parse(value: object) -> tuple[dict[str, Any], ...]:
        if not isinstance(value, list) or len(value) > MOST_ITEMS:
            raise ValueError
        places = (f"{key}[{number}]." for number in range(len(value)))
        return tuple(map(read_whole, value, [shapes] * len(value), places))

    return Shape(parse, "a list of {...}")


def read_whole(table: object, shapes: Mapping[str, Shape], place: str = "") -> dict[str, Any]:
    """Return what `read_keys` returns; RecordError also where the table has any other key."""
    values = read_keys(table, shapes, place)
    if isinstance(table, dict) and len(table) > len(shapes):
        other = next(key for key in table if key not in shapes)
        raise RecordError(
            f'"{place}{other[:SHOWN]}" is a key that this presspoint does not know. A newer one '
            "may."
        )
    return values


def or_null(shape: Shape) -> Shape:
    """Return the shape of a value that nobody may know."""
    return Shape(
        lambda value: None if value is None else shape.parse(value), f"{shape.words}, or null"
    )


SPAN = f"{values.FIRST_YEAR} to {values.LAST_YEAR}"
TEXT = Shape(values.text, f"a text of at most {values.LONGEST_TEXT} characters")
CODE = Shape(values.code, f"a word of at most {values.LONGEST_CODE} characters")
RECORD_ID = Shape(values.record_id, f"an id of at most {values.LONGEST_ID} letters and digits")
SECONDS = Shape(values.seconds, f"seconds from 0 to {values.DAY_SECONDS}")
MOMENT = Shape(values.moment, f"a moment with its zone, {SPAN}, such as 2026-11-21T07:30:00+01:00")
DAY = Shape(values.day, f"a day, {SPAN}, such as 2026-11-21")
FLAG = Shape(values.flag, "true or false")
PAIN = whole(0, 10)
SIDE = or_null(one_of(("left", "right", "both", "midline")))
