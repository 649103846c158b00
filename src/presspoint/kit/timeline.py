"""Clips at their moments: a sink of which nothing is heard, as all of it is only written down."""

from collections.abc import Callable

from presspoint.cues.sink import Clip
from presspoint.named_tuple import NamedTuple


class TimedClip(NamedTuple):
    """A clip, the second at which it begins, and how many seconds it takes."""

    at: float
    clip: Clip
    seconds: float


class Timeline:
    """A Sink that writes down each clip with its moment and its length.

    `seconds_of` returns how long a clip takes; words are spoken only where it `has_voice`.
    """

    has_missed = False
    volume = 100

    def __init__(
        self, clock: Callable[[], float], seconds_of: Callable[[Clip], float], *, has_voice: bool
    ) -> None:
        self.clock, self.seconds_of = clock, seconds_of
        self.has_voice = self.is_audible = has_voice
        self.clips: list[TimedClip] = []
        self.until: float | None = None

    @property
    def playing(self) -> bool:
        """Whether a clip was begun and has not ended."""
        return self.until is not None

    def prepare(self, words: str) -> None:
        """Nothing has to be ready: nobody waits."""

    def wake(self, due: float, now: float) -> None:
        """No loudspeaker is used."""

    def start(self, clip: Clip, now: float) -> None:
        """Write down a clip that begins now."""
        seconds = self.seconds_of(clip)
        self.clips.append(TimedClip(now, clip, seconds))
        self.until = now + seconds

    def settle(self, now: float) -> bool:
        """Return whether the clip that was begun last has just ended."""
        if self.until is None or now < self.until:
            return False
        self.until = None
        return True

    def cut(self) -> None:
        """End the clip that was begun last now."""
        if self.until is not None:
            *others, last = self.clips
            self.clips = [*others, last._replace(seconds=self.clock() - last.at)]
            self.until = None

    def louder(self, steps: int) -> int:  # noqa: ARG002  # of the protocol
        """Return the volume, which never changes."""
        return self.volume
