"""One clip as one sound: a lead after silence, the tone, a gap, the words; so nothing overlaps."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from presspoint.cues.sink import Clip
from presspoint.sound import samples, tones
from presspoint.sound.samples import Samples

GAP_SECONDS = 0.12
SILENCE_SECONDS = 20.0  # after which a wireless loudspeaker may have gone to sleep
ON_TIME = frozenset({"tick", "beat", "breath-in", "breath-out"})  # of use at their moment only


class Mixed(NamedTuple):
    """What a clip sounds like; the first `lead` seconds of it are the lead."""

    sound: Samples
    lead: float = 0.0


class Mixer:
    """The tones and the lead at the volume wanted."""

    def __init__(self, volume: int, remark: Callable[[str], None]) -> None:
        """Take the volume in per cent, and where an own tone that is refused is told."""
        self.volume, self.remark = volume, remark
        self.tones: dict[str, Samples] = {}
        self.loud: dict[str, Samples] = {}

    def load(self) -> None:
        """Read the tones, which takes a moment."""
        self.tones = {**tones.load(self.remark), "lead": samples.lead()}

    def louder(self, volume: int) -> None:
        """Take another volume."""
        self.volume = volume
        self.loud.clear()

    def mixed(self, clip: Clip, words: Samples | None, silent_seconds: float) -> Mixed:
        """Return the sound of a clip's tone and rendered words, after so much silence."""
        sound = self._at_volume(clip.tone)
        if words:
            gap = samples.silence(GAP_SECONDS if sound else 0)
            sound = sound + gap + words
        on_time = clip.tone in ON_TIME and not words
        if not sound or on_time or silent_seconds < SILENCE_SECONDS:
            return Mixed(sound)
        lead = self._at_volume("lead")
        return Mixed(lead + sound, samples.seconds(lead))

    def _at_volume(self, name: str) -> Samples:
        if name not in self.loud:
            raw = self.tones.get(name, samples.silence(0))
            self.loud[name] = samples.at_volume(raw, self.volume)
        return self.loud[name]
