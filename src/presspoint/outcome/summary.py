"""One session as far as it adds up with others."""

from datetime import date
from typing import NamedTuple

from presspoint.catalogue.pain_answers import Feeling
from presspoint.session.record.records import SessionRecord, Status

NERVE_SIGNS = {each.value for each in Feeling if each.is_nerve_sign}


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

    @property
    def is_done(self) -> bool:
        """Whether something was pressed, with the timer or without it."""
        return bool(self.codes) or self.status is Status.REPORTED

    @property
    def counted_change(self) -> int | None:
        """The change as every figure counts it; None where the two may not be compared.

        Where something hurt, the pain after counts as no lower than the pain before: left out,
        a worse session would make the others look better.
        """
        if not self.has_reaction:
            return self.change
        is_over = self.status in {Status.FINISHED, Status.STOPPED}
        if self.pain_before is None or self.pain_after is None or not (is_over and self.codes):
            return None
        return max(0, self.pain_after - self.pain_before)


def summary_of(record: SessionRecord, day: date) -> Summary:
    """Return the summary of a session, which is of this day."""
    before, after = record.pain_before, record.pain_after
    change = after - before if before is not None and after is not None else None
    return Summary(
        id=record.id,
        routine=record.routine,
        started=record.started,
        day=day,
        status=record.status,
        planned_seconds=record.planned_seconds,
        seconds=record.held_seconds,
        pain_before=before,
        pain_after=after,
        change=change if record.pain_change_counts else None,
        has_reaction=record.has_hurt,
        codes=_pressed_codes(record),
        has_nerve_sign=any(each.answer in NERVE_SIGNS for each in record.reactions or ()),
    )


def _pressed_codes(record: SessionRecord) -> tuple[str, ...]:
    """The codes of all that was pressed, and of the points that own places are at, sorted."""
    pressed = (hold for hold in record.holds if hold.is_pressed)
    every = ((*hold.points, *hold.zones, *hold.all_codes) for hold in pressed)
    return tuple(sorted({code for codes in every for code in codes}))
