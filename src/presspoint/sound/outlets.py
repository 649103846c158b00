"""What this machine has to make sound with: looked for, not tried."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from presspoint.machine import programs
from presspoint.sound.outputs import players
from presspoint.sound.outputs import speech_programs as engines
from presspoint.sound.outputs.direct_speech import Direct
from presspoint.sound.outputs.players import Device
from presspoint.sound.outputs.rendered_speech import Voice
from presspoint.sound.recording import Recording
from presspoint.sound.scratch import Scratch


class Outlets(NamedTuple):
    """`voice` renders words for the device, `direct` speaks them itself; one of them at most."""

    device: Device
    scratch: Scratch
    words: bool
    voice: Voice | None = None
    direct: Direct | None = None
    recording: Recording | None = None
    bell: bool = False

    @property
    def rendering(self) -> Voice | None:
        """The voice that renders, if it works and there is anything to hear it with."""
        heard = self.device.name or self.recording
        return self.voice if self.voice and heard and not self.voice.failed else None

    @property
    def speaking(self) -> Direct | None:
        """The service that speaks, if it works."""
        return self.direct if self.direct and not self.direct.failed else None

    def trying(self) -> programs.Child | None:
        """Return a process whose end tells whether something works, if one is awaited."""
        return (
            self.device.trying()
            or (self.voice.child if self.voice else None)
            or (self.direct.trial if self.direct else None)
        )

    def settle(self, now: float) -> None:
        """Take in what ended by now."""
        for each in (self.voice, self.direct, self.device):
            if each:
                each.settle(now)

    def close(self) -> None:
        """End every process and remove every file but a recording."""
        for each in (self.device, self.voice, self.direct, self.recording, self.scratch):
            if each:
                each.close()


def find_outlets(
    remark: Callable[[str], None], *, words: bool, volume: int, record: bool, bell: bool
) -> Outlets:
    """Return what there is; `words` whether any are wanted, `bell` whether one could ring."""
    scratch = Scratch()
    engine = engines.find_speech_program() if words else None
    return Outlets(
        players.find_players(scratch),
        scratch,
        words,
        Voice(engine, scratch, volume) if engine and engine.renders else None,
        Direct(engine) if engine and not engine.renders else None,
        Recording(remark) if record else None,
        bell,
    )
