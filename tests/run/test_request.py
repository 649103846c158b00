"""What a run asks for, gathered from options and files; what cannot be, in a sentence."""

from __future__ import annotations

import pytest

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.catalogue.tables import Catalogue
from presspoint.run.options import Options
from presspoint.run.request import request
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, SessionRecord
from support.histories import save_session


@pytest.fixture
def interrupted() -> SessionRecord:
    """A session of lower-back that broke off today after one hold."""
    hold = HoldRecord(("LI4",), (), "left", 50.0, 50.0, ("LI4",))
    record = SessionRecord("a" * 32, "lower-back", clock.iso_now(), Status.RUNNING, 600.0, ())
    save_session(record, hold, ended=Status.INTERRUPTED)
    return record


@pytest.mark.usefixtures("interrupted")
def test_resuming_another_routine_says_which_one_was_interrupted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_guarded(["routine", "relaxing", "--resume"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "presspoint: You were interrupted in lower-back, not in relaxing. "
        "presspoint routine --resume goes on with it.\n"
    )


@pytest.mark.parametrize("name", [None, "lower-back", "Lower Back"])
def test_a_run_that_resumes_has_the_interrupted_session(
    catalogue: Catalogue, interrupted: SessionRecord, name: str | None
) -> None:
    run = request(catalogue, Options(name, resume=True), lambda _: None)
    assert run.resumes is not None
    assert (run.resumes.id, run.routine.name) == (interrupted.id, "lower-back")
    assert run.pressed_today == {}


def test_where_nothing_was_interrupted_nothing_can_be_resumed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_guarded(["routine", "relaxing", "--resume"]) == 1
    assert "No session was interrupted in the last day." in capsys.readouterr().err


def test_how_places_are_drawn_is_checked_before_anything_is_asked(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    run = request(catalogue, Options("lower-back", picture="LETTERS"), lambda _: None)
    assert run.options.picture == "letters"
    assert run_guarded(["routine", "lower-back", "--picture", "big"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "on, letters" in err


def test_what_is_typed_reaches_the_run(catalogue: Catalogue) -> None:
    options = Options(
        "lower-back", pain="leg", upper_back=True, pregnant=True, again_today=True, pace="slow"
    )
    run = request(catalogue, options, lambda _: None)
    assert run.choices == {"pain": "leg", "upper-back": "yes"}
    assert [each.name for each in run.flags.conditions] == ["pregnancy"]
    assert (run.flags.again_today, run.flags.provider_agreed, run.pace) == (True, False, "slow")
    assert run.options == options
