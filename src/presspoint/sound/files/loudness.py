"""Words and tones made equally loud, so that a phone on the floor needs one volume for both.

Loudness here is the mean power of the moments in which something sounds: pauses between words say
nothing about how loud the words are.
"""

from array import array
from math import sqrt
from operator import mul

from presspoint.cues.sink import Tone
from presspoint.sound import samples
from presspoint.sound.samples import Samples

WORDS_LEVEL = 3300.0  # root mean square of 16 bits: about -20 dB below the loudest there is
PEAK = 29_000
FRAME_SECONDS = 0.02
SILENT = 0.01  # of the power of the loudest frame: 20 dB below it
QUIET, MARGIN_SECONDS = 60, 0.005  # of 16 bits, about -55 dB: silence, to an ear
# Tones that only go along with a hold are half as loud as words, or a quarter.
LEVELS: dict[Tone, float] = {"tick": 0.5, "beat": 0.5, "breath-in": 0.25, "breath-out": 0.25}


def level_of(sound: Samples) -> float:
    """Return the root mean square of the moments in which something sounds; 0 for silence."""
    size = samples.count(FRAME_SECONDS)
    frames = [sound[at : at + size] for at in range(0, len(sound), size)]
    powers = [sum(map(mul, frame, frame)) / len(frame) for frame in frames]
    loudest = max(powers, default=0.0)
    heard = [power for power in powers if power and power >= SILENT * loudest]
    return sqrt(sum(heard) / len(heard)) if heard else 0.0


def at_level(sound: Samples, level: float = WORDS_LEVEL) -> Samples:
    """Return a sound made as loud as a level, or as its peaks allow."""
    now = level_of(sound)
    if not now:
        return sound
    gain = min(level / now, PEAK / max(max(sound), -min(sound)))  # noqa: PLW3301  # flat it is slow
    return array("h", [int(each * gain) for each in sound])


def without_silence(sound: Samples) -> Samples:
    """Return a sound without the silence before and after it: it is heard from its first moment."""
    first = next((at for at, each in enumerate(sound) if abs(each) > QUIET), len(sound))
    last = next((at for at, each in enumerate(reversed(sound)) if abs(each) > QUIET), 0)
    margin = samples.count(MARGIN_SECONDS)
    return sound[max(0, first - margin) : len(sound) - max(0, last - margin)]


def tone_level(tone: Tone) -> float:
    """Return how loud a tone is beside words of the usual level."""
    return WORDS_LEVEL * LEVELS.get(tone, 1.0)
