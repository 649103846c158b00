"""One clip as one sound: a lead after silence, the tone, a gap, the words; so nothing overlaps."""

from __future__ import annotations

from collections.abc import Callable

from presspoint.cues.sink import SLEEP_SECONDS, Clip
from presspoint.named_tuple import NamedTuple
from presspoint.sound import samples, tones
from presspoint.sound.samples import Samples

GAP_SECONDS = 0.12
# How long a loudspeaker takes to wake: one with a wire, and one without.
LEAD_SECONDS, SLOW_LEAD_SECONDS = 0.5, 2.0
LONGEST_HISS = 3.0
NEARLY = 0.1  # seconds that are missing of a lead and not worth a second one
ON_TIME = frozenset({"tick", "beat", "breath-in", "breath-out"})  # of use at their moment only


class Mix(NamedTuple):
    """The sound of a clip, and how much of its beginning is the lead."""

    sound: Samples
    lead_seconds: float = 0.0


class Mixer:
    """Mixes clips; `volume` is in per cent, `report` takes why an own tone cannot be used."""

    def __init__(
        self, volume: int, report: Callable[[str], None], lead_seconds: float = LEAD_SECONDS
    ) -> None:
        self.volume, self.report, self.lead_seconds = volume, report, lead_seconds
        self.tones: dict[str, Samples] = {}
        self.scaled_tones: dict[str, Samples] = {}

    def load(self) -> None:
        """Read the tones, which takes a moment."""
        hiss = {"hiss": samples.hiss(LONGEST_HISS), "lead": samples.hiss(self.lead_seconds)}
        self.tones = {**tones.load(self.report), **hiss}

    def set_volume(self, volume: int) -> None:
        """Take another volume, in per cent."""
        self.volume = volume
        self.scaled_tones.clear()

    def scale(self, sound: Samples) -> Samples:
        """Return samples at the volume."""
        return samples.at_volume(sound, self.volume)

    def hiss(self, most_seconds: float) -> Samples:
        """Return a soft hiss of so many seconds: it wakes a loudspeaker and is hardly heard."""
        return self._tone("hiss")[: samples.count(most_seconds)]

    def mix(
        self, clip: Clip, words: Samples | None, silent_seconds: float, awake_seconds: float = 0.0
    ) -> Mix:
        """Return a clip's tone and its words, scaled already, as one sound after a silence.

        The loudspeaker was woken, so many seconds before it, by a hiss: that may do for a lead.
        """
        sound = self._tone(clip.tone)
        if words:
            sound = sound + samples.silence(GAP_SECONDS if sound else 0) + words
        on_time = clip.tone in ON_TIME and not words
        missing = self.lead_seconds - awake_seconds
        if not sound or on_time or silent_seconds <= SLEEP_SECONDS or missing < NEARLY:
            return Mix(sound)
        lead = self._tone("lead")[-samples.count(missing) :]
        return Mix(lead + sound, samples.seconds(lead))

    def _tone(self, name: str) -> Samples:
        if name not in self.scaled_tones:
            self.scaled_tones[name] = self.scale(self.tones.get(name, samples.silence(0)))
        return self.scaled_tones[name]
