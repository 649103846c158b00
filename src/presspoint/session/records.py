"""Records of sessions, of their holds, and of what the screening left out of them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

PAIN_QUESTION = (
    "How strong is the pain now? 0 none, 9 very strong, t for ten, the worst. Enter skips."
)


class Status(StrEnum):
    """How far a session came; the values are those of the history."""

    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"


class HoldRecord(NamedTuple):
    """One finished hold: what was pressed, on which side, for how many seconds.

    `all_codes` are all that it counts for, with the WHO points that a person's own places are at.
    """

    points: tuple[str, ...]
    zones: tuple[str, ...]
    side: str | None
    planned_seconds: float
    held_seconds: float
    all_codes: tuple[str, ...] = ()


class LeftOutRecord(NamedTuple):
    """A place that the screening left out, on one `side` or (empty) altogether, and why."""

    code: str
    side: str
    reason: str


class SessionRecord(NamedTuple):
    """One playing of a routine, by its `id`; `started` is ISO 8601 with its zone.

    `conditions` are the ids of those it was screened for, `choices` the values of the routine's
    choices. It is not `whole` where a part of it could not be read back.
    """

    id: str
    routine: str
    started: str
    status: Status
    planned_seconds: float
    holds: tuple[HoldRecord, ...]
    pain_before: int | None = None
    pain_after: int | None = None
    conditions: tuple[str, ...] = ()
    left_out: tuple[LeftOutRecord, ...] = ()
    choices: Mapping[str, str] = MappingProxyType({})
    whole: bool = True

    @property
    def held_seconds(self) -> float:
        """The seconds pressed in all holds."""
        return round(sum(hold.held_seconds for hold in self.holds), 1)


def pain_sentence(record: SessionRecord) -> str:
    """Return how strong the pain was before and after a session; nothing where neither is known."""
    answers = (("before", record.pain_before), ("after", record.pain_after))
    parts = [f"{when} {pain}" for when, pain in answers if pain is not None]
    return f"Pain {', '.join(parts)}." if parts else ""
