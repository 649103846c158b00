"""All sound of a session in one WAV file, and its clips in a table beside it.

The file is whole at any moment: silence and sound first, then the header that counts them.
"""

import struct
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from presspoint.cues.sink import Clip
from presspoint.errors import StorageError
from presspoint.named_tuple import NamedTuple
from presspoint.sound.mixer import Mix
from presspoint.sound.samples import RATE
from presspoint.storage import paths

FOLDER, SOUND, TABLE = "sound", "session.wav", "session.tsv"
COLUMNS = "seconds\ttone\twords\tlength\tlead\theard\n"
HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
MOST_SAMPLES = 8 * 3600 * RATE  # a machine that slept over night fills no disk


class Heard(StrEnum):
    """What of a clip the person could hear; the recording holds what they should have."""

    ALL = "all"
    TONE = "tone"
    WORDS = "words"
    PART = "part"
    BELL = "bell"
    NOTHING = "nothing"


class Entry(NamedTuple):
    """The clip that is heard now, the sample at which it begins, and the seconds of its lead."""

    clip: Clip
    first_sample: int
    lead_seconds: float


class Recording:
    """Takes clips at clock seconds; the first one is at 0, and nothing is written before it."""

    def __init__(self, report: Callable[[str], None]) -> None:
        self.report = report
        self.sound: BinaryIO | None = None
        self.table: BinaryIO | None = None
        self.start_seconds = 0.0
        self.length = 0  # in samples
        self.entry: Entry | None = None
        self.has_failed = False

    def add(self, clip: Clip, mix: Mix, now: float) -> None:
        """Write a clip that begins now, after as much silence as there was."""
        if self.has_failed:
            return
        try:
            if self.sound is None:
                self._open()
                self.start_seconds = now
            first = max(self.length, self._sample_at(now))
            if first + len(mix.sound) > MOST_SAMPLES:
                raise StorageError("it would be longer than 8 hours.")
            self._set_length(first)
            self._write(HEADER.size + 2 * first, mix.sound.tobytes())
            self._set_length(first + len(mix.sound))
            self.entry = Entry(clip, first, mix.lead_seconds)
        except (OSError, StorageError) as problem:
            self._fail(problem)

    def finish(self, heard: Heard, now: float | None = None) -> None:
        """Write the clip into the table: it ends with its sound, or at `now` if it was spoken."""
        if self.entry is None or self.table is None:
            return
        clip, first, lead = self.entry
        start = first / RATE
        length = (self.length / RATE if now is None else now - self.start_seconds) - start
        words = " ".join(clip.words.split())
        row = f"{start:.3f}\t{clip.tone}\t{words}\t{length:.3f}\t{lead:.3f}\t{heard}\n"
        self.entry = None
        try:
            self.table.write(row.encode("utf-8", "replace"))
            self.table.flush()
        except OSError as problem:
            self._fail(problem)

    def cut(self, now: float, *, is_heard: bool) -> None:
        """End the clip now; what was written ahead of it is removed."""
        if self.entry is None:
            return
        self._shorten(max(self.entry.first_sample, min(self.length, self._sample_at(now))))
        self.finish(Heard.PART if is_heard else Heard.NOTHING)

    def discard(self) -> None:
        """Remove the clip: nothing of it was heard."""
        if self.entry:
            self._shorten(self.entry.first_sample)
            self.entry = None

    def close(self) -> None:
        """Close both files."""
        for file in filter(None, (self.sound, self.table)):
            with suppress(OSError):
                file.close()
        self.sound = self.table = None

    def _sample_at(self, now: float) -> int:
        return round((now - self.start_seconds) * RATE)

    def _open(self) -> None:
        folder = paths.private_folder("data") / FOLDER
        if not folder.exists():
            folder.mkdir()
            folder.chmod(paths.PRIVATE_FOLDER)
        self.sound, self.table = _new_file(folder / SOUND), _new_file(folder / TABLE)
        self.table.write(COLUMNS.encode())
        self._write(0, _header(0))

    def _shorten(self, length: int) -> None:
        try:
            self._set_length(length)
        except OSError as problem:
            self._fail(problem)

    def _set_length(self, length: int) -> None:
        """Make the file so many samples long; what is new is silence. Raises OSError."""
        if self.sound:
            self.sound.truncate(HEADER.size + 2 * length)
            self.length = length
            self._write(0, _header(length))

    def _write(self, position: int, content: bytes) -> None:
        if self.sound:
            self.sound.seek(position)
            self.sound.write(content)
            self.sound.flush()

    def _fail(self, problem: Exception) -> None:
        self.has_failed = True
        self.entry = None
        why = problem.strerror if isinstance(problem, OSError) else problem
        self.report(f"The recording of the sound ends here: {why}")


def path() -> Path:
    """Return where the recording is, or will be. Raises StorageError."""
    return paths.folder("data") / FOLDER / SOUND


def _header(length: int) -> bytes:
    size, form = 2 * length, (16, 1, 1, RATE, 2 * RATE, 2, 16)
    return HEADER.pack(b"RIFF", 36 + size, b"WAVE", b"fmt ", *form, b"data", size)


def _new_file(place: Path) -> BinaryIO:
    """A private file in place of an old one. Raises OSError."""
    place.unlink(missing_ok=True)
    paths.private_file(place)
    return place.open("r+b")
