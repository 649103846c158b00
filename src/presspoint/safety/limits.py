"""What limits a person today, and what that rules on each place, once for each of its sides."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from presspoint.catalogue.places import Point, Side
from presspoint.catalogue.routines import Press, Way
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.safety.answers import SIDES, BodyPlace, Rest
from presspoint.safety.exclusion import Cause, Exclusion
from presspoint.words import long_date, quantity

if TYPE_CHECKING:
    from presspoint.safety.applied_condition import AppliedCondition
    from presspoint.safety.nerve_rests import NerveRest

MAYBE_PRESSED = "perhaps pressed today already, as the history cannot be read"


class PlaceRuling(NamedTuple):
    """A place in a press: for each side, why it is left out there, or None if it may be pressed."""

    point: Point
    by_side: Mapping[Side, Exclusion | None]

    @property
    def exclusions(self) -> tuple[Exclusion | None, ...]:
        """The exclusions of the sides that the place itself is pressed on."""
        return tuple(self.by_side[side] for side in self.point.hold_sides)

    @property
    def is_out(self) -> bool:
        """Whether it is left out on all of its sides."""
        return all(self.exclusions)


class PressRuling(NamedTuple):
    """A press, and the rulings on its places."""

    press: Press
    places: tuple[PlaceRuling, ...]


class WayRuling(NamedTuple):
    """A way of doing a step: why its movement is left out, if it is, and the rulings on presses."""

    way: Way
    movement: Exclusion | None
    presses: tuple[PressRuling, ...]

    @property
    def ends_step(self) -> bool:
        """Whether something of it is out for a reason that no other way of the step gets round."""
        places = (place for press in self.presses for place in press.places)
        sides = (each for place in places for each in place.by_side.values())
        exclusions = filter(None, (self.movement, *sides))
        return any(each.cause is Cause.NERVE for each in exclusions)


class Limits(NamedTuple):
    """The conditions that apply, and by code the rests and today's sessions that pressed it.

    The WHO points that own places are at are among these codes. Where nobody knows what was
    pressed, `pressed_today` is None. `again_today` asks for one session more than a place's number
    a day. What rests after a nerve sign is apart from the other rests.
    """

    conditions: tuple[AppliedCondition, ...] = ()
    rests: Mapping[str, Rest] = MappingProxyType({})
    pressed_today: Mapping[str, int] | None = MappingProxyType({})
    again_today: bool = False
    nerve_rests: tuple[NerveRest, ...] = ()

    @property
    def _area_limits(self) -> tuple[NerveRest | AppliedCondition, ...]:
        """What leaves out more than a place, what rests first: nothing stands in for that."""
        return (*self.nerve_rests, *self.conditions)

    @property
    def shortens_holds(self) -> bool:
        """Whether a condition caps the holds, of its own or as one that asks a clinician first."""
        return bool(self.cap or self.gates)

    @property
    def cap(self) -> int:
        """The seconds that any hold may last at most; 0 where no condition sets a cap."""
        caps = (each.condition.cap for each in self.conditions)
        return min(filter(None, caps), default=0)

    @property
    def softness(self) -> tuple[str, ...]:
        """How softly to press, each sentence once."""
        sentences = (words for each in self.conditions for words in each.condition.gentle)
        return tuple(dict.fromkeys(sentences))

    @property
    def besides(self) -> tuple[str, ...]:
        """What else to keep to while pressing, each sentence once."""
        sentences = (words for each in self.conditions for words in each.condition.besides)
        return tuple(dict.fromkeys(sentences))

    @property
    def gentle(self) -> tuple[str, ...]:
        """How to press more softly and what else to keep to, each sentence once."""
        return tuple(dict.fromkeys((*self.softness, *self.besides)))

    @property
    def gates(self) -> frozenset[tuple[str, frozenset[BodyPlace]]]:
        """The conditions that ask a clinician first, each with the places it is at."""
        gates = (each for each in self.conditions if each.condition.gate)
        return frozenset((each.name, frozenset(each.where)) for each in gates)

    @property
    def cuts_trial_doses(self) -> bool:
        """Whether a condition asks a clinician first, and no trial took in people with it."""
        rules = (each.condition for each in self.conditions)
        return any(rule.gate and not rule.keeps_trial_dose for rule in rules)

    @property
    def names_to_place(self) -> tuple[str, ...]:
        """The conditions that leave places out only because nobody said where they are."""
        return tuple(each.name for each in self.conditions if each.may_be_anywhere)

    @property
    def is_postponed(self) -> bool:
        """Whether a condition asks for another day."""
        return any(each.condition.postpone for each in self.conditions)

    def rule_on(self, catalogue: Catalogue, way: Way) -> WayRuling:
        """Return the rulings on a way of doing a step. Raises CatalogueError."""
        exclusions = (each.movement_exclusion(way) for each in self._area_limits)
        movement = next(filter(None, exclusions), None)
        presses = tuple(self.rule_on_press(catalogue, way, press) for press in way.presses)
        return WayRuling(way, movement, presses)

    def rule_on_press(self, catalogue: Catalogue, way: Way, press: Press) -> PressRuling:
        """Return the rulings on a press in a way of doing a step. Raises CatalogueError."""
        points = tuple(map(catalogue.point, press.points))
        sides = {side for point in points for side in point.hold_sides}
        sides |= {press.side} if press.side else set()
        places = [
            PlaceRuling(point, {side: self.exclusion(point, side, way, press) for side in sides})
            for point in points
        ]
        return PressRuling(press, tuple(places))

    def exclusion(
        self, point: Point, side: Side, way: Way | None = None, press: Press | None = None
    ) -> Exclusion | None:
        """Return why a point is out on a side, in this way and press of a step; None if not."""
        if point.own_reasons:
            return Exclusion(point.own_reasons[0], point.sources, cause=Cause.OWN_FILE)
        for each in self._area_limits:
            if exclusion := each.exclusion(point, side, way):
                return exclusion
        return self._rest_exclusion(point, side) or self._daily_exclusion(point, press)

    def _rest_exclusion(self, point: Point, side: Side) -> Exclusion | None:
        rest = self.rests.get(point.code) or self.rests.get(point.at or point.code)
        if rest is None or (rest.side and side in SIDES and side != rest.side):
            return None
        why = f", {rest.because}" if rest.because else ""
        reason = f"rests until {long_date(rest.until)}{why}"
        return Exclusion(reason, ("told",), cause=Cause.REST)

    def _daily_exclusion(self, point: Point, press: Press | None) -> Exclusion | None:
        """Why it is out after its number of sessions a day; a press's own number goes first."""
        dose = press if press and press.per_day else point.hold
        if dose is None:
            return None
        sources = dose.sources or (point.hold.sources if point.hold else ())
        if self.pressed_today is None:
            is_once = not self._may_be_again(dose.per_day)
            return Exclusion(MAYBE_PRESSED, sources, cause=Cause.UNREAD) if is_once else None
        most = dose.per_day + int(self.again_today and self._may_be_again(dose.per_day))
        if self.pressed_today.get(point.at or point.code, 0) < most:
            return None
        reason = f"enough for today after {quantity(most, 'session')}"
        return Exclusion(reason, sources, cause=Cause.DAILY)

    def _may_be_again(self, per_day: int) -> bool:
        """Whether one session more than its number does no harm: not of what has one a day."""
        return per_day > 1 and not self.shortens_holds
