"""Pain at some moment: a line of each, and the JSON document."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from presspoint.listing.fields import WARNING_FIELDS, fields
from presspoint.listing.history.dates import long_moment, short_moment
from presspoint.listing.history.sessions import ID_LETTERS
from presspoint.names.everyday.wish import WordsWarning
from presspoint.outcome.scores import Pain

FIELDS = ("id", "when", "pain", "where", "regions", "side")


def pain_rows(pains: Iterable[Pain], today: date) -> Iterator[tuple[str, ...]]:
    """Yield a row for each: its id, as `history undo` takes it, when, how strong, and where."""
    for each in pains:
        yield each.id[:ID_LETTERS], short_moment(each.when, today), f"pain {each.pain}", each.where


def pain_sentence(pain: Pain) -> str:
    """Return what was saved, in a sentence."""
    where = f", {pain.where}" if pain.where else ""
    return f"Saved: {long_moment(pain.when)}, pain {pain.pain}{where}."


def pains_document(pains: Iterable[Pain], warning: WordsWarning | None = None) -> dict[str, Any]:
    """Return the document of `pain --json`; the words of a place may have a warning."""
    return {
        "pains": [fields(each, *FIELDS) for each in pains],
        "warnings": [fields(warning, *WARNING_FIELDS)] if warning else [],
    }
