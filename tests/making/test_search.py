"""The search is exact: no set is worth more than the one it finds; all are tried one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.catalogue.routines import Step, Way
from presspoint.catalogue.situations import situation
from presspoint.making.candidates import sort_out
from presspoint.making.made import bounds_for, seconds_of
from presspoint.making.occasion import Occasion
from presspoint.making.portions import Portion, portions
from presspoint.making.search import Bounds, best, is_set, worth_of
from presspoint.safety.answers import Flags
from presspoint.safety.screening import screen_person
from presspoint.storage.catalogue_file import load

CATALOGUE = load()
PERSON = screen_person(CATALOGUE, Flags())
POSITIONS = ("seated", "lying-back", "at-wall")
Fits = Callable[[Sequence[Portion]], bool]
PORTIONS = st.builds(
    lambda position, codes, worth, seconds, opening: Portion(
        Step("Step", (Way(position),)), codes, worth, seconds + opening, opening
    ),
    st.sampled_from(POSITIONS),
    st.sets(st.sampled_from("abcdef"), max_size=2).map(frozenset),
    st.integers(1, 5000),
    st.integers(20, 200),
    st.integers(0, 5),
)
GROUPS = st.lists(st.lists(PORTIONS, min_size=1, max_size=3).map(tuple), max_size=5)


def by_brute_force(groups: Sequence[tuple[Portion, ...]], bounds: Bounds, fits: Fits) -> int:
    """The worth of the best set, found by trying every set there is."""
    every = product(*((None, *group) for group in groups))
    chosen = (tuple(filter(None, each)) for each in every)
    return max(
        (worth_of(each) for each in chosen if is_set(each, bounds) and fits(each)), default=0
    )


@settings(max_examples=200)
@given(GROUPS, st.integers(30, 500), st.integers(1, 3), st.integers(0, 9))
def test_no_set_is_worth_more_than_the_one_that_is_found(
    groups: list[tuple[Portion, ...]], seconds: int, positions: int, odd: int
) -> None:
    bounds = Bounds(seconds, positions, dict.fromkeys(POSITIONS, 10.0), 5)

    def fits(chosen: Sequence[Portion]) -> bool:
        """Longer than the least, by what nobody can know before."""
        ways = 15 * len({each.position for each in chosen})
        return 5 + ways + sum(each.least_seconds + odd for each in chosen) <= seconds

    found = best(groups, bounds, fits)
    assert max(0, worth_of(found)) == max(0, by_brute_force(groups, bounds, fits))
    assert not found or (fits(found) and is_set(found, bounds))
    assert found == best(groups, bounds, fits)


@settings(max_examples=25)
@given(
    st.sampled_from(["neck", "lower-back", "sciatica", "upper-back", "stiffness"]),
    st.sampled_from(CATALOGUE.ids("situations")),
    st.integers(2, 10),
    st.sets(st.sampled_from(["tennis-balls", "massage-ball", "folded-towel", "soft-ball"])),
    st.integers(0, 20),
)
def test_of_few_places_no_set_that_fits_is_worth_more_than_the_one_that_is_made(
    complaint: str, where: str, minutes: int, tools: set[str], first: int
) -> None:
    occasion = Occasion(
        situation(CATALOGUE, where), 60 * minutes, complaint, tools=frozenset(tools)
    )
    candidates = sort_out(CATALOGUE, occasion, PERSON).candidates
    few = (candidates[first % max(1, len(candidates)) :] + candidates)[:4]
    groups = [portions(CATALOGUE, each, "normal") for each in few]
    bounds = bounds_for(CATALOGUE, occasion, "normal")

    def fits(chosen: Sequence[Portion]) -> bool:
        return seconds_of(CATALOGUE, occasion, tuple(chosen), PERSON, "normal") <= occasion.seconds

    found = best(groups, bounds, fits)
    assert max(0, worth_of(found)) == max(0, by_brute_force(groups, bounds, fits))
