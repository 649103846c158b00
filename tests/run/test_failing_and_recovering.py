"""Whole sessions beside edges that fail and recover at random: nothing that was said is untrue.

Nothing that is said to be lost is there, and nothing that is said to be saved is lost.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.cues.narrator import Narrator
from presspoint.player.loop import Player
from presspoint.player.saving import AGAIN_SECONDS, FAILS, WORKS
from presspoint.ports import Ports
from presspoint.run.sounds.sound import Reporter
from presspoint.session.actions import Action, Signal
from presspoint.session.record.records import SessionRecord
from presspoint.session.record.tally import Tally
from presspoint.session.state import start
from presspoint.storage.catalogue_file import load
from presspoint.storage.history.reading import read_history
from presspoint.storage.history.session_log import SessionLog
from presspoint.storage.profile_file import read_profile
from support.cases import every
from support.fakes import FakeAwake, FakeClock, FakeInputs, FakeSink, Story, by_name
from support.plans import planned

CATALOGUE = load()
PLAN = planned(CATALOGUE)
HOLDS = sum(turn.is_hold for turn in PLAN.course.turns)
STARTED = "2026-11-21T07:30:00+01:00"
TODAY = date(2026, 11, 21)
LOCKED = "database is locked. Another program has it open: close it there."
KEYS = st.sampled_from(("toggle", "next", "back", "again", "hurts", "answer-1", "answer-4", "help"))
# A history as it is before the session: other sessions in it are never touched.
OTHER = "INSERT INTO session (id, routine, started, status, planned_seconds) VALUES"
OTHER += " ('other', 'hands', '2026-11-20T07:30:00+01:00', 'finished', 60)"


class Disk:
    """The folders of one person, which fail in many ways, one at a time, and recover."""

    def __init__(self, home: Path) -> None:
        self.data, self.config = home / "data", home / "config"
        self.history = self.data / "history.db"
        self.locker: sqlite3.Connection | None = None
        self.mend: Callable[[], object] = lambda: None

    def fail(self, how: str) -> None:
        """Fail in a way from now on."""
        self.recover()
        getattr(self, how)()

    def recover(self) -> None:
        """Work again."""
        self.mend()
        self.mend = lambda: None

    def locked(self) -> None:
        """Another program has the history and does not let go."""
        locker = sqlite3.connect(self.history, isolation_level=None)
        locker.execute("BEGIN EXCLUSIVE")
        self.mend = locker.close

    def away(self) -> None:
        """The folder is away, as a stick is that was pulled, and comes back."""
        away = self.data.with_name("away")
        self.data.rename(away)
        self.data.write_text("no folder")
        self.mend = lambda: _put_back(away, self.data)

    def rubbish(self) -> None:
        """The history is overwritten, and restored as it was."""
        before = self.history.read_bytes()
        self.history.write_bytes(b"rubbish" * 1000)
        self.mend = lambda: self.history.write_bytes(before)

    def journal(self) -> None:
        """Something is in the way of the journal."""
        journal = self.data / "history.db-journal"
        if not journal.exists():
            journal.mkdir()
            self.mend = journal.rmdir

    def profile(self) -> None:
        """The profile cannot be changed."""
        away = self.config.with_name("config-away")
        self.config.rename(away)
        self.config.write_text("no folder")
        self.mend = lambda: _put_back(away, self.config)

    def older(self) -> None:
        """An older copy is put in place, for good."""
        shutil.copy(self.data / "older.db", self.history)


def _put_back(away: Path, place: Path) -> None:
    place.unlink()
    away.rename(place)


FAILURES = ("locked", "away", "rubbish", "journal", "profile", "older", "recover", "recover")


@dataclass
class Inputs(FakeInputs[Action | Signal]):
    """Lets the disk fail and recover as time passes."""

    disk: Disk | None = None
    failures: list[tuple[float, str]] = field(default_factory=list)

    def wait(self, seconds: float | None) -> list[Action | Signal]:
        assert self.disk
        messages = super().wait(seconds)
        while self.failures and self.began + self.failures[0][0] <= self.clock.now:
            how = self.failures.pop(0)[1]
            self.disk.recover() if how == "recover" else self.disk.fail(how)
        return messages


@contextmanager
def person() -> Iterator[Disk]:
    """A person of their own, with a history and an older copy of it."""
    with tempfile.TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRESSPOINT_HOME", home)
        disk = Disk(Path(home))
        disk.config.mkdir()
        before = SessionLog(PLAN, STARTED, CATALOGUE, TODAY)
        before.begin()
        assert before.history
        before.history.close()
        with closing(sqlite3.connect(disk.history)) as connection, connection:
            connection.execute("DELETE FROM session")
            connection.execute(OTHER)
        shutil.copy(disk.history, disk.data / "older.db")
        yield disk


def saved(log: SessionLog) -> SessionRecord | None:
    return next((each for each in read_history() if each.id == log.record.id), None)


@pytest.mark.long
@settings(max_examples=60, deadline=None)
@given(
    failures=st.lists(st.tuples(st.floats(0.0, 700.0), st.sampled_from(FAILURES)), max_size=14),
    keys=st.lists(st.tuples(st.floats(0.0, 700.0), KEYS), max_size=12),
    ends=st.floats(30.0, 2000.0),
)
def test_what_is_said_of_saving_is_so_whatever_fails_and_recovers(
    failures: list[tuple[float, str]], keys: list[tuple[float, str]], ends: float
) -> None:
    with person() as disk:
        clock = FakeClock()
        waking = [(ends + 10 * number, "stop") for number in range(3)]
        story = Story(clock)
        log = SessionLog(PLAN, STARTED, CATALOGUE, TODAY)
        inputs = Inputs(clock, by_name([*keys, *waking]), disk=disk, failures=sorted(failures))
        reporter = Reporter(story.remark)
        ports = Ports(inputs, story, log, Narrator("", {}), FakeAwake(), reporter)
        log.end(Player(start(PLAN.course, clock()), clock, ports).play())
        log.save_at_last(lambda: 0.0)
        problem, rest_problem = log.problem, log.rest_problem
        disk.recover()
        found = saved(log)
        if problem:
            assert found != log.record, "it was said to be lost"
        else:
            assert found == log.record, "it was said to be saved"
        assert any(each.id == "other" for each in read_history())
        profile = read_profile(CATALOGUE)
        rests = {each.code for each in profile.rests} if profile else set()
        if not rest_problem:
            assert log.rests.waiting == []
            hurt = {code for each in log.record.reactions or () for code in each.points}
            assert hurt <= rests
        log.save_at_last(lambda: 0.0)
        assert (log.problem, log.rest_problem) == ("", ""), "all works again"
        assert saved(log) == log.record
        said = [words for _, kind, words in story.order if kind == "remark"]
        kinds = [words == WORKS for words in said if words == WORKS or words.startswith(FAILS)]
        assert kinds == [number % 2 == 1 for number in range(len(kinds))], "each once, in turn"


def costs_nothing(begins: float, seconds: float, how: str) -> None:
    with person() as disk:
        clock = FakeClock()
        story = Story(clock)
        log = SessionLog(PLAN, STARTED, CATALOGUE, TODAY)
        failures = [(begins, how), (begins + seconds, "recover")]
        inputs = Inputs(clock, disk=disk, failures=failures)
        ports = Ports(inputs, story, log, Narrator("", {}), FakeAwake(), Reporter(story.remark))
        ending = Player(start(PLAN.course, clock()), clock, ports).play()
        log.end(ending)
        assert ending == "finished"
        assert clock.now - 1000.0 == pytest.approx(PLAN.course.total_seconds, abs=0.01)
        assert (log.problem, saved(log)) == ("", log.record)
        assert len(log.record.holds) == HOLDS


@every("how", ["locked", "profile"])
def test_a_failure_that_passes_during_a_session_costs_nothing(how: str) -> None:
    costs_nothing(200.0, 60.0, how)


@pytest.mark.long
@settings(max_examples=40, deadline=None)
@given(st.floats(0.0, 500.0), st.floats(6.0, 100.0), st.sampled_from(FAILURES[:5]))
def test_no_failure_that_passes_at_any_moment_costs_anything(
    begins: float, seconds: float, how: str
) -> None:
    costs_nothing(begins, seconds, how)


class SlowLog(Story):
    """A log of which one save takes long, as a disk does that wakes."""

    slow = 0.0

    def save_tally(self, tally: Tally) -> None:
        super().save_tally(tally)
        assert isinstance(self.clock, FakeClock)
        self.clock.now += self.slow
        self.slow = 0.0


@pytest.mark.parametrize("seconds", [3.0, 9.0])
def test_d4_the_time_that_saving_takes_is_no_sleep_of_the_machine(seconds: float) -> None:
    clock = FakeClock()
    log = SlowLog(clock)
    log.slow = seconds
    ports = Ports(FakeInputs(clock), log, log, Narrator("", {}), FakeAwake(), Reporter(log.remark))
    assert Player(start(PLAN.course, clock()), clock, ports).play() == "finished"
    assert "gap" not in log.kinds()
    assert clock.now - 1000.0 == pytest.approx(PLAN.course.total_seconds, abs=0.01)


def test_what_failed_is_tried_again_after_some_seconds_in_a_pause_too() -> None:
    with person() as disk:
        clock = FakeClock()
        story = Story(clock)
        log = SessionLog(PLAN, STARTED, CATALOGUE, TODAY)
        at = next(i for i, phase in enumerate(PLAN.course.phases) if phase.kind == "hold")
        hold = sum(phase.seconds for phase in PLAN.course.phases[:at]) + 10
        messages = [(hold, "next"), (hold + 0.5, "toggle"), (hold + 60, "stop")]
        failures = [(hold - 5, "locked"), (hold + 8, "recover")]
        inputs = Inputs(clock, by_name(messages), disk=disk, failures=failures)
        ports = Ports(inputs, story, log, Narrator("", {}), FakeAwake(), Reporter(story.remark))
        log.end(Player(start(PLAN.course, clock()), clock, ports).play())
        said = [(at, words) for at, kind, words in story.order if kind == "remark"]
        assert [words for _, words in said] == [
            f"{FAILS} {disk.history}: {LOCKED}",
            WORKS,
        ]
        assert said[1][0] <= 1000 + hold + 8 + AGAIN_SECONDS + 0.1


def test_what_keeps_awake_and_lets_in_is_tried_again_with_each_hold() -> None:
    clock = FakeClock()
    story, inputs = Story(clock), FakeInputs[Action | Signal](clock)
    awake = FakeAwake(problem="It may sleep.")
    ports = Ports(inputs, story, story, Narrator("", {}), awake, Reporter(story.remark))
    Player(start(PLAN.course, clock()), clock, ports).play()
    assert (awake.entered, inputs.tries) == (HOLDS, HOLDS)
    assert [words for _, kind, words in story.order if kind == "remark"] == ["It may sleep."]


def cues_heard(failures: list[tuple[float, str]]) -> list[tuple[float, str | None]]:
    """When each cue of a session was heard, beside a disk that fails."""
    with person() as disk:
        clock = FakeClock()
        sink = FakeSink(seconds_a_word=0.01)
        narrator = Narrator("", {})
        narrator.open(sink)
        log = SessionLog(PLAN, STARTED, CATALOGUE, TODAY)
        inputs = Inputs(clock, disk=disk, failures=failures)
        story = Story(clock)
        ports = Ports(inputs, story, log, narrator, FakeAwake(), Reporter(story.remark))
        log.end(Player(start(PLAN.course, clock()), clock, ports).play())
        return [(round(at, 3), clip.tone) for at, clip in sink.played]


def test_cues_are_heard_on_time_whatever_saving_does() -> None:
    assert cues_heard([(5.0, "away"), (400.0, "recover")]) == cues_heard([])
