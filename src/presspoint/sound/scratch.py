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
    """A folder of this process alone, made when it is first needed and removed at the end.

    `is_writable` is whether a file could be written the last time; each time both are tried anew.
    """

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.lock: ProcessLock | None = None
        self.clip_number = 0
        self.is_writable = True

    def path(self, name: str) -> Path:
        """Return where a file may be written. Raises StorageError where no folder can be made."""
        for kind in KINDS:
            if self.folder is None:
                self._make_folder(kind)
        return self._writable_folder() / name

    def write_clip(self, sound: Samples) -> Path:
        """Return a WAV file of these samples. Raises StorageError where none can be written."""
        self.clip_number = (self.clip_number + 1) % CLIPS
        name = f"clip-{self.clip_number}.wav"
        for kind in (None, *KINDS):  # the folder that there is, then a new one
            if self.folder is None and kind:
                self._make_folder(kind)
            if self.folder:
                try:
                    samples.write(self.folder / name, sound)
                    return self._writable_folder() / name
                except OSError:
                    self.close()
        return self._writable_folder() / name

    def close(self) -> None:
        """Remove the folder and all in it."""
        if self.lock:
            self.lock.close()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)
        self.lock = self.folder = None

    def _writable_folder(self) -> Path:
        """The folder, if there is one. Raises StorageError where none could be written to."""
        self.is_writable = self.folder is not None
        if self.folder is None:
            raise StorageError("No folder of presspoint can be written to for sound.")
        return self.folder

    def _make_folder(self, kind: str) -> None:
        try:
            parent = paths.private_folder(kind)
            _remove_abandoned(parent)
            folder = parent / f"{PREFIX}{os.getpid()}"
            folder.mkdir(exist_ok=True)
            folder.chmod(paths.PRIVATE_FOLDER)
            self.folder, self.lock = folder, ProcessLock(folder / "lock")
            self.lock.share()
        except (OSError, StorageError):
            self.close()


def _remove_abandoned(parent: Path) -> None:
    """Remove the folders of sessions that were killed. Raises OSError."""
    for folder in parent.glob(f"{PREFIX}*"):
        with closing(ProcessLock(folder / "lock")) as lock:
            if lock.take_alone():
                shutil.rmtree(folder, ignore_errors=True)
