"""The speech programs, one or two for each system, and how each is given words."""

import sys
from pathlib import Path
from typing import NamedTuple

from presspoint.machine import programs
from presspoint.sound.outputs.languages import ENGLISH, Language

MOST_CHARACTERS = 1200  # about 90 seconds


class SpeechProgram(NamedTuple):
    """A speech program; `renders` where it writes a file, else it speaks by itself.

    About 150 words a minute; {file} is where to write, {volume} is -100 to 0, {espeak} and
    {service} are codes of the language. `foreign` is added for another language than English.
    """

    name: str
    program: str
    arguments: str
    renders: bool = True
    foreign: str = ""
    path: str = ""

    def start(
        self, words: str, file: Path = Path(), volume: int = 100, language: Language = ENGLISH
    ) -> programs.Child:
        """Begin to render or speak words. Raises OSError."""
        values = {"file": str(file), "volume": str(volume - 100), **language._asdict()}
        template = self.arguments if language is ENGLISH else f"{self.foreign} {self.arguments}"
        arguments = [each.format_map(values) for each in template.split()]
        return programs.start([self.path, *arguments], speakable(words))

    def has_voice_for(self, language: Language) -> bool:
        """Return whether there may be a voice: which are installed shows when one is asked."""
        return "{voice}" not in self.foreign or language is ENGLISH or bool(language.voice)


ESPEAK = SpeechProgram("espeak-ng", "espeak-ng", "--stdin -b 1 -z -v {espeak} -s 135 -w {file}")
SPEECH_DISPATCHER = SpeechProgram(
    "speech-dispatcher",
    "spd-say",
    "--wait --pipe-mode --language {service} --rate -15 --volume {volume}",
    renders=False,
)
SAY = SpeechProgram(
    "say",
    "say",
    "-r 150 --file-format=WAVE --data-format=LEI16@22050 -o {file} -f -",
    foreign="-v {voice}",
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
