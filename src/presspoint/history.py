"""What was done: records of sessions, of their holds, and of what was left out of them."""

from __future__ import annotations

from typing import NamedTuple


class HoldRecord(NamedTuple):
    """One finished hold: what was pressed, on which side, for how many seconds."""

    points: tuple[str, ...]
    zones: tuple[str, ...]
    side: str | None
    planned_seconds: float
    held_seconds: float


class LeftOutRecord(NamedTuple):
    """A place that the screening left out, on one `side` or (empty) altogether, and why."""

    code: str
    side: str
    reason: str


class SessionRecord(NamedTuple):
    """One playing of a routine; `status` is finished, stopped, interrupted or running.

    `conditions` are the ids of those it was screened for. It is not `whole` where a part of it
    could not be read back.
    """

    id: str
    routine: str
    started: str
    status: str
    planned_seconds: float
    holds: tuple[HoldRecord, ...]
    pain_before: int | None = None
    pain_after: int | None = None
    conditions: tuple[str, ...] = ()
    left_out: tuple[LeftOutRecord, ...] = ()
    whole: bool = True

    @property
    def held_seconds(self) -> float:
        """The seconds pressed in all holds."""
        return round(sum(hold.held_seconds for hold in self.holds), 1)
