"""What was done: records of sessions and of their holds."""

from __future__ import annotations

from typing import NamedTuple


class HoldRecord(NamedTuple):
    """One finished hold: what was pressed, on which side, for how many seconds."""

    points: tuple[str, ...]
    zones: tuple[str, ...]
    side: str | None
    planned_seconds: float
    held_seconds: float


class SessionRecord(NamedTuple):
    """One playing of a routine; `status` is finished, stopped, interrupted or running."""

    id: str
    routine: str
    started: str
    status: str
    planned_seconds: float
    holds: tuple[HoldRecord, ...]
    pain_before: int | None = None
    pain_after: int | None = None

    @property
    def held_seconds(self) -> float:
        """The seconds pressed in all holds."""
        return round(sum(hold.held_seconds for hold in self.holds), 1)
