"""Windows plays a WAV file by itself, in this process."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from presspoint.errors import StorageError
from presspoint.machine import programs
from presspoint.sound.outputs.device import Outcome
from presspoint.sound.samples import Samples, seconds, silence
from presspoint.sound.scratch import Scratch


class InProcess:
    """A Device: the winsound module; only by its length is a clip over."""

    player_names: tuple[str, ...] = ("winsound",)

    def __init__(self, scratch: Scratch) -> None:
        """Take the folder for clips; nothing is tried yet."""
        self.winsound: Any = import_module("winsound")
        self.scratch = scratch
        self.name = "winsound"
        self.until = 0.0

    def try_out(self, now: float) -> None:
        """Play a silent clip: it fails where there is no device."""
        self.play(silence(0.1), now)

    def trial_process(self) -> programs.Child | None:
        """Return None: a trial fails at once or works."""
        return None

    def settle(self, now: float) -> None:
        """Nothing can have changed."""

    def play(self, sound: Samples, now: float) -> bool:
        """Begin to play samples; return whether that could be begun."""
        flags = self.winsound.SND_FILENAME | self.winsound.SND_ASYNC | self.winsound.SND_NODEFAULT
        try:
            self.winsound.PlaySound(str(self.scratch.write_clip(sound)), flags)
        except (RuntimeError, StorageError):
            self.name = ""
        self.until = now + seconds(sound)
        return bool(self.name)

    def outcome(self, now: float) -> Outcome:
        """Return whether the clip still plays."""
        return Outcome.PLAYED if now >= self.until else Outcome.PLAYING

    def stop(self) -> None:
        """Stop what plays."""
        self.winsound.PlaySound(None, 0)

    close = stop
