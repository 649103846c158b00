"""The private folder of clips and rendered words, for as long as the sound of a session lasts."""

import os
import shutil
from contextlib import closing
from pathlib import Path

from presspoint.errors import StorageError
from presspoint.sound import samples
from presspoint.sound.samples import Samples
from presspoint.storage import paths
from presspoint.storage.lock import ProcessLock

# The runtime folder first: it is in memory, so nothing of a session's words touches a disk.
KINDS = ("run", "cache")
PREFIX = "sound-"
CLIPS = 8  # a slow player may still be about to open the one before


class Scratch:
    """A folder of this process alone, made when it is first needed and removed at the end."""

    def __init__(self) -> None:
        self.kinds = list(KINDS)
        self.folder: Path | None = None
        self.lock: ProcessLock | None = None
        self.clip_number = 0

    def path(self, name: str) -> Path:
        """Return where a file may be written. Raises StorageError where no folder can be made."""
        while self.folder is None:
            if not self.kinds:
                raise StorageError("No folder of presspoint can be written to for sound.")
            self._make_folder()
        return self.folder / name

    def write_clip(self, sound: Samples) -> Path:
        """Return a WAV file of these samples. Raises StorageError where none can be written."""
        self.clip_number = (self.clip_number + 1) % CLIPS
        while True:
            path = self.path(f"clip-{self.clip_number}.wav")
            try:
                samples.write(path, sound)
                return path
            except OSError:
                self._next_kind()

    def close(self) -> None:
        """Remove the folder and all in it."""
        if self.lock:
            self.lock.close()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)
        self.lock = self.folder = None

    def _make_folder(self) -> None:
        try:
            parent = paths.private_folder(self.kinds[0])
            _remove_abandoned(parent)
            folder = parent / f"{PREFIX}{os.getpid()}"
            folder.mkdir(exist_ok=True)
            folder.chmod(paths.PRIVATE_FOLDER)
            self.folder, self.lock = folder, ProcessLock(folder / "lock")
            self.lock.share()
        except (OSError, StorageError):
            self._next_kind()

    def _next_kind(self) -> None:
        self.close()
        del self.kinds[0]


def _remove_abandoned(parent: Path) -> None:
    """Remove the folders of sessions that were killed. Raises OSError."""
    for folder in parent.glob(f"{PREFIX}*"):
        with closing(ProcessLock(folder / "lock")) as lock:
            if lock.take_alone():
                shutil.rmtree(folder, ignore_errors=True)
