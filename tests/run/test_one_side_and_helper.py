"""One side and a helper on the command line: what is asked, saved and taken up again."""

from __future__ import annotations

import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, NotPlayed, PresspointError
from presspoint.run.last_time import resume
from presspoint.run.options import Options
from presspoint.run.preparation import plan_of
from presspoint.run.questions import helped_person
from presspoint.run.questions.helped_person import WHO_LIES_DOWN, ask_who_lies_down
from presspoint.run.request import Run, request
from presspoint.session.record.endings import Status
from presspoint.session.record.records import SessionRecord
from support.typist import typing


def run_of(catalogue: Catalogue, options: Options) -> Run:
    return request(catalogue, options, lambda _: None)


def sides(catalogue: Catalogue, run: Run) -> set[str | None]:
    return {turn.side for turn in plan_of(catalogue, run).course.turns if turn.is_hold}


def test_a_helper_presses_only_who_answered_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helped_person, "can_ask", lambda: True)
    typing(monkeypatch, "y")
    ask_who_lies_down()
    typing(monkeypatch, "c-m", "n")  # Enter is no answer
    with pytest.raises(NotPlayed) as refusal:
        ask_who_lies_down()
    assert refusal.value.exit_code is ExitCode.NOT_PLAYED
    typing(monkeypatch, "q")
    with pytest.raises(NotPlayed) as refusal:
        ask_who_lies_down()
    assert refusal.value.exit_code is ExitCode.DONE


@pytest.mark.parametrize("options", [[], ["--yes"], ["--yes", "--plain"]])
def test_yes_does_not_say_who_lies_down(
    capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert run_guarded(["routine", "upper-back", "--helper", *options]) == ExitCode.NOT_PLAYED
    out = " ".join(capsys.readouterr().out.split())
    assert WHO_LIES_DOWN in out
    assert "--yes does not answer it" in out


def test_what_no_helper_may_press_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(PresspointError, match="A helper presses nothing in bedtime"):
        run_of(catalogue, Options("bedtime", helper=True))


@pytest.mark.parametrize("typed", ["up", "both-at-once"])
def test_an_unknown_side_or_warm_up_is_a_usage_error(
    capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    for option in ("--side", "--warm-up"):
        assert run_guarded(["plan", "lower-back", option, typed]) == ExitCode.USAGE
        assert f'There is no "{typed}" for {option}.' in capsys.readouterr().err


def test_a_session_on_one_side_is_saved_so_and_goes_on_so(catalogue: Catalogue) -> None:
    run = run_of(catalogue, Options("desk", side="left"))
    assert sides(catalogue, run) == {"left"}
    whole = run_of(catalogue, Options("desk"))
    assert sides(catalogue, whole) == {"left", "right"}
    record = SessionRecord(
        "id",
        "desk",
        "2026-11-21T10:00:00+00:00",
        Status.INTERRUPTED,
        300.0,
        (),
        choices=run.choices,
    )
    assert record.choices == {"side": "left"}
    assert sides(catalogue, resume(catalogue, whole, record)) == {"left"}
    choices = {each.name: each.value for each in plan_of(catalogue, run).choices}
    assert choices == {"side": "left"}


def test_a_helped_session_is_asked_about_when_it_goes_on(catalogue: Catalogue) -> None:
    run = run_of(catalogue, Options("upper-back"))
    record = SessionRecord(
        "id",
        "upper-back",
        "2026-11-21T10:00:00+00:00",
        Status.INTERRUPTED,
        300.0,
        (),
        choices={"helper": "yes"},
    )
    assert not run.is_helped
    assert resume(catalogue, run, record).is_helped
