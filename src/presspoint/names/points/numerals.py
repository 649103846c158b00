"""Numbers that are no digits: Roman ones ("LI IV"), and words ("Large Intestine four")."""

import re

ROMAN_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx")
ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty")
ONES = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
SHORTEST_LETTERS = 2  # "S V" may be anything


def in_digits(typed: str) -> str:
    """Return letters and a number in digits; empty where no number ends `typed`."""
    words = re.split(r"[ .-]+", typed.strip().casefold())
    for size in (2, 1):
        letters, number = " ".join(words[:-size]), _NUMBERS.get("".join(words[-size:]))
        if number and len(letters) >= SHORTEST_LETTERS:
            return f"{letters} {number}"
    return ""


def _numbers() -> dict[str, int]:
    numbers = dict(zip(TEENS, range(11, 20), strict=True))
    for tens, ones in ((ROMAN_TENS, ROMAN_ONES), (TENS, ONES)):
        for ten, ten_word in enumerate(tens):
            numbers |= {ten_word + word: 10 * ten + one for one, word in enumerate(ones)}
    return numbers


_NUMBERS = _numbers()
