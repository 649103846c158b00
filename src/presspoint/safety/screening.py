"""What stops a routine for a person, what is left out of it, and why; nothing gets round it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.places import Side
from presspoint.catalogue.routines import Routine
from presspoint.catalogue.safety_warnings import SafetyWarning, caution_warnings, sign_warnings
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.safety.answers import BodyPlace, Flags, Rest
from presspoint.safety.applied_condition import (
    AppliedCondition,
    Cause,
    Exclusion,
    area_of,
    codes_at,
)
from presspoint.safety.limits import Limits, WayRuling
from presspoint.safety.nerve_rests import nerve_rest, unanswered_warnings
from presspoint.safety.profile import Profile
from presspoint.safety.sessions_today import sessions_by_code
from presspoint.words import long_date

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
        warnings=(*unanswered_warnings(catalogue, unanswered), *by_gravity),
        open_gates=tuple(open_gates(limits.conditions, flags, profile, today)),
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
    return Limits(
        conditions=tuple(_apply_conditions(catalogue, flags, profile)),
        rests=_rests_by_code(catalogue, places),
        pressed_today=(
            None if pressed_today is None else sessions_by_code(catalogue, pressed_today)
        ),
        again_today=flags.again_today,
        nerve_rests=tuple(nerve_rest(catalogue, each, today) for each in rests if each.is_of_nerve),
    )


def stop_warning(catalogue: Catalogue, profile: Profile) -> Iterator[SafetyWarning]:
    """Yield the warning of a check that found a sign, unless a later check found none."""
    if profile.urgency:
        when = long_date(profile.checked_on) if profile.checked_on else "an earlier day"
        text = catalogue.text(f"stopped-{profile.urgency}").replace("{day}", when)
        yield SafetyWarning("check", profile.urgency, text)


def open_gates(
    conditions: Iterable[AppliedCondition], flags: Flags, profile: Profile, today: date
) -> Iterator[AppliedCondition]:
    """Yield the gates that have no clinician's word, in this run or saved for these very places."""
    for each in conditions:
        if each.condition.gate and not flags.provider_agreed:
            answers = [
                answer
                for answer in (*profile.conditions, *flags.conditions)
                if answer.name == each.name
            ]
            if not any(word.covers(answers, today) for word in profile.words):
                yield each


def conditions_for_word(profile: Profile, flags: Flags, screening: Screening) -> tuple[str, ...]:
    """Return the conditions that a clinician's word for this run is saved for.

    One that an option gave is left out: what holds for one run only has no word that lasts.
    """
    by_option = {each.name for each in flags.conditions}
    saved = {each.name for each in profile.conditions} - by_option
    return tuple(each.name for each in screening.open_gates if each.name in saved)


def word_still_covers(before: Screening, now: Screening) -> bool:
    """Whether a clinician's word that was given for the gates of before covers those of now."""
    return now.limits.gates <= before.limits.gates


def _apply_conditions(
    catalogue: Catalogue, flags: Flags, profile: Profile
) -> Iterator[AppliedCondition]:
    """The conditions of the profile and of this run; one that is in both has the places of both."""
    answers = (*profile.conditions, *flags.conditions)
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


def _rests_by_code(catalogue: Catalogue, rests: Iterable[Rest]) -> dict[str, Rest]:
    """The rests by code; that of an own place counts for the point that it is at too."""
    by_code: dict[str, Rest] = {}
    for rest in rests:
        for code in codes_at(catalogue, rest.code):
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
