"""Words as samples for a file: rendered one after another, and waited for."""

from __future__ import annotations

from presspoint.errors import PresspointError
from presspoint.machine import programs
from presspoint.settings import Settings
from presspoint.sound import samples
from presspoint.sound.files.loudness import at_level, without_silence
from presspoint.sound.outputs.languages import ENGLISH, language_of
from presspoint.sound.outputs.rendered_speech import WARM_UP
from presspoint.sound.outputs.speech_programs import SpeechProgram, find_speech_program
from presspoint.sound.samples import Samples
from presspoint.sound.scratch import Scratch
from presspoint.storage.paths import private_file
from presspoint.words import echo

PATIENCE_SECONDS = 20.0
TRIES = 2
FILE = "words.wav"


class FileVoice:
    """Renders words, each once; `unspoken` are the languages that no voice here speaks."""

    def __init__(self, program: SpeechProgram, scratch: Scratch) -> None:
        self.program, self.scratch = program, scratch
        self.rendered: dict[str, Samples] = {}
        self.unspoken: set[str] = set()

    def works(self) -> bool:
        """Return whether it renders a word. Raises StorageError where no file can be written."""
        return self._render(WARM_UP) is not None

    def samples(self, words: str) -> Samples:
        """Return words as they sound; nothing in a language that no voice here speaks.

        Raises PresspointError where it fails at others, StorageError where no file can be written.
        """
        if words not in self.rendered:
            self.rendered[words] = self._say(words)
        return self.rendered[words]

    def _say(self, words: str) -> Samples:
        language = language_of(words)
        sound = self._render(words) if self.program.has_voice_for(language) else None
        if sound is not None:
            return without_silence(at_level(sound))
        if language is ENGLISH:
            raise PresspointError(
                f'The voice ({self.program.name}) could not say "{echo(words)}", so no sound was '
                "made. presspoint sound-check tries the voice; presspoint settings voice off makes "
                "it tones only."
            )
        self.unspoken.add(language.name)
        return samples.silence(0)

    def _render(self, words: str) -> Samples | None:
        """The words as the program renders them; None where it fails again and again."""
        tries = (self._try(words) for _ in range(TRIES))
        return next((sound for sound in tries if sound is not None), None)

    def _try(self, words: str) -> Samples | None:
        path = self.scratch.path(FILE)
        try:
            path.unlink(missing_ok=True)
            private_file(path)
            child = self.program.start(words, path, language=language_of(words))
            if programs.finish(child, PATIENCE_SECONDS) != 0:
                return None
            with path.open("rb") as file:
                return samples.read(file)
        except (OSError, ValueError):
            return None


def open_voice(settings: Settings, scratch: Scratch) -> FileVoice | None:
    """Return the voice that is set, or the first here; None where none writes files.

    Raises StorageError where no file can be written.
    """
    program = find_speech_program(settings) if settings.voice != "off" else None
    if program is None or not program.renders:
        return None
    voice = FileVoice(program, scratch)
    return voice if voice.works() else None
