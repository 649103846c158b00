"""Sessions and holds made rows of a table, and back: a damaged cell costs only what it held."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from presspoint.named_tuple import NamedTuple
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import HoldRecord, LeftOutRecord, Reaction, SessionRecord
from presspoint.storage.history.source import Cells

DAY_SECONDS = 86_400
MOST_HOLDS = 100_000
SAID = ("side", "answer")
HOLD_COLUMNS = ("points", "zones", "spots", "side", "planned_seconds", "held_seconds", "ended_by")
OWN_COLUMNS = ("id", "started")  # in which every session differs
ID, STARTED, HOLDS, WHOLE = map(SessionRecord._fields.index, ("id", "started", "holds", "whole"))
HOLD_ENDS = {each.value: each for each in EndedBy}  # a look-up, as there are many holds
DAMAGED = "\ufffd"  # stands where a text has bytes that mean no character


class Press(NamedTuple):
    """What a hold pressed, and how long; not `whole` where some of its codes cannot be read."""

    codes: frozenset[str]
    seconds: float
    whole: bool


def session_cells(record: SessionRecord) -> dict[str, Any]:
    """Return the cells of a session that starts, by column."""
    return record._asdict() | {
        "conditions": " ".join(record.conditions),
        "left_out": json.dumps([each._asdict() for each in record.left_out]),
        "choices": json.dumps(dict(record.choices)),
        "reactions": reactions_cell(record.reactions),
    }


def reactions_cell(reactions: Iterable[Reaction] | None) -> str | None:
    """Return reactions as their cell; None where it is not known whether there were any."""
    return None if reactions is None else json.dumps([each._asdict() for each in reactions])


def hold_cells(hold: HoldRecord) -> dict[str, Any]:
    """Return the cells of a finished hold, by column, but for its session and ordinal."""
    return hold._asdict() | {
        "points": " ".join(hold.points),
        "zones": " ".join(hold.zones),
        "spots": " ".join(hold.all_codes),
    }


def session_record(cells: Cells, holds: Iterable[HoldRecord | None]) -> SessionRecord:
    """Return the session of cells of SESSION_COLUMNS, with what can be read of them.

    A damaged hold is None.
    """
    every = tuple(holds)
    readable = tuple(filter(None, every))
    (name, named), (started, dated) = map(_parse_text, cells[: len(OWN_COLUMNS)])
    alike = _parse_shared(cells[len(OWN_COLUMNS) :])
    values = list(alike)  # to name them, or to `_replace` some, takes three times as long
    values[ID], values[STARTED], values[HOLDS] = name, started, readable
    values[WHOLE] = alike.whole and named and dated and len(readable) == len(every)
    return SessionRecord._make(values)


@lru_cache(maxsize=4096)  # in a long history most sessions are alike but for when they were
def _parse_shared(cells: Cells) -> SessionRecord:
    return parse_columns(SESSION_COLUMNS[len(OWN_COLUMNS) :], cells)


def parse_columns(columns: Iterable[str], cells: Cells) -> SessionRecord:
    """Return what cells of these columns mean, as a session of no time and without holds."""
    parsed = {name: _parse_cell(name, cell) for name, cell in zip(columns, cells, strict=True)}
    values = {name: value for name, (value, _) in parsed.items()}
    whole = all(is_whole for _, is_whole in parsed.values())
    return SessionRecord(id="", started="", holds=(), whole=whole, **values)


def _parse_text(cell: object) -> tuple[str, bool]:
    return (cell, True) if isinstance(cell, str) else ("", False)


def _parse_cell(column: str, cell: object) -> tuple[Any, bool]:
    """What a cell of a session means, or what stands in its place where it is damaged."""
    parse, default = SESSION[column]
    try:
        return parse(cell), True
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError):
        return default, False


@lru_cache(maxsize=4096)
def hold_record(cells: Cells) -> HoldRecord | None:
    """Return the hold of cells of HOLD_COLUMNS; None where it is damaged."""
    *words, side, planned, held, ended_by = cells
    try:
        points, zones, codes = map(_words, words)
        seconds = (_seconds(planned), _seconds(held))
        side = None if side is None else _text(side)
    except (TypeError, ValueError):
        return None
    return HoldRecord(points, zones, side, *seconds, codes, _hold_end(ended_by))


def press(held: object, *words: object) -> Press:
    """Return what a hold pressed, of its seconds and the cells that name places.

    Seconds that cannot be read are enough to count.
    """
    readable = [cell for cell in words if isinstance(cell, str) and DAMAGED not in cell]
    codes = frozenset(code for cell in readable for code in cell.split())
    seconds = held if isinstance(held, int | float) and 0 <= held <= DAY_SECONDS else DAY_SECONDS
    return Press(codes, seconds, len(readable) == len(words))


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
    return None if cell is None else int(cell)


def _omissions(cell: object) -> tuple[LeftOutRecord, ...]:
    places = json.loads(_text(cell))
    parts = ((each["code"], each["side"], each["reason"]) for each in places)
    return tuple(LeftOutRecord(*map(_text, each)) for each in parts)


def _choices(cell: object) -> dict[str, str]:
    return {_text(name): _text(value) for name, value in json.loads(_text(cell)).items()}


def _hold_end(cell: object) -> EndedBy | None:
    """What ended a hold; a word that is none of ours costs no more than itself."""
    return HOLD_ENDS.get(cell) if isinstance(cell, str) else None


def _optional(parse: Callable[[Any], Any]) -> tuple[Callable[[Any], Any], Any]:
    """How a cell is parsed that is empty where nothing was saved."""
    return (lambda cell: None if cell is None else parse(cell)), None


def _count(cell: Any) -> int:  # noqa: ANN401  # as above
    if not isinstance(cell, int) or not 0 <= cell <= MOST_HOLDS:
        raise ValueError
    return cell


def _reactions(cell: object) -> tuple[Reaction, ...]:
    return tuple(map(_reaction, json.loads(_text(cell))))


def _reaction(each: Mapping[str, Any]) -> Reaction:
    side, answer = (None if each[name] is None else _text(each[name]) for name in SAID)
    points, zones = (tuple(map(_text, each[name])) for name in ("points", "zones"))
    return Reaction(_count(each["step"]), points, zones, side, answer)


# How a cell is parsed, and the value in its place where it is damaged.
SESSION: Mapping[str, tuple[Callable[[Any], Any], Any]] = {
    "routine": (_text, ""),
    "status": (Status, Status.INTERRUPTED),
    "planned_seconds": (_seconds, 0.0),
    "pain_before": (_pain, None),
    "pain_after": (_pain, None),
    "conditions": (_words, ()),
    "left_out": (_omissions, ()),
    "choices": (_choices, {}),
    "ended_by": _optional(EndedBy),
    "reached": _optional(_count),
    "planned_holds": _optional(_count),
    "again_today": _optional(lambda cell: bool(_count(cell))),
    "reactions": _optional(_reactions),
}
SESSION_COLUMNS = (*OWN_COLUMNS, *SESSION)
