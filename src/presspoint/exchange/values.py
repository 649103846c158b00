"""Values of a record that somebody brings, each of one type, range and size, or refused."""

import re
from datetime import date, time

DAY_SECONDS = 86_400
FIRST_YEAR, LAST_YEAR = 1800, 2199  # a clock may have been wrong by much
LONGEST_TEXT, LONGEST_CODE, LONGEST_ID = 2000, 100, 100
MOST_TOTAL = 100  # of any questionnaire
LARGEST = 2**53  # beyond it not every program reads the same whole number
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d:\d\d", re.ASCII)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
ID = re.compile(r"[!-~]([ -~]*[!-~])?")


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


def score(value: object) -> float:
    """Return the total of a questionnaire. Raises ValueError."""
    if not 0 <= number(value) <= MOST_TOTAL:
        raise ValueError
    return number(value)


def moment(value: object) -> str:
    """Return an ISO 8601 moment with its zone, as the history has them. Raises ValueError."""
    words = text(value, 40)
    if not MOMENT.fullmatch(words):
        raise ValueError
    day(words[:10])
    time.fromisoformat(words[11:])
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
