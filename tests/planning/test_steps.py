"""What a step is done with where its own way is out: nothing that was meant for other answers."""

from collections.abc import Iterator
from datetime import date

import pytest

from presspoint.catalogue.routines import Routine, choice, routines
from presspoint.planning.briefing import briefing
from presspoint.planning.plan import Plan, build
from presspoint.safety.answers import Flags, Rest
from presspoint.safety.profile import Profile
from presspoint.safety.screening import screen
from presspoint.storage.catalogue_file import load
from support.plans import every_choice, planned, telling

CATALOGUE = load()
TODAY = date(2026, 11, 21)


def limited_plans(routine: Routine) -> Iterator[tuple[dict[str, str], Plan]]:
    """Yield each choice of a routine, and its plan for every condition and every place at rest."""
    people = [
        (telling(name, provider_agreed=True), Profile()) for name in CATALOGUE.ids("conditions")
    ]
    rests = (Rest(code, date(2026, 12, 1), "numb") for code in routine.codes)
    people += [(Flags(), Profile(rests=(rest,))) for rest in rests]
    for flags, profile in people:
        screening = screen(CATALOGUE, routine, flags, profile, TODAY)
        for choices in every_choice(CATALOGUE, routine):
            yield choices, build(CATALOGUE, routine, choices, screening)


@pytest.mark.long
@pytest.mark.parametrize("routine", list(routines(CATALOGUE)), ids=lambda each: each.name)
def test_no_step_is_done_in_a_way_that_was_meant_for_other_answers(routine: Routine) -> None:
    for choices, plan in limited_plans(routine):
        answers = {name: choice(CATALOGUE, name).default for name in routine.choices} | choices
        for step in plan.steps:
            assert step.way is None or step.way.when.items() <= answers.items()


@pytest.mark.parametrize("name", ["lower-back", "sciatica"])
@pytest.mark.parametrize("choices", [{}, {"pain": "none"}, {"pain": "leg"}])
def test_a_knee_with_varicose_veins_is_not_answered_with_the_hip(
    name: str, choices: dict[str, str]
) -> None:
    plan = planned(CATALOGUE, name, choices, telling("varicose-veins"))
    assert not {"BL40", "GB30"} & {code for turn in plan.course.turns for code in turn.points}
    dropped = 'Skipping "Leg or hip": none of its places suit you.'
    assert dropped in briefing(CATALOGUE, plan)


def test_a_hip_that_is_out_is_not_answered_with_the_knee() -> None:
    profile = telling("blood-thinners", provider_agreed=True)
    plan = planned(CATALOGUE, "simple", {"pain": "hip"}, profile)
    assert [turn.points for turn in plan.course.turns][-1] == ("LI4",)
    assert [step.title for step in plan.steps_left_out][-1] == "Leg or hip"


def test_another_position_of_the_same_places_is_still_taken() -> None:
    plan = planned(CATALOGUE, "bedtime", {}, telling("pregnancy", provider_agreed=True))
    assert {turn.position for turn in plan.course.turns} == {"seated"}
    assert [step.title for step in plan.steps_done_otherwise] == ["Wrists"]
