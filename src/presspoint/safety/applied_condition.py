"""A condition that holds for a person: where it is, and what it leaves out there."""

from __future__ import annotations

from typing import NamedTuple

from presspoint.catalogue.conditions import Condition, SafetyWarning
from presspoint.catalogue.routines import Way
from presspoint.catalogue.tables import Catalogue, Point
from presspoint.safety.profile import SIDES, BodyPlace


class Exclusion(NamedTuple):
    """Why a place or a movement is out, with the sources that say so.

    `instead` tells whether another place may be pressed in its stead.
    """

    reason: str
    sources: tuple[str, ...] = ()
    instead: bool = True


class AffectedArea(NamedTuple):
    """What a place that was told takes in: whole regions, or in them only these codes.

    A zone without a code may lie anywhere in its region, so any code there takes it in. Without
    regions it is the whole side, or codes that nobody knows the region of.
    """

    side: str
    regions: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()

    @property
    def unknown(self) -> bool:
        """Whether nobody knows where it is."""
        return bool(self.codes) and not self.regions

    def covers(self, point: Point, side: str) -> bool:
        """Whether pressing the point on this side would press here; both and midline are near."""
        on_side = not self.side or side not in SIDES or side == self.side
        within = not self.regions or point.region in self.regions
        anywhere = not self.codes or (point.is_zone and not point.at)
        named = not self.codes.isdisjoint({point.code, point.at})
        return on_side and (named or (within and anywhere))


class AppliedCondition(NamedTuple):
    """A condition that holds, the places told for it, if any, and what these take in.

    `unplaced` tells that it was told at least once without a place that is known.
    """

    name: str
    condition: Condition
    where: tuple[BodyPlace, ...] = ()
    areas: tuple[AffectedArea, ...] = ()
    unplaced: bool = True

    @property
    def title(self) -> str:
        """Return the condition's title with where it is: "Varicose veins (left)"."""
        places = ", ".join(each.words for each in self.where)
        return f"{self.condition.title} ({places})" if places else self.condition.title

    @property
    def warned(self) -> SafetyWarning:
        """The condition as a warning, with where it is."""
        told = self.condition
        out = told.points or told.regions or told.positions or told.tools or self.where
        level = "soon" if told.gate else "avoid" if out or told.postpone else "care"
        return SafetyWarning(self.name, level, f"{self.title}. {told.text}")

    def out(self, point: Point, side: str, way: Way | None) -> Exclusion | None:
        """Return why the point is out on this side (in this way of doing a step), if it is."""
        told = self.condition
        join_words = self.name in point.avoid or told.excludes(point)
        join_words = join_words or (self.unplaced and point.region in told.unplaced_regions)
        if (join_words and self._on(side)) or any(
            each.covers(point, side) for each in self._places
        ):
            return Exclusion(told.reason, told.sources, told.instead)
        return self._setup_out(way) if way else None

    def movement_out(self, way: Way) -> Exclusion | None:
        """Return why the way's movement is out, if it is: for what it strains, or how it is set."""
        if not self._strained(way):
            return self._setup_out(way)
        title = self.title[:1].lower() + self.title[1:]
        unsaid = "" if way.strains is not None else "; your file does not say what it strains"
        return Exclusion(f"not with {title}{unsaid}", self.condition.sources)

    def _strained(self, way: Way) -> bool:
        """Whether it strains what is spared; a movement that does not say may strain anything."""
        told = self.condition
        spared = {*told.strains, *(told.unplaced_regions if self.unplaced else ())}
        if way.strains is None:
            return bool(spared or self._places)
        strained = {*way.strains}
        sides = any(not each.regions for each in self._places)
        told_at = {region for each in self._places for region in each.regions}
        return bool(strained and (sides or strained & (spared | told_at)))

    def _setup_out(self, way: Way) -> Exclusion | None:
        told = self.condition
        positions = {*told.positions, *(told.unplaced_positions if self.unplaced else ())}
        if way.position not in positions and set(told.tools).isdisjoint(way.tools):
            return None
        return Exclusion(told.setup_reason or told.reason, told.sources, told.instead)

    def _on(self, side: str) -> bool:
        """Whether the condition is on this side; both sides at once are never one side only."""
        told = {each.side for each in self.where}
        return not (self.condition.sided and told and side in SIDES) or bool(told & {"", side})

    @property
    def _places(self) -> tuple[AffectedArea, ...]:
        """The places told; where it is sided, a side alone says where its list counts."""
        return tuple(each for each in self.areas if each.regions or not self.condition.sided)


def codes_at(catalogue: Catalogue, code: str) -> tuple[str, ...]:
    """Return a code, and the WHO point that it is at where it is a person's own place."""
    at = catalogue.table("points").get(code, catalogue.table("zones").get(code, {})).get("at")
    return (code, at) if at else (code,)


def affected_area(catalogue: Catalogue, where: BodyPlace) -> AffectedArea:
    """Return what a place that was told takes in; of a code that no file has now, no region."""
    side, place = where
    if not place:
        return AffectedArea(side)
    if place in catalogue.table("parts"):
        return AffectedArea(side, frozenset(catalogue.table("parts")[place]["regions"]))
    if place in catalogue.table("regions"):
        return AffectedArea(side, frozenset({place}))
    if all(place not in catalogue.table(kind) for kind in ("points", "zones")):
        return AffectedArea(side, codes=frozenset({place}))
    point = catalogue.point(place)
    somewhere = point.is_zone and not point.at
    codes = () if somewhere else codes_at(catalogue, place)
    return AffectedArea(side, frozenset({point.region}), frozenset(codes))
