"""A session as the table of a line, and back."""

from collections.abc import Mapping
from typing import Any

from presspoint.exchange import values
from presspoint.exchange.shapes import (
    CODE,
    FLAG,
    MOMENT,
    PAIN,
    RECORD_ID,
    SECONDS,
    SIDE,
    TEXT,
    RecordError,
    Shape,
    excerpt,
    list_of,
    one_of,
    or_null,
    read_whole,
    tables_of,
    whole,
)
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import (
    FAINT,
    HoldRecord,
    LeftOutRecord,
    Reaction,
    SessionRecord,
    seconds_of,
)

KIND = "session"
COUNT = or_null(whole(0, 100_000))
CODES = list_of(CODE)
ANSWERS = ("sharp", "numb", "spreading", "sore", FAINT)
OF_HOLDS_ONLY, OF_SESSIONS_ONLY = {EndedBy.NEXT, EndedBy.BACK}, {EndedBy.CRASH}
ROUNDING = 0.06  # seconds
MOST_CHOICES = 100


def _choices(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or len(value) > MOST_CHOICES:
        raise ValueError
    return {values.text(name): values.text(chosen) for name, chosen in value.items()}


HOLD = {
    "points": CODES,
    "zones": CODES,
    "spots": CODES,
    "side": SIDE,
    "planned_seconds": SECONDS,
    "held_seconds": SECONDS,
    "ended_by": or_null(one_of(each for each in EndedBy if each not in OF_SESSIONS_ONLY)),
}
REACTION = {
    "step": whole(0, 100_000),
    "points": CODES,
    "zones": CODES,
    "side": SIDE,
    "answer": or_null(one_of(ANSWERS)),
}
OMISSION = {"code": CODE, "side": SIDE, "reason": TEXT}
SESSION: Mapping[str, Shape] = {
    "kind": one_of([KIND]),
    "id": RECORD_ID,
    "routine": TEXT,
    "started": MOMENT,
    "status": one_of(each for each in Status if each is not Status.RUNNING),
    "ended_by": or_null(one_of(each for each in EndedBy if each not in OF_HOLDS_ONLY)),
    "planned_seconds": SECONDS,
    "held_seconds": Shape(values.number, "the seconds of its holds"),
    "reached": COUNT,
    "planned_holds": COUNT,
    "pain_before": or_null(PAIN),
    "pain_after": or_null(PAIN),
    "again_today": or_null(FLAG),
    "reactions": or_null(tables_of("reactions", REACTION)),
    "conditions": CODES,
    "left_out": tables_of("left_out", OMISSION),
    "choices": Shape(_choices, "{...} of texts"),
    "holds": tables_of("holds", HOLD),
}


def session_table(record: SessionRecord) -> dict[str, Any]:
    """Return the table of its line: the keys of `history --json`, with `spots` and `kind`."""
    shared = {key: value for key, value in record._asdict().items() if key in SESSION}
    return shared | {
        "kind": KIND,
        "held_seconds": record.held_seconds,
        "reactions": None
        if record.reactions is None
        else [each._asdict() for each in record.reactions],
        "left_out": [each._asdict() | {"side": each.side or None} for each in record.left_out],
        "choices": dict(record.choices),
        "holds": [_hold_table(each) for each in record.holds],
    }


def read_session(table: Mapping[str, Any]) -> SessionRecord:
    """Return the session of a table. Raises RecordError."""
    parsed = read_whole(table, SESSION)
    del parsed["kind"]
    held, reactions = parsed.pop("held_seconds"), parsed["reactions"]
    parsed |= {
        "status": Status(parsed["status"]),
        "ended_by": _end(parsed["ended_by"]),
        "holds": tuple(map(_hold, parsed["holds"])),
        "left_out": tuple(map(_omission, parsed["left_out"])),
        "reactions": None if reactions is None else tuple(Reaction(**each) for each in reactions),
    }
    _refuse_other_sum(held, parsed["holds"])
    return SessionRecord(**parsed)


def _hold_table(hold: HoldRecord) -> dict[str, Any]:
    table = hold._asdict()
    return table | {"spots": table.pop("all_codes")}


def _hold(table: dict[str, Any]) -> HoldRecord:
    spots, ended_by = table.pop("spots"), _end(table.pop("ended_by"))
    return HoldRecord(**table, all_codes=spots, ended_by=ended_by)


def _omission(table: dict[str, Any]) -> LeftOutRecord:
    return LeftOutRecord(table["code"], table["side"] or "", table["reason"])


def _end(value: str | None) -> EndedBy | None:
    return None if value is None else EndedBy(value)


def _refuse_other_sum(held: float, holds: tuple[HoldRecord, ...]) -> None:
    total = seconds_of(holds)
    if not abs(held - total) < ROUNDING:
        raise RecordError(f'"held_seconds" is {excerpt(held)}, and its holds add up to {total}.')
