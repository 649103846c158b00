"""Windows plays a WAV file by itself, in this process."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from presspoint.errors import StorageError
from presspoint.machine import programs
from presspoint.sound.samples import Samples, seconds, silence
from presspoint.sound.scratch import Scratch


class InProcess:
    """The winsound module; that a clip is over is known from its length alone."""

    tried: tuple[str, ...] = ("winsound",)

    def __init__(self, scratch: Scratch) -> None:
        """Take where clips may be; nothing is tried yet."""
        self.winsound: Any = import_module("winsound")
        self.scratch = scratch
        self.name = "winsound"
        self.until = 0.0

    def try_out(self, now: float) -> None:
        """Play a silent clip: it fails where there is no device."""
        self.play(silence(0.1), now)

    def trying(self) -> programs.Child | None:
        """Return None: what was tried told at once."""
        return None

    def settle(self, now: float) -> None:
        """Nothing can have changed."""

    def play(self, sound: Samples, now: float) -> bool:
        """Begin to play samples; return whether that could be begun."""
        flags = self.winsound.SND_FILENAME | self.winsound.SND_ASYNC | self.winsound.SND_NODEFAULT
        try:
            self.winsound.PlaySound(str(self.scratch.clip(sound)), flags)
        except (RuntimeError, StorageError):
            self.name = ""
        self.until = now + seconds(sound)
        return bool(self.name)

    def ended(self, now: float) -> bool | None:
        """Return None while it plays, and then True."""
        return True if now >= self.until else None

    def stop(self) -> None:
        """Stop what plays."""
        self.winsound.PlaySound(None, 0)

    close = stop
