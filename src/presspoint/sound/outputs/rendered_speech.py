"""Words as samples: rendered ahead by a speech program, one sentence at a time, and kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import inf

from presspoint.errors import StorageError
from presspoint.machine import programs
from presspoint.sound import samples
from presspoint.sound.failures import Failures
from presspoint.sound.outputs.languages import ENGLISH, Language, language_of
from presspoint.sound.outputs.speech_programs import SpeechProgram
from presspoint.sound.samples import Samples
from presspoint.sound.scratch import Scratch
from presspoint.storage.paths import private_file

PATIENCE_SECONDS = 5.0
MOST_SECONDS = 600.0
FILE = "words.wav"
WARM_UP = "Ready."
HANGS = "does not answer"
MOST_ALONE = 3  # failures of the same words while others work


class Voice:
    """Renders words, and tries again where that failed.

    Words that fail again and again while others work are not said any more, nor others in a foreign
    language of theirs: these languages are `without_voice`.
    """

    def __init__(
        self, program: SpeechProgram, scratch: Scratch, scale: Callable[[Samples], Samples]
    ) -> None:
        self.program, self.scratch, self.scale = program, scratch, scale
        self.failures = Failures()
        self.rendered: dict[str, Samples] = {}
        self.scaled: dict[str, Samples] = {}
        self.queue: list[str] = []
        self.failed_alone: Counter[str] = Counter()
        self.unspeakable: set[str] = set()
        self.without_voice: set[Language] = set()
        self.child: programs.Child | None = None
        self.given_up_at = 0.0

    @property
    def until(self) -> float:
        """When to look again at what is rendered, at the latest (clock seconds)."""
        return self.given_up_at if self.child else self.failures.again_at

    @property
    def again_at(self) -> float:
        """When `settle` tries again what failed (clock seconds); infinite where nothing did."""
        return self.until if self.failures.count else inf

    def try_out(self, now: float) -> None:
        """Begin to render a word: it fails where no words would be rendered."""
        self.prepare(WARM_UP, now)

    def can_say(self, words: str) -> bool:
        """Whether words can be said, as far as is known."""
        language = language_of(words)
        is_silent = words in self.unspeakable or language in self.without_voice
        return not is_silent and self.program.has_voice_for(language)

    def prepare(self, words: str, now: float, *, first: bool = False) -> None:
        """Render words that are not rendered yet, after those in the queue or `first`."""
        if self.failures.is_lost or words in self.rendered or not self.can_say(words):
            return
        if words not in self.queue:
            self.queue.append(words)
        if first and words != self.queue[0]:
            self.queue.remove(words)
            is_behind = self.child is not None or self.queue[0] == WARM_UP
            self.queue.insert(int(is_behind), words)
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
        if self.child and (self.child.poll() is not None or now >= self.given_up_at):
            child, self.child = self.child, None
            words = self.queue.pop(0)
            code = child.poll()
            programs.end(child)
            if code == 0 and self._take_in(words):
                self.failures.clear()
                del self.failed_alone[words]
            else:
                self._fail(words, HANGS if code is None else "failed", now)
        self._start_next(now)

    def close(self) -> None:
        """End what is being rendered."""
        if self.child:
            programs.end(self.child)
            self.child = None

    def _start_next(self, now: float) -> None:
        if self.failures.is_lost and not self.queue:
            self.queue.append(WARM_UP)
        if self.child or not self.queue or not self.failures.is_due(now):
            return
        words = self.queue[0]
        try:
            path = self.scratch.path(FILE)
            private_file(path)
            self.child = self.program.start(words, path, language=language_of(words))
            self.given_up_at = now + PATIENCE_SECONDS
        except (OSError, StorageError):
            self._fail(self.queue.pop(0), "could not be started", now)

    def _fail(self, words: str, why: str, now: float) -> None:
        """Find out whether it is the voice that fails, or these words: others are tried first."""
        others_work = self.failures.has_worked and not self.failures.count
        if words != WARM_UP and others_work:
            self.failed_alone[words] += 1
        if self.failed_alone[words] >= MOST_ALONE:
            self._give_up(words)
            return
        self.failures.add(why, now, hangs=why == HANGS)
        others = [each for each in self.queue if each not in {words, WARM_UP}]
        self.queue = [] if self.failures.is_lost else list(dict.fromkeys((WARM_UP, words, *others)))

    def _give_up(self, words: str) -> None:
        self.unspeakable.add(words)
        if (language := language_of(words)) is not ENGLISH:
            self.without_voice.add(language)

    def _take_in(self, words: str) -> bool:
        """Whether the file can be read; it is scaled now, while no clip waits for its samples."""
        try:
            path = self.scratch.path(FILE)
            with path.open("rb") as file:
                self.rendered[words] = samples.read(file)
            path.unlink()
        except (OSError, ValueError, StorageError):
            return False
        self.samples(words)
        while sum(map(samples.seconds, self.rendered.values())) > MOST_SECONDS:
            oldest = next(iter(self.rendered))
            del self.rendered[oldest]
            self.scaled.pop(oldest, None)
        return True
