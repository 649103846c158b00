"""A condition that applies to a person: where it is, and what it leaves out there."""

from __future__ import annotations

from typing import NamedTuple

from presspoint.catalogue.conditions import Condition, SafetyWarning
from presspoint.catalogue.places import Point
from presspoint.catalogue.routines import Way
from presspoint.catalogue.tables import Catalogue
from presspoint.safety.profile import SIDES, BodyPlace


class Exclusion(NamedTuple):
    """Why a place or a movement is left out, with the sources that say so.

    `instead` tells whether another place may be pressed in its stead.
    """

    reason: str
    sources: tuple[str, ...] = ()
    instead: bool = True


class AffectedArea(NamedTuple):
    """What a place on the body takes in: whole regions, or in them only these codes.

    A zone without a code may lie anywhere in its region, so any code there takes it in. Without
    regions it is the whole side, or codes that nobody knows the region of.
    """

    side: str
    regions: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()

    @property
    def is_unknown(self) -> bool:
        """Whether nobody knows where it is."""
        return bool(self.codes) and not self.regions

    def covers(self, point: Point, side: str) -> bool:
        """Whether pressing the point on this side presses here; both and midline touch a side."""
        on_side = not self.side or side not in SIDES or side == self.side
        within = not self.regions or point.region in self.regions
        anywhere = not self.codes or (point.is_zone and not point.at)
        by_code = not self.codes.isdisjoint({point.code, point.at})
        return on_side and (by_code or (within and anywhere))


class AppliedCondition(NamedTuple):
    """A condition that applies, the places it is at, if any, and the areas that these take in.

    `unplaced` tells that it was given at least once without a place that is known.
    """

    name: str
    condition: Condition
    where: tuple[BodyPlace, ...] = ()
    areas: tuple[AffectedArea, ...] = ()
    unplaced: bool = True

    @property
    def title(self) -> str:
        """The condition's title with where it is: "Varicose veins (left)"."""
        places = ", ".join(each.words for each in self.where)
        return f"{self.condition.title} ({places})" if places else self.condition.title

    @property
    def warning(self) -> SafetyWarning:
        """The condition as a warning, with where it is."""
        rule = self.condition
        leaves_out = rule.points or rule.regions or rule.positions or rule.tools or self.where
        level = "soon" if rule.gate else "avoid" if leaves_out or rule.postpone else "care"
        return SafetyWarning(self.name, level, f"{self.title}. {rule.text}")

    def exclusion(self, point: Point, side: str, way: Way | None) -> Exclusion | None:
        """Return why the point is out on this side (in this way of doing a step), if it is."""
        rule = self.condition
        by_list = self.name in point.avoid or rule.excludes(point)
        by_list = by_list or (self.unplaced and point.region in rule.unplaced_regions)
        if (by_list and self._is_on(side)) or any(
            each.covers(point, side) for each in self._excluding_areas
        ):
            return Exclusion(rule.reason, rule.sources, rule.instead)
        return self._setup_exclusion(way) if way else None

    def movement_exclusion(self, way: Way) -> Exclusion | None:
        """Return why the way's movement is out, if it is: for what it strains, or how it is set."""
        if not self._is_strained_by(way):
            return self._setup_exclusion(way)
        title = self.title[:1].lower() + self.title[1:]
        unsaid = "" if way.strains is not None else "; your file does not say what it strains"
        return Exclusion(f"not with {title}{unsaid}", self.condition.sources)

    def _is_strained_by(self, way: Way) -> bool:
        """Whether it strains what is spared; a movement that does not say may strain anything."""
        rule = self.condition
        spared = {*rule.strains, *(rule.unplaced_regions if self.unplaced else ())}
        if way.strains is None:
            return bool(spared or self._excluding_areas)
        strained = {*way.strains}
        whole_side = any(not each.regions for each in self._excluding_areas)
        regions = {region for each in self._excluding_areas for region in each.regions}
        return bool(strained and (whole_side or strained & (spared | regions)))

    def _setup_exclusion(self, way: Way) -> Exclusion | None:
        rule = self.condition
        positions = {*rule.positions, *(rule.unplaced_positions if self.unplaced else ())}
        if way.position not in positions and set(rule.tools).isdisjoint(way.tools):
            return None
        return Exclusion(rule.setup_reason or rule.reason, rule.sources, rule.instead)

    def _is_on(self, side: str) -> bool:
        """Whether the condition is on this side; both sides at once are never one side only."""
        sides = {each.side for each in self.where}
        one_side = self.condition.sided and sides and side in SIDES
        return not one_side or bool(sides & {"", side})

    @property
    def _excluding_areas(self) -> tuple[AffectedArea, ...]:
        """The areas to leave out; where it is sided, a side alone says where its list counts."""
        return tuple(each for each in self.areas if each.regions or not self.condition.sided)


def codes_at(catalogue: Catalogue, code: str) -> tuple[str, ...]:
    """Return a code, and the WHO point that it is at where it is a person's own place."""
    at = catalogue.point(code).at if catalogue.has_place(code) else ""
    return (code, at) if at else (code,)


def affected_area(catalogue: Catalogue, where: BodyPlace) -> AffectedArea:
    """Return what a place on the body takes in; of a code that no file has now, no region."""
    side, place = where
    if not place:
        return AffectedArea(side)
    if regions := catalogue.regions_of_part(place):
        return AffectedArea(side, frozenset(regions))
    if not catalogue.has_place(place):
        return AffectedArea(side, codes=frozenset({place}))
    point = catalogue.point(place)
    somewhere = point.is_zone and not point.at
    codes = () if somewhere else codes_at(catalogue, place)
    return AffectedArea(side, frozenset({point.region}), frozenset(codes))
