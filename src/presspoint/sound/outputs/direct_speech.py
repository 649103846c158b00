"""Words spoken by a speech service itself: how long they take is not known beforehand."""

from __future__ import annotations

from presspoint.machine import programs
from presspoint.planning.course import speaking_seconds
from presspoint.sound.outputs.speech_programs import SpeechProgram

PATIENCE_SECONDS = 5.0
CLOSING_SECONDS = 0.3
WARM_UP = "a"
STOP = "--stop"


class SpeechService:
    """Speaks words, one clip at a time, by a program that reaches the service.

    `failure` says why it speaks no more, `until` when it is given up (clock seconds).
    """

    def __init__(self, program: SpeechProgram) -> None:
        self.program = program
        self.trial: programs.Child | None = None
        self.child: programs.Child | None = None
        self.stopping: programs.Child | None = None
        self.trial_until = self.until = 0.0
        self.failure = ""

    def try_out(self, now: float) -> None:
        """Say something inaudible: it fails, or hangs, where nothing would be heard."""
        self.trial = self._start(WARM_UP, 0)
        self.trial_until = now + PATIENCE_SECONDS

    def settle(self, now: float) -> None:
        """Notice whether the service answered."""
        if self.trial and self._end_if_over(self.trial, self.trial_until, now):
            self.trial = None
        if self.stopping and self.stopping.poll() is not None:
            self.stopping = None

    def say(self, words: str, volume: int, now: float) -> None:
        """Begin to say words, at a volume in per cent."""
        self.child = self._start(words, volume)
        self.until = now + (2 * speaking_seconds(words) + PATIENCE_SECONDS if self.child else 0.0)

    def is_silent(self, now: float) -> bool:
        """Return whether the words are over, heard or not."""
        if self.child and not self._end_if_over(self.child, self.until, now):
            return False
        self.child = None
        return True

    def stop(self) -> None:
        """Stop the words; the service would go on without the program that asked for them."""
        if self.child is None:
            return
        programs.end(self.child)
        if self.stopping:
            programs.end(self.stopping)
        self.child = None
        try:
            self.stopping = programs.start([self.program.path, STOP])
        except OSError:
            self.failure = "could not be started"

    def close(self) -> None:
        """Stop, and end every process."""
        self.stop()
        if self.stopping:
            programs.wait(self.stopping, CLOSING_SECONDS)
        for child in (self.trial, self.stopping):
            if child:
                programs.end(child)
        self.trial = self.stopping = None

    def _start(self, words: str, volume: int) -> programs.Child | None:
        try:
            return self.program.start(words, volume=volume)
        except OSError:
            self.failure = "could not be started"
        return None

    def _end_if_over(self, child: programs.Child, until: float, now: float) -> bool:
        """Whether a process is over; after one that hangs or failed, no other is started."""
        if child.poll() is None and now < until:
            return False
        if child.poll() != 0:
            self.failure = "failed" if child.poll() else "does not answer"
        programs.end(child)
        return True
