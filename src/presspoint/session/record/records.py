"""Records of sessions: their holds, what hurt, and whether pain may be compared."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from presspoint.named_tuple import NamedTuple
from presspoint.session.record.endings import EndedBy, Status

LEAST_SECONDS = 1.0  # what was held for less was touched, and not pressed
FAINT = "faint"


class HoldRecord(NamedTuple):
    """One finished hold: what was pressed, on which side, for how many seconds, what ended it.

    `all_codes` are all that it counts for, with the WHO points that a person's own places are at.
    """

    points: tuple[str, ...]
    zones: tuple[str, ...]
    side: str | None
    planned_seconds: float
    held_seconds: float
    all_codes: tuple[str, ...] = ()
    ended_by: EndedBy | None = None

    @property
    def is_pressed(self) -> bool:
        """Whether it was held long enough to count."""
        return self.held_seconds >= LEAST_SECONDS


class Reaction(NamedTuple):
    """What hurt, or where somebody felt faint: the step, what was pressed, and the answer.

    It is "sharp", "numb", "spreading", "sore" or "faint"; None where it was not answered.
    """

    step: int
    points: tuple[str, ...]
    zones: tuple[str, ...]
    side: str | None
    answer: str | None


class LeftOutRecord(NamedTuple):
    """A place that the screening left out, on one `side` or (empty) altogether, and why."""

    code: str
    side: str
    reason: str


class SessionRecord(NamedTuple):
    """One playing of a routine, by its `id`; `started` is ISO 8601 with its zone.

    `conditions` are the ids of those it was screened for, `choices` the values of the routine's
    choices, `reached` how many of the `planned_holds` came up, `again_today` whether places were
    to be pressed once more than their number a day. The last five are None where that was not
    saved, as by 0.1.0. It is not `whole` where a part of it could not be read back. One that is
    `undone` counts for the number a day and for a nerve sign, and for nothing else.
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
    ended_by: EndedBy | None = None
    reached: int | None = None
    planned_holds: int | None = None
    again_today: bool | None = None
    reactions: tuple[Reaction, ...] | None = None
    whole: bool = True
    undone: bool = False

    @property
    def held_seconds(self) -> float:
        """The seconds pressed in all holds."""
        return seconds_of(self.holds)

    @property
    def is_pressed(self) -> bool:
        """Whether anything was pressed."""
        return any(hold.is_pressed for hold in self.holds)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell of it: nothing was pressed, and nothing hurt."""
        may_press = self.status in {Status.RUNNING, Status.REPORTED}
        return not (may_press or self.is_pressed or self.reactions)

    @property
    def has_hurt(self) -> bool:
        """Whether something in it hurt, however little, or somebody felt faint."""
        return bool(self.reactions)

    @property
    def pain_change_counts(self) -> bool:
        """Whether pain before and after may be compared, as a change for better or worse.

        This is the one place that decides it: never where something hurt, where somebody felt
        faint, where nothing was pressed, before the end, or where a part of it cannot be read,
        which may be what hurt.
        """
        is_known = self.pain_before is not None and self.pain_after is not None
        is_over = self.status in {Status.FINISHED, Status.STOPPED}
        return self.whole and is_known and is_over and self.is_pressed and not self.has_hurt

    @property
    def is_worse_after(self) -> bool:
        """Whether the pain after it calls for rest: 2 more than before, 1 where something hurt."""
        if self.pain_before is None or self.pain_after is None:
            return False
        return self.pain_after - self.pain_before >= (1 if self.has_hurt else 2)


def seconds_of(holds: Iterable[HoldRecord]) -> float:
    """Return the seconds pressed in all of some holds, to a tenth."""
    return round(sum([hold.held_seconds for hold in holds]), 1)
