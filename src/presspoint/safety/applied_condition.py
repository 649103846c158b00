"""A condition that applies to a person: where it is, and what it leaves out there."""

from collections.abc import Iterator, Sequence
from typing import Literal

from presspoint.catalogue.conditions import Condition, Spread, condition
from presspoint.catalogue.places import Point, Side
from presspoint.catalogue.routines import Way
from presspoint.catalogue.safety_warnings import Level, SafetyWarning
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.safety.affected_area import AffectedArea, area_of
from presspoint.safety.answers import SIDES, BodyPlace, BodySide, ConditionAnswer
from presspoint.safety.exclusion import Exclusion

SAY_WHERE = (
    "You gave no place, so every likely place is left out. To give one, type "
    '--condition {name}="left knee".'
)
HELPER_OUT = "no helper's hands with {title}"


class AppliedCondition(NamedTuple):
    """A condition that applies, the places it is at, if any, and the areas that these take in.

    It is `unplaced` where at least one answer has no place, or one that no file has now.
    """

    name: str
    condition: Condition
    where: tuple[BodyPlace, ...] = ()
    areas: tuple[AffectedArea, ...] = ()
    unplaced: bool = True

    @property
    def title(self) -> str:
        """The condition's title with where it is ("Varicose veins (left)")."""
        places = ", ".join(each.words for each in self.where)
        return f"{self.condition.title} ({places})" if places else self.condition.title

    @property
    def warning(self) -> SafetyWarning:
        """The condition as a warning, with where it is."""
        rule = self.condition
        listed = rule.points or rule.regions or rule.positions or rule.tools or rule.tools_at
        leaves_out = listed or self.where or self.may_be_anywhere
        grave = Level.AVOID if leaves_out or rule.postpone else Level.CARE
        level = Level.SOON if rule.gate else grave
        label = "Ask first" if rule.gate else level.label
        label = "Not today" if rule.postpone else label
        text = f"{self.title}. {rule.text}"
        if self.may_be_anywhere:
            text = f"{text} {SAY_WHERE.replace('{name}', self.name)}"
        return SafetyWarning(self.name, level, text, label)

    @property
    def may_be_anywhere(self) -> bool:
        """Whether places are out only because nobody said where it is, though they could."""
        rule = self.condition
        return self.unplaced and bool(rule.unplaced_regions) and not rule.from_sign

    def exclusion(self, point: Point, side: Side, way: Way | None) -> Exclusion | None:
        """Return why the point is out on this side (in this way of doing a step); None if not."""
        rule = self.condition
        listed = self._lists(point) and self._is_on(side)
        if listed or any(each.covers(point, side) for each in self._excluding_areas):
            return Exclusion(rule.reason, rule.sources, rule.instead, self.name)
        return self._tool_exclusion(point, way) or self._setup_exclusion(way) if way else None

    def movement_exclusion(self, way: Way) -> Exclusion | None:
        """Return why the movement is out, for what it strains or its position, or None."""
        if not self._is_strained_by(way):
            return self._setup_exclusion(way)
        title = self.title[:1].lower() + self.title[1:]
        doubt = "" if way.strains is not None else "; your file does not say what it strains"
        reason = f"not with {title}{doubt}"
        return Exclusion(reason, self.condition.sources, condition=self.name)

    def _lists(self, point: Point) -> bool:
        """Whether the condition names the point or its region, or the point names the condition."""
        rule = self.condition
        by_region = self.unplaced and point.region in rule.unplaced_regions
        return by_region or self.name in point.avoid or rule.excludes(point)

    def _is_strained_by(self, way: Way) -> bool:
        """Whether it strains what is spared; a movement that does not say may strain anything."""
        rule = self.condition
        spared = {*rule.strains, *(rule.unplaced_regions if self.unplaced else ())}
        spared.update(*(each.strains for _, each in self._spreads))
        if way.strains is None:
            return bool(spared or self._excluding_areas)
        whole_side = any(not each.regions for each in self._excluding_areas)
        spared.update(*(each.regions for each in self._excluding_areas))
        return bool(way.strains) and (whole_side or not spared.isdisjoint(way.strains))

    def _setup_exclusion(self, way: Way) -> Exclusion | None:
        rule = self.condition
        positions = {*rule.positions, *(rule.unplaced_positions if self.unplaced else ())}
        positions.update(*(each.positions for _, each in self._spreads))
        tools = {*rule.tools, *(rule.unplaced_tools if self.unplaced else ())}
        if way.position not in positions and tools.isdisjoint(way.tools):
            return None
        reason = rule.setup_reason or rule.reason
        if way.helped:
            reason = HELPER_OUT.format(title=self.title[:1].lower() + self.title[1:])
        return Exclusion(reason, rule.sources, rule.instead, self.name)

    def _tool_exclusion(self, point: Point, way: Way) -> Exclusion | None:
        rule = self.condition
        here = (each.tools for each in rule.tools_at if point.region in each.regions)
        if all(set(tools).isdisjoint(way.tools) for tools in here):
            return None
        return Exclusion(rule.reason, rule.sources, rule.instead, self.name)

    def _is_on(self, side: Side) -> bool:
        """Whether the condition is on this side; what is pressed on both sides is always on it."""
        sides = {each.side for each in self.where}
        one_side = self.condition.sided and sides and side in SIDES
        return not one_side or bool(sides & {"", side})

    @property
    def _excluding_areas(self) -> tuple[AffectedArea, ...]:
        """The areas to leave out; a side alone only says where the lists of a sided one count."""
        named = (each for each in self.areas if each.regions or not self.condition.sided)
        wider = (AffectedArea(side, frozenset(each.regions)) for side, each in self._spreads)
        return (*named, *(each for each in wider if each.regions))

    @property
    def _spreads(self) -> tuple[tuple[BodySide | Literal[""], Spread], ...]:
        """What it spreads to from each of its places, with the side of that place."""
        return tuple(
            (area.side, spread)
            for area in self.areas
            for spread in self.condition.spreads
            if not area.regions.isdisjoint(spread.at)
        )


def condition_without_place(catalogue: Catalogue, name: str) -> AppliedCondition:
    """Return a condition that applies, at no place that was named. Raises CatalogueError."""
    return AppliedCondition(name, condition(catalogue, name))


def apply_conditions(
    catalogue: Catalogue, answers: Sequence[ConditionAnswer]
) -> Iterator[AppliedCondition]:
    """Yield the conditions of the answers; one of several answers has the places of all."""
    for name in catalogue.ids("conditions"):
        if places := [each.where for each in answers if each.name == name]:
            rule = condition(catalogue, name)
            where = _join_places(places, sided=rule.sided)
            areas = tuple(area_of(catalogue, each) for each in where)
            unplaced = not all(places) or any(each.is_unknown for each in areas)
            yield AppliedCondition(name, rule, where, areas, unplaced)


def _join_places(places: list[tuple[BodyPlace, ...]], *, sided: bool) -> tuple[BodyPlace, ...]:
    """The places of several answers; an answer without its side means both sides."""
    both = () if all(places) or not sided else (BodyPlace("left"), BodyPlace("right"))
    distinct = dict.fromkeys(place for answer in places for place in answer)
    return (*both, *distinct) if distinct else ()
