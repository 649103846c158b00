"""The tones as samples: a person's own file takes the place of the tone of its name."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

from presspoint.cues.sink import TONES
from presspoint.errors import StorageError
from presspoint.sound import samples
from presspoint.sound.samples import Samples
from presspoint.storage import paths

FOLDER = Path(__file__).parent / "tones"
MOST_BYTES = 1024 * 1024
MOST_SECONDS = 3.0
FORMAT = "WAV, PCM of 16 bits, mono or stereo, 8 to 48 kHz, at most 3 seconds and 1 MiB"


def load(report: Callable[[str], None]) -> dict[str, Samples]:
    """Return every tone of TONES; report an own file that cannot be used."""
    try:
        own_folder = paths.folder("config") / "tones"
    except StorageError:
        own_folder = None
    return {name: _own_tone(own_folder, name, report) or _default_tone(name) for name in TONES}


def _default_tone(name: str) -> Samples:
    try:
        with (FOLDER / f"{name}.wav").open("rb") as file:
            return samples.read(file)
    except (OSError, ValueError):  # a broken installation is no reason not to play a session
        return samples.silence(0)


def _own_tone(folder: Path | None, name: str, report: Callable[[str], None]) -> Samples | None:
    if folder is None or not os.path.lexists(path := folder / f"{name}.wav"):
        return None
    try:
        if tone := _read(path):
            return tone
        problem = "no sound"
    except (OSError, ValueError) as error:
        problem = f"{error.strerror if isinstance(error, OSError) else error}"
    report(f"{path}: found {problem}. It should be {FORMAT}. You will hear the shipped tone.")
    return None


def _read(path: Path) -> Samples:
    content = paths.read_bytes(path, MOST_BYTES + 1)
    if content is None:
        raise ValueError("no regular file")
    if len(content) > MOST_BYTES:
        raise ValueError("more than 1 MiB")
    return samples.read(io.BytesIO(content), MOST_SECONDS)
