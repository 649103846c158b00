"""The last words: Done and what to do now come first, then the pain, then the record."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from presspoint import clock
from presspoint.catalogue.routines import is_for_pain, routine, routines
from presspoint.catalogue.tables import Catalogue
from presspoint.courses.course import CourseOfDays
from presspoint.listing.history.sessions import goodbye_sentences
from presspoint.remote.single_session import Remote
from presspoint.run.goodbye import say_goodbye, spoken_goodbye
from presspoint.run.options import Options
from presspoint.run.playback import Playback
from presspoint.run.preparation import plan_of
from presspoint.run.request import request
from presspoint.run.session_player import player_of
from presspoint.run.sounds.sound import RunSound
from presspoint.session.events import Ending
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.pain import earlier_pain_sentence
from presspoint.session.record.records import HoldRecord, Reaction, SessionRecord
from presspoint.settings import Settings
from presspoint.storage.entries.courses import save_start
from presspoint.terminal import output
from support.histories import save_session
from support.typist import typing

TODAY = date(2026, 11, 21)
HOLD = HoldRecord(("LI4",), (), "left", 50.0, 50.0)

ON_BALLS = Reaction(3, ("BL23", "BL52"), (), "both", None)
SORE = Reaction(1, ("LI4",), (), "left", "sore")


def record(started: str = "2026-11-21T09:00:00+01:00", **more: Any) -> SessionRecord:  # noqa: ANN401  # any field
    """A session of lower-back of which a hold was pressed."""
    whole = SessionRecord("a", "lower-back", started, Status.FINISHED, 60, (HOLD,), pain_before=5)
    return whole._replace(**{"ended_by": EndedBy.END, **more})


class Log:
    """What was saved of a session."""

    problem = rest_problem = ""

    def __init__(self, saved: SessionRecord) -> None:
        self.record = saved

    def save_pain(self, when: str, pain: int) -> None:
        """Save the pain after it."""
        assert when == "after"
        self.record = self.record._replace(pain_after=pain)


def last_words(
    catalogue: Catalogue, saved: SessionRecord, ending: Ending, earlier: tuple[SessionRecord, ...]
) -> None:
    """Say goodbye to a session that ended so."""
    run = request(catalogue, Options("lower-back"), print)._replace(earlier=earlier, today=TODAY)
    with closing(Remote()) as remote, closing(RunSound(Settings(voice="off", volume=0))) as sound:
        playback = Playback(catalogue, run, plan_of(catalogue, run), remote, Settings())
        playback.aftercare = "Rest a moment."
        playback.log = Log(saved)  # type: ignore[assignment]  # what a goodbye needs of it
        say_goodbye(playback, ending, sound)


@pytest.mark.parametrize("asks", [True, False])
def test_how_soon_again_is_spoken_only_where_no_pain_can_change_it(
    catalogue: Catalogue, *, asks: bool
) -> None:
    run = request(catalogue, Options("lower-back"), print)._replace(today=TODAY)
    with closing(Remote()) as remote:
        playback = Playback(catalogue, run, plan_of(catalogue, run), remote, Settings())
        playback.asks_about_pain = asks
        playback.log = Log(record())  # type: ignore[assignment]  # as above
        said = spoken_goodbye(playback, Ending.FINISHED)
    assert said.startswith("Done after 1 hold (50 seconds).")
    assert ("enough" in said) is not asks


@pytest.mark.parametrize("is_told", [True, False])
def test_what_is_missing_of_the_sound_is_told_once(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, *, is_told: bool
) -> None:
    monkeypatch.setenv("PATH", "")
    run = request(catalogue, Options("lower-back"), print)._replace(today=TODAY)
    with closing(Remote()) as remote, closing(RunSound(Settings())) as sound:
        playback = Playback(catalogue, run, plan_of(catalogue, run), remote, Settings())
        inputs = SimpleNamespace(let_in=lambda _: "")
        if is_told:
            assert sound.lack(1.0)
        player = player_of(playback, playback._start(), inputs, sound)  # type: ignore[arg-type]  # as above
        with closing(playback.awake):
            told = list(player.begin())
    assert len(told) == (not is_told)


def test_how_it_ended_stands_out_from_what_was_on_the_screen_before(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    last_words(catalogue, record(), Ending.ABANDONED, ())
    bold = re.findall(r"\x1b\[1m(.+?)\x1b\[22m", capsys.readouterr().out)
    assert " ".join(bold) == goodbye_sentences(catalogue, record())


def test_done_and_what_to_do_now_come_before_the_question_about_pain(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typing(monkeypatch, "3")
    yesterday = record("2026-11-20T21:00:00+01:00", pain_after=3)
    last_words(catalogue, record(), Ending.FINISHED, (yesterday,))
    assert capsys.readouterr().out.splitlines() == [
        "Done after 1 hold (50 seconds).",
        "Rest a moment.",
        "And now, how strong is the pain? (before: 5) 0-9, t: ten. Enter: skip.",
        "3.",
        "Pain before 5, after 3. Yesterday: 5 -> 3. Saved. Once or twice a day is enough.",
    ]


def test_in_a_course_the_next_day_of_it_is_said_unless_the_pain_is_worse(
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(clock, "today", lambda _: TODAY)
    save_start(CourseOfDays("c", "C", "lower-back", 4, "daily"), TODAY, ())
    save_session(record()._replace(status=Status.RUNNING, holds=()), HOLD, ended=Status.FINISHED)
    for pain, says in (("3", True), ("9", False)):
        typing(monkeypatch, pain)
        last_words(catalogue, record(), Ending.FINISHED, ())
        said = capsys.readouterr().out
        assert ("Done for today. Next: Sunday 22 November 2026." in said) is says


@pytest.mark.parametrize(
    ("saved", "after", "is_worse"),
    [
        (record(), "t", True),
        (record(), "7", True),
        (record(), "6", False),
        (record(reactions=(SORE,)), "6", True),
        (record(reactions=(SORE,)), "5", False),
        (record(pain_before=None), "9", False),
        (record(), "c-m", False),
    ],
)
def test_pain_that_is_worse_than_before_is_to_rest_and_may_need_a_doctor(
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    saved: SessionRecord,
    after: str,
    is_worse: bool,
) -> None:
    typing(monkeypatch, after)
    last_words(catalogue, saved, Ending.FINISHED, ())
    words = " ".join(capsys.readouterr().out.split())
    rest = (
        "Saved. Your pain is worse than before. Leave it for today. See a doctor or "
        "physiotherapist if it does not settle within a day or two, or gets worse."
    )
    assert words.endswith(rest if is_worse else "Saved. Once or twice a day is enough.")
    assert ("enough" in words) is not is_worse


@pytest.mark.parametrize(
    ("saved", "ending", "said"),
    [
        (
            record(holds=(), ended_by=EndedBy.Q, status=Status.STOPPED),
            Ending.STOPPED,
            ["Stopped, nothing pressed.", "Pain before 5. Saved."],
        ),
        (
            record(holds=(), ended_by=EndedBy.Q, status=Status.STOPPED, reactions=(ON_BALLS,)),
            Ending.STOPPED,
            ["Stopped. Lower back, both sides: it hurt.", "Pain before 5. Saved."],
        ),
        (
            record(ended_by=EndedBy.FAINT, status=Status.STOPPED),
            Ending.FAINT,
            [
                "Stopped after 1 hold (50 seconds), because you felt faint.",
                "Pain before 5. Saved.",
            ],
        ),
        (
            record(ended_by=EndedBy.PAUSE, status=Status.INTERRUPTED),
            Ending.ABANDONED,
            [
                "Interrupted after 1 hold (50 seconds).",
                "Pain before 5. Saved. To go on with it: presspoint routine --resume",
            ],
        ),
    ],
)
def test_nothing_is_asked_where_nothing_was_pressed_or_something_was_wrong(
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    saved: SessionRecord,
    ending: Ending,
    said: list[str],
) -> None:
    typing(monkeypatch)
    last_words(catalogue, saved, ending, ())
    assert capsys.readouterr().out.splitlines() == said


def test_only_a_change_that_counts_and_of_the_last_week_is_told() -> None:
    hurt = record(pain_after=2, reactions=(Reaction(1, ("LI4",), (), "left", "sharp"),))
    monday = record("2026-11-16T09:00:00+01:00", pain_after=4)
    assert earlier_pain_sentence((hurt, monday), TODAY) == "On Monday: 5 -> 4."
    assert earlier_pain_sentence((record(pain_after=4),), TODAY) == "Earlier today: 5 -> 4."
    assert earlier_pain_sentence((record("2026-11-14T09:00:00+01:00", pain_after=4),), TODAY) == ""
    assert earlier_pain_sentence((record("rubbish", pain_after=4), record()), TODAY) == ""


def test_only_a_routine_for_something_else_than_pain_asks_nothing_about_it(
    catalogue: Catalogue,
) -> None:
    painless = {each.name for each in routines(catalogue) if not is_for_pain(catalogue, each)}
    assert painless == {"bedtime"}
    own = routine(catalogue, "desk")._replace(helps=())
    assert is_for_pain(catalogue, own)
