"""What one cue sounds like, and what a session needs of whatever makes it heard. Pure."""

from collections.abc import Mapping
from typing import Literal, Protocol

from presspoint.named_tuple import NamedTuple
from presspoint.settings import LOUDEST, STEP

Tone = Literal["start", "halfway", "release", "done", "tick", "beat", "breath-in", "breath-out"]
TONES: Mapping[Tone, str] = {
    "start": "A hold begins.",
    "halfway": "Half of the hold is over.",
    "release": "Let go slowly.",
    "done": "The session is over.",
    "tick": "One of the last three seconds of a hold.",
    "beat": "The beat of a hold with a rhythm.",
    "breath-in": "Breathe in.",
    "breath-out": "Breathe out.",
}


# A loudspeaker falls asleep after so many seconds of silence, and a hiss wakes it so long before
# what is foreseen: whatever it loses of its beginning, it loses of the hiss.
SLEEP_SECONDS, WAKE_SECONDS = 5.0, 2.0


class Clip(NamedTuple):
    """A tone of TONES and the words after it; either may be missing."""

    tone: Tone | Literal[""] = ""
    words: str = ""


class Sink(Protocol):
    """Where clips go, one at a time; a program that fails costs its sound, never the session."""

    @property
    def has_voice(self) -> bool:
        """Whether words are spoken."""

    @property
    def is_audible(self) -> bool:
        """Whether words are spoken and reach the person, as far as is known."""

    @property
    def has_missed(self) -> bool:
        """Whether the words of the clip that ended last could not be heard."""

    @property
    def volume(self) -> int:
        """The volume of the clips to come, 0 to 100 per cent."""

    @property
    def playing(self) -> bool:
        """Whether a clip was started and has not ended."""

    @property
    def until(self) -> float | None:
        """When to `settle` at the latest (clock seconds), SIGCHLD aside; None for whenever."""

    def prepare(self, words: str) -> None:
        """Render words that are soon to be spoken, without waiting for that."""

    def wake(self, due: float, now: float) -> None:
        """Wake the loudspeaker for a clip that is `due` soon, if it may be asleep by then."""

    def start(self, clip: Clip, now: float) -> None:
        """Begin a clip, while none plays; never waits."""

    def settle(self, now: float) -> bool:
        """Take in what ended by now; return whether the clip that played has just ended."""

    def cut(self) -> None:
        """Stop the clip that plays, if any."""

    def louder(self, steps: int) -> int:
        """Change the volume of the clips to come by steps of 20; return it, 0 to 100 per cent."""


def step_volume(volume: int, steps: int) -> int:
    """Return the volume so many steps up or down, each to the next multiple of 20 per cent."""
    if not steps:
        return volume
    whole = -(-volume // STEP) if steps < 0 else volume // STEP
    return max(0, min(LOUDEST, (whole + steps) * STEP))
