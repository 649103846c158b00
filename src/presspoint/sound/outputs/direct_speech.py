"""Words spoken by a speech service itself: when they end is known only when they have ended."""

from __future__ import annotations

from presspoint.machine import programs
from presspoint.planning.timing import speaking_seconds
from presspoint.sound.outputs.speech_programs import SpeechProgram

PATIENCE_SECONDS = 5.0
WARM_UP = "a"
STOP = "--stop"


class Direct:
    """What the service says now; `failed` says why it says no more."""

    def __init__(self, engine: SpeechProgram) -> None:
        """Take the engine; nothing is asked of it yet."""
        self.engine = engine
        self.trial: programs.Child | None = None
        self.child: programs.Child | None = None
        self.stopping: programs.Child | None = None
        self.trial_until = 0.0
        self.until = 0.0
        self.failed = ""

    def try_out(self, now: float) -> None:
        """Say something inaudible: it fails, or hangs, where nothing would be heard."""
        self.trial = self._started(WARM_UP, 0)
        self.trial_until = now + PATIENCE_SECONDS

    def settle(self, now: float) -> None:
        """Take in whether the service answered."""
        if self.trial and self._over(self.trial, self.trial_until, now):
            self.trial = None
        if self.stopping and self.stopping.poll() is not None:
            self.stopping = None

    def say(self, words: str, volume: int, now: float) -> None:
        """Begin to say words."""
        self.child = self._started(words, volume)
        patience = 2 * speaking_seconds(words) + PATIENCE_SECONDS if self.child else 0.0
        self.until = now + patience

    def ended(self, now: float) -> bool:
        """Return whether the words are over, whatever became of them."""
        if self.child and not self._over(self.child, self.until, now):
            return False
        self.child = None
        return True

    def stop(self) -> None:
        """Stop what is said; the service would go on without the program that asked for it."""
        if self.child is None:
            return
        programs.end(self.child)
        self.child = None
        if self.stopping:
            programs.end(self.stopping)
        try:
            self.stopping = programs.start([self.engine.path, STOP])
        except OSError:
            self.failed = "could not be started"

    def close(self) -> None:
        """Stop, and end every process."""
        self.stop()
        if self.stopping:
            programs.wait(self.stopping, 0.3)
        for child in (self.trial, self.stopping):
            if child:
                programs.end(child)
        self.trial = self.stopping = None

    def _started(self, words: str, volume: int) -> programs.Child | None:
        try:
            return self.engine.start(words, volume=volume)
        except OSError:
            self.failed = "could not be started"
        return None

    def _over(self, child: programs.Child, until: float, now: float) -> bool:
        """Whether a process is over; one that hangs or failed is the last one."""
        if child.poll() is None and now < until:
            return False
        if child.poll() != 0:
            self.failed = "failed" if child.poll() else "does not answer"
        programs.end(child)
        return True
