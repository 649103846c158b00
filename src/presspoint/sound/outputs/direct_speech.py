"""Words spoken by a speech service itself: how long they take is not known beforehand."""

from __future__ import annotations

from math import inf

from presspoint.machine import programs
from presspoint.planning.course import speaking_seconds
from presspoint.sound.failures import Failures
from presspoint.sound.outputs.languages import language_of
from presspoint.sound.outputs.players import Outcome
from presspoint.sound.outputs.speech_programs import SpeechProgram

PATIENCE_SECONDS = 5.0
CLOSING_SECONDS = 0.3
WARM_UP = "a"
STOP = "--stop"


class SpeechService:
    """Speaks words, one clip at a time, by a program that reaches the service.

    `until` is when its words are given up (clock seconds).
    """

    def __init__(self, program: SpeechProgram) -> None:
        self.program, self.failures = program, Failures()
        self.trial: programs.Child | None = None
        self.child: programs.Child | None = None
        self.stopping: programs.Child | None = None
        self.trial_until = self.until = 0.0

    @property
    def again_at(self) -> float:
        """When `settle` tries it again (clock seconds); infinite where it is not lost."""
        if self.trial:
            return self.trial_until
        return self.failures.again_at if self.failures.is_lost else inf

    def try_out(self, now: float) -> None:
        """Say something inaudible: it fails, or hangs, where nothing would be heard."""
        self.trial = self._start(WARM_UP, 0, now)
        self.trial_until = now + PATIENCE_SECONDS

    def settle(self, now: float) -> None:
        """Notice whether the service answered; try it again, when it is time for that."""
        if self.trial and self._outcome(self.trial, self.trial_until, now) is not Outcome.PLAYING:
            self.trial = None
        if self.stopping and self.stopping.poll() is not None:
            self.stopping = None
        if self.trial is None and self.failures.is_lost and self.failures.is_due(now):
            self.try_out(now)

    def say(self, words: str, volume: int, now: float) -> None:
        """Begin to say words, at a volume in per cent."""
        self.child = self._start(words, volume, now)
        self.until = now + 2 * speaking_seconds(words) + PATIENCE_SECONDS

    def outcome(self, now: float) -> Outcome:
        """Return whether the words are still being said, and how that ended."""
        if self.child is None:
            return Outcome.FAILED
        outcome = self._outcome(self.child, self.until, now)
        if outcome is not Outcome.PLAYING:
            self.child = None
        return outcome

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
            self.stopping = None  # what is said next shows whether it works

    def close(self) -> None:
        """Stop, and end every process."""
        self.stop()
        if self.stopping:
            programs.wait(self.stopping, CLOSING_SECONDS)
        for child in (self.trial, self.stopping):
            if child:
                programs.end(child)
        self.trial = self.stopping = None

    def _start(self, words: str, volume: int, now: float) -> programs.Child | None:
        try:
            return self.program.start(words, volume=volume, language=language_of(words))
        except OSError:
            self.failures.add("could not be started", now)
        return None

    def _outcome(self, child: programs.Child, until: float, now: float) -> Outcome:
        """Whether a process is over, and how; its end says whether the service works."""
        code = child.poll()
        if code is None and now < until:
            return Outcome.PLAYING
        programs.end(child)
        if code == 0:
            self.failures.clear()
            return Outcome.PLAYED
        self.failures.add("does not answer" if code is None else "failed", now, hangs=code is None)
        return Outcome.FAILED
