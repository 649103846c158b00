"""Words that are spoken and shown, and foreign text made harmless before it is printed."""

from datetime import date
from functools import lru_cache
from math import ceil

ZERO_WIDTH_JOINERS = "\u200c\u200d"
COMBINING_MARKS_PER_CHARACTER = 8
OTHER_SIDE = {"left": "right", "right": "left"}
LONG_WORD = 15  # characters, after which a word takes as long as two
# Scripts without spaces between words, or with long words between them, and how much of an English
# word each of their characters takes to say: Chinese; Japanese and Korean; Thai to Khmer.
SCRIPTS = (
    ("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]", 0.65),
    ("[\u1100-\u11ff\u3040-\u30ff\uac00-\ud7af\uff66-\uff9f]", 0.4),
    ("[\u0e00-\u109f\u1780-\u17ff\u1a20-\u1aaf]", 0.2),
)


def printable(text: str, limit: int = 500) -> str:
    r"""Return `text` with every control, format and unassigned character as a visible escape.

    `\x1b` stays readable as the four characters `\x1b`; the joiners that scripts and emoji need
    pass. Text longer than `limit` characters ends in an ellipsis; more than eight combining marks
    on one character are escaped too, as they can crash a terminal (CVE-2021-27135).
    """
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(text))


def echo(typed: str) -> str:
    """Return words as somebody typed them, harmless, in at most 60 characters."""
    return printable(typed.strip(), limit=60)


def printable_path(path: object) -> str:
    """Return the path of a file for a message, harmless, in at most 300 characters."""
    return printable(str(path), limit=300)


def _visible(text: str) -> list[str]:
    import unicodedata

    visible: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        if character not in ZERO_WIDTH_JOINERS:
            marks = marks + 1 if category in {"Mn", "Me"} else 0
        safe = character.isprintable() or category == "Zs" or character in ZERO_WIDTH_JOINERS
        if safe and marks <= COMBINING_MARKS_PER_CHARACTER:
            visible.append(character)
        else:
            visible.append(character.encode("unicode_escape", "surrogatepass").decode("ascii"))
    return visible


@lru_cache(maxsize=1024)  # the same sentences are laid out, said and waited for
def words_to_say(text: str) -> float:
    """Return how many English words a text is as long as; by characters where it has no spaces."""
    if text.isascii():
        return _words_between_spaces(text)
    import re

    words = 0.0
    for characters, words_a_character in SCRIPTS:
        text, number = re.subn(characters, " ", text)
        words += number * words_a_character
    between = (each for each in text.split() if not words or any(map(str.isalnum, each)))
    return words + _words_between_spaces(" ".join(between))


def _words_between_spaces(text: str) -> int:
    return sum(ceil(len(each) / LONG_WORD) for each in text.split())


def quantity(number: int, singular: str) -> str:
    """Return "1 hold", "2 holds"."""
    return f"{number} {singular}" if number == 1 else f"{number} {singular}s"


def join_words(items: tuple[str, ...], last: str = "and") -> str:
    """Return "a", "a and b", "a, b and c"; `last` is the word before the last one."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def clock_time(seconds: float) -> str:
    """Return seconds as "m:ss", rounded up so that 0:00 is not shown before the end."""
    whole = -int(-seconds // 1)
    return f"{whole // 60}:{whole % 60:02}"


def side_words(side: str, limb: str) -> str:
    """Return "left hand", "both sides" or "the middle" for a side of the body and its limb."""
    return {"both": "both sides", "midline": "the middle"}.get(side, f"{side} {limb}")


def with_side(words: str, side: str | None) -> str:
    """Return the words with the side, and the other one, in the stead of {side} and {other}."""
    side = side or ""
    return words.replace("{side}", side).replace("{other}", OTHER_SIDE.get(side, side))


def as_heading(words: str) -> str:
    """Return words with a capital first."""
    return words[:1].upper() + words[1:]


def as_sentence(words: str) -> str:
    """Return words as a sentence, with a capital first and one full stop last."""
    return words[:1].upper() + words[1:].rstrip(".") + "."


def short_date(when: date) -> str:
    """Return "Sat 21 Nov"."""
    return f"{when:%a} {when.day} {when:%b}"


def long_date(when: date) -> str:
    """Return "Saturday 21 November 2026"."""
    return f"{when:%A} {when.day} {when:%B} {when.year}"
