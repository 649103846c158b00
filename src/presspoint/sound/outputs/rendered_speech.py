"""Words as samples: rendered ahead by a speech program, one sentence at a time, and kept."""

from __future__ import annotations

from collections.abc import Callable

from presspoint.errors import StorageError
from presspoint.machine import programs
from presspoint.sound import samples
from presspoint.sound.outputs.speech_programs import SpeechProgram
from presspoint.sound.samples import Samples
from presspoint.sound.scratch import Scratch
from presspoint.storage.paths import private_file

PATIENCE_SECONDS = 5.0
MOST_SECONDS = 600.0
FILE = "words.wav"


class Voice:
    """Renders words; `failure` says why it renders no more, `until` when it is given up."""

    def __init__(
        self, program: SpeechProgram, scratch: Scratch, scale: Callable[[Samples], Samples]
    ) -> None:
        self.program, self.scratch, self.scale = program, scratch, scale
        self.rendered: dict[str, Samples] = {}
        self.scaled: dict[str, Samples] = {}
        self.queue: list[str] = []
        self.child: programs.Child | None = None
        self.until = 0.0
        self.failure = ""

    def prepare(self, words: str, now: float, *, first: bool = False) -> None:
        """Render words that are not rendered yet, after those in the queue or `first`."""
        if self.failure or words in self.rendered:
            return
        if words not in self.queue:
            self.queue.append(words)
        if first and (self.child is None or words != self.queue[0]):
            self.queue.remove(words)
            self.queue.insert(int(self.child is not None), words)
        self._start_next(now)

    def samples(self, words: str) -> Samples | None:
        """Return rendered words at the volume; None while they are not rendered."""
        if words not in self.scaled and words in self.rendered:
            self.scaled[words] = self.scale(self.rendered[words])
        return self.scaled.get(words)

    def rescale(self) -> None:
        """Scale the words anew when they are next needed: the volume has changed."""
        self.scaled.clear()

    def settle(self, now: float) -> None:
        """Take in what was rendered by now, and go on with the queue."""
        if self.child is None or (self.child.poll() is None and now < self.until):
            return
        child, self.child = self.child, None
        words = self.queue.pop(0)
        code = child.poll()
        programs.end(child)
        if code == 0:
            self._take_in(words)
        else:
            self.failure = "does not answer" if code is None else "failed"
        self._start_next(now)

    def close(self) -> None:
        """End what is being rendered."""
        if self.child:
            programs.end(self.child)
            self.child = None

    def _start_next(self, now: float) -> None:
        if self.child or not self.queue or self.failure:
            return
        try:
            path = self.scratch.path(FILE)
            private_file(path)
            self.child = self.program.start(self.queue[0], path)
        except (OSError, StorageError):
            self.failure = "could not be started"
        self.until = now + PATIENCE_SECONDS

    def _take_in(self, words: str) -> None:
        """Read the file, and scale its samples now, while no clip waits for them."""
        try:
            path = self.scratch.path(FILE)
            with path.open("rb") as file:
                self.rendered[words] = samples.read(file)
            path.unlink()
        except (OSError, ValueError, StorageError):
            self.failure = "failed"
            return
        self.samples(words)
        while sum(map(samples.seconds, self.rendered.values())) > MOST_SECONDS:
            oldest = next(iter(self.rendered))
            del self.rendered[oldest]
            self.scaled.pop(oldest, None)
