"""The order of a run: the notice, what suits, the questions, the Enter, the word, and then play."""

from __future__ import annotations

from datetime import date

import pytest

from presspoint.catalogue.conditions import conditions_of_today
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, NotPlayed
from presspoint.run.options import Options
from presspoint.run.play import NO_CHECK
from presspoint.safety.answers import ConditionAnswer
from presspoint.safety.profile import Profile
from presspoint.storage.profile_file import read_profile
from support.evening import Evening

TODAY = date(2026, 11, 21)
PREGNANT = Profile(TODAY, conditions=(ConditionAnswer("pregnancy", TODAY),))
CANCER = Profile(TODAY, conditions=(ConditionAnswer("cancer", TODAY),))


@pytest.fixture
def evening(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Evening:
    """Somebody at a terminal, who has no sound."""
    return Evening(catalogue, monkeypatch, TODAY)


def test_too_little_left_names_what_suits_before_the_verdict_and_asks_nothing(
    evening: Evening, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(NotPlayed) as end:
        evening.run(Options("lower-back"), PREGNANT)
    assert end.value.exit_code == 3
    notice, *said = capsys.readouterr().out.splitlines()
    assert notice == evening.catalogue.text("standing-checked")
    assert "Pregnancy" in said[0]
    suits, verdict = end.value.sentence.splitlines()
    assert suits.startswith("What suits you: ")
    assert verdict.startswith('Not started: too little of "For a sore lower back" is left for you.')
    assert "Ask your " in verdict


def test_each_routine_that_is_named_plays_for_that_person(evening: Evening) -> None:
    with pytest.raises(NotPlayed) as end:
        evening.run(Options("lower-back"), PREGNANT)
    suits = end.value.sentence.split("What suits you: ")[1]
    named = suits.split(". Start one")[0].split("; ")
    for number, each in enumerate(named):
        name = each.split(" (")[0]
        evening.typist.keys = ["c-m"] if number else ["c-m", "y"]  # the word is saved
        assert evening.run(Options(name)) is ExitCode.DONE
    assert len(evening.played) == len(named)


def test_the_gates_are_asked_about_after_the_enter_and_by_one_key(
    evening: Evening, capsys: pytest.CaptureFixture[str]
) -> None:
    evening.typist.keys = ["n", "c-m", "x", "c-m", "y"]
    evening.run(Options("simple"), CANCER)
    assert evening.played[0].run.flags.provider_agreed
    said = capsys.readouterr().out
    order = [said.index(words) for words in ("Cancer", "Enter: start", "agree to acupressure")]
    assert order == sorted(order)
    assert "Yes is saved for 30 days." in said
    evening.typist.keys = ["n", "c-m"]
    evening.run(Options("simple"))  # the word is saved for 30 days
    assert len(evening.played) == 2
    evening.typist.keys = ["n", "c-m", "n"]
    with pytest.raises(NotPlayed, match="add --provider-agreed"):
        evening.run(Options("simple"), CANCER)
    assert len(evening.played) == 2


@pytest.mark.parametrize("keys", [["q"], ["n", "q"], ["n", "t", "q"], ["n", "c-m", "q"], ["c-d"]])
def test_every_question_can_be_left(evening: Evening, keys: list[str]) -> None:
    evening.typist.keys = keys
    with pytest.raises(NotPlayed) as end:
        evening.run(Options("simple"), CANCER)
    assert (end.value.sentence, end.value.exit_code) == ("Not started.", 0)
    assert not evening.played


@pytest.mark.parametrize("name", ["alcohol", "fever"])
def test_what_is_told_of_today_ends_the_run(evening: Evening, name: str) -> None:
    number = 1 + list(conditions_of_today(evening.catalogue)).index(name)
    evening.typist.keys = ["n", "t", str(number)]
    with pytest.raises(NotPlayed) as end:
        evening.run(Options("simple"), Profile(TODAY))
    assert end.value.exit_code == 3
    assert read_profile(evening.catalogue) == Profile(TODAY)


def test_a_meal_leaves_the_belly_out_and_starts_after_another_enter(evening: Evening) -> None:
    number = 1 + list(conditions_of_today(evening.catalogue)).index("recent-meal")
    evening.typist.keys = ["t", str(number), "c-m"]
    evening.run(Options("back-and-feet"), Profile(TODAY))
    assert "CV6" in {each.code for each in evening.played[0].plan.screening.left_out}


def test_yes_stands_for_the_enter_and_asks_nothing_of_a_new_person(
    evening: Evening, capsys: pytest.CaptureFixture[str]
) -> None:
    evening.run(Options("simple", yes=True))
    assert len(evening.played) == 1
    assert NO_CHECK in capsys.readouterr().out
    evening.run(Options("simple", yes=True), Profile(TODAY))
    assert NO_CHECK not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "profile"),
    [
        (Options("lower-back", yes=True), PREGNANT),
        (Options("simple", yes=True, red_flags=("bladder-bowel",)), None),
        (Options("simple", yes=True, conditions=("alcohol",)), None),
    ],
)
def test_yes_passes_no_stop_and_no_exclusion(
    evening: Evening, options: Options, profile: Profile | None
) -> None:
    with pytest.raises(NotPlayed):
        evening.run(options, profile)
    assert not evening.played


def test_yes_passes_no_gate(evening: Evening) -> None:
    evening.typist.keys = ["n"]
    with pytest.raises(NotPlayed, match="add --provider-agreed"):
        evening.run(Options("simple", yes=True), CANCER)
    assert not evening.played
