"""The history as rows of text and as a JSON document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from presspoint.session.records import HoldRecord, SessionRecord
from presspoint.words import clock_time, quantity


def history_document(sessions: list[SessionRecord]) -> dict[str, Any]:
    """Return the document of `history --json`."""
    return {"sessions": [_session(each) for each in sessions]}


def history_rows(sessions: list[SessionRecord]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each session: when, what, how it ended, holds, minutes pressed, pain."""
    for each in sessions:
        yield (
            each.started[:16].replace("T", " "),
            each.routine,
            each.status,
            quantity(len(each.holds), "hold"),
            f"{clock_time(each.held_seconds)} pressed",
            _pain(each),
        )


def _pain(each: SessionRecord) -> str:
    is_known = each.pain_before is not None and each.pain_after is not None
    return f"pain {each.pain_before} -> {each.pain_after}" if is_known else ""


def _session(each: SessionRecord) -> dict[str, Any]:
    return {
        "id": each.id,
        "routine": each.routine,
        "started": each.started,
        "status": each.status,
        "planned_seconds": each.planned_seconds,
        "held_seconds": each.held_seconds,
        "pain_before": each.pain_before,
        "pain_after": each.pain_after,
        "conditions": list(each.conditions),
        "left_out": [
            {"code": place.code, "side": place.side or None, "reason": place.reason}
            for place in each.left_out
        ],
        "choices": dict(each.choices),
        "holds": [_hold(hold) for hold in each.holds],
    }


def _hold(hold: HoldRecord) -> dict[str, Any]:
    return {
        "points": list(hold.points),
        "zones": list(hold.zones),
        "side": hold.side,
        "planned_seconds": hold.planned_seconds,
        "held_seconds": hold.held_seconds,
    }
