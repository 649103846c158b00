"""A session as the table of a line, and back."""

from collections.abc import Mapping
from typing import Any

from presspoint.exchange.shapes import (
    CODE,
    FLAG,
    MOMENT_SHAPE,
    PAIN,
    RECORD_ID,
    SECONDS,
    SIDE,
    TEXT,
    RecordError,
    Shape,
    list_of,
    number,
    one_of,
    or_null,
    read_whole,
    shown,
    tables_of,
    text,
    whole,
)
from presspoint.session.record.records import (
    FAINT,
    EndedBy,
    HoldRecord,
    LeftOutRecord,
    Reaction,
    SessionRecord,
    Status,
    seconds_of,
)

KIND = "session"
COUNT = or_null(whole(0, 100_000))
CODES = list_of(CODE)
ANSWERS = ("sharp", "numb", "spreading", "sore", FAINT)
OF_HOLDS_ONLY, OF_SESSIONS_ONLY = {EndedBy.NEXT, EndedBy.BACK}, {EndedBy.CRASH}
ROUNDING = 0.06  # seconds
MOST_CHOICES = 100
CHANGED_BY_GOING_ON = (
    *("status", "ended_by", "pain_after", "reached", "planned_holds", "reactions", "holds"),
)


def _choices(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or len(value) > MOST_CHOICES:
        raise ValueError
    return {text(name): text(chosen) for name, chosen in value.items()}


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
    "started": MOMENT_SHAPE,
    "status": one_of(each for each in Status if each is not Status.RUNNING),
    "ended_by": or_null(one_of(each for each in EndedBy if each not in OF_HOLDS_ONLY)),
    "planned_seconds": SECONDS,
    "held_seconds": Shape(number, "the seconds of its holds"),
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
    """Return a session as the table of its line: the keys of `history --json`, `spots` and `kind`."""
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
    values = read_whole(table, SESSION)
    del values["kind"]
    held = values.pop("held_seconds")
    values |= {
        "status": Status(values["status"]),
        "ended_by": _ended_by(values["ended_by"]),
        "holds": tuple(map(_hold, values["holds"])),
        "left_out": tuple(map(_omission, values["left_out"])),
        "reactions": None
        if values["reactions"] is None
        else tuple(Reaction(**each) for each in values["reactions"]),
    }
    _refuse_other_sum(held, values["holds"])
    return SessionRecord(**values)


def continues(later: SessionRecord, earlier: SessionRecord) -> bool:
    """Whether a record is of the same session, which went on after it was interrupted.

    Nothing that was pressed, and nothing that hurt, is lost with the earlier one.
    """
    held, hurt = len(earlier.holds), earlier.reactions or ()
    changed = {name: getattr(later, name) for name in CHANGED_BY_GOING_ON}
    goes_further = later.status is not Status.INTERRUPTED or len(later.holds) > held
    return (
        earlier.status is Status.INTERRUPTED
        and goes_further
        and earlier._replace(**changed) == later
        and later.holds[:held] == earlier.holds
        and (later.reactions or ())[: len(hurt)] == hurt
    )


def _hold_table(hold: HoldRecord) -> dict[str, Any]:
    table = hold._asdict()
    return table | {"spots": table.pop("all_codes")}


def _hold(table: dict[str, Any]) -> HoldRecord:
    spots, ended_by = table.pop("spots"), _ended_by(table.pop("ended_by"))
    return HoldRecord(**table, all_codes=spots, ended_by=ended_by)


def _omission(table: dict[str, Any]) -> LeftOutRecord:
    return LeftOutRecord(table["code"], table["side"] or "", table["reason"])


def _ended_by(value: str | None) -> EndedBy | None:
    return None if value is None else EndedBy(value)


def _refuse_other_sum(held: float, holds: tuple[HoldRecord, ...]) -> None:
    total = seconds_of(holds)
    if not abs(held - total) < ROUNDING:
        raise RecordError(f'"held_seconds" is {shown(held)}, and its holds add up to {total}.')
