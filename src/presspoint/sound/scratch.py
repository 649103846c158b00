"""The private folder in which clips and rendered words are, for as long as a sound lasts."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from presspoint.errors import StorageError
from presspoint.sound import samples as sounds
from presspoint.storage import paths
from presspoint.storage.lock import ProcessLock

# The runtime folder first: it is in memory, so nothing of a session's words touches a disk.
KINDS = ("run", "cache")
PREFIX = "sound-"
CLIPS = 8  # a slow player may still be about to open the one before


class Scratch:
    """A folder of this process alone, made when it is first needed and removed at the end."""

    def __init__(self) -> None:
        """Begin with no folder."""
        self.kinds = list(KINDS)
        self.place: Path | None = None
        self.alive: ProcessLock | None = None
        self.clips = 0

    def path(self, name: str) -> Path:
        """Return where a file may be written. Raises StorageError where that is nowhere."""
        while self.place is None:
            if not self.kinds:
                raise StorageError("No folder of presspoint can be written to for sound.")
            self._make()
        return self.place / name

    def clip(self, samples: sounds.Samples) -> Path:
        """Write samples as a WAV file. Raises StorageError where that works nowhere."""
        self.clips = (self.clips + 1) % CLIPS
        while True:
            path = self.path(f"clip-{self.clips}.wav")
            try:
                sounds.write(path, samples)
            except OSError:
                self._leave()
            else:
                return path

    def close(self) -> None:
        """Remove the folder and all in it."""
        if self.alive:
            self.alive.close()
        if self.place:
            shutil.rmtree(self.place, ignore_errors=True)
        self.alive = self.place = None

    def _make(self) -> None:
        try:
            above = paths.private_folder(self.kinds[0])
            _sweep(above)
            place = above / f"{PREFIX}{os.getpid()}"
            place.mkdir(exist_ok=True)
            place.chmod(paths.PRIVATE_FOLDER)
            self.place, self.alive = place, ProcessLock(place / "lock")
            self.alive.share()
        except (OSError, StorageError):
            self._leave()

    def _leave(self) -> None:
        """Take the next kind of folder from now on."""
        self.close()
        del self.kinds[0]


def _sweep(above: Path) -> None:
    """Remove what a session that was killed left behind. Raises OSError."""
    for place in above.glob(f"{PREFIX}*"):
        left = ProcessLock(place / "lock")
        try:
            if left.take_alone():
                shutil.rmtree(place, ignore_errors=True)
        finally:
            left.close()
