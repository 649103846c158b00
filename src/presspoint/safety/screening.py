"""What stops a routine for a person, what is left out of it, and why; nothing gets round it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from presspoint.catalogue.places import Side
from presspoint.catalogue.routines import Routine
from presspoint.catalogue.safety_warnings import SafetyWarning, caution_warnings, sign_warnings
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.safety.answers import ConditionAnswer, Flags, Rest
from presspoint.safety.exclusion import Cause, Exclusion
from presspoint.safety.limits import Limits, WayRuling
from presspoint.safety.profile import Profile
from presspoint.safety.sessions_today import sessions_by_code
from presspoint.words import long_date

if TYPE_CHECKING:
    from presspoint.safety.applied_condition import AppliedCondition
    from presspoint.safety.nerve_rests import NerveRest

NOBODY = Profile()


class LeftOut(NamedTuple):
    """A place of the routine that is out for this person, on one `side` or (empty) altogether."""

    code: str
    reason: str
    sources: tuple[str, ...] = ()
    side: Side | Literal[""] = ""


class Screening(NamedTuple):
    """What to say first, what limits the person, and what that leaves out of the routine.

    `steps` has the rulings on every way of every step, in the routine's order; `open_gates` are
    the conditions that ask for a clinician's word and have none. `unanswered` are the rests after
    a nerve sign of which nobody said that the feeling is back. Where a red flag has `stopped` it,
    there is nothing but its warning: no condition and no place is to be read beside it.
    """

    limits: Limits
    steps: tuple[tuple[WayRuling, ...], ...] = ()
    warnings: tuple[SafetyWarning, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    stopped: bool = False
    open_gates: tuple[AppliedCondition, ...] = ()
    unanswered: tuple[Rest, ...] = ()

    @property
    def may_play(self) -> bool:
        """Whether no red flag, no open question or gate and no postponement stands against it."""
        is_open = self.unanswered or self.open_gates
        return not self.stopped and not is_open and not self.limits.is_postponed

    @property
    def has_had_enough(self) -> bool:
        """Whether a place of the routine was pressed often enough today."""
        return any(each.cause is Cause.DAILY for each in self.exclusions)

    @property
    def has_unread(self) -> bool:
        """Whether a place of the routine is out as nobody knows if it was pressed today."""
        return any(each.cause is Cause.UNREAD for each in self.exclusions)

    @property
    def exclusions(self) -> Iterator[Exclusion]:
        """Why places are out: one for each press, place and side that is out."""
        presses = (press for ways in self.steps for way in ways for press in way.presses)
        places = (place for press in presses for place in press.places)
        return filter(None, (each for place in places for each in place.exclusions))

    @property
    def whom(self) -> tuple[str, ...]:
        """Whom to ask ("your doctor") about the open gates; nobody, if nothing plays anyway."""
        if self.stopped or self.unanswered or self.limits.is_postponed:
            return ()
        return tuple(dict.fromkeys(each.condition.ask for each in self.open_gates))


def screen(
    catalogue: Catalogue,
    routine: Routine,
    flags: Flags,
    profile: Profile = NOBODY,
    today: date = date.min,
    pressed_today: Mapping[str, int] | None = MappingProxyType({}),
) -> Screening:
    """Return the routine's screening for this run, person and day. Raises CatalogueError.

    `pressed_today` has the sessions of today that pressed a place, by its code, and a region (see
    `sessions_today.sessions_by_code`); None where nobody knows them.
    """
    person = screen_person(catalogue, flags, profile, today, pressed_today)
    return person if person.stopped else screen_routine(catalogue, routine, person)


def screen_routine(catalogue: Catalogue, routine: Routine, person: Screening) -> Screening:
    """Return the screening of a person, whom nothing stops, with a routine held against it.

    Raises CatalogueError.
    """
    steps = tuple(
        tuple(person.limits.rule_on(catalogue, way) for way in step.ways) for step in routine.steps
    )
    return person._replace(
        steps=steps,
        warnings=(*person.warnings, *caution_warnings(catalogue, routine.warn)),
        left_out=tuple(_find_left_out(catalogue, routine, steps)),
    )


def screen_person(
    catalogue: Catalogue,
    flags: Flags,
    profile: Profile = NOBODY,
    today: date = date.min,
    pressed_today: Mapping[str, int] | None = MappingProxyType({}),
) -> Screening:
    """Return what `screen` returns but for the routine: whether anything may be pressed at all."""
    if signs := (*sign_warnings(catalogue, flags.red_flags), *stop_warning(catalogue, profile)):
        by_gravity = sorted(signs, key=lambda each: each.level.gravity)
        return Screening(Limits(), warnings=tuple(by_gravity), stopped=True)
    limits = limits_on(catalogue, flags, profile, today, pressed_today)
    unanswered = profile.rests_to_ask_about(today)
    by_gravity = sorted(
        (each.warning for each in limits.conditions), key=lambda each: each.level.gravity
    )
    return Screening(
        limits=limits,
        warnings=(*_unanswered_warnings(catalogue, unanswered), *by_gravity),
        open_gates=_open_gates(limits, flags, profile, today),
        unanswered=unanswered,
    )


def limits_on(
    catalogue: Catalogue,
    flags: Flags,
    profile: Profile,
    today: date,
    pressed_today: Mapping[str, int] | None,
) -> Limits:
    """Return what limits a person on a day, but for a stop, which ends everything."""
    rests = profile.rests_on(today)
    places = (each for each in rests if not each.is_of_nerve)
    counts = None if pressed_today is None else sessions_by_code(catalogue, pressed_today)
    return Limits(
        conditions=_conditions(catalogue, (*profile.conditions, *flags.conditions)),
        rests=_rests_by_code(catalogue, places),
        pressed_today=counts,
        again_today=flags.again_today,
        nerve_rests=_nerve_rests(catalogue, rests, today),
    )


def stop_warning(catalogue: Catalogue, profile: Profile) -> Iterator[SafetyWarning]:
    """Yield the warning of a check that found a sign, unless a later check found none."""
    if profile.urgency:
        when = long_date(profile.checked_on) if profile.checked_on else "an earlier day"
        text = catalogue.text(f"stopped-{profile.urgency}").replace("{day}", when)
        yield SafetyWarning("check", profile.urgency, text)


def _conditions(
    catalogue: Catalogue, answers: tuple[ConditionAnswer, ...]
) -> tuple[AppliedCondition, ...]:
    """The conditions that apply, by the answers of the profile and of this run."""
    if not answers:
        return ()
    from presspoint.safety.applied_condition import apply_conditions  # for those who have one

    return tuple(apply_conditions(catalogue, answers))


def _open_gates(
    limits: Limits, flags: Flags, profile: Profile, today: date
) -> tuple[AppliedCondition, ...]:
    if not limits.gates:
        return ()
    from presspoint.safety.clinicians_word import open_gates  # few conditions ask a clinician

    return tuple(open_gates(limits.conditions, flags, profile, today))


def _nerve_rests(catalogue: Catalogue, rests: Iterable[Rest], today: date) -> tuple[NerveRest, ...]:
    """What rests after a nerve sign, with all that rests with it."""
    of_nerves = [each for each in rests if each.is_of_nerve]
    if not of_nerves:
        return ()
    from presspoint.safety.nerve_rests import nerve_rest  # few places ever go numb

    return tuple(nerve_rest(catalogue, each, today) for each in of_nerves)


def _unanswered_warnings(
    catalogue: Catalogue, rests: tuple[Rest, ...]
) -> tuple[SafetyWarning, ...]:
    if not rests:
        return ()
    from presspoint.safety.nerve_rests import unanswered_warnings  # as above

    return tuple(unanswered_warnings(catalogue, rests))


def _rests_by_code(catalogue: Catalogue, rests: Iterable[Rest]) -> dict[str, Rest]:
    """The rests by code; that of an own place counts for the point that it is at too."""
    by_code: dict[str, Rest] = {}
    for rest in rests:
        for code in catalogue.codes_at(rest.code):
            by_code[code] = rest.join(by_code[code]) if code in by_code else rest
    return by_code


def _find_left_out(
    catalogue: Catalogue, routine: Routine, steps: tuple[tuple[WayRuling, ...], ...]
) -> Iterator[LeftOut]:
    """The places that are out on a side in every way that would press them there.

    A side on which no way presses a place is of no account.
    """
    presses = [press for ways in steps for way in ways for press in way.presses]
    rulings = [place for press in presses for place in press.places]
    for code in routine.codes:
        uses = [ruling.by_side for ruling in rulings if ruling.point.code == code]
        asked = {each.press.side or None for each in presses if code in each.press.points}
        every = catalogue.point(code).hold_sides
        sides = tuple(side for side in every if asked & {None, side}) or every
        exclusions = {
            side: uses[0][side] if all(use[side] for use in uses) else None for side in sides
        }
        first = exclusions[sides[0]]
        if first and all(exclusions.values()):
            yield LeftOut(code, first.reason, first.sources)
            continue
        for side, exclusion in exclusions.items():
            if exclusion:
                yield LeftOut(code, exclusion.reason, exclusion.sources, side)
