"""One session as far as it adds up with others."""

from collections.abc import Mapping
from datetime import date
from operator import attrgetter
from types import MappingProxyType

from presspoint.catalogue.pain_answers import Feeling
from presspoint.named_tuple import NamedTuple
from presspoint.session.record.endings import Status
from presspoint.session.record.records import SessionRecord

NERVE_SIGNS = {each.value for each in Feeling if each.is_nerve_sign}


class Summary(NamedTuple):
    """What counts of a session.

    `started` is ISO 8601 text, `day` the day as the person lived it, `seconds` are those pressed,
    `codes` the places that were. `change` is the pain after less the pain before, None where the
    two may not be compared: never in a session with a reaction (SessionRecord.pain_change_counts).
    With a nerve sign, a place went numb in it or pain spread (Feeling.is_nerve_sign). `seconds_at`
    are those for which each place was pressed, `hurt_codes` the places where something hurt. One
    that is `undone` counts for nothing but its nerve sign.
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
    seconds_at: Mapping[str, float] = MappingProxyType({})
    hurt_codes: tuple[str, ...] = ()
    undone: bool = False

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
    seconds_at, reactions = _seconds_at(record), record.reactions or ()
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
        codes=tuple(seconds_at),
        has_nerve_sign=any(each.answer in NERVE_SIGNS for each in reactions),
        seconds_at=seconds_at,
        hurt_codes=tuple(sorted({code for each in reactions for code in each.points + each.zones})),
        undone=record.undone,
    )


def _seconds_at(record: SessionRecord) -> dict[str, float]:
    """How long each place was pressed, and each point that an own place is at, by code."""
    seconds: dict[str, float] = {}
    for hold in filter(attrgetter("is_pressed"), record.holds):
        for code in {*hold.points, *hold.zones, *hold.all_codes}:
            seconds[code] = seconds.get(code, 0.0) + hold.held_seconds
    return dict(sorted(seconds.items()))
