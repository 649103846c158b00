"""The speech programs, one or two for each system, and how each is given words."""

import shlex
import sys
from pathlib import Path

from presspoint.machine import programs
from presspoint.named_tuple import NamedTuple
from presspoint.settings import Settings
from presspoint.sound.outputs.languages import ENGLISH, Language

MOST_CHARACTERS = 1200  # about 90 seconds


class SpeechProgram(NamedTuple):
    """A speech program; `renders` where it writes a file, else it speaks by itself.

    In its arguments {file} is where to write, {rate} one of `rates` (slow, normal, fast), {volume}
    is -100 to 0, {espeak} and {service} are codes of the language. `foreign` is added for another
    language than English, `named` for an English voice that the person chose, its `chosen` name for
    {name}. Where it has a `command`, that is the person's own: it writes {file}, or to its stdout.
    """

    name: str
    program: str
    arguments: str
    rates: tuple[int, int, int] = (0, 0, 0)
    renders: bool = True
    foreign: str = ""
    named: str = ""
    path: str = ""
    rate: int = 1
    chosen: str = ""
    command: tuple[str, ...] = ()

    def start(
        self, words: str, file: Path = Path(), volume: int = 100, language: Language = ENGLISH
    ) -> programs.Child:
        """Begin to render or speak words. Raises OSError."""
        if self.command:
            return self._start_own(words, file)
        values = {"file": str(file), "volume": str(volume - 100), **language._asdict()}
        values |= {"rate": str(self.rates[self.rate]), "name": self.chosen}
        extra = self.foreign
        if language is ENGLISH:
            extra = self.named if self.chosen else ""
        arguments = [each.format_map(values) for each in f"{extra} {self.arguments}".split()]
        return programs.start([self.path, *arguments], speakable(words))

    def has_voice_for(self, language: Language) -> bool:
        """Whether there may be a voice: which are installed shows when one is asked."""
        return "{voice}" not in self.foreign or language is ENGLISH or bool(language.voice)

    def _start_own(self, words: str, file: Path) -> programs.Child:
        """Begin the person's own command, with the file as its output where it names none."""
        command = [each.replace(FILE, str(file)) for each in self.command]
        if command != list(self.command):
            return programs.start(command, speakable(words))
        with file.open("wb") as output:
            return programs.start(command, speakable(words), stdout=output.fileno())


FILE = "{file}"
ESPEAK = SpeechProgram(
    "espeak-ng",
    "espeak-ng",
    "--stdin -b 1 -z -s {rate} -w {file}",
    (115, 135, 165),
    foreign="-v {espeak}",
    named="-v {name}",
    chosen="en",
)
SPEECH_DISPATCHER = SpeechProgram(
    "speech-dispatcher",
    "spd-say",
    "--wait --pipe-mode --language {service} --rate {rate} --volume {volume}",
    (-35, -15, 10),
    renders=False,
    named="--synthesis-voice {name}",
)
SAY = SpeechProgram(
    "say",
    "say",
    "-r {rate} --file-format=WAVE --data-format=LEI16@22050 -o {file} -f -",
    (130, 150, 180),
    foreign="-v {voice}",
    named="-v {name}",
)
PROGRAMS = {"darwin": (SAY,)}
RATES = ("slow", "normal", "fast")
OWN = "your voice-command"


def find_speech_program(settings: Settings) -> SpeechProgram | None:
    """Return the person's own command, or the first program installed of those that they chose.

    A command that cannot be read is one that cannot be started.
    """
    if settings.voice_command:
        name, *rest = _own_command(settings)
        command = (programs.find_program(name) or name, *rest)
        return SpeechProgram(OWN, OWN, "", command=command)
    for speech in _programs_here():
        is_chosen = settings.engine in {"auto", speech.name}
        if is_chosen and (path := programs.find_program(speech.program)):
            rate, chosen = RATES.index(settings.rate), settings.voice_name or speech.chosen
            return speech._replace(path=path, rate=rate, chosen=chosen)
    return None


def engines() -> tuple[str, ...]:
    """Return the names of the speech programs that this system can have."""
    return tuple(speech.name for speech in _programs_here())


def missing_program(settings: Settings) -> str:
    """Return the program that a person chose and that is not installed; empty where it is."""
    if settings.voice_command:
        name = _own_command(settings)[0]
        return "" if programs.find_program(name) else name
    if settings.engine == "auto" or find_speech_program(settings):
        return ""
    return settings.engine


def _own_command(settings: Settings) -> tuple[str, ...]:
    try:
        parts = tuple(shlex.split(settings.voice_command))
    except ValueError:
        parts = ()
    return parts or (settings.voice_command,)


def _programs_here() -> tuple[SpeechProgram, ...]:
    return PROGRAMS.get(sys.platform, (ESPEAK, SPEECH_DISPATCHER))


def speakable(words: str) -> str:
    """Return words as one line that no speech program takes for a command.

    "[[" begins one for espeak-ng and for say, "!-!" at the start of a line for spd-say.
    """
    plain = "".join(each if each.isprintable() else " " for each in words[:MOST_CHARACTERS])
    return f" {' '.join(plain.replace('[[', '[ [').split())}\n"
