"""The speech programs, one or two for each system, and how each is given words."""

import sys
from pathlib import Path
from typing import NamedTuple

from presspoint.machine import programs

MOST_CHARACTERS = 1200  # about 90 seconds


class SpeechProgram(NamedTuple):
    """A speech program; `renders` where it writes a file, else it speaks by itself.

    About 150 words a minute; {file} is where to write, {volume} is -100 to 0.
    """

    name: str
    program: str
    arguments: str
    renders: bool = True
    path: str = ""

    def start(self, words: str, file: Path = Path(), volume: int = 100) -> programs.Child:
        """Begin to render or speak words. Raises OSError."""
        values = {"file": str(file), "volume": str(volume - 100)}
        arguments = [each.format_map(values) for each in self.arguments.split()]
        return programs.start([self.path, *arguments], speakable(words))


ESPEAK = SpeechProgram("espeak-ng", "espeak-ng", "--stdin -b 1 -z -v en -s 135 -w {file}")
SPEECH_DISPATCHER = SpeechProgram(
    "speech-dispatcher",
    "spd-say",
    "--wait --pipe-mode --language en --rate -15 --volume {volume}",
    renders=False,
)
SAY = SpeechProgram(
    "say", "say", "-r 150 --file-format=WAVE --data-format=LEI16@22050 -o {file} -f -"
)
LINUX, MACOS = (ESPEAK, SPEECH_DISPATCHER), (SAY,)


def find_speech_program() -> SpeechProgram | None:
    """Return the first speech program of this system that is installed."""
    for speech in MACOS if sys.platform == "darwin" else LINUX:
        if path := programs.find_program(speech.program):
            return speech._replace(path=path)
    return None


def speakable(words: str) -> str:
    """Return words as one line that no speech program takes for a command.

    "[[" begins one for espeak-ng and for say, "!-!" at the start of a line for spd-say.
    """
    plain = "".join(each if each.isprintable() else " " for each in words[:MOST_CHARACTERS])
    return f" {' '.join(plain.replace('[[', '[ [').split())}\n"
