"""Opens the sound of a session: what is there is chosen at once, and tried out later."""

from __future__ import annotations

from collections.abc import Callable

from presspoint.sound import outlets
from presspoint.sound.mixing import Mixer
from presspoint.sound.speaker import Speaker


def open_sound(
    clock: Callable[[], float],
    remark: Callable[[str], None],
    *,
    voice: bool = True,
    volume: int = 80,
    record: bool = False,
    bell: bool = False,
) -> Speaker:
    """Return what makes clips heard; nothing is started before its first call.

    `clock` tells seconds and `remark` is told what fails; `voice` is whether words are wanted,
    `volume` per cent, `record` whether all is kept in a file, `bell` whether stdout is a terminal.
    """
    found = outlets.found(remark, words=voice, volume=volume, record=record, bell=bell)
    return Speaker(found, Mixer(volume, remark), clock, remark)
