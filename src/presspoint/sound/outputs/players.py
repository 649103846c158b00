"""The programs that play a WAV file: the best one first, the next one where it does not work."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from presspoint.errors import StorageError
from presspoint.machine import programs
from presspoint.sound.samples import Samples, seconds, silence
from presspoint.sound.scratch import Scratch

SILENT_SECONDS = 0.1
TRIAL_SECONDS = 4.0
GRACE_SECONDS = 3.0
DRAIN_SECONDS = 10.0
CLOSING_SECONDS = 0.3


class PlayerProgram(NamedTuple):
    """A program; `mixes` where the system plays what several of them play at once."""

    name: str
    arguments: tuple[str, ...] = ()
    mixes: bool = True
    path: str = ""


LINUX = (
    PlayerProgram("pw-play"),
    PlayerProgram("paplay", ("--latency-msec=100", "--client-name=presspoint")),
    PlayerProgram("aplay", ("-q",), mixes=False),
)
MACOS = (PlayerProgram("afplay"),)


class Outcome(Enum):
    """Whether a clip still plays, and how it ended."""

    PLAYING = 0
    PLAYED = 1
    FAILED = 2


class Job(NamedTuple):
    """A player that plays a clip, and when that should be over or is given up (clock seconds).

    `length` is the seconds of the clip, for as long as the player has not been given more time.
    """

    child: programs.Child
    player: PlayerProgram
    until: float
    length: float = 0.0

    def is_over(self, now: float) -> bool:
        """Return whether the player ended, or its time is up."""
        return self.child.poll() is not None or now >= self.until


class PlayerPrograms:
    """Plays samples by the first of `players`, which may work; `player_names` are all installed.

    `until` is when a clip is over or is given up (clock seconds).
    """

    def __init__(self, players: Iterable[PlayerProgram], scratch: Scratch) -> None:
        self.players, self.scratch = list(players), scratch
        self.player_names = tuple(player.name for player in self.players)
        self.trial: Job | None = None
        self.current: Job | None = None
        self.draining: list[Job] = []
        self.until = 0.0

    @property
    def name(self) -> str:
        """The program that plays; empty where none works."""
        return self.players[0].name if self.players else ""

    def try_out(self, now: float) -> None:
        """Begin to play a silent clip: a program fails where there is no device behind it."""
        self.until = now + TRIAL_SECONDS
        self.trial = self._start(silence(SILENT_SECONDS), self.until)

    def trial_process(self) -> programs.Child | None:
        """Return the process that is tried out, while it is."""
        return self.trial.child if self.trial else None

    def settle(self, now: float) -> None:
        """Notice what ended by now; drop a player that turns out not to work."""
        if self.trial and self.trial.is_over(now):
            job, self.trial = self.trial, None
            if not self._end(job):
                self.try_out(now)
        for job in tuple(self.draining):
            if job.is_over(now):
                self.draining.remove(job)
                self._end(job)

    def play(self, sound: Samples, now: float) -> bool:
        """Begin to play samples; return whether that could be begun."""
        length = seconds(sound)
        self.until = now + length
        self.current = self._start(sound, self.until, length)
        return self.current is not None

    def outcome(self, now: float) -> Outcome:
        """Return whether the clip still plays, and how it ended.

        Where the system mixes, a clip is over after its length: the program may wait on for
        nothing more. Elsewhere the next clip needs the device, so this program has to be gone;
        it gets the time that it would need if the machine had slept.
        """
        job = self.current
        if job is None:
            return Outcome.PLAYED
        if not job.is_over(now):
            return Outcome.PLAYING
        self.current = None
        if job.child.poll() is not None or not job.length:
            return Outcome.PLAYED if self._end(job) else Outcome.FAILED
        if job.player.mixes:
            self.draining.append(job._replace(until=now + DRAIN_SECONDS))
            return Outcome.PLAYED
        self.until = now + job.length + GRACE_SECONDS
        self.current = job._replace(until=self.until, length=0.0)
        return Outcome.PLAYING

    def stop(self) -> None:
        """Stop what plays."""
        if self.current:
            programs.end(self.current.child)
            self.current = None

    def close(self) -> None:
        """End every process; what is nearly over may end by itself."""
        for job in self.draining:
            programs.wait(job.child, CLOSING_SECONDS)
        for each in (*self.draining, self.trial, self.current):
            if each:
                programs.end(each.child)
        self.trial, self.current, self.draining = None, None, []

    def _start(self, sound: Samples, until: float, length: float = 0.0) -> Job | None:
        """Start the first player that can be started, and drop those before it."""
        while self.players:
            player = self.players[0]
            try:
                clip = self.scratch.write_clip(sound)
                child = programs.start([player.path, *player.arguments, str(clip)])
                return Job(child, player, until, length)
            except StorageError:
                self.players.clear()
            except OSError:
                self._drop(player)
        return None

    def _end(self, job: Job) -> bool:
        """Drop a player that did not end by itself without a fault; return whether it did."""
        worked = job.child.poll() == 0
        programs.end(job.child)
        if not worked:
            self._drop(job.player)
        return worked

    def _drop(self, player: PlayerProgram) -> None:
        if player in self.players:
            self.players.remove(player)


def find_player_programs() -> Iterator[PlayerProgram]:
    """Yield the players of this system that are installed, the best one first."""
    for player in MACOS if sys.platform == "darwin" else LINUX:
        if path := programs.find_program(player.name):
            yield player._replace(path=path)
