"""Pain at some moment: a line of each, and the JSON document."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from presspoint.listing.fields import WARNING_FIELDS, fields
from presspoint.names.everyday.wish import WordsWarning
from presspoint.outcome.scores import Pain
from presspoint.words import long_date

FIELDS = ("id", "when", "pain", "where", "regions", "side")


def pain_rows(pains: Iterable[Pain]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each: when it was, how strong, and where."""
    for each in pains:
        yield _moment_words(each.when), f"pain {each.pain}", each.where


def pain_sentence(pain: Pain) -> str:
    """Return what was saved, in a sentence."""
    where = f", {pain.where}" if pain.where else ""
    return f"Saved: {_moment_words(pain.when)}, pain {pain.pain}{where}."


def pains_document(pains: Iterable[Pain], warning: WordsWarning | None = None) -> dict[str, Any]:
    """Return the document of `pain --json`; the words of a place may have a warning."""
    return {
        "pains": [fields(each, *FIELDS) for each in pains],
        "warnings": [fields(warning, *WARNING_FIELDS)] if warning else [],
    }


def _moment_words(when: str) -> str:
    return f"{long_date(date.fromisoformat(when[:10]))}, {when[11:16]}"
