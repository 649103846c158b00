"""What a person must not press, and whether a routine may be played at all.

Red flags stop, gates ask, conditions leave points out; the catalogue's tables say which and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from presspoint.catalogue import Catalogue, Point
from presspoint.exclusions import excluded
from presspoint.routines import Routine, Way

LEVELS = ("emergency", "same-day", "soon", "avoid", "care")


class RedFlag(NamedTuple):
    """A sign that a doctor, and not a routine, is needed; `level` tells how soon.

    `verified` tells how its weakest fact is known: read, reproduced or general knowledge.
    """

    title: str
    brief: str
    question: str
    level: str
    action: str
    order: int
    sources: tuple[str, ...]
    verified: str = "read"


class Condition(NamedTuple):
    """Something about a person that leaves points out; a gate also needs a clinician's word.

    One that is to `postpone` plays nothing while it lasts. `cap` is the seconds that any hold may
    last at most (0: no cap of its own); `gentle` says how to press more softly. It may be true of
    one side only (`sided`) or of one place (`local`), and is asked again after `expires_days`.
    """

    title: str
    gate: bool
    text: str
    reason: str
    sources: tuple[str, ...]
    setup_reason: str = ""
    ask: str = "your doctor"
    points: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    question: str = ""
    brief: str = ""
    postpone: bool = False
    gentle: str = ""
    cap: int = 0
    sided: bool = False
    local: bool = False
    expires_days: int = 0
    verified: str = "read"

    def excludes(self, point: Point) -> bool:
        """Whether the point is out by its code or by its region."""
        return excluded(point, self.points, self.regions)

    def excludes_setup(self, way: Way) -> bool:
        """Whether the way's position or one of its tools is out."""
        return way.position in self.positions or not set(self.tools).isdisjoint(way.tools)


class Flags(NamedTuple):
    """What the person has told: red flags that apply now, conditions that limit them."""

    red_flags: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    provider_agreed: bool = False


class Warned(NamedTuple):
    """A warning to show before anything else; `level` is one of LEVELS, the gravest first."""

    id: str
    level: str
    text: str


class LeftOut(NamedTuple):
    """A point of the routine that is out for this person, and why."""

    code: str
    reason: str


class Screening(NamedTuple):
    """A routine against a profile: what to say first, what is out, whether it may play."""

    conditions: tuple[tuple[str, Condition], ...] = ()
    warnings: tuple[Warned, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    stopped: bool = False
    unanswered: tuple[Condition, ...] = ()

    @property
    def may_play(self) -> bool:
        """False after a red flag, while a gate has no clinician's word, and on a day of rest."""
        return not self.stopped and not self.unanswered and not self.postponed

    @property
    def postponed(self) -> bool:
        """Whether a condition asks for another day."""
        return any(condition.postpone for _, condition in self.conditions)

    @property
    def cap(self) -> int:
        """The seconds that any hold may last at most; 0 where no condition sets a cap."""
        return min((each.cap for _, each in self.conditions if each.cap), default=0)

    @property
    def gentle(self) -> tuple[str, ...]:
        """How to press more softly, once each."""
        return tuple(dict.fromkeys(each.gentle for _, each in self.conditions if each.gentle))

    def reason(self, point: Point, way: Way | None = None) -> str:
        """Return why the point is out (in this way of doing a step), or nothing if it is not."""
        if point.out:
            return point.out[0]
        for name, condition in self.conditions:
            if name in point.avoid or condition.excludes(point):
                return condition.reason
            if way and condition.excludes_setup(way):
                return condition.setup_reason or condition.reason
        return ""

    def excludes_setup(self, way: Way) -> bool:
        """Whether the way's position or one of its tools is out."""
        return any(condition.excludes_setup(way) for _, condition in self.conditions)


def red_flags(catalogue: Catalogue) -> list[tuple[str, RedFlag]]:
    """Return every red flag with its id, the gravest first."""
    found = [
        (name, catalogue.make(RedFlag, "red_flags", name)) for name in catalogue.table("red_flags")
    ]
    return sorted(found, key=lambda each: (LEVELS.index(each[1].level), each[1].order))


def screen(catalogue: Catalogue, routine: Routine, profile: Flags) -> Screening:
    """Return the routine's screening for this profile. Raises CatalogueError."""
    told = [(name, flag) for name, flag in red_flags(catalogue) if name in profile.red_flags]
    conditions = tuple(
        (name, catalogue.make(Condition, "conditions", name))
        for name in catalogue.table("conditions")
        if name in profile.conditions
    )
    gates = tuple(condition for _, condition in conditions if condition.gate)
    first = Screening(conditions=conditions)
    return Screening(
        conditions=conditions,
        warnings=(
            *(Warned(name, flag.level, f"{flag.title}. {flag.action}") for name, flag in told),
            *sorted(_condition_warnings(conditions), key=lambda each: LEVELS.index(each.level)),
            *caution_warnings(catalogue, routine.warn),
        ),
        left_out=tuple(_left_out(catalogue, routine, first)),
        stopped=bool(told),
        unanswered=() if profile.provider_agreed else gates,
    )


def caution_warnings(catalogue: Catalogue, names: Iterable[str]) -> Iterator[Warned]:
    """Yield cautions as warnings."""
    for name in names:
        caution = catalogue.caution(name)
        yield Warned(name, caution.level, caution.text)


def _condition_warnings(conditions: Iterable[tuple[str, Condition]]) -> Iterator[Warned]:
    for name, condition in conditions:
        excludes = condition.points or condition.regions or condition.positions or condition.tools
        level = "soon" if condition.gate else "avoid" if excludes else "care"
        yield Warned(name, level, f"{condition.title}. {condition.text}")


def _left_out(catalogue: Catalogue, routine: Routine, screening: Screening) -> Iterator[LeftOut]:
    """A point is out of the routine when it is out in every way that would press it."""
    ways = [way for step in routine.steps for way in step.ways]
    for code in routine.codes:
        point = catalogue.point(code)
        reasons = [
            screening.reason(point, way)
            for way in ways
            if any(code in press.points for press in way.presses)
        ]
        if all(reasons):
            yield LeftOut(code, reasons[0])
