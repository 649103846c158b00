"""The loudspeaker: how long it has been silent, and the hiss that wakes it before a clip."""

from __future__ import annotations

from presspoint.cues.sink import SLEEP_SECONDS
from presspoint.named_tuple import NamedTuple
from presspoint.sound.mixer import LONGEST_HISS, Mixer
from presspoint.sound.outlets import Outlets
from presspoint.sound.outputs.players import Outcome

AFTER_DUE_SECONDS = 0.5  # a clip may come a little late, and the loudspeaker stays awake for it


class Hiss(NamedTuple):
    """A hiss that wakes the loudspeaker: when it began, and when it ends (clock seconds)."""

    began: float
    until: float


class Loudspeaker:
    """What the clips come out of; it falls asleep once it was silent for some seconds.

    `silent_since` is when the last clip or hiss ended (clock seconds).
    """

    def __init__(self, outlets: Outlets, mixer: Mixer) -> None:
        self.outlets, self.mixer = outlets, mixer
        self.hiss: Hiss | None = None
        self.silent_since = float("-inf")

    def wake(self, due: float, now: float) -> None:
        """Let a hiss be heard until a clip is due, if the loudspeaker may be asleep by then."""
        device, is_heard = self.outlets.device, bool(self.outlets.device.name)
        is_busy = self.hiss or device.trial_process()
        if is_busy or not self.mixer.volume or due - self.silent_since <= SLEEP_SECONDS:
            return
        length = min(due - now + AFTER_DUE_SECONDS, LONGEST_HISS)
        begins = is_heard and device.play(self.mixer.hiss(length), now)
        if begins or (self.outlets.recording and not is_heard):
            self.hiss = Hiss(now, now + length)

    def settle(self, now: float) -> None:
        """Notice that the hiss is over, or was not heard at all."""
        if self.hiss is None:
            return
        if self.outlets.device.current is None:  # it is only recorded
            outcome = Outcome.PLAYED if now > self.hiss.until else Outcome.PLAYING
        else:
            outcome = self.outlets.device.outcome(now)
        if outcome is Outcome.PLAYED:
            self.silent_since = now
        if outcome is not Outcome.PLAYING:
            self.hiss = None

    def end_hiss(self, now: float) -> float:
        """Stop the hiss; return how many seconds of it there were right before now."""
        hiss, self.hiss = self.hiss, None
        if hiss is None:
            return 0.0
        self.outlets.device.stop()
        return now - hiss.began if now <= hiss.until else 0.0
