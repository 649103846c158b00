"""Sessions and holds made cells of a table, and back: a damaged cell costs only what it held."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from presspoint.session.records import HoldRecord, LeftOutRecord, SessionRecord, Status

DAY_SECONDS = 86_400
DAMAGED = "\ufffd"  # stands where a text has bytes that mean no character
Cells = tuple[Any, ...]


def session_cells(record: SessionRecord) -> Cells:
    """Return what is kept of a session that starts: every column, in the order of the table."""
    left_out = json.dumps([each._asdict() for each in record.left_out])
    conditions = " ".join(record.conditions)
    choices = json.dumps(dict(record.choices))
    return (*record[:5], record.pain_before, record.pain_after, conditions, left_out, choices)


def hold_cells(hold: HoldRecord) -> Cells:
    """Return what is kept of a hold, from its points to the codes that it counts for."""
    return (" ".join(hold.points), " ".join(hold.zones), *hold[2:5], " ".join(hold.all_codes))


def hold_of(*cells: Any) -> HoldRecord | None:  # noqa: ANN401  # SQLite keeps anything in any column
    """Return the hold that its cells tell, in the order of `hold_cells`; nothing if damaged."""
    points, zones, side, planned, held, all_codes = cells
    try:
        places = tuple(str.split(points)), tuple(str.split(zones))
        counts_for = tuple(str.split(all_codes))
        likely = 0 <= planned <= DAY_SECONDS and 0 <= held <= DAY_SECONDS
    except TypeError:
        return None
    sided = side is None or isinstance(side, str)
    return HoldRecord(*places, side, planned, held, counts_for) if likely and sided else None


def pressed_of(held: Any, *cells: Any) -> tuple[frozenset[str], float, bool]:  # noqa: ANN401  # as above
    """Return what a hold pressed, for how many seconds, and whether all of that can be read.

    `cells` are those with codes. Seconds that cannot be read are many enough to count.
    """
    read = [cell for cell in cells if isinstance(cell, str) and DAMAGED not in cell]
    codes = frozenset(code for cell in read for code in cell.split())
    likely = isinstance(held, int | float) and 0 <= held <= DAY_SECONDS
    return codes, held if likely else DAY_SECONDS, len(read) == len(cells)


def session_of(cells: Cells, holds: Iterable[HoldRecord | None]) -> SessionRecord:
    """Return the session that cells tell, in the order of SESSION, with what can be read of it."""
    read = [_read(cell, column) for cell, column in zip(cells, SESSION, strict=True)]
    values = [value for value, _ in read]
    found = tuple(holds)
    kept = tuple(hold for hold in found if hold is not None)
    whole = len(kept) == len(found) and all(sound for _, sound in read)
    return SessionRecord._make((*values[:5], kept, *values[5:], whole))


class Column(NamedTuple):
    """How a cell is read, and what stands in its place where it is damaged."""

    value: Callable[[Any], Any]
    damaged: Any


def _read(cell: object, column: Column) -> tuple[Any, bool]:
    """The value of a cell, and whether it could be read."""
    try:
        return column.value(cell), True
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError):
        return column.damaged, False


def _text(cell: object) -> str:
    if not isinstance(cell, str):
        raise TypeError
    return cell


def _words(cell: object) -> tuple[str, ...]:
    return tuple(_text(cell).split())


def _seconds(cell: Any) -> float:  # noqa: ANN401  # SQLite keeps anything in any column
    if not 0 <= cell <= DAY_SECONDS:
        raise ValueError
    return float(cell)


def _pain(cell: Any) -> int | None:  # noqa: ANN401  # as above
    if cell is not None and cell not in range(11):
        raise ValueError
    found: int | None = cell
    return found


def _left_out(cell: object) -> tuple[LeftOutRecord, ...]:
    entries = json.loads(_text(cell))
    parts = ((each["code"], each["side"], each["reason"]) for each in entries)
    return tuple(LeftOutRecord(*map(_text, each)) for each in parts)


def _choices(cell: object) -> dict[str, str]:
    pairs = json.loads(_text(cell)).items()
    return {_text(name): _text(value) for name, value in pairs}


TEXT, PAIN = Column(_text, ""), Column(_pain, None)
SESSION = (
    TEXT,
    TEXT,
    TEXT,
    Column(Status, Status.INTERRUPTED),
    Column(_seconds, 0.0),
    PAIN,
    PAIN,
    Column(_words, ()),
    Column(_left_out, ()),
    Column(_choices, {}),
)
