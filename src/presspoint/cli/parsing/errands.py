"""What somebody wants of presspoint in words that are no command, and what to type for it."""

import re

from presspoint.cli.parsing.errand_words import ALONE, ERRANDS
from presspoint.names.everyday.core_words import without_fillers, words_of

FROM_TWO = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: str(number) for number, word in enumerate(FROM_TWO, 2)}
NUMBERS |= {"fifteen": "15", "twenty": "20", "thirty": "30"}
HOURS = {"quarter of an hour": "15", "half an hour": "30", "an hour": "60"}
MINUTES = re.compile(
    rf"\b(?:(?:(\d{{1,3}})|({'|'.join(NUMBERS)}))\s*(?:minutes?|mins?)|({'|'.join(HOURS)}))\b",
    re.IGNORECASE,
)


def find_errand(typed: str) -> str:
    """Return a sentence on what to type for words of one's own; empty for what nobody knows.

    Of several errands that stand in the words, that of the most words counts.
    """
    words = words_of(typed)
    fitting = [
        (len(words_of(each)), say)
        for say, every in ERRANDS.items()
        for each in every
        if _fits(each, words)
    ]
    return max(fitting, key=lambda each: each[0], default=(0, ""))[1]


def is_errand(typed: str) -> bool:
    """Whether the words are an errand by themselves, with nothing beside it."""
    words = words_of(typed)
    return any(words == words_of(each) for every in ERRANDS.values() for each in every)


def split_minutes(typed: str) -> tuple[str, str]:
    """Return the minutes that stand in words, "" for none, and the words beside them."""
    if not (found := MINUTES.search(typed)):
        return "", typed
    beside = f"{typed[: found.start()]} {typed[found.end() :]}"
    words = (found[2] or found[3] or "").casefold()
    return found[1] or (NUMBERS | HOURS)[words], " ".join(beside.split())


def _fits(errand: str, words: tuple[str, ...]) -> bool:
    """Whether an errand stands in words; one after "=" is all of them, but for "my" and "the"."""
    own = words_of(errand)
    if errand.startswith(ALONE):
        return own in (words, without_fillers(words))
    return set(words).issuperset(own)
