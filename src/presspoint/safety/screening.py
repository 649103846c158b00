"""A routine against what a person told: what stops it, what is out of it and why.

Nothing gets round it: a plan presses only what a screening lets through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from presspoint.catalogue.conditions import (
    LEVELS,
    Condition,
    SafetyWarning,
    caution_warnings,
    sign_warnings,
)
from presspoint.catalogue.routines import Press, Routine, Way
from presspoint.catalogue.tables import Catalogue, Point
from presspoint.safety.applied_condition import (
    AffectedArea,
    AppliedCondition,
    Exclusion,
    affected_area,
    codes_at,
)
from presspoint.safety.profile import BodyPlace, Flags, Profile, Rest
from presspoint.words import long_date, quantity

PRESSED_ON = {"each": ("left", "right"), "together": ("both",), "midline": ("midline",)}
NOBODY = Profile()


class LeftOut(NamedTuple):
    """A place of the routine that is out for this person, on one `side` or (empty) altogether."""

    code: str
    reason: str
    sources: tuple[str, ...] = ()
    side: str = ""


class Screening(NamedTuple):
    """What to say first, what is out, whether anything may play.

    `resting` maps codes to rests, and `done` to the sessions of today, the WHO points that own
    places are at included.
    """

    conditions: tuple[AppliedCondition, ...] = ()
    warnings: tuple[SafetyWarning, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    stopped: bool = False
    unanswered: tuple[Condition, ...] = ()
    resting: Mapping[str, Rest] = MappingProxyType({})
    done: Mapping[str, int] = MappingProxyType({})

    @property
    def may_play(self) -> bool:
        """False after a red flag, while a gate has no clinician's word, and on a day of rest."""
        return not self.stopped and not self.unanswered and not self.postponed

    @property
    def postponed(self) -> bool:
        """Whether a condition asks for another day."""
        return any(each.condition.postpone for each in self.conditions)

    @property
    def gates(self) -> frozenset[str]:
        """The conditions that ask a clinician first."""
        return frozenset(each.name for each in self.conditions if each.condition.gate)

    @property
    def whom(self) -> tuple[str, ...]:
        """Whom to ask ("your doctor") about gates that nobody answered yet, once each.

        Nobody, where nothing plays whatever they say.
        """
        if self.stopped or self.postponed:
            return ()
        return tuple(dict.fromkeys(condition.ask for condition in self.unanswered))

    @property
    def cap(self) -> int:
        """The seconds that any hold may last at most; 0 where no condition sets a cap."""
        caps = (each.condition.cap for each in self.conditions)
        return min((cap for cap in caps if cap), default=0)

    @property
    def gentle(self) -> tuple[str, ...]:
        """How to press more softly, each sentence once."""
        told = (sentence for each in self.conditions for sentence in each.condition.gentle)
        return tuple(dict.fromkeys(told))

    def out(
        self, point: Point, side: str, way: Way | None = None, press: Press | None = None
    ) -> Exclusion | None:
        """Return why a point is out on a side, in this way and press of a step, or None."""
        if point.out:
            return Exclusion(point.out[0], point.sources)
        for each in self.conditions:
            if found := each.out(point, side, way):
                return found
        spot = point.at or point.code
        if rest := self.resting.get(point.code) or self.resting.get(spot):
            why = f", {rest.because}" if rest.because else ""
            return Exclusion(f"rests until {long_date(rest.until)}{why}", ("told",))
        most = (press.per_day if press else 0) or (point.hold.per_day if point.hold else 0)
        if most and self.done.get(spot, 0) >= most:
            sources = press.sources if press and press.per_day else ()
            sources = sources or (point.hold.sources if point.hold else ())
            return Exclusion(f"enough for today after {quantity(most, 'session')}", sources)
        return None

    def movement_out(self, way: Way) -> Exclusion | None:
        """Return why the way's movement is out, or None."""
        return next(filter(None, (each.movement_out(way) for each in self.conditions)), None)


def screen(
    catalogue: Catalogue,
    routine: Routine,
    flags: Flags,
    profile: Profile = NOBODY,
    today: date = date.min,
) -> Screening:
    """Return the routine's screening for this run, this person and this day.

    Raises CatalogueError.
    """
    signs = (*sign_warnings(catalogue, flags.red_flags), *stop_warning(catalogue, profile))
    conditions = tuple(_in_force(catalogue, flags, profile))
    first = Screening(
        conditions=conditions,
        stopped=bool(signs),
        resting={
            spot: rest for rest in profile.resting(today) for spot in codes_at(catalogue, rest.code)
        },
        done={} if flags.again_today else _by_spot(catalogue, flags.done),
    )
    gates = tuple(each.condition for each in conditions if each.condition.gate)
    return first._replace(
        warnings=(
            *signs,
            *sorted((each.warned for each in conditions), key=_gravity),
            *caution_warnings(catalogue, routine.warn),
        ),
        left_out=tuple(_left_out(catalogue, routine, first)),
        unanswered=() if flags.provider_agreed else gates,
    )


def _gravity(warned: SafetyWarning) -> int:
    return LEVELS.index(warned.level)


def _in_force(catalogue: Catalogue, flags: Flags, profile: Profile) -> Iterator[AppliedCondition]:
    """Every condition of the profile and of this run; told twice, it holds in both places."""
    told = (*profile.conditions, *flags.conditions)
    for name in catalogue.table("conditions"):
        if given := [each.where for each in told if each.name == name]:
            condition = catalogue.make(Condition, "conditions", name)
            where = _joined(given, sided=condition.sided)
            places = tuple(affected_area(catalogue, each) for each in where)
            yield AppliedCondition(name, condition, where, places, _unplaced(given, places))


def _unplaced(given: list[tuple[BodyPlace, ...]], places: tuple[AffectedArea, ...]) -> bool:
    return not all(given) or any(each.unknown for each in places)


def _joined(given: list[tuple[BodyPlace, ...]], *, sided: bool) -> tuple[BodyPlace, ...]:
    """All places told; what is told once without its side is on both."""
    both = () if all(given) or not sided else (BodyPlace("left"), BodyPlace("right"))
    places = dict.fromkeys(each for where in given for each in where)
    return (*both, *places) if places else ()


def stop_warning(catalogue: Catalogue, profile: Profile) -> Iterator[SafetyWarning]:
    """Yield what a check that found a sign means for today, where nothing else was found since."""
    if profile.stopped:
        when = long_date(profile.checked) if profile.checked else "an earlier day"
        text = catalogue.text(f"stopped-{profile.found}").replace("{day}", when)
        yield SafetyWarning("check", profile.found, text)


def _by_spot(catalogue: Catalogue, done: Mapping[str, int]) -> dict[str, int]:
    """The sessions by code; where an own place was pressed, the point it is at was counted too."""
    counts: dict[str, int] = {}
    for code, sessions in done.items():
        for spot in codes_at(catalogue, code):
            counts[spot] = max(counts.get(spot, 0), sessions)
    return counts


def _left_out(catalogue: Catalogue, routine: Routine, screening: Screening) -> Iterator[LeftOut]:
    """A place is out of the routine on a side when it is out in every way that would press it."""
    presses = [(way, press) for step in routine.steps for way in step.ways for press in way.presses]
    for code in routine.codes:
        point = catalogue.point(code)
        uses = [(way, press) for way, press in presses if code in press.points]
        found = {}
        for side in PRESSED_ON[point.sides]:
            reasons = [screening.out(point, side, way, press) for way, press in uses]
            if all(reasons) and reasons[0]:
                found[side] = reasons[0]
        if len(found) == len(PRESSED_ON[point.sides]):
            first = next(iter(found.values()))
            yield LeftOut(code, first.reason, first.sources)
        else:
            for side, out in found.items():
                yield LeftOut(code, out.reason, out.sources, side)
