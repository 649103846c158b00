"""The sound-check command: what a session will sound like, before anyone lies down for it."""

from contextlib import closing

from presspoint import clock
from presspoint.cli.parsing.option import Json
from presspoint.run.sounds.sound import Reporter
from presspoint.run.sounds.sound_check import (
    NO_VOLUME,
    ask_whether_heard,
    play_samples,
    sound_document,
)
from presspoint.sound.report import advice, summary
from presspoint.sound.speaker import open_sound
from presspoint.storage.settings_file import read_settings
from presspoint.terminal.output import on_terminal, print_document, print_paragraph, remark
from presspoint.terminal.signals import die_of

PATIENCE_SECONDS = 6.0


def check_sound(json: Json = False) -> None:
    """Hear the voice and every tone.

    It says what helps if you hear nothing.
    """
    settings = read_settings()
    speaker = open_sound(
        clock.monotonic, Reporter(remark).say_again, settings, bell=on_terminal() and not json
    )
    with closing(speaker):
        speaker.get_ready(PATIENCE_SECONDS)
        if json:
            print_document(sound_document(speaker.outlets, settings))
            return
        print_paragraph(summary(speaker.outlets))
        if not settings.volume:
            print_paragraph(NO_VOLUME)
            return
        print_paragraph(f"Volume: {settings.volume} per cent.")
        signal = play_samples(speaker, settings)
    if signal:
        die_of(signal)
    ask_whether_heard(advice(speaker.outlets), settings)
