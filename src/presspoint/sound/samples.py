"""Sound as samples, mono at 22,050 a second, and as WAV files."""

import io
import wave
from array import array
from pathlib import Path
from typing import BinaryIO, TypeAlias

from presspoint.storage.paths import private_file

Samples: TypeAlias = "array[int]"
RATE = 22_050
HISS_PEAK = 60  # about -55 dBFS: it wakes a loudspeaker and is hardly heard
FADE_SECONDS = 0.35
MOST_SECONDS = 120.0


def seconds(samples: Samples) -> float:
    """Return how long samples sound."""
    return len(samples) / RATE


def count(length: float) -> int:
    """Return the number of samples of so many seconds."""
    return round(length * RATE)


def silence(length: float) -> Samples:
    """Return so many seconds of silence."""
    return array("h", bytes(2 * count(length)))


def hiss(length: float) -> Samples:
    """Return so many seconds of a soft hiss that fades in: a loudspeaker wakes, and loses this."""
    noise, steady = 1, array("h")
    for _ in range(count(FADE_SECONDS)):
        noise = (noise * 1_103_515_245 + 12_345) & 0x7FFF_FFFF
        steady.append((noise >> 16) % (2 * HISS_PEAK + 1) - HISS_PEAK)
    fading = array("h", (each * at // len(steady) for at, each in enumerate(steady)))
    return (fading + steady * round(length / FADE_SECONDS))[: count(length)]


def at_volume(samples: Samples, volume: int) -> Samples:
    """Return samples made as loud as `volume` per cent."""
    if volume == 100:
        return samples
    return array("h", [sample * volume // 100 for sample in samples])


def read(file: BinaryIO, most_seconds: float = MOST_SECONDS) -> Samples:
    """Return the samples of a WAV file of 16 bits. Raises ValueError for another or longer file."""
    try:
        with wave.open(file, "rb") as wav:
            form = wav.getparams()
            frames = wav.readframes(int(form.framerate * most_seconds) + 1)
    except (wave.Error, EOFError) as problem:
        raise ValueError(f"no WAV file of PCM ({problem or 'cut off'})") from None
    if form.sampwidth != 2 or form.nchannels not in {1, 2}:
        raise ValueError(f"{form.sampwidth * 8} bits in {form.nchannels} channels")
    if not 8000 <= form.framerate <= 48_000:
        raise ValueError(f"{form.framerate} Hz")
    whole = len(frames) // (2 * form.nchannels)
    if whole > form.framerate * most_seconds:
        raise ValueError(f"more than {most_seconds:g} seconds")
    samples = array("h", frames[: whole * 2 * form.nchannels])
    return _at_rate(_mono(samples, form.nchannels), form.framerate)


def write(path: Path, samples: Samples) -> None:
    """Write a private WAV file; a player that still reads the old one reads on. Raises OSError."""
    path.unlink(missing_ok=True)
    private_file(path)
    with path.open("wb") as file:
        _write(file, samples)


def wav(samples: Samples) -> bytes:
    """Return the content of a WAV file."""
    file = io.BytesIO()
    _write(file, samples)
    return file.getvalue()


def _write(file: BinaryIO, samples: Samples) -> None:
    with wave.open(file, "wb") as content:
        content.setparams((1, 2, RATE, len(samples), "NONE", ""))
        content.writeframes(samples.tobytes())


def _mono(samples: Samples, channels: int) -> Samples:
    if channels == 1:
        return samples
    pairs = zip(samples[::2], samples[1::2], strict=True)
    return array("h", [(left + right) // 2 for left, right in pairs])


def _at_rate(samples: Samples, rate: int) -> Samples:
    """The samples at our rate, each on the line between its neighbours."""
    if rate == RATE:
        return samples
    last = len(samples) - 1
    resampled = array("h")
    for index in range(len(samples) * RATE // rate):
        whole, part = divmod(index * rate, RATE)
        before, after = samples[whole], samples[min(whole + 1, last)]
        resampled.append(before + (after - before) * part // RATE)
    return resampled
