"""The programs that play a WAV file, in the order in which they are tried."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import NamedTuple, Protocol

from presspoint.sound import programs
from presspoint.sound.samples import Samples
from presspoint.sound.scratch import Scratch


class Player(NamedTuple):
    """A program; `mixes` where the system plays what several of them ask for at once."""

    name: str
    arguments: tuple[str, ...] = ()
    mixes: bool = True
    path: str = ""


LINUX = (
    Player("pw-play"),
    Player("paplay", ("--latency-msec=100", "--client-name=presspoint")),
    Player("aplay", ("-q",), mixes=False),
)
PLAYERS: Mapping[str, tuple[Player, ...]] = {"darwin": (Player("afplay"),), "win32": ()}


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


def installed(scratch: Scratch) -> Device:
    """Return what plays on this machine; nothing has been tried yet."""
    if sys.platform == "win32":
        from presspoint.sound.windows import InProcess

        return InProcess(scratch)
    from presspoint.sound.playing import Programs

    table = PLAYERS.get(sys.platform, LINUX)
    found = (player._replace(path=programs.found(player.name) or "") for player in table)
    return Programs((player for player in found if player.path), scratch)
