"""The history as rows of text and as a JSON document."""

from collections.abc import Iterator
from typing import Any

from presspoint.listing.fields import fields
from presspoint.session.records import SessionRecord
from presspoint.words import clock_time, quantity

SECONDS = ("planned_seconds", "held_seconds")
SESSION_FIELDS = ("id", "routine", "started", "status", *SECONDS, "pain_before", "pain_after")
HOLD_FIELDS = ("points", "zones", "side", *SECONDS)


def history_document(sessions: list[SessionRecord]) -> dict[str, Any]:
    """Return the document of `history --json`."""
    return {"sessions": [_session(each) for each in sessions]}


def history_rows(sessions: list[SessionRecord]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each session: when, what, how it ended, holds, minutes pressed, pain."""
    for each in sessions:
        when, holds = each.started[:16].replace("T", " "), quantity(len(each.holds), "hold")
        pressed = f"{clock_time(each.held_seconds)} pressed"
        yield when, each.routine, each.status, holds, pressed, _pain(each)


def _pain(each: SessionRecord) -> str:
    is_known = each.pain_before is not None and each.pain_after is not None
    return f"pain {each.pain_before} -> {each.pain_after}" if is_known else ""


def _session(each: SessionRecord) -> dict[str, Any]:
    return fields(each, *SESSION_FIELDS) | {
        "conditions": list(each.conditions),
        "left_out": [
            {"code": place.code, "side": place.side or None, "reason": place.reason}
            for place in each.left_out
        ],
        "choices": dict(each.choices),
        "holds": [fields(hold, *HOLD_FIELDS) for hold in each.holds],
    }
