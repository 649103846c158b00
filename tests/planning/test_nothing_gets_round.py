"""Options, own files, a profile and keys together: no excluded place, no passed cap."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from hypothesis import event, given, settings
from hypothesis import strategies as st

from presspoint.catalogue.exclusions import bans_on, excluding_conditions
from presspoint.catalogue.pain_answers import Feeling
from presspoint.catalogue.places import Point
from presspoint.catalogue.positions import tool
from presspoint.catalogue.routines import choice, routine
from presspoint.catalogue.situations import situation
from presspoint.catalogue.tables import Catalogue
from presspoint.making.made import LEAST_SHARE, make
from presspoint.making.occasion import Mark, Occasion
from presspoint.planning.course import PACES
from presspoint.planning.plan import Plan, build
from presspoint.safety.answers import SIDES, BodyPlace, ConditionAnswer, Flags, Rest
from presspoint.safety.profile import Profile
from presspoint.safety.screening import screen, screen_person
from support.own import GOOD, HAND, changed, with_own
from support.own import check as own_faults
from support.played import PRESSES, Played

TODAY = date(2026, 11, 21)
NEAR = {"at": "BL23", "sides": "together"}


def catalogue_with_own_places() -> Catalogue:
    """The shipped catalogue with own places, one of them at BL23, and a routine that mixes all."""
    file = changed(("zones", "waist-edge"), {**GOOD["zones"]["waist-edge"], **NEAR})
    file["points"]["my-li4"] = HAND
    move = {"position": "seated", "exercise": 9, "text": "Move a little."}
    file["routines"]["physio"]["steps"] += [
        {
            "title": "More",
            "position": "seated",
            "presses": [
                {"points": ["SI3"], "seconds": 30},
                {"points": ["BL40"], "seconds": 30},
                {"points": ["my-li4"], "seconds": 30},
            ],
        },
        {
            "title": "Elbow",
            "position": "seated",
            "presses": [{"points": ["LI11"], "seconds": 30, "rounds": 3}],
        },
        {"title": "Walk", **move},
        {"title": "Nod", **move, "strains": ["neck"]},
    ]
    with TemporaryDirectory() as folder:
        assert not own_faults(Path(folder), file).faults
        return with_own(Path(folder), file)


CATALOGUE = catalogue_with_own_places()
CONDITIONS = sorted(CATALOGUE.table("conditions"))
STRAINED = {
    step.title: set(way.strains)
    for name in CATALOGUE.table("routines")
    for step in routine(CATALOGUE, name).steps
    for way in step.ways
    if way.strains is not None
}
CODES = sorted(
    {code for name in CATALOGUE.table("routines") for code in routine(CATALOGUE, name).codes}
)
PLACES = st.builds(
    BodyPlace,
    st.sampled_from(["", *SIDES]),
    st.sampled_from([*CATALOGUE.table("regions"), *CATALOGUE.table("parts"), *CODES]),
) | st.sampled_from(SIDES).map(BodyPlace)
ANSWERS = st.lists(
    st.builds(
        ConditionAnswer,
        st.sampled_from(CONDITIONS),
        st.just(TODAY),
        st.lists(PLACES, max_size=2).map(tuple),
    ),
    max_size=2,
).map(tuple)
RESTS = st.lists(
    st.builds(
        Rest,
        st.sampled_from(CODES),
        st.integers(-1, 3).map(lambda n: TODAY + timedelta(n)),
        st.just("bruised"),
        st.sampled_from([None, *Feeling]),
        st.sampled_from(["", *SIDES]),
        st.sampled_from([None, TODAY, TODAY, TODAY + timedelta(1)]),
    ),
    max_size=2,
).map(tuple)
FLAGS = st.builds(
    Flags,
    conditions=ANSWERS,
    red_flags=st.just(()),
    provider_agreed=st.sampled_from([True, True, False]),
    again_today=st.booleans(),
)
PRESSED_TODAY = st.dictionaries(st.sampled_from(CODES), st.integers(0, 4), max_size=4)
PROFILES = st.tuples(ANSWERS, RESTS).map(lambda parts: Profile(conditions=parts[0], rests=parts[1]))


LEG = {"hip", "thigh", "knee", "lower-leg", "ankle", "foot"}
ARM = {"shoulder", "armpit", "upper-arm", "elbow", "forearm", "wrist", "hand"}
BACK = {"upper-back", "lower-back", "sacrum"}
NEAR_SPINE = {
    **dict.fromkeys((*BACK, "hip"), LEG),
    **dict.fromkeys(("neck", "shoulder", "chest"), ARM | {"neck"}),
}


def is_of_nerve(rest: Rest) -> bool:
    return rest.answer in {"numb", "spreading"}


def is_open(rest: Rest) -> bool:
    return is_of_nerve(rest) and (rest.feeling_back is None or rest.feeling_back > TODAY)


def rests_with(rest: Rest, codes: set[str], region: str, side: str | None) -> bool:
    """Whether a place may not be pressed on a side, by rules written down a second time here."""
    on_side = not rest.side or side not in SIDES or side == rest.side
    at = CATALOGUE.point(rest.code)
    if not is_of_nerve(rest):
        return on_side and bool(codes & {rest.code, at.at})
    if at.region in NEAR_SPINE:
        return region == at.region or region in NEAR_SPINE[at.region]
    limb = next((each for each in (LEG, ARM) if at.region in each), None)
    return region == at.region if limb is None else on_side and region in limb


@settings(max_examples=120)
@given(
    name=st.sampled_from(["lower-back", "sciatica", "desk", "relaxing", "physio", "whole-set"]),
    answers=st.data(),
    flags=FLAGS,
    profile=PROFILES,
    pressed_today=PRESSED_TODAY,
    keys=PRESSES,
)
def test_no_options_profile_own_files_or_keys_play_an_excluded_place_or_pass_a_cap(
    name: str,
    answers: st.DataObject,
    flags: Flags,
    profile: Profile,
    pressed_today: dict[str, int],
    keys: list[tuple[str, float]],
) -> None:
    wanted = routine(CATALOGUE, name)
    choices = {
        each: answers.draw(st.sampled_from(sorted(choice(CATALOGUE, each).values)))
        for each in wanted.choices
    }
    screening = screen(CATALOGUE, wanted, flags, profile, TODAY, pressed_today)
    plan = build(CATALOGUE, wanted, choices, screening)
    event("played" if plan.course.phases else "not played")
    check(plan, (*flags.conditions, *profile.conditions), profile, flags)
    most = 3 + (flags.again_today and not screening.limits.shortens_holds)
    for code in (each for turn in plan.course.turns for each in turn.all_codes):
        assert pressed_today.get(code, 0) < most
    if plan.course.phases:
        play(plan, keys)


WISHES = st.builds(
    Occasion,
    situation=st.sampled_from(CATALOGUE.ids("situations")).map(partial(situation, CATALOGUE)),
    seconds=st.integers(2, 12).map(lambda minutes: 60 * minutes),
    complaint=st.sampled_from(CATALOGUE.ids("complaints")),
    tools=st.sets(st.sampled_from(CATALOGUE.ids("tools"))).map(frozenset),
    side=st.sampled_from([None, *SIDES]),
    quiet=st.booleans(),
    without=st.sets(st.sampled_from(CODES), max_size=3).map(frozenset),
    marks=st.dictionaries(st.sampled_from(CODES), st.sampled_from(get_args(Mark)), max_size=4),
)


@settings(max_examples=120)
@given(
    wish=WISHES,
    flags=FLAGS,
    profile=PROFILES,
    pressed_today=PRESSED_TODAY,
    pace=st.sampled_from(sorted(PACES)),
)
def test_no_wish_makes_a_set_that_passes_a_limit_or_has_what_is_out(
    wish: Occasion, flags: Flags, profile: Profile, pressed_today: dict[str, int], pace: str
) -> None:
    agreed = flags._replace(provider_agreed=True)
    person = screen_person(CATALOGUE, agreed, profile, TODAY, pressed_today)
    made = make(CATALOGUE, wish, person, pace)
    event("made" if made else "nothing fits")
    if made is None:
        return
    assert made == make(CATALOGUE, wish, person, pace)
    screening = screen(CATALOGUE, made.routine, flags, profile, TODAY, pressed_today)
    plan = build(CATALOGUE, made.routine, {}, screening, pace)
    check(plan, (*flags.conditions, *profile.conditions), profile, flags)
    most = 3 + (flags.again_today and not screening.limits.shortens_holds)
    sides = {None, "both", "midline", wish.side}
    for turn in plan.course.turns:
        assert all(pressed_today.get(code, 0) < most for code in turn.all_codes)
        assert turn.position in wish.situation.positions
        assert not any(
            code in wish.without or wish.marks.get(code) == "never" for code in turn.all_codes
        )
        assert not wish.side or turn.side in sides
        assert turn.is_hold or not wish.quiet
        tools = {each for each in turn.tools if tool(CATALOGUE, each).gear}
        assert tools <= wish.tools.union(wish.situation.has) - {*wish.situation.tools_out}
    if plan.course.phases:
        assert plan.course.total_seconds <= made.seconds <= wish.seconds
        assert made.note or plan.course.total_seconds >= LEAST_SHARE * wish.seconds
        assert not wish.quiet or len(plan.course.positions) == 1


def check(plan: Plan, answers: tuple[ConditionAnswer, ...], profile: Profile, flags: Flags) -> None:
    """Every turn against the answers, with rules written down a second time here."""
    names = {each.name for each in answers}
    table = CATALOGUE.table("conditions")
    if any(table[name]["postpone"] for name in names):
        assert not plan.course.phases
    if any(table[name]["gate"] for name in names) and not flags.provider_agreed:
        assert not plan.course.phases
    if any(is_open(each) for each in profile.rests):
        assert not plan.course.phases
    resting = [each for each in profile.rests if each.until > TODAY]
    spared = {region for name in names for region in table[name].get("strains", ())}
    rounds: Counter[tuple[str, str | None]] = Counter()
    for turn in plan.course.turns:
        assert turn.is_hold or not spared & STRAINED.get(turn.step_title, spared)
        for code in (*turn.points, *turn.zones):
            place = CATALOGUE.point(code)
            all_codes = {code, place.at} - {""}
            rounds[place.at or code, turn.side] += 1
            assert place.hold or turn.cap
            assert turn.seconds <= turn.cap <= (180 if name_is_trial(plan) else place.hold.cap)  # type: ignore[union-attr]  # a place without a dose is pressed in a trial's routine only
            assert not any(bans_on(CATALOGUE, spot) for spot in all_codes)
            for rest in resting:
                assert not rests_with(rest, all_codes, place.region, turn.side)
            for each in answers:
                sides = {where.side for where in each.where}
                one_side = table[each.name]["sided"] and sides and "" not in sides
                if each.name in excluding_conditions(CATALOGUE, place):
                    assert one_side
                    assert turn.side in set(SIDES) - sides
                assert not any(near(where, place, turn.side) for where in each.where)
    for (code, _), number in rounds.items():
        dose = CATALOGUE.point(code).hold
        assert number <= (dose.repeats if dose and not name_is_trial(plan) else 3)


def near(where: BodyPlace, place: Point, side: str | None) -> bool:
    """Whether a place of an answer is where a turn presses."""
    if not where.place:
        return False
    regions = CATALOGUE.table("parts").get(where.place, {}).get("regions", [where.place])
    here = place.region in regions
    if where.place in CODES:
        at = CATALOGUE.point(where.place).at
        nowhere = not at and CATALOGUE.point(where.place).is_zone
        here = bool({place.code, place.at} - {""} & {where.place, at})
        same = CATALOGUE.point(where.place).region == place.region
        here |= same and (nowhere or (place.is_zone and not place.at))
    return here and (not where.side or side in {where.side, "both", "midline"})


def name_is_trial(plan: Plan) -> bool:
    return any(
        press.cap
        for step in plan.course.routine.steps
        for way in step.ways
        for press in way.presses
    )


def play(plan: Plan, keys: list[tuple[str, float]]) -> None:
    """Play with these keys to the end; `Played` itself watches the places that hurt."""
    played = Played(plan)
    for key, seconds in keys:
        played.press(key)
        played.wait(seconds)
    for turn, pressed in zip(plan.course.turns, played.pressed, strict=True):
        assert pressed <= turn.cap + 1e-6
