"""The clips of a soundtrack as samples, and all of it as one sound."""

from __future__ import annotations

from array import array
from collections.abc import Mapping

from presspoint.cues.sink import TONES, Clip
from presspoint.kit.soundtrack import Soundtrack
from presspoint.sound import samples
from presspoint.sound.files.loudness import at_level, tone_level
from presspoint.sound.files.voice import FileVoice
from presspoint.sound.mixer import GAP_SECONDS
from presspoint.sound.samples import Samples


class Clips:
    """Clips as samples, each as loud as the others; without a voice they are tones only."""

    def __init__(self, tones: Mapping[str, Samples], voice: FileVoice | None) -> None:
        self.voice = voice
        self.tones = {name: at_level(tones[name], tone_level(name)) for name in TONES}

    def samples(self, clip: Clip) -> Samples:
        """Return the tone of a clip and its words after it. Raises PresspointError."""
        tone = self.tones[clip.tone] if clip.tone else array("h")
        words = self.voice.samples(clip.words) if self.voice and clip.words else array("h")
        gap = samples.silence(GAP_SECONDS if tone and words else 0)
        return tone + gap + words

    def seconds(self, clip: Clip) -> float:
        """Return how long a clip takes. Raises PresspointError."""
        return samples.seconds(self.samples(clip))


def render(sound: Soundtrack, clips: Clips) -> Samples:
    """Return all of a soundtrack, each clip at its moment. Raises PresspointError."""
    whole = samples.silence(sound.seconds)
    for at, clip, seconds in sound.clips:
        first = samples.count(at)
        heard = clips.samples(clip)[: samples.count(seconds)]
        whole[first : first + len(heard)] = heard
    return whole
