"""The first minute: few words, few keys, one key an answer, and nothing asked that was said."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from presspoint import clock
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import NotPlayed
from presspoint.machine.awake import MAY_SLEEP
from presspoint.run.options import Options
from presspoint.safety.profile import Profile
from presspoint.session.record.endings import Status
from presspoint.session.record.records import SessionRecord
from presspoint.sound.report import NO_SOUND
from presspoint.terminal.questions.pain_strength import NOW, RANGE
from support.evening import Evening
from support.histories import save_session

TODAY = date(2026, 11, 21)
CHECKED = Profile(TODAY - timedelta(days=3))
ECHO = 1  # "5.", once the pain is told


@pytest.fixture
def evening(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Evening:
    return Evening(catalogue, monkeypatch, TODAY)


def words(capsys: pytest.CaptureFixture[str], pain_question: str) -> int:
    """How many words were read up to the first instruction, which follows the question of pain."""
    return len(f"{capsys.readouterr().out} {pain_question}".split()) + ECHO


def played_before(**choices: str) -> None:
    """Save a session of lower-back that ended a minute ago."""
    started = clock.iso_now()
    save_session(SessionRecord("a", "lower-back", started, Status.STOPPED, 60, (), choices=choices))


NONE = {"pain": "none", "upper-back": "no"}


def test_somebody_new_reads_150_words_at_most(
    evening: Evening, capsys: pytest.CaptureFixture[str]
) -> None:
    evening.typist.keys = ["s", "n", "n", "n", "c-m"]
    evening.run(Options("lower-back"))
    assert words(capsys, RANGE) <= 150
    assert dict(evening.played[0].run.choices) == NONE


@pytest.mark.parametrize(("profile", "most"), [(CHECKED, 90), (Profile(TODAY), 60)])
@pytest.mark.parametrize("pain", ["none", "leg"])
def test_a_later_run_takes_one_key_and_that_of_the_pain(
    evening: Evening,
    capsys: pytest.CaptureFixture[str],
    profile: Profile,
    most: int,
    pain: str,
) -> None:
    played_before(**(NONE | {"pain": pain}))
    evening.typist.keys = ["c-m"]
    evening.run(Options("lower-back"), profile)
    assert words(capsys, NOW) <= most
    assert evening.played[0].run.choices["pain"] == pain


def test_the_notice_comes_first_and_then_the_title_with_all_that_it_takes(
    evening: Evening, capsys: pytest.CaptureFixture[str]
) -> None:
    evening.typist.keys = ["q"]
    with pytest.raises(NotPlayed):
        evening.run(Options("lower-back"))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Get help now for:"
    title, offer = lines[-2:]
    assert re.fullmatch(r"For a sore lower back, \d+:\d\d: two tennis balls, mat, chair.", title)
    assert offer.startswith("First time? A two-minute safety check")


def test_the_hip_needs_a_towel_and_a_pillow_and_says_so_once_it_is_chosen(
    evening: Evening, capsys: pytest.CaptureFixture[str]
) -> None:
    evening.typist.keys = ["n", "z", "h", "c-m"]
    evening.run(Options("lower-back"), CHECKED)
    said = capsys.readouterr().out
    assert said.count("Does the pain travel? n: no, l: leg, h: hip.\n") == 2, "z asks again"
    assert "two tennis balls, a folded towel, mat, pillow.\nHip pain (c: change).\n" in said
    assert evening.played[0].run.choices["pain"] == "hip"


def test_what_was_typed_is_not_asked(evening: Evening, capsys: pytest.CaptureFixture[str]) -> None:
    evening.typist.keys = ["c-m"]
    evening.run(Options("lower-back", pain="leg", upper_back=True), CHECKED)
    said = capsys.readouterr().out
    assert "travel?" not in said
    assert "sore too?" not in said
    assert "c: " not in said


def test_c_asks_anew_and_enter_leaves_it_as_last_time(
    evening: Evening, capsys: pytest.CaptureFixture[str]
) -> None:
    played_before(pain="leg", **{"upper-back": "no"})
    evening.typist.keys = ["c", "y", "c-m", "c-m"]
    evening.run(Options("lower-back"), CHECKED)
    said = capsys.readouterr().out
    assert "Leg pain (c: change)." in said
    assert "Upper back sore too? y/n. Enter: as last time." in said
    assert dict(evening.played[0].run.choices) == {"pain": "leg", "upper-back": "yes"}


def test_choices_of_last_time_that_leave_nothing_today_are_asked_anew(evening: Evening) -> None:
    played_before(pain="elbow", colour="green")
    evening.typist.keys = ["c-m"]
    evening.run(Options("lower-back"), CHECKED)
    assert dict(evening.played[0].run.choices) == {}


def test_the_details_have_what_to_take_care_of_and_start_nothing(
    evening: Evening, capsys: pytest.CaptureFixture[str]
) -> None:
    played_before(**NONE)
    evening.typist.keys = ["?", "c-m"]
    evening.run(Options("lower-back"), CHECKED)
    first, details = capsys.readouterr().out.split("q: quit.\n", 1)
    for words in ("press less", "newly swollen, or newly", "Positions: ", "--pain leg", "medicine"):
        assert words in details
        assert words not in first
    assert "Enter: start" in details


def test_a_machine_that_may_sleep_says_so_before_the_start_and_once(
    evening: Evening, capsys: pytest.CaptureFixture[str]
) -> None:
    evening.sleeps = True
    played_before(**NONE)
    evening.typist.keys = ["?", "c-m"]
    evening.run(Options("lower-back"), CHECKED)
    said = capsys.readouterr().out
    assert f"\n{MAY_SLEEP}\nEnter: start" in said
    assert said.count(MAY_SLEEP) == 1


def test_what_is_missing_of_the_sound_stands_right_before_the_enter(
    evening: Evening, capsys: pytest.CaptureFixture[str]
) -> None:
    evening.lack = NO_SOUND
    played_before(**NONE)
    evening.typist.keys = ["?", "c-m"]
    evening.run(Options("lower-back"), CHECKED)
    said = capsys.readouterr().out
    assert f"\n{NO_SOUND}\nEnter: start" in said
    assert said.count(NO_SOUND) == 1
