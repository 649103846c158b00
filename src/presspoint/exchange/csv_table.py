"""Sessions as a table of CSV, a row each, whose cells no spreadsheet takes for a formula."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from presspoint.session.record.records import Reaction, SessionRecord
from presspoint.words import printable

COLUMNS = (
    *("id", "routine", "started", "status", "ended_by", "planned_seconds", "held_seconds"),
    *("planned_holds", "reached", "holds", "places", "pain_before", "pain_after", "again_today"),
    *("reactions", "conditions", "choices"),
)
LONGEST_CELL = 32_000  # characters; a spreadsheet takes 32,767
# What begins a formula, also as the wide forms of East Asia, which some spreadsheets read alike.
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def csv_rows(sessions: Iterable[SessionRecord]) -> Iterator[str]:
    """Yield the heading and a row for each session, with their ends."""
    yield _row(COLUMNS)
    for each in sessions:
        yield _row(map(_cell, _values(each)))


def _values(each: SessionRecord) -> Iterator[object]:
    places = dict.fromkeys(code for hold in each.holds for code in (*hold.points, *hold.zones))
    more = {
        "holds": len(each.holds),
        "places": " ".join(places),
        "again_today": {None: None, False: "false", True: "true"}[each.again_today],
        "reactions": "; ".join(map(_reaction_words, each.reactions or ())),
        "conditions": " ".join(each.conditions),
        "choices": "; ".join(f"{name} {chosen}" for name, chosen in sorted(each.choices.items())),
    }
    return (more[name] if name in more else getattr(each, name) for name in COLUMNS)


def _reaction_words(each: Reaction) -> str:
    """A reaction as "numb GB30 left"."""
    parts = (each.answer or "unanswered", *each.points, *each.zones, each.side or "")
    return " ".join(filter(None, parts))


def _cell(value: object) -> object:
    """A value as its cell: a text is made printable, and begins no formula."""
    if not isinstance(value, str):
        return value
    shown = printable(value, LONGEST_CELL)
    return f"'{shown}" if shown.lstrip(" '\"\u3000").startswith(FORMULA) else shown


def _row(cells: Iterable[object]) -> str:
    line = StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
