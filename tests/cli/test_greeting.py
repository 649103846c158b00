"""presspoint without a command greets, and plays on Enter what suits; piped it only tells."""

from __future__ import annotations

from datetime import timedelta

import pytest

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.tables import Catalogue
from presspoint.cli import greeting
from presspoint.run.request import Run
from presspoint.safety.answers import ConditionAnswer
from presspoint.safety.profile import Profile
from presspoint.session.record.endings import Status
from presspoint.session.record.records import SessionRecord
from presspoint.storage.profile_file import change_profile
from presspoint.storage.settings_file import current_day
from support.histories import save_session
from support.typist import typing

FIVE = ("routine", "check", "plan lower-back", "point LI4", "help")


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The routines that are played, by somebody on a terminal."""
    names: list[str] = []
    monkeypatch.setattr(greeting, "can_ask", lambda: True)

    def play(_: Catalogue, run: Run) -> int:
        names.append(run.routine.name)
        return 0

    monkeypatch.setattr(greeting, "play", play)
    return names


def test_piped_it_tells_five_things_to_try_and_asks_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_guarded([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[1] for line in lines[1:]] == [f"presspoint {each}" for each in FIVE]


def test_on_a_terminal_enter_plays_and_no_other_key_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], played: list[str]
) -> None:
    typing(monkeypatch, "x", "y", "c-m")
    assert run_guarded([]) == 0
    assert played == ["lower-back"]
    typing(monkeypatch, "q")
    assert run_guarded([]) == 0
    assert played == ["lower-back"]
    assert capsys.readouterr().out.endswith("\nNot started.\n")


def test_the_last_routine_is_offered_if_it_suits_and_else_one_that_does(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, played: list[str]
) -> None:
    for name in ("desk", "lower-back", "gone"):
        save_session(SessionRecord(name, name, clock.iso_now(), Status.STOPPED, 60, ()))
    typing(monkeypatch, "c-m", "c-m")
    assert run_guarded([]) == 0
    answers = (ConditionAnswer("pregnancy", current_day()),)
    change_profile(catalogue, lambda _: Profile(current_day(), conditions=answers))
    assert run_guarded([]) == 0
    assert played == ["lower-back", "desk"]


def test_the_course_of_today_is_said_and_its_routine_offered(
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    played: list[str],
) -> None:
    save_session(SessionRecord("x", "lower-back", clock.iso_now(), Status.STOPPED, 60, ()))
    assert run_guarded(["course", "start", "desk"]) == 0
    capsys.readouterr()
    typing(monkeypatch, "c-m")
    assert run_guarded([]) == 0
    assert played == ["desk"]
    assert capsys.readouterr().out.splitlines()[1] == "Today: desk."
    answers = (ConditionAnswer("blood-thinners", current_day()),)
    change_profile(catalogue, lambda _: Profile(current_day(), conditions=answers))
    typing(monkeypatch, "q")
    assert run_guarded([]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("Paused since ")


def test_who_is_stopped_reads_only_what_to_do(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str], played: list[str]
) -> None:
    day = current_day() - timedelta(days=2)
    change_profile(catalogue, lambda _: Profile(day, Level.EMERGENCY))
    assert run_guarded([]) == 3
    said = capsys.readouterr().out
    assert said.startswith("EMERGENCY: ")
    assert len(said.splitlines()) == 1
    assert not played
