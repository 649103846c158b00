"""What the history says of a session, played to its end or not: nothing better than it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.cues.narrator import Narrator
from presspoint.listing.history.sessions import goodbye_sentences
from presspoint.planning.notice import faint_notice
from presspoint.player.loop import Player
from presspoint.ports import Ports
from presspoint.run.sounds.sound import Reporter
from presspoint.session.actions import Action, Signal
from presspoint.session.record.records import SessionRecord
from presspoint.session.resuming import resume
from presspoint.session.state import start
from presspoint.storage.catalogue_file import load
from presspoint.storage.history.instants import instant
from presspoint.storage.history.reading import read_history
from presspoint.storage.history.recent import find_interrupted, last_faint
from presspoint.storage.history.session_log import SessionLog
from presspoint.storage.profile_file import read_profile
from support.fakes import FakeAwake, FakeClock, FakeInputs, Story, by_name
from support.plans import planned

CATALOGUE = load()
PLAN = planned(CATALOGUE)
TODAY = date(2026, 11, 21)
STARTED = "2026-11-21T07:30:00+01:00"
NEXT = [(number + 1.0, "next") for number in range(40)]


def moment(kind: str, number: int = 0, into: float = 0.0) -> float:
    """When the plan's phase of a kind begins, in seconds from the start."""
    found = [index for index, phase in enumerate(PLAN.course.phases) if phase.kind == kind][number]
    return sum(phase.seconds for phase in PLAN.course.phases[:found]) + into


FIRST_HOLD = moment("hold", into=20.0)
LAST_HOLD = moment("hold", 7, into=5.0)


class Killed(Exception):  # noqa: N818  # it stands for a signal
    """The end of a process that nobody sees coming."""


class KilledInputs(FakeInputs[Action | Signal]):
    """Inputs that come to no end of their own."""

    def wait(self, seconds: float | None) -> list[Action | Signal]:
        messages = super().wait(seconds)
        if Action.STATUS in messages:
            raise Killed
        return messages


def play(
    messages: Iterable[tuple[float, str]],
    resumes: SessionRecord | None = None,
    *,
    pain: tuple[int, int] = (7, 4),
) -> SessionLog:
    """Play lower-back with keys at these seconds, and save it as a run does; return its log."""
    ticks = FakeClock()
    inputs = KilledInputs(ticks, by_name(messages))
    story = Story(ticks)
    log = SessionLog(PLAN, STARTED, CATALOGUE, TODAY, resumes)
    if not resumes:
        log.save_pain("before", pain[0])
    session = start(PLAN.course, ticks())
    if resumes:
        session = resume(PLAN.course, resumes.holds, ticks())
    ports = Ports(inputs, story, log, Narrator("", {}), FakeAwake(), Reporter(story.remark))
    earlier = (resumes.reactions or ()) if resumes else ()
    try:
        log.end(Player(session, ticks, ports, earlier=earlier).play())
        log.save_pain("after", pain[1])
    except Killed:
        assert log.history
        log.history.close()
    return log


def shown(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The one session of `history --json`."""
    capsys.readouterr()
    assert run_guarded(["history", "--json"]) == 0
    (session,) = json.loads(capsys.readouterr().out)["sessions"]
    assert isinstance(session, dict)
    return session


def gist(session: dict[str, Any]) -> tuple[str, str, int, int, list[str | None]]:
    answers = [each["answer"] for each in session["reactions"]]
    return (
        session["status"],
        session["ended_by"],
        session["reached"],
        session["planned_holds"],
        answers,
    )


def test_a_session_played_to_its_end_is_finished_and_its_pain_counts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log = play([])
    session = shown(capsys)
    assert gist(session) == ("finished", "end", 8, 8, [])
    assert {each["ended_by"] for each in session["holds"]} == {"end"}
    assert read_history()[0].pain_change_counts
    assert goodbye_sentences(CATALOGUE, log.record).startswith("Done after 8 holds (")


def test_a_session_with_every_hold_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    log = play(NEXT)
    session = shown(capsys)
    assert gist(session) == ("skipped", "end", 8, 8, [])
    assert (session["holds"], session["held_seconds"]) == ([], 0)
    assert not read_history()[0].pain_change_counts
    assert goodbye_sentences(CATALOGUE, log.record) == "The end, nothing pressed."


def test_a_hold_that_was_left_says_by_what(capsys: pytest.CaptureFixture[str]) -> None:
    play([(FIRST_HOLD, "next")])
    session = shown(capsys)
    assert gist(session) == ("finished", "end", 8, 8, [])
    assert [each["ended_by"] for each in session["holds"]][:2] == ["next", "end"]


def test_a_hold_done_again_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    play([(FIRST_HOLD, "back"), (FIRST_HOLD + 60, "stop")])
    session = shown(capsys)
    assert session["holds"][0]["ended_by"] == "back"
    assert gist(session)[:3] == ("stopped", "q", 1)


@pytest.mark.parametrize(
    ("key", "answer", "said"), [("1", "sharp", "sharp pain"), ("4", "sore", "sore")]
)
def test_x_answered_sharp_or_sore(
    capsys: pytest.CaptureFixture[str], key: str, answer: str, said: str
) -> None:
    log = play([(FIRST_HOLD, "hurts"), (FIRST_HOLD + 5, f"answer-{key}")])
    session = shown(capsys)
    assert gist(session) == ("stopped", "end", 7, 8, [answer]), "the other hand was left out"
    assert session["holds"][0]["ended_by"] == "hurts"
    assert session["reactions"] == [
        {"step": 2, "points": ["LI4"], "zones": [], "side": "left", "answer": answer}
    ]
    assert not read_history()[0].pain_change_counts
    assert f"Thumb web, left hand: {said}." in goodbye_sentences(CATALOGUE, log.record)
    run_guarded(["history"])
    row = capsys.readouterr().out
    assert "finished" not in row
    assert "7 -> 4" not in row


@pytest.mark.parametrize(
    ("key", "answer", "why"),
    [("2", "numb", "it went numb"), ("3", "spreading", "the pain spread")],
)
def test_x_answered_numb_or_spreading(
    capsys: pytest.CaptureFixture[str], key: str, answer: str, why: str
) -> None:
    log = play([(FIRST_HOLD, "hurts"), (FIRST_HOLD + 5, f"answer-{key}")])
    session = shown(capsys)
    assert gist(session) == ("stopped", "hurts", 1, 8, [answer])
    assert session["holds"][0]["ended_by"] == "hurts"
    assert not read_history()[0].pain_change_counts
    assert (
        goodbye_sentences(CATALOGUE, log.record)
        == f"Stopped after 1 hold (20 seconds), because {why}."
    )
    profile = read_profile(CATALOGUE)
    assert profile
    (rest,) = profile.rests
    assert (rest.code, rest.answer, rest.side) == ("LI4", answer, "left")


def test_x_at_the_very_last_hold_is_finished_and_no_change_all_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    play([(LAST_HOLD, "hurts"), (LAST_HOLD + 5, "answer-1")])
    assert gist(shown(capsys)) == ("finished", "end", 8, 8, ["sharp"])
    assert not read_history()[0].pain_change_counts
    run_guarded(["history"])
    row = capsys.readouterr().out
    assert "Back of the knee, right leg: sharp pain; pain before 7, after 4" in row
    assert "finished" not in row


def test_x_without_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    play([(FIRST_HOLD, "hurts"), (FIRST_HOLD + 5, "next")])
    assert gist(shown(capsys)) == ("stopped", "end", 7, 8, [None])
    assert not read_history()[0].pain_change_counts


def test_an_answer_that_was_corrected_is_one_reaction(capsys: pytest.CaptureFixture[str]) -> None:
    keys = ("hurts", "answer-4", "hurts", "answer-1")
    play([(FIRST_HOLD + number, key) for number, key in enumerate(keys)])
    assert gist(shown(capsys))[4] == ["sharp"]


def test_f(capsys: pytest.CaptureFixture[str]) -> None:
    log = play([(FIRST_HOLD, "faint")])
    session = shown(capsys)
    assert gist(session) == ("stopped", "faint", 1, 8, ["faint"])
    assert session["holds"][0]["ended_by"] == "faint"
    assert not read_history()[0].pain_change_counts
    said = goodbye_sentences(CATALOGUE, log.record)
    assert said == "Stopped after 1 hold (20 seconds), because you felt faint."


def test_a_faint_of_today_is_said_before_the_next_session() -> None:
    record = play([(FIRST_HOLD, "faint")]).record
    began = instant(record.started)
    assert began is not None
    assert last_faint(began + 60, began - 60) == record.started[11:16]
    assert last_faint(began + 60, began + 30) == ""
    assert record.started[11:16] in faint_notice(last_faint(began + 60, began - 60))


def test_another_end_is_no_faint() -> None:
    record = play([(FIRST_HOLD, "stop")]).record
    began = instant(record.started)
    assert began is not None
    assert last_faint(began + 60, began - 60) == ""


def test_a_signal(capsys: pytest.CaptureFixture[str]) -> None:
    play([(FIRST_HOLD, "SIGTERM")])
    session = shown(capsys)
    assert gist(session) == ("interrupted", "signal", 1, 8, [])
    assert session["holds"][0]["ended_by"] == "signal"


def test_killed(capsys: pytest.CaptureFixture[str]) -> None:
    second = moment("hold", 1, into=5.0)
    play([(second, "status")])
    session = shown(capsys)
    assert gist(session) == ("interrupted", "crash", 1, 8, [])
    assert len(session["holds"]) == 1
    assert not read_history()[0].pain_change_counts


def test_killed_while_it_asks_how_it_feels(capsys: pytest.CaptureFixture[str]) -> None:
    play([(FIRST_HOLD, "hurts"), (FIRST_HOLD + 5, "status")])
    assert gist(shown(capsys)) == ("interrupted", "crash", 1, 8, [None])


def test_forgotten_in_a_pause(capsys: pytest.CaptureFixture[str]) -> None:
    play([(FIRST_HOLD, "pause")])
    session = shown(capsys)
    assert gist(session) == ("interrupted", "pause", 1, 8, [])
    assert session["holds"][0]["ended_by"] == "pause"
    assert not read_history()[0].pain_change_counts


def test_a_session_taken_up_again_is_finished_once_the_rest_was_reached(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    at = moment("hold", 3, into=5.0)
    play([(FIRST_HOLD, "hurts"), (FIRST_HOLD + 1, "answer-4"), (at - 40, "SIGHUP")])
    found = find_interrupted(_epoch(monkeypatch))
    assert found
    assert found.reactions
    play([], found)
    session = shown(capsys)
    assert (session["status"], session["reached"]) in {("finished", 8), ("stopped", 7)}
    assert [each["answer"] for each in session["reactions"]] == ["sore"], "of the first sitting"


def _epoch(monkeypatch: pytest.MonkeyPatch) -> float:
    now: Callable[[], float] = lambda: 1795249800.0  # noqa: E731  # 21 November 2026, 8:30 UTC
    monkeypatch.setattr(clock, "epoch_seconds", now)
    return now()


@pytest.mark.parametrize("answer", ["answer-1", "answer-2", "answer-3", "answer-4"])
def test_ctl_hurts_with_its_answer_is_what_the_keys_do(
    capsys: pytest.CaptureFixture[str], answer: str
) -> None:
    play([(FIRST_HOLD, "hurts-remote"), (FIRST_HOLD + 0.1, answer)])
    session = shown(capsys)
    number = int(answer[-1]) - 1
    assert session["reactions"][0]["answer"] == ["sharp", "numb", "spreading", "sore"][number]


def test_ctl_hurts_without_an_answer_within_a_minute_counts_as_numb(
    capsys: pytest.CaptureFixture[str],
) -> None:
    play([(FIRST_HOLD, "hurts-remote")])
    assert gist(shown(capsys)) == ("stopped", "hurts", 1, 8, ["numb"])
    profile = read_profile(CATALOGUE)
    assert profile
    assert len(profile.rests_to_ask_about(TODAY)) == 1


def test_ctl_hurts_answered_by_a_key_in_time_counts_as_that(
    capsys: pytest.CaptureFixture[str],
) -> None:
    play([(FIRST_HOLD, "hurts-remote"), (FIRST_HOLD + 59, "answer-4")])
    assert gist(shown(capsys))[4] == ["sore"]


def test_ctl_hurts_while_a_key_asked_already_gives_it_a_minute_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    play([(FIRST_HOLD, "hurts"), (FIRST_HOLD + 30, "hurts-remote")])
    assert gist(shown(capsys))[4] == ["numb"]


@pytest.mark.parametrize("key", ["2", "3"])
def test_a_nerve_sign_in_a_movement_rests_what_it_strains(
    capsys: pytest.CaptureFixture[str], key: str
) -> None:
    at = moment("exercise", into=3.0)
    play([(at, "hurts"), (at + 5, f"answer-{key}")])
    session = shown(capsys)
    assert session["reactions"][0]["points"] == []
    profile = read_profile(CATALOGUE)
    assert profile
    assert [each.code for each in profile.rests] == ["lower-back", "hip"]
    assert len(profile.rests_to_ask_about(TODAY)) == 2


@pytest.mark.parametrize("key", ["1", "4"])
def test_a_movement_that_is_sharp_or_sore_gets_no_advice_about_a_pressed_place(key: str) -> None:
    at = moment("exercise", into=3.0)
    ticks = FakeClock()
    story = Story(ticks)
    messages = by_name([(at, "hurts"), (at + 5, f"answer-{key}"), (at + 40, "stop")])
    inputs: FakeInputs[Action | Signal] = FakeInputs(ticks, messages)
    ports = Ports(inputs, story, story, Narrator("", {}), FakeAwake(), Reporter(story.remark))
    Player(start(PLAN.course, ticks()), ticks, ports).play()
    begun = [each for each in story.events if each.kind == "began" and each.phase.kind == "rest"]
    answer = begun[1].phase.text  # after the opening
    assert "movement" in answer
    assert "press" not in answer
    assert story.rests == []
