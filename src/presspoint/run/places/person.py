"""What a person may not press, as far as a drawing or a search has to know it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from presspoint.catalogue.exclusions import bans_on
from presspoint.catalogue.places import EVERY_SIDE, Point, Side
from presspoint.catalogue.routines import Way
from presspoint.catalogue.safety_warnings import SafetyWarning
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.named_tuple import NamedTuple
from presspoint.safety.answers import Flags
from presspoint.safety.limits import Limits
from presspoint.safety.screening import NOBODY, limits_on, stop_warning
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day

FILES_UNREAD = "your own files cannot be read"
FILES_FIRST = "Until your own files can be read, no place is shown as one to press."
PROFILE_UNREAD = "your answers cannot be read"
STOPPED = "nothing is to be pressed now"


class Person(NamedTuple):
    """What limits a person; None where nothing may be pressed at all, for a reason (`why`).

    `stops` are the warnings of a check that found a sign.
    """

    limits: Limits | None
    why: str = ""
    stops: tuple[SafetyWarning, ...] = ()

    def reason(self, point: Point) -> str:
        """Return why this person is not to press a place; empty where they may, as others do."""
        if self.limits is None:
            return self.why
        reasons = self._reasons(point, point.hold_sides)
        if len(reasons) == len(point.hold_sides):
            return "; ".join(dict.fromkeys(reasons.values()))
        return "; ".join(f"on the {side}, {reason}" for side, reason in reasons.items())

    def barred_sides(self, catalogue: Catalogue, point: Point) -> frozenset[Side]:
        """Return the sides on which a place is not to be pressed; `both` means both of them."""
        if self.limits is None or point.own_reasons or bans_on(catalogue, point.code):
            return EVERY_SIDE
        sides = ("left", "right", *point.hold_sides)
        return frozenset(self._reasons(point, sides))

    def _reasons(self, point: Point, sides: Iterable[Side]) -> dict[Side, str]:
        """Why a place is not to be pressed on those of its sides on which no way is left."""
        limits, ways = self.limits or Limits(), _ways(point)
        reasons: dict[Side, str] = {}
        for side in sides:
            rulings = [limits.exclusion(point, side, way) for way in ways]
            exclusions = [each for each in rulings if each]
            if len(exclusions) == len(ways):
                reasons[side] = exclusions[0].reason
        return reasons

    def open_sides(self, catalogue: Catalogue, point: Point) -> tuple[Side, ...]:
        """Return the sides of its holds on which a place may be pressed, in their order."""
        barred = self.barred_sides(catalogue, point)
        return tuple(side for side in point.hold_sides if side not in barred)

    def may_press(self, catalogue: Catalogue, point: Point) -> bool:
        """Whether a place may be pressed on a side at least."""
        return bool(self.open_sides(catalogue, point))


def read_person(
    catalogue: Catalogue, report: Callable[[str], None], *, lacks_files: bool = False
) -> Person:
    """Return what the profile limits: everything, where it cannot be read or a stop stands.

    Nor where the catalogue `lacks_files` of the person's own, which may leave out any place. What
    cannot be read is reported. How often something was pressed today does not count.
    """
    try:
        profile = read_profile(catalogue)
    except PresspointError as problem:
        report(f"{problem} Until it can be read, no place is shown as one to press.")
        return Person(None, PROFILE_UNREAD)
    if stops := tuple(stop_warning(catalogue, profile or NOBODY)):
        return Person(None, STOPPED, stops)
    if lacks_files:
        return Person(None, FILES_UNREAD)
    return Person(limits_on(catalogue, Flags(), profile or NOBODY, current_day(), {}))


def _ways(point: Point) -> list[Way]:
    """Every way to press a place: one position and one tool of its own each."""
    return [
        Way(position, tools=(tool,))
        for position in point.positions or ("",)
        for tool in point.tools or ("",)
    ]
