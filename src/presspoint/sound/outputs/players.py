"""The programs that play a WAV file, in the order in which they are tried."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from presspoint.errors import StorageError
from presspoint.machine import programs
from presspoint.sound.samples import Samples, seconds, silence
from presspoint.sound.scratch import Scratch


class PlayerProgram(NamedTuple):
    """A program; `mixes` where the system plays what several of them ask for at once."""

    name: str
    arguments: tuple[str, ...] = ()
    mixes: bool = True
    path: str = ""


LINUX = (
    PlayerProgram("pw-play"),
    PlayerProgram("paplay", ("--latency-msec=100", "--client-name=presspoint")),
    PlayerProgram("aplay", ("-q",), mixes=False),
)
PLAYERS: Mapping[str, tuple[PlayerProgram, ...]] = {
    "darwin": (PlayerProgram("afplay"),),
    "win32": (),
}


class Device(Protocol):
    """What makes a clip heard."""

    tried: tuple[str, ...]
    until: float

    @property
    def name(self) -> str:
        """What is told of it; empty where nothing is left that works."""

    def try_out(self, now: float) -> None:
        """Begin to find out, with a silent clip, whether there is anything to play on."""

    def trying(self) -> programs.Child | None:
        """Return the process that is still tried out, if any."""

    def settle(self, now: float) -> None:
        """Take in what ended by now; `name` is another one where a player does not work."""

    def play(self, sound: Samples, now: float) -> bool:
        """Begin to play samples; return whether that could be begun."""

    def ended(self, now: float) -> bool | None:
        """Return None while it plays, and then whether it worked."""

    def stop(self) -> None:
        """Stop what plays."""

    def close(self) -> None:
        """End every process; what is nearly over may end by itself."""


def find_players(scratch: Scratch) -> Device:
    """Return what plays on this machine; nothing has been tried yet."""
    if sys.platform == "win32":
        from presspoint.sound.outputs.windows import InProcess

        return InProcess(scratch)

    table = PLAYERS.get(sys.platform, LINUX)
    found = (player._replace(path=programs.find_program(player.name) or "") for player in table)
    return Programs((player for player in found if player.path), scratch)


SILENT_SECONDS = 0.1
TRIAL_SECONDS = 4.0
GRACE_SECONDS = 3.0
DRAIN_SECONDS = 10.0
CLOSING_SECONDS = 0.3


class Running(NamedTuple):
    """A player at work, and when its work should be over or is given up (clock seconds).

    `length` is what a clip takes, for as long as the player has not been given more time.
    """

    child: programs.Child
    player: PlayerProgram
    until: float
    length: float = 0.0


class Programs:
    """The players that are left, and what they do now."""

    def __init__(self, players: Iterable[PlayerProgram], scratch: Scratch) -> None:
        """Take the players that are installed, the best one first, and where clips may be."""
        self.players, self.scratch = list(players), scratch
        self.tried = tuple(player.name for player in self.players)
        self.trial: Running | None = None
        self.now_playing: Running | None = None
        self.draining: list[Running] = []
        self.until = 0.0

    @property
    def name(self) -> str:
        """The program that plays; empty where none is left that works."""
        return self.players[0].name if self.players else ""

    def try_out(self, now: float) -> None:
        """Begin to play a silent clip: a program fails where there is no device behind it."""
        self.until = now + TRIAL_SECONDS
        self.trial = self._started(silence(SILENT_SECONDS), self.until)

    def trying(self) -> programs.Child | None:
        """Return the process that is tried out, if any."""
        return self.trial.child if self.trial else None

    def settle(self, now: float) -> None:
        """Take in what ended by now; drop a player that turns out not to work."""
        trial, left = self.trial, self.draining
        if trial and _over(trial, now):
            self.trial = None
            if not self._worked(trial):
                self.try_out(now)
        self.draining = [each for each in left if not _over(each, now)]
        for each in left:
            if each not in self.draining:
                self._worked(each)

    def play(self, sound: Samples, now: float) -> bool:
        """Begin to play samples; return whether that could be begun."""
        length = seconds(sound)
        self.until = now + length
        self.now_playing = self._started(sound, self.until, length)
        return self.now_playing is not None

    def ended(self, now: float) -> bool | None:
        """Return None while it plays, and then whether it worked.

        Where the system mixes, a clip is over after its length: the program may wait on for
        nothing more. Elsewhere the next clip needs the device, so this program has to be gone;
        it gets the time that it would need if the machine had slept.
        """
        running = self.now_playing
        if running is None or not _over(running, now):
            return None if running else True
        self.now_playing = None
        if running.child.poll() is not None or not running.length:
            return self._worked(running)
        if running.player.mixes:
            self.draining.append(running._replace(until=now + DRAIN_SECONDS))
            return True
        self.until = now + running.length + GRACE_SECONDS
        self.now_playing = running._replace(until=self.until, length=0.0)
        return None

    def stop(self) -> None:
        """Stop what plays."""
        if self.now_playing:
            programs.end(self.now_playing.child)
            self.now_playing = None

    def close(self) -> None:
        """End every process; what is nearly over may end by itself."""
        for each in self.draining:
            programs.wait(each.child, CLOSING_SECONDS)
        for running in (*self.draining, self.trial, self.now_playing):
            if running:
                programs.end(running.child)
        self.trial, self.now_playing, self.draining = None, None, []

    def _started(self, sound: Samples, until: float, length: float = 0.0) -> Running | None:
        """The first player that can be started, at work."""
        while self.players:
            player = self.players[0]
            try:
                clip = self.scratch.clip(sound)
                child = programs.start([player.path, *player.arguments, str(clip)])
                return Running(child, player, until, length)
            except StorageError:
                self.players.clear()
            except OSError:
                self._drop(player)
        return None

    def _worked(self, running: Running) -> bool:
        """Whether a program ended by itself, without a fault; else it is asked no more."""
        worked = running.child.poll() == 0
        programs.end(running.child)
        if not worked:
            self._drop(running.player)
        return worked

    def _drop(self, player: PlayerProgram) -> None:
        if player in self.players:
            self.players.remove(player)


def _over(running: Running, now: float) -> bool:
    return running.child.poll() is not None or now >= running.until
