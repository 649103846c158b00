"""The programs that play a WAV file, for each system in the order in which they are tried."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

from presspoint.machine import programs


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


def find_player_programs() -> Iterator[PlayerProgram]:
    """Yield the players of this system that are installed, the best one first."""
    for player in MACOS if sys.platform == "darwin" else LINUX:
        if path := programs.find_program(player.name):
            yield player._replace(path=path)
