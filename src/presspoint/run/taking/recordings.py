"""The sentences of a page, recorded, so that it speaks where the phone has no voice of its own."""

from base64 import b64encode
from collections.abc import Iterable
from contextlib import closing

from presspoint.errors import PresspointError
from presspoint.sound.files.sentences import record_sentences
from presspoint.sound.files.voice import open_voice
from presspoint.sound.scratch import Scratch
from presspoint.storage.settings_file import read_settings

MP3 = "data:audio/mpeg;base64,"


def recordings(sentences: Iterable[str]) -> dict[str, str]:
    """Return each sentence as a data: address of its sound; none where it cannot be recorded.

    A page without any uses the phone's own voice. Raises PresspointError for damaged settings.
    """
    settings = read_settings()
    try:
        with closing(Scratch()) as scratch:
            voice = open_voice(settings, scratch)
            files = record_sentences(sentences, voice, scratch) if voice else {}
    except (PresspointError, OSError):
        return {}
    return {words: f"{MP3}{b64encode(file).decode('ascii')}" for words, file in files.items()}
