"""Words as sound: rendered ahead by the engine, one sentence at a time, and kept by their text."""

from __future__ import annotations

from presspoint.errors import StorageError
from presspoint.machine import programs
from presspoint.sound import samples
from presspoint.sound.outputs.speech_programs import SpeechProgram
from presspoint.sound.samples import Samples
from presspoint.sound.scratch import Scratch
from presspoint.storage.paths import private_file

PATIENCE_SECONDS = 5.0
MOST_KEPT_SECONDS = 600.0
FILE = "words.wav"


class Voice:
    """What an engine has rendered and is to render; `failed` says why it does no more."""

    def __init__(self, engine: SpeechProgram, scratch: Scratch, volume: int) -> None:
        """Take the engine, the folder it may write to and the volume in per cent."""
        self.engine, self.scratch, self.volume = engine, scratch, volume
        self.kept: dict[str, Samples] = {}
        self.loud: dict[str, Samples] = {}  # the same at the volume wanted
        self.wanted: list[str] = []
        self.child: programs.Child | None = None
        self.until = 0.0
        self.failed = ""

    def prepare(self, words: str, now: float, *, first: bool = False) -> None:
        """Render words that are not yet rendered, after those asked for before or `first`."""
        if self.failed or words in self.kept:
            return
        if words not in self.wanted:
            self.wanted.append(words)
        if first and (self.child is None or words != self.wanted[0]):
            self.wanted.remove(words)
            self.wanted.insert(int(self.child is not None), words)
        self._next(now)

    def samples(self, words: str) -> Samples | None:
        """Return rendered words at the volume wanted; None while they are not rendered."""
        if words not in self.loud and words in self.kept:
            self.loud[words] = samples.at_volume(self.kept[words], self.volume)
        return self.loud.get(words)

    def louder(self, volume: int) -> None:
        """Take another volume."""
        if volume != self.volume:
            self.volume = volume
            self.loud.clear()

    def settle(self, now: float) -> None:
        """Take in what was rendered by now, and go on with what is wanted."""
        if self.child is None or (self.child.poll() is None and now < self.until):
            return
        child, self.child = self.child, None
        words = self.wanted.pop(0)
        code = child.poll()
        programs.end(child)
        if code == 0:
            self._take_in(words)
        else:
            self.failed = "does not answer" if code is None else "failed"
        self._next(now)

    def close(self) -> None:
        """End what is being rendered."""
        if self.child:
            programs.end(self.child)
            self.child = None

    def _next(self, now: float) -> None:
        if self.child or not self.wanted or self.failed:
            return
        try:
            path = self.scratch.path(FILE)
            private_file(path)
            self.child = self.engine.start(self.wanted[0], path)
        except (OSError, StorageError):
            self.failed = "could not be started"
        self.until = now + PATIENCE_SECONDS

    def _take_in(self, words: str) -> None:
        path = self.scratch.path(FILE)
        try:
            with path.open("rb") as file:
                self.kept[words] = samples.read(file)
            path.unlink()
        except (OSError, ValueError):
            self.failed = "failed"
            return
        self.samples(words)
        while sum(map(samples.seconds, self.kept.values())) > MOST_KEPT_SECONDS:
            oldest = next(iter(self.kept))
            del self.kept[oldest]
            self.loud.pop(oldest, None)
