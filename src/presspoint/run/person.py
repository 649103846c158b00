"""What a person may not press, as far as a drawing or a search has to know it."""

from __future__ import annotations

from collections.abc import Callable

from presspoint.catalogue.exclusions import bans_on
from presspoint.catalogue.places import EVERY_SIDE, Point, Side
from presspoint.catalogue.routines import Way
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.named_tuple import NamedTuple
from presspoint.safety.answers import Flags
from presspoint.safety.limits import Limits
from presspoint.safety.screening import limits_on, stop_warning
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day


class Person(NamedTuple):
    """What limits a person; None where nothing may be pressed at all."""

    limits: Limits | None

    def barred_sides(self, catalogue: Catalogue, point: Point) -> frozenset[Side]:
        """Return the sides on which a place is not to be pressed; `both` means both of them."""
        if self.limits is None or point.own_reasons or bans_on(catalogue, point.code):
            return EVERY_SIDE
        limits, sides, ways = self.limits, ("left", "right", *point.hold_sides), _ways(point)
        return frozenset(
            side for side in sides if all(limits.exclusion(point, side, way) for way in ways)
        )

    def open_sides(self, catalogue: Catalogue, point: Point) -> tuple[Side, ...]:
        """Return the sides of its holds on which a place may be pressed, in their order."""
        barred = self.barred_sides(catalogue, point)
        return tuple(side for side in point.hold_sides if side not in barred)

    def may_press(self, catalogue: Catalogue, point: Point) -> bool:
        """Whether a place may be pressed on a side at least."""
        return bool(self.open_sides(catalogue, point))


def read_person(catalogue: Catalogue, report: Callable[[str], None]) -> Person:
    """Return what the profile limits: everything, where it cannot be read or a stop stands.

    Why nothing may be pressed is reported. How often something was pressed today does not count.
    """
    try:
        profile = read_profile(catalogue)
    except PresspointError as problem:
        report(f"{problem} Until it can be read, no place is shown as one to press.")
        return Person(None)
    if profile is None:
        return Person(Limits())
    if stops := list(stop_warning(catalogue, profile)):
        for stop in stops:
            report(stop.text)
        return Person(None)
    return Person(limits_on(catalogue, Flags(), profile, current_day(), {}))


def _ways(point: Point) -> list[Way]:
    """Every way to press a place: one position and one tool of its own each."""
    return [
        Way(position, tools=(tool,))
        for position in point.positions or ("",)
        for tool in point.tools or ("",)
    ]
