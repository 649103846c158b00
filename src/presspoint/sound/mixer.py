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


class Mix(NamedTuple):
    """The sound of a clip, and how much of its beginning is the lead."""

    sound: Samples
    lead_seconds: float = 0.0


class Mixer:
    """Mixes clips; `volume` is in per cent, `report` takes why an own tone cannot be used."""

    def __init__(self, volume: int, report: Callable[[str], None]) -> None:
        self.volume, self.report = volume, report
        self.tones: dict[str, Samples] = {}
        self.scaled_tones: dict[str, Samples] = {}

    def load(self) -> None:
        """Read the tones, which takes a moment."""
        self.tones = {**tones.load(self.report), "lead": samples.lead()}

    def set_volume(self, volume: int) -> None:
        """Take another volume, in per cent."""
        self.volume = volume
        self.scaled_tones.clear()

    def scale(self, sound: Samples) -> Samples:
        """Return samples at the volume."""
        return samples.at_volume(sound, self.volume)

    def mix(self, clip: Clip, words: Samples | None, silent_seconds: float) -> Mix:
        """Return a clip's tone and its words, scaled already, as one sound after a silence."""
        sound = self._tone(clip.tone)
        if words:
            sound = sound + samples.silence(GAP_SECONDS if sound else 0) + words
        on_time = clip.tone in ON_TIME and not words
        if not sound or on_time or silent_seconds < SILENCE_SECONDS:
            return Mix(sound)
        lead = self._tone("lead")
        return Mix(lead + sound, samples.seconds(lead))

    def _tone(self, name: str) -> Samples:
        if name not in self.scaled_tones:
            self.scaled_tones[name] = self.scale(self.tones.get(name, samples.silence(0)))
        return self.scaled_tones[name]
