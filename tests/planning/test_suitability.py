"""Which routines leave enough for a person: what is named plays, and what is not named does not."""

from datetime import date
from itertools import combinations

import pytest

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.routines import Routine, routine, routines
from presspoint.catalogue.safety_warnings import Level
from presspoint.planning.plan import build
from presspoint.planning.suitability import (
    leaves_enough,
    obstacle,
    routine_to_play,
    share_of_steps,
    suitable_routines,
)
from presspoint.safety.answers import BodyPlace, ConditionAnswer, Flags, Rest
from presspoint.safety.profile import Profile
from presspoint.safety.screening import Screening, screen
from presspoint.storage.catalogue_file import load
from support.cases import every
from support.plans import every_choice

CATALOGUE = load()
TODAY = date(2026, 11, 21)
ROUTINES = list(routines(CATALOGUE))
NAMES = tuple(CATALOGUE.ids("conditions"))
ALONE = [(name,) for name in NAMES]
PAIRS = list(combinations(NAMES, 2))[::3]


def person(*names: str) -> Profile:
    return Profile(TODAY, conditions=tuple(ConditionAnswer(name, TODAY) for name in names))


def screening_of(profile: Profile, wanted: Routine, *, agreed: bool = False) -> Screening:
    return screen(CATALOGUE, wanted, Flags(provider_agreed=agreed), profile, TODAY)


@every("names", ALONE)
@pytest.mark.long
def test_a_routine_suits_if_it_plays_for_some_answers_once_a_clinician_agrees(
    names: tuple[str, ...],
) -> None:
    suits_if_it_plays(names)


@pytest.mark.long
@every("names", PAIRS)
def test_a_routine_suits_whom_two_conditions_limit_if_it_plays(names: tuple[str, ...]) -> None:
    suits_if_it_plays(names)


def suits_if_it_plays(names: tuple[str, ...]) -> None:
    profile = person(*names)
    for each in ROUTINES:
        screening = screening_of(profile, each, agreed=True)
        choices = every_choice(CATALOGUE, each)
        plays = any(build(CATALOGUE, each, one, screening).course.phases for one in choices)
        assert leaves_enough(CATALOGUE, each, screening_of(profile, each)) is plays
        if not plays:
            assert obstacle(CATALOGUE, each, screening)


@pytest.mark.parametrize("condition_id", ["pregnancy", "varicose-veins", "osteoporosis"])
def test_the_wholest_and_likest_routines_are_named_first_and_the_refused_one_never(
    condition_id: str,
) -> None:
    refused = routine(CATALOGUE, "lower-back")

    def screened(each: Routine) -> Screening:
        return screening_of(person(condition_id), each)

    suitable = suitable_routines(CATALOGUE, refused, screened)
    assert suitable
    assert refused not in suitable
    ranks = [
        (share_of_steps(CATALOGUE, each, screened(each)), len({*each.helps} & {*refused.helps}))
        for each in suitable
    ]
    assert ranks == sorted(ranks, reverse=True)


def test_a_warning_sign_and_a_day_to_rest_suit_nothing() -> None:
    for profile in (Profile(TODAY, Level.SAME_DAY), person("alcohol")):
        screening = screening_of(profile, ROUTINES[0])
        assert not leaves_enough(CATALOGUE, ROUTINES[0], screening)
    assert obstacle(
        CATALOGUE, ROUTINES[0], screening_of(Profile(TODAY, Level.SAME_DAY), ROUTINES[0])
    )
    words = obstacle(CATALOGUE, ROUTINES[0], screening_of(person("alcohol"), ROUTINES[0]))
    assert words == condition(CATALOGUE, "alcohol").brief


def test_after_a_check_a_routine_is_named_that_this_person_may_play() -> None:
    assert routine_to_play(CATALOGUE, person(), TODAY) == "lower-back"
    for names in ALONE:
        if (name := routine_to_play(CATALOGUE, person(*names), TODAY)) is None:
            continue
        lasting = person(*(each for each in names if not condition(CATALOGUE, each).postpone))
        found = routine(CATALOGUE, name)
        assert leaves_enough(CATALOGUE, found, screening_of(lasting, found, agreed=True))
    assert routine_to_play(CATALOGUE, person("pregnancy"), TODAY) not in {None, "lower-back"}
    assert routine_to_play(CATALOGUE, person("alcohol"), TODAY) == "lower-back"
    everywhere = tuple(BodyPlace(place=name) for name in CATALOGUE.ids("regions"))
    sore = Profile(TODAY, conditions=(ConditionAnswer("inflamed-skin", TODAY, everywhere),))
    assert routine_to_play(CATALOGUE, sore, TODAY) is None


def test_a_place_at_rest_is_the_obstacle_of_a_routine_that_has_only_that() -> None:
    resting = Profile(TODAY, rests=(Rest("BL40", date(2026, 12, 1)),))
    knees = routine(CATALOGUE, "back-of-the-knees")
    screening = screening_of(resting, knees)
    assert not leaves_enough(CATALOGUE, knees, screening)
    assert obstacle(CATALOGUE, knees, screening) == "a place rests"
