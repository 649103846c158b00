"""What becomes of a routine for a person: every reason is said, and nothing beside a stop."""

from __future__ import annotations

import pytest

from presspoint.catalogue.conditions import lasting_conditions
from presspoint.catalogue.routines import routine
from presspoint.catalogue.safety_warnings import Level, SafetyWarning
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.effect import AGREED, FIRST, NO_EFFECT, effect_lines
from presspoint.safety.answers import ConditionAnswer, Flags
from presspoint.safety.profile import Profile
from presspoint.safety.screening import NOBODY, screen
from support.own import SHIPPED
from support.profiles import TODAY

NAMES = ("lower-back", "whole-set")


def profile_with(*conditions: str) -> Profile:
    """Return the profile of somebody who was checked today and has these conditions."""
    return Profile(TODAY, conditions=tuple(ConditionAnswer(each, TODAY) for each in conditions))


def effect(catalogue: Catalogue, profile: Profile, *names: str) -> str:
    return "\n".join(effect_lines(catalogue, names, profile, TODAY, {}))


@pytest.mark.parametrize("condition", lasting_conditions(SHIPPED))
def test_every_reason_why_a_place_is_out_is_said(catalogue: Catalogue, condition: str) -> None:
    profile = profile_with(condition)
    said = effect(catalogue, profile, *NAMES)
    assert said.startswith(FIRST)
    for name in NAMES:
        screening = screen(catalogue, routine(catalogue, name), AGREED, profile, TODAY)
        assert all(each.reason in said for each in screening.left_out)
        assert all(each.line in said for each in screen_of(catalogue, name, profile))


def screen_of(catalogue: Catalogue, name: str, profile: Profile) -> list[SafetyWarning]:
    """Return the warnings of a person's conditions."""
    limits = screen(catalogue, routine(catalogue, name), Flags(), profile, TODAY).limits
    return [each.warning for each in limits.conditions]


def test_a_gate_names_whom_to_ask_unless_nothing_of_it_is_left(catalogue: Catalogue) -> None:
    assert "ask your doctor" in effect(catalogue, profile_with("osteoporosis"), "lower-back")
    assert "Before you start" not in effect(catalogue, profile_with("pregnancy"), "lower-back")


@pytest.mark.parametrize("urgency", [Level.EMERGENCY, Level.SAME_DAY, Level.SOON])
def test_beside_a_stop_nothing_is_said(catalogue: Catalogue, urgency: Level) -> None:
    stopped = profile_with("osteoporosis")._replace(urgency=urgency)
    assert effect(catalogue, stopped, *NAMES) == ""


def test_of_whom_nothing_limits_nothing_is_left_out(catalogue: Catalogue) -> None:
    assert effect(catalogue, profile_with(), "lower-back") == f"{FIRST}\n{NO_EFFECT}"
    assert effect(catalogue, NOBODY, "lower-back") == FIRST
    assert effect(catalogue, profile_with()) == ""


def test_it_is_that_of_the_side_that_was_chosen(catalogue: Catalogue) -> None:
    lines = effect_lines(
        catalogue, ["lower-back"], profile_with("osteoporosis"), TODAY, {"side": "left"}
    )
    whole = effect(catalogue, profile_with("osteoporosis"), "lower-back")
    assert "\n".join(lines).splitlines()[-1] < whole.splitlines()[-1]
