"""The programs that play a WAV file, the best one first."""

import sys
from collections.abc import Iterator

from presspoint.machine import programs
from presspoint.named_tuple import NamedTuple


class PlayerProgram(NamedTuple):
    """A program that plays the WAV file that it is given."""

    name: str
    arguments: tuple[str, ...] = ()
    path: str = ""


LINUX = (
    PlayerProgram("pw-play"),
    PlayerProgram("paplay", ("--latency-msec=100", "--client-name=presspoint")),
    PlayerProgram("aplay", ("-q",)),
)
MACOS = (PlayerProgram("afplay"),)


def find_player_programs() -> Iterator[PlayerProgram]:
    """Yield the players of this system that are installed, the best one first."""
    for player in MACOS if sys.platform == "darwin" else LINUX:
        if path := programs.find_program(player.name):
            yield player._replace(path=path)
