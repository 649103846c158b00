"""What a person has told about themselves that limits what may be pressed, and for how long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple


class Flags(NamedTuple):
    """What is told for one run: red flags that apply now, and conditions.

    `done` counts the sessions of today that pressed a place (by code); `again_today` presses it
    once more than its number a day.
    """

    red_flags: tuple[str, ...] = ()
    conditions: tuple[ConditionAnswer, ...] = ()
    provider_agreed: bool = False
    done: Mapping[str, int] = MappingProxyType({})
    again_today: bool = False


SIDES = ("left", "right")
CHECK_DAYS = 30


class BodyPlace(NamedTuple):
    """One place that a condition is at: a side, a region or a code, or both ("left knee")."""

    side: str = ""
    place: str = ""

    @property
    def words(self) -> str:
        """Return "left knee", the form in which it is typed and kept."""
        return " ".join(filter(None, self))


class ConditionAnswer(NamedTuple):
    """A condition (its id) as it was told on a day, and the places that it is at, if any."""

    name: str
    on: date
    where: tuple[BodyPlace, ...] = ()

    def expired(self, days: int, today: date) -> bool:
        """Whether it is to be asked again, told as many days ago or on a day that is yet to come.

        0 days: it never is.
        """
        return days > 0 and not timedelta() <= today - self.on < timedelta(days=days)


class Rest(NamedTuple):
    """A place that is left out until a day, which is the first one it may be pressed again."""

    code: str
    until: date
    because: str = ""


class Profile(NamedTuple):
    """What is kept of a person between sessions.

    `found` is the urgency of what the check of the day `checked` found, never which sign it was;
    empty where it found nothing. `declined` tells that a check was offered and not wanted.
    """

    checked: date | None = None
    found: str = ""
    declined: bool = False
    conditions: tuple[ConditionAnswer, ...] = ()
    rests: tuple[Rest, ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether nothing plays until a later check finds nothing."""
        return bool(self.found)

    def check_is_old(self, today: date) -> bool:
        """Whether the warning signs are to be asked about again; no clock checked in the future."""
        if self.checked is None:
            return False
        return not timedelta() <= today - self.checked <= timedelta(days=CHECK_DAYS)

    def resting(self, today: date) -> tuple[Rest, ...]:
        """Return the rests that have not ended."""
        return tuple(each for each in self.rests if each.until > today)

    def with_check(self, today: date, found: str = "") -> Profile:
        """Return the profile after a check that found a sign of this urgency, or nothing."""
        return self._replace(checked=today, found=found)

    def with_answers(self, told: Iterable[ConditionAnswer]) -> Profile:
        """Return the profile with these conditions, each in place of what was told of it before."""
        new = {each.name: each for each in told}
        kept = tuple(each for each in self.conditions if each.name not in new)
        return self._replace(conditions=(*kept, *new.values()))

    def with_rest(self, rest: Rest) -> Profile:
        """Return the profile with a place at rest, never for a shorter time than before."""
        until = max([rest.until, *(each.until for each in self.rests if each.code == rest.code)])
        kept = tuple(each for each in self.rests if each.code != rest.code)
        return self._replace(rests=(*kept, rest._replace(until=until)))

    def without(self, names: Iterable[str]) -> Profile:
        """Return the profile without these conditions and rests; what a check found stays."""
        gone = set(names)
        return self._replace(
            conditions=tuple(each for each in self.conditions if each.name not in gone),
            rests=tuple(each for each in self.rests if each.code not in gone),
        )

    def cleared(self) -> Profile:
        """Return an empty profile, but for a stop: only a later check ends that."""
        return Profile(self.checked, self.found) if self.stopped else Profile()
