"""What the history has beside sessions, as the table of a line, and back."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from presspoint.courses.events import START, NoteKind
from presspoint.exchange import values
from presspoint.exchange.shapes import (
    CODE,
    DAY,
    MOMENT,
    PAIN,
    RECORD_ID,
    SIDE,
    TEXT,
    RecordError,
    Shape,
    list_of,
    one_of,
    or_null,
    read_key,
    read_keys,
    tables_of,
    whole,
)
from presspoint.learning.schedule import Answer
from presspoint.named_tuple import NamedTuple
from presspoint.outcome.scores import Questionnaire

DEEPEST, LONGEST_KEY = 6, 100


class EntryLine(NamedTuple):
    """A record that is no session: when it was made, as ISO 8601 text, and what it says by key."""

    id: str
    kind: str
    made: str
    content: Mapping[str, Any]


class Keys(NamedTuple):
    """The keys that a kind needs, and those that it may have; others are brought as they are."""

    needed: Mapping[str, Shape]
    optional: Mapping[str, Shape] = MappingProxyType({})


ACTIVITY = {"name": TEXT, "score": or_null(PAIN)}  # null where it was not answered
TOTAL = Shape(values.score, "a number from 0 to 100")
# As docs/exchange.md has them.
KINDS: Mapping[str, Keys] = {
    "learned": Keys({"place": CODE, "answer": one_of(Answer), "day": DAY}),
    "mark": Keys({"place": CODE, "mark": one_of(("more", "same", "less", "never"))}),
    "note": Keys({"text": TEXT}, {"place": CODE, "session": RECORD_ID}),
    "pain": Keys(
        {"when": MOMENT, "pain": PAIN}, {"where": TEXT, "regions": list_of(CODE), "side": SIDE}
    ),
    "score": Keys(
        {"day": DAY, "pain": or_null(PAIN), "kept": or_null(PAIN)},
        {"activities": tables_of("activities", ACTIVITY), "change": or_null(whole(-3, 3))},
    ),
    "total": Keys({"day": DAY, "questionnaire": one_of(Questionnaire), "total": TOTAL}),
    "course": Keys({"event": one_of((START, *NoteKind)), "course": RECORD_ID, "day": DAY}),
    "undone": Keys({"of": RECORD_ID}),
}
OF_ALL = {"id": RECORD_ID, "kind": one_of(KINDS), "made": MOMENT}


def entry_table(entry: EntryLine) -> dict[str, Any]:
    """Return an entry as the table of its line."""
    return {**entry.content, "id": entry.id, "kind": entry.kind, "made": entry.made}


def read_entry(table: Mapping[str, Any]) -> EntryLine:
    """Return the entry of a table. Raises RecordError."""
    of_all = read_keys(table, OF_ALL)
    keys = KINDS[of_all["kind"]]
    read_keys(table, keys.needed)
    for key in keys.optional.keys() & table.keys():
        read_key(table, key, keys.optional[key])
    content = {key: value for key, value in table.items() if key not in OF_ALL}
    _refuse_strange(content)
    return EntryLine(of_all["id"], of_all["kind"], of_all["made"], content)


def _refuse_strange(content: Mapping[str, Any]) -> None:
    """Raise RecordError for what could not be written and read back as it is."""
    for key, value in content.items():
        try:
            values.text(key, LONGEST_KEY)
            _check_value(value, DEEPEST)
        except ValueError:
            words = "a text, a number, true, false, null, or a small list or {...} of these"
            raise RecordError(f'"{key[:LONGEST_KEY]}" should be {words}.') from None


def _check_value(value: object, depth: int) -> None:
    if depth < 1:
        raise ValueError
    if isinstance(value, dict):
        for key, each in value.items():
            values.text(key, LONGEST_KEY)
            _check_value(each, depth - 1)
    elif isinstance(value, list):
        for each in value:
            _check_value(each, depth - 1)
    elif isinstance(value, str):
        values.text(value)
    elif value is not None and not isinstance(value, bool):
        values.number(value)
