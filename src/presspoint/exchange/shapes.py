"""What may stand under a key of a record that somebody brings: its type, its range, its size."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

Parse = Callable[[Any], Any]
Table = Mapping[str, Any]
DAY_SECONDS = 86_400
FIRST_YEAR, LAST_YEAR = 1970, 2199
LONGEST_TEXT, LONGEST_CODE, LONGEST_ID = 2000, 100, 100
MOST_ITEMS = 10_000
LARGEST = 2**53  # beyond it not every program reads the same whole number
SHOWN = 60  # characters of a value in an error
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d:\d\d", re.ASCII)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
ID = re.compile(r"[!-~]([ -~]*[!-~])?")


class RecordError(ValueError):
    """A record that is refused; its words are a sentence or two."""


class Shape(NamedTuple):
    """How the value of a key is parsed, which raises ValueError, and what it should be."""

    parse: Parse
    wanted: str


def read_keys(table: object, shapes: Mapping[str, Shape], place: str = "") -> dict[str, Any]:
    """Return the parsed values of the keys of a table, each of which has to be there.

    `place` is where the table stands in its record. Raises RecordError.
    """
    if not isinstance(table, dict):
        raise RecordError(f'"{place}" is {shown(table)}. It should be {{...}}.')
    for key, shape in shapes.items():
        if key not in table:
            raise RecordError(f'"{place}{key}" is missing. It should be {shape.wanted}.')
    return {key: read_key(table, key, shape, place) for key, shape in shapes.items()}


def read_key(table: Table, key: str, shape: Shape, place: str = "") -> Any:  # noqa: ANN401  # any
    """Return the parsed value of a key that is there. Raises RecordError."""
    try:
        return shape.parse(table[key])
    except RecordError:
        raise
    except ValueError:
        found = shown(table[key])
        raise RecordError(f'"{place}{key}" is {found}. It should be {shape.wanted}.') from None


def shown(value: object) -> str:
    """Return the beginning of a value as JSON, or as near as it comes."""
    try:
        text = json.dumps(value)
    except (ValueError, RecursionError):
        text = "too large a value"
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 3]}..."


def text(value: object, longest: int = LONGEST_TEXT) -> str:
    """Return a text that can be stored and read back. Raises ValueError."""
    if not isinstance(value, str) or len(value) > longest or "\0" in value:
        raise ValueError
    if not value.isascii():
        value.encode()  # half of a pair of surrogates is no character
    return value


def code(value: object) -> str:
    """Return one word, as codes and ids of conditions are. Raises ValueError."""
    word = text(value, LONGEST_CODE)
    if word.split() != [word]:
        raise ValueError
    return word


def record_id(value: object) -> str:
    """Return the id of a session or an entry. Raises ValueError."""
    name = text(value, LONGEST_ID)
    if not ID.fullmatch(name):
        raise ValueError
    return name


def seconds(value: object) -> float:
    """Return seconds, a day of them at most. Raises ValueError."""
    if type(value) not in {int, float} or not 0 <= value <= DAY_SECONDS:  # type: ignore[operator]
        raise ValueError
    return float(value) + 0.0  # type: ignore[arg-type]  # -0.0 is 0.0


def number(value: object) -> float:
    """Return a number that is no larger than any of ours. Raises ValueError."""
    if type(value) not in {int, float} or not -LARGEST <= value <= LARGEST:  # type: ignore[operator]
        raise ValueError
    return value  # type: ignore[return-value]


def moment(value: object) -> str:
    """Return an ISO 8601 moment with its zone, as the history has them. Raises ValueError."""
    words = text(value, 40)
    if not MOMENT.fullmatch(words):
        raise ValueError
    if not FIRST_YEAR <= datetime.fromisoformat(words).year <= LAST_YEAR:
        raise ValueError
    return words


def day(value: object) -> str:
    """Return a date, as text. Raises ValueError."""
    words = text(value, 10)
    if not DAY.fullmatch(words):
        raise ValueError
    if not FIRST_YEAR <= date.fromisoformat(words).year <= LAST_YEAR:
        raise ValueError
    return words


def flag(value: object) -> bool:
    """Return true or false. Raises ValueError."""
    if not isinstance(value, bool):
        raise ValueError
    return value


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

    return Shape(parse, f"a list, each of it {shape.wanted}")


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
            f'"{place}{other[:SHOWN]}" is a key that this presspoint does not know. Install the '
            "newest one, which may."
        )
    return values


def or_null(shape: Shape) -> Shape:
    """Return the shape of a value that nobody may know."""
    return Shape(
        lambda value: None if value is None else shape.parse(value), f"{shape.wanted}, or null"
    )


TEXT = Shape(text, f"a text of at most {LONGEST_TEXT} characters")
CODE = Shape(code, f"a word of at most {LONGEST_CODE} characters")
RECORD_ID = Shape(record_id, f"an id of at most {LONGEST_ID} letters and digits")
SECONDS = Shape(seconds, f"seconds from 0 to {DAY_SECONDS}")
MOMENT_SHAPE = Shape(
    moment, f"a moment with its zone, {FIRST_YEAR} to {LAST_YEAR}, such as 2026-11-21T07:30:00+01:00"
)
DAY_SHAPE = Shape(day, f"a day, {FIRST_YEAR} to {LAST_YEAR}, such as 2026-11-21")
NUMBER = Shape(number, "a number")
FLAG = Shape(flag, "true or false")
PAIN = whole(0, 10)
SIDE = or_null(one_of(("left", "right", "both", "midline")))
