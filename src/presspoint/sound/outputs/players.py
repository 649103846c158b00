"""Samples played by the programs of this system: the next one where one does not work."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from math import inf

from presspoint.errors import StorageError
from presspoint.machine import programs
from presspoint.named_tuple import NamedTuple
from presspoint.sound.failures import Failures
from presspoint.sound.outputs.player_programs import PlayerProgram
from presspoint.sound.samples import Samples, seconds, silence
from presspoint.sound.scratch import Scratch

SILENT_SECONDS = 0.1
TRIAL_SECONDS = 4.0
GRACE_SECONDS = 3.0  # a loudspeaker that wakes late plays all of a clip, and later
ASLEEP_SECONDS = 1.0  # whoever looks so much too late slept meanwhile, and so did the player


class Outcome(Enum):
    """Whether a clip still plays, and how it ended."""

    PLAYING = 0
    PLAYED = 1
    FAILED = 2


class Job(NamedTuple):
    """A player that plays a clip of so many seconds, and when it is given up (clock seconds)."""

    child: programs.Child
    player: PlayerProgram
    until: float
    length: float = 0.0

    def is_over(self, now: float) -> bool:
        """Whether the player ended, or its time is up."""
        return self.child.poll() is not None or now >= self.until


class PlayerPrograms:
    """Plays samples by the first of `players` that works; one that failed is tried again.

    `player_names` are all that are installed; `until` is when to look at a clip again at the
    latest (clock seconds).
    """

    def __init__(self, players: Iterable[PlayerProgram], scratch: Scratch) -> None:
        self.players, self.scratch = tuple(players), scratch
        self.player_names = tuple(player.name for player in self.players)
        self.failures = {name: Failures() for name in self.player_names}
        self.trial: Job | None = None
        self.probe: Job | None = None
        self.current: Job | None = None
        self.until = 0.0

    @property
    def name(self) -> str:
        """The program that plays; empty where each is lost."""
        return next((name for name in self.player_names if not self.failures[name].is_lost), "")

    @property
    def again_at(self) -> float:
        """When `settle` tries again what is lost (clock seconds); infinite where nothing is."""
        if job := self.trial or self.probe:
            return job.until
        return min((each.again_at for each in self.failures.values() if each.is_lost), default=inf)

    def try_out(self, now: float) -> None:
        """Begin to play a silent clip: a program fails where there is no device behind it."""
        self.until = now + TRIAL_SECONDS
        self.trial = self._start(silence(SILENT_SECONDS), now, TRIAL_SECONDS)

    def trial_process(self) -> programs.Child | None:
        """Return the process that is tried out before the first clip, while it is."""
        return self.trial.child if self.trial else None

    def settle(self, now: float) -> None:
        """Notice what ended by now; try again what is lost, when it is time for that."""
        if self.trial and self.trial.is_over(now):
            job, self.trial = self.trial, None
            if not self._end(job, now):
                self.try_out(now)
        if self.probe and self.probe.is_over(now):
            job, self.probe = self.probe, None
            self._end(job, now)
        if self.probe is None and self.trial is None and self.again_at <= now:
            self._try_again(now)

    def play(self, sound: Samples, now: float) -> bool:
        """Begin to play samples; return whether that could be begun."""
        length = seconds(sound)
        self.current = self._start(sound, now, length + GRACE_SECONDS, length)
        self.until = self.current.until if self.current else now
        return self.current is not None

    def soon_at(self, now: float) -> float | None:
        """Return when a player that failed, but is not lost, is tried again; None for at once."""
        waiting = [each.again_at for each in self.failures.values() if not each.is_lost]
        soon = min(waiting, default=now)
        return soon if soon > now else None

    def outcome(self, now: float) -> Outcome:
        """Return whether the clip still plays, and how it ended: it is over when its player is.

        After a sleep of the machine it gets the time again that it would need from its beginning.
        """
        job = self.current
        if job is None:
            return Outcome.PLAYED
        if not job.is_over(now):
            return Outcome.PLAYING
        if job.child.poll() is None and now >= job.until + ASLEEP_SECONDS:
            self.until = now + job.length + GRACE_SECONDS
            self.current = job._replace(until=self.until)
            return Outcome.PLAYING
        self.current = None
        return Outcome.PLAYED if self._end(job, now) else Outcome.FAILED

    def stop(self) -> None:
        """Stop what plays."""
        if self.current:
            programs.end(self.current.child)
            self.current = None

    def close(self) -> None:
        """End every process."""
        for each in (self.trial, self.probe, self.current):
            if each:
                programs.end(each.child)
        self.trial = self.probe = self.current = None

    def _usable(self, now: float) -> PlayerProgram | None:
        """The best player to be tried now; where each is lost, one that would fail at once."""
        states = [(player, self.failures[player.name]) for player in self.players]
        working = (player for player, each in states if not each.is_lost and each.is_due(now))
        hopeful = (player for player, each in states if not self.name and each.fails_fast(now))
        return next(working, None) or next(hopeful, None)

    def _start(
        self, sound: Samples, now: float, most_seconds: float, length: float = 0.0
    ) -> Job | None:
        """Start the first player that can be started now."""
        while player := self._usable(now):
            if job := self._start_player(player, sound, now, most_seconds):
                return job._replace(length=length)
        return None

    def _start_player(
        self, player: PlayerProgram, sound: Samples, now: float, most_seconds: float
    ) -> Job | None:
        try:
            clip = self.scratch.write_clip(sound)
            child = programs.start([player.path, *player.arguments, str(clip)])
        except (OSError, StorageError):
            self.failures[player.name].add("could not be started", now)
            return None
        return Job(child, player, now + most_seconds)

    def _try_again(self, now: float) -> None:
        """Begin to play a silent clip by a player that is lost."""
        for player in self.players:
            failures = self.failures[player.name]
            if failures.is_lost and failures.is_due(now) and self.probe is None:
                clip = silence(SILENT_SECONDS)
                self.probe = self._start_player(player, clip, now, TRIAL_SECONDS)

    def _end(self, job: Job, now: float) -> bool:
        """Take in whether a player ended by itself and without a fault; return that."""
        code = job.child.poll()
        programs.end(job.child)
        failures = self.failures[job.player.name]
        if code == 0:
            failures.clear()
        else:
            why = "does not answer" if code is None else "failed"
            failures.add(why, now, hangs=code is None)
        return code == 0
