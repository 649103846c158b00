"""One session as far as it adds up with others."""

from datetime import date
from typing import NamedTuple

from presspoint.session.record.records import Status


class Summary(NamedTuple):
    """What counts of a session.

    `started` is ISO 8601 text, `day` the day as the person lived it, `seconds` are those pressed,
    `codes` the places that were. `change` is the pain after less the pain before, None where the
    two may not be compared: never in a session with a reaction (SessionRecord.pain_change_counts).
    With a nerve sign, a place went numb in it or pain spread (Feeling.is_nerve_sign).
    """

    id: str
    routine: str
    started: str
    day: date
    status: Status
    planned_seconds: float
    seconds: float
    pain_before: int | None
    pain_after: int | None
    change: int | None
    has_reaction: bool
    codes: tuple[str, ...]
    has_nerve_sign: bool = False
