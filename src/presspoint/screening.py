"""A routine against what a person told: what stops it, what is out of it and why.

Nothing gets round it: a plan presses only what a screening lets through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from presspoint.catalogue import Catalogue, Point
from presspoint.profile import Profile, Rest, Where
from presspoint.routines import Press, Routine, Way
from presspoint.safety import LEVELS, Condition, Flags, Warned, caution_warnings, red_flags
from presspoint.text import counted
from presspoint.wording import day

PRESSED_ON = {"each": ("left", "right"), "together": ("both",), "midline": ("midline",)}
NOBODY = Profile()


class Out(NamedTuple):
    """Why a place is out, with the sources that say so.

    `instead` tells whether another place may be pressed in its stead.
    """

    reason: str
    sources: tuple[str, ...] = ()
    instead: bool = True


class LeftOut(NamedTuple):
    """A place of the routine that is out for this person, on one `side` or (empty) altogether."""

    code: str
    reason: str
    sources: tuple[str, ...] = ()
    side: str = ""


class Applied(NamedTuple):
    """A condition that holds for this person, and the places it is at, if it has any."""

    name: str
    condition: Condition
    where: tuple[Where, ...] = ()

    @property
    def warned(self) -> Warned:
        """The condition as a warning, with where it is."""
        told = self.condition
        out = told.points or told.regions or told.positions or told.tools or self.where
        level = "soon" if told.gate else "avoid" if out else "care"
        places = f" ({', '.join(each.words for each in self.where)})" if self.where else ""
        return Warned(self.name, level, f"{told.title}{places}. {told.text}")

    def out(self, point: Point, side: str, way: Way | None) -> Out | None:
        """Return why the point is out on this side (in this way of doing a step), if it is."""
        told = self.condition
        listed = self.name in point.avoid or told.excludes(point)
        if (listed and self._on(side)) or self._at(point, side):
            return Out(told.reason, told.sources, told.instead)
        if way and told.excludes_setup(way):
            return Out(told.setup_reason or told.reason, told.sources, told.instead)
        return None

    def _on(self, side: str) -> bool:
        """Whether the condition is on this side; both sides at once are never one side only."""
        told = {each.side for each in self.where}
        return not (self.condition.sided and told and side in PRESSED_ON["each"]) or bool(
            told & {"", side}
        )

    def _at(self, point: Point, side: str) -> bool:
        """Whether one of the places told is here; a side alone is the whole of it."""
        places = (each for each in self.where if each.place or not self.condition.sided)
        return any(each.covers(point, side) for each in places)


class Screening(NamedTuple):
    """What to say first, what is out, whether anything may play.

    `resting` maps codes to rests, and `done` to the sessions of today, the WHO points that own
    places are at included.
    """

    conditions: tuple[Applied, ...] = ()
    warnings: tuple[Warned, ...] = ()
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
    def gated(self) -> bool:
        """Whether a condition asks a clinician first."""
        return any(each.condition.gate for each in self.conditions)

    @property
    def cap(self) -> int:
        """The seconds that any hold may last at most; 0 where no condition sets a cap."""
        caps = (each.condition.cap for each in self.conditions)
        return min((cap for cap in caps if cap), default=0)

    @property
    def gentle(self) -> tuple[str, ...]:
        """How to press more softly, once each."""
        told = (each.condition.gentle for each in self.conditions)
        return tuple(dict.fromkeys(filter(None, told)))

    def out(
        self, point: Point, side: str, way: Way | None = None, press: Press | None = None
    ) -> Out | None:
        """Return why a point is out on a side, in this way and press of a step, or None."""
        if point.out:
            return Out(point.out[0], point.sources)
        for each in self.conditions:
            if found := each.out(point, side, way):
                return found
        spot = point.at or point.code
        if rest := self.resting.get(point.code) or self.resting.get(spot):
            why = f", {rest.because}" if rest.because else ""
            return Out(f"rests until {day(rest.until)}{why}", ("told",))
        most = (press.per_day if press else 0) or (point.hold.per_day if point.hold else 0)
        if most and self.done.get(spot, 0) >= most:
            sources = press.sources if press and press.per_day else ()
            sources = sources or (point.hold.sources if point.hold else ())
            return Out(f"enough for today after {counted(most, 'session')}", sources)
        return None

    def excludes_setup(self, way: Way) -> bool:
        """Whether the way's position or one of its tools is out."""
        return any(each.condition.excludes_setup(way) for each in self.conditions)


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
    told = [(name, flag) for name, flag in red_flags(catalogue) if name in flags.red_flags]
    conditions = tuple(_applied(catalogue, flags, profile))
    first = Screening(
        conditions=conditions,
        stopped=bool(told) or profile.stopped,
        resting={
            spot: rest for rest in profile.resting(today) for spot in _spots(catalogue, rest.code)
        },
        done={} if flags.again_today else _by_spot(catalogue, flags.done),
    )
    gates = tuple(each.condition for each in conditions if each.condition.gate)
    return first._replace(
        warnings=(
            *(Warned(name, flag.level, f"{flag.title}. {flag.action}") for name, flag in told),
            *_stop_warning(catalogue, profile),
            *sorted((each.warned for each in conditions), key=_gravity),
            *caution_warnings(catalogue, routine.warn),
        ),
        left_out=tuple(_left_out(catalogue, routine, first)),
        unanswered=() if flags.provider_agreed else gates,
    )


def _gravity(warned: Warned) -> int:
    return LEVELS.index(warned.level)


def _applied(catalogue: Catalogue, flags: Flags, profile: Profile) -> Iterator[Applied]:
    """Every condition of the profile and of this run; told twice, it holds in both places."""
    told = (*profile.conditions, *flags.conditions)
    for name in catalogue.table("conditions"):
        if given := [each.where for each in told if each.name == name]:
            condition = catalogue.make(Condition, "conditions", name)
            yield Applied(name, condition, _joined(given, sided=condition.sided))


def _joined(given: list[tuple[Where, ...]], *, sided: bool) -> tuple[Where, ...]:
    """All places told; what is told once without its side is on both."""
    both = () if all(given) or not sided else (Where("left"), Where("right"))
    places = dict.fromkeys(each for where in given for each in where)
    return (*both, *places) if places else ()


def _stop_warning(catalogue: Catalogue, profile: Profile) -> Iterator[Warned]:
    if profile.stopped:
        when = day(profile.checked) if profile.checked else "an earlier day"
        text = catalogue.text(f"stopped-{profile.found}").replace("{day}", when)
        yield Warned("check", profile.found, text)


def _spots(catalogue: Catalogue, code: str) -> Iterable[str]:
    """A code, and the WHO point that it is at where it is an own place."""
    at = catalogue.table("points").get(code, catalogue.table("zones").get(code, {})).get("at")
    return (code, at) if at else (code,)


def _by_spot(catalogue: Catalogue, done: Mapping[str, int]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for code, sessions in done.items():
        for spot in _spots(catalogue, code):
            counts[spot] = counts.get(spot, 0) + sessions
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
