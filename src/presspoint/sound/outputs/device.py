"""What the rest of the sound needs of whatever plays samples."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from presspoint.machine import programs
from presspoint.sound.samples import Samples


class Outcome(Enum):
    """Whether a clip still plays, and how it ended."""

    PLAYING = 0
    PLAYED = 1
    FAILED = 2


class Device(Protocol):
    """Plays samples, one clip at a time; `until` is when that is over or given up, in seconds.

    `player_names` are all that could be tried, the best one first.
    """

    player_names: tuple[str, ...]
    until: float

    @property
    def name(self) -> str:
        """The name of what plays; empty where nothing works."""

    def try_out(self, now: float) -> None:
        """Play a silent clip, to find out whether there is anything to play on."""

    def trial_process(self) -> programs.Child | None:
        """Return the process that is tried out, while it is."""

    def settle(self, now: float) -> None:
        """Notice what ended by now; `name` changes where a player does not work."""

    def play(self, sound: Samples, now: float) -> bool:
        """Begin to play samples; return whether that could be begun."""

    def outcome(self, now: float) -> Outcome:
        """Return whether the clip still plays, and how it ended."""

    def stop(self) -> None:
        """Stop what plays."""

    def close(self) -> None:
        """End every process; what is nearly over may end by itself."""
