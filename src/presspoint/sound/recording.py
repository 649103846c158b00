"""All sound of a session in one WAV file, and its cues in a table beside it.

The file is whole at any moment: silence and sound first, then the header that counts them.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from presspoint.cues.sink import Clip
from presspoint.errors import StorageError
from presspoint.sound.samples import RATE, Samples
from presspoint.storage import paths

FOLDER, SOUND, TABLE = "sound", "session.wav", "session.tsv"
COLUMNS = "seconds\ttone\twords\tlength\tlead\n"
HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
MOST_SAMPLES = 8 * 3600 * RATE  # a machine that slept over night fills no disk


class Cue(NamedTuple):
    """What is being heard: the clip, the sample at which it begins, the seconds of its lead."""

    clip: Clip
    at: int
    lead: float


class Recording:
    """Takes clips at clock seconds; the first one is at 0."""

    def __init__(self, remark: Callable[[str], None]) -> None:
        """Take where a failure is told; nothing is written before the first clip."""
        self.remark = remark
        self.sound: BinaryIO | None = None
        self.table: BinaryIO | None = None
        self.began = 0.0
        self.size = 0
        self.cue: Cue | None = None
        self.stopped = False

    def add(self, clip: Clip, sound: Samples, lead: float, now: float) -> None:
        """Write a clip that begins now, after as much silence as there was."""
        if self.stopped:
            return
        try:
            if self.sound is None:
                self._open()
                self.began = now
            at = max(self.size, round((now - self.began) * RATE))
            if at + len(sound) > MOST_SAMPLES:
                raise StorageError("it would be longer than 8 hours.")
            self._end_at(at)
            self._write(HEADER.size + 2 * at, sound.tobytes())
            self._end_at(at + len(sound))
            self.cue = Cue(clip, at, lead)
        except (OSError, StorageError) as problem:
            self._stop(problem)

    def ended(self, now: float | None = None) -> None:
        """Note in the table that the clip is over: after its length, or `now` if it was spoken."""
        if self.cue is None or self.table is None:
            return
        clip, at, lead = self.cue
        end = self.size / RATE if now is None else now - self.began
        length = end - at / RATE
        words = " ".join(clip.words.split())
        row = f"{at / RATE:.3f}\t{clip.tone}\t{words}\t{length:.3f}\t{lead:.3f}\n"
        self.cue = None
        try:
            self.table.write(row.encode("utf-8", "replace"))
            self.table.flush()
        except OSError as problem:
            self._stop(problem)

    def cut(self, now: float) -> None:
        """End the clip here; what was written ahead of it is taken back."""
        if self.cue is None:
            return
        heard = round((now - self.began) * RATE)
        self._shortened(max(self.cue.at, min(self.size, heard)))
        self.ended()

    def take_back(self) -> None:
        """Forget the clip: nothing of it was heard."""
        if self.cue:
            self._shortened(self.cue.at)
            self.cue = None

    def close(self) -> None:
        """Close both files."""
        for file in (self.sound, self.table):
            if file:
                with suppress(OSError):
                    file.close()
        self.sound = self.table = None

    def _open(self) -> None:
        folder = paths.private_folder("data") / FOLDER
        if not folder.exists():
            folder.mkdir()
            folder.chmod(paths.PRIVATE_FOLDER)
        self.sound, self.table = _new(folder / SOUND), _new(folder / TABLE)
        self.table.write(COLUMNS.encode())
        self._write(0, _header(0))

    def _shortened(self, size: int) -> None:
        try:
            self._end_at(size)
        except OSError as problem:
            self._stop(problem)

    def _end_at(self, size: int) -> None:
        """Make the file so many samples long; what is new is silence. Raises OSError."""
        if self.sound:
            self.sound.truncate(HEADER.size + 2 * size)
            self.size = size
            self._write(0, _header(size))

    def _write(self, at: int, content: bytes) -> None:
        if self.sound:
            self.sound.seek(at)
            self.sound.write(content)
            self.sound.flush()

    def _stop(self, problem: Exception) -> None:
        self.stopped = True
        self.cue = None
        why = problem.strerror if isinstance(problem, OSError) else problem
        self.remark(f"The recording of the sound ends here: {why}")


def place() -> Path:
    """Return where the recording is, or will be. Raises StorageError."""
    return paths.folder("data") / FOLDER / SOUND


def _header(size: int) -> bytes:
    form = (16, 1, 1, RATE, 2 * RATE, 2, 16)
    length = 2 * size
    return HEADER.pack(b"RIFF", 36 + length, b"WAVE", b"fmt ", *form, b"data", length)


def _new(path: Path) -> BinaryIO:
    """A private file in place of an old one. Raises OSError."""
    path.unlink(missing_ok=True)
    paths.private_file(path)
    return path.open("r+b")
