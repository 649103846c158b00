"""A routine against what a person answered: what stops it, what is left out of it, and why.

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
    condition,
    sign_warnings,
)
from presspoint.catalogue.routines import Routine
from presspoint.catalogue.tables import Catalogue
from presspoint.safety.applied_condition import AppliedCondition, affected_area, codes_at
from presspoint.safety.limits import PRESSED_ON, Limits, WayRuling
from presspoint.safety.profile import BodyPlace, Flags, Profile
from presspoint.words import long_date

NOBODY = Profile()


class LeftOut(NamedTuple):
    """A place of the routine that is out for this person, on one `side` or (empty) altogether."""

    code: str
    reason: str
    sources: tuple[str, ...] = ()
    side: str = ""


class Screening(NamedTuple):
    """What to say first, what limits the person, and what that leaves out of the routine.

    `steps` has the rulings on every way of every step, in the routine's order; `unanswered` are
    the conditions that still ask for a clinician's word.
    """

    limits: Limits
    steps: tuple[tuple[WayRuling, ...], ...] = ()
    warnings: tuple[SafetyWarning, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    stopped: bool = False
    unanswered: tuple[Condition, ...] = ()

    @property
    def may_play(self) -> bool:
        """False after a red flag, while a gate has no clinician's word, and on a day of rest."""
        return not self.stopped and not self.unanswered and not self.limits.postponed

    @property
    def whom(self) -> tuple[str, ...]:
        """Whom to ask ("your doctor") about gates that nobody answered yet, once each.

        Nobody, where nothing plays whatever they say.
        """
        if self.stopped or self.limits.postponed:
            return ()
        return tuple(dict.fromkeys(each.ask for each in self.unanswered))


def screen(
    catalogue: Catalogue,
    routine: Routine,
    flags: Flags,
    profile: Profile = NOBODY,
    today: date = date.min,
    pressed_today: Mapping[str, int] = MappingProxyType({}),
) -> Screening:
    """Return the routine's screening for this run, this person and this day.

    `pressed_today` has the sessions of today that pressed a place, by its code. Raises
    CatalogueError.
    """
    signs = (*sign_warnings(catalogue, flags.red_flags), *stop_warning(catalogue, profile))
    limits = limits_on(catalogue, flags, profile, today, pressed_today)
    steps = tuple(
        tuple(limits.rule_on(catalogue, way) for way in step.ways) for step in routine.steps
    )
    conditions = sorted((each.warning for each in limits.conditions), key=_gravity)
    gates = tuple(each.condition for each in limits.conditions if each.condition.gate)
    return Screening(
        limits=limits,
        steps=steps,
        warnings=(*signs, *conditions, *caution_warnings(catalogue, routine.warn)),
        left_out=tuple(_left_out(catalogue, routine, steps)),
        stopped=bool(signs),
        unanswered=() if flags.provider_agreed else gates,
    )


def limits_on(
    catalogue: Catalogue,
    flags: Flags,
    profile: Profile,
    today: date,
    pressed_today: Mapping[str, int],
) -> Limits:
    """Return what limits this person today. Raises CatalogueError."""
    return Limits(
        tuple(_applied_conditions(catalogue, flags, profile)),
        {code: rest for rest in profile.rests_on(today) for code in codes_at(catalogue, rest.code)},
        {} if flags.again_today else _by_every_code(catalogue, pressed_today),
    )


def stop_warning(catalogue: Catalogue, profile: Profile) -> Iterator[SafetyWarning]:
    """Yield what a check that found a sign means for today, where nothing else was found since."""
    if profile.is_stopped:
        when = long_date(profile.checked_on) if profile.checked_on else "an earlier day"
        text = catalogue.text(f"stopped-{profile.urgency}").replace("{day}", when)
        yield SafetyWarning("check", profile.urgency, text)


def word_still_covers(before: Screening, now: Screening) -> bool:
    """Whether a clinician's word that was given for the gates of before covers those of now."""
    return now.limits.gates <= before.limits.gates


def _gravity(warning: SafetyWarning) -> int:
    return LEVELS.index(warning.level)


def _applied_conditions(
    catalogue: Catalogue, flags: Flags, profile: Profile
) -> Iterator[AppliedCondition]:
    """Every condition of the profile and of this run; one of both applies in both places."""
    answers = (*profile.conditions, *flags.conditions)
    for name in catalogue.ids("conditions"):
        if places := [each.where for each in answers if each.name == name]:
            rule = condition(catalogue, name)
            where = _join_places(places, sided=rule.sided)
            areas = tuple(affected_area(catalogue, each) for each in where)
            unplaced = not all(places) or any(each.is_unknown for each in areas)
            yield AppliedCondition(name, rule, where, areas, unplaced)


def _join_places(places: list[tuple[BodyPlace, ...]], *, sided: bool) -> tuple[BodyPlace, ...]:
    """All places of several answers; an answer without its side means both sides."""
    both = () if all(places) or not sided else (BodyPlace("left"), BodyPlace("right"))
    every = dict.fromkeys(place for answer in places for place in answer)
    return (*both, *every) if every else ()


def _by_every_code(catalogue: Catalogue, pressed_today: Mapping[str, int]) -> dict[str, int]:
    """The sessions by code; where an own place was pressed, the point it is at was counted too."""
    counts: dict[str, int] = {}
    for code, sessions in pressed_today.items():
        for each in codes_at(catalogue, code):
            counts[each] = max(counts.get(each, 0), sessions)
    return counts


def _left_out(
    catalogue: Catalogue, routine: Routine, steps: tuple[tuple[WayRuling, ...], ...]
) -> Iterator[LeftOut]:
    """The places that are out on a side in every way that would press them there."""
    rulings = [
        place for ways in steps for way in ways for press in way.presses for place in press.places
    ]
    for code in routine.codes:
        sides = PRESSED_ON[catalogue.point(code).sides]
        uses = [ruling.by_side for ruling in rulings if ruling.point.code == code]
        reasons = {side: [use[side] for use in uses] for side in sides}
        out = {side: found[0] for side, found in reasons.items() if all(found) and found[0]}
        if len(out) == len(sides):
            first = out[sides[0]]
            yield LeftOut(code, first.reason, first.sources)
        else:
            for side, exclusion in out.items():
                yield LeftOut(code, exclusion.reason, exclusion.sources, side)
