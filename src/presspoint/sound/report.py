"""What will be heard and what is missing, in words, with the one thing that helps."""

import sys
from collections.abc import Iterator, Mapping

from presspoint.errors import StorageError
from presspoint.machine import programs
from presspoint.sound import recording
from presspoint.sound.outlets import Outlets
from presspoint.words import join_words

INSTALLERS = {
    "apt-get": "sudo apt install",
    "dnf": "sudo dnf install",
    "zypper": "sudo zypper install",
    "pacman": "sudo pacman -S",
    "apk": "sudo apk add",
    "brew": "brew install",
}
NO_SOUND = "No sound here: keep the screen in sight. ?: details."
NO_VOICE = "No voice here: you will hear tones. ?: details."
SILENT = "The sound is off. m turns it on."
TONES_OFF = "The tones are off too: presspoint settings tones on."
VOICE, PLAYER = "espeak-ng", "alsa-utils"


def speech_name(outlets: Outlets) -> str:
    """Return the name of the program that speaks, working or not; empty without one."""
    speech = outlets.voice or outlets.service
    return speech.program.name if speech else ""


def speech_failure(outlets: Outlets) -> str:
    """Return what is wrong with the program that speaks: "does not answer"; empty for nothing."""
    speech = outlets.voice or outlets.service
    return speech.failures.reason if speech else ""


def summary(outlets: Outlets, *, is_off: bool = False) -> str:
    """Return a few sentences on what will be heard, what helps, and where it is recorded.

    Where the sound `is_off`, nothing is missing.
    """
    if is_off:
        return f"{SILENT} {_recording_sentence(outlets)}".rstrip()
    parts = (_sound_sentence(outlets), advice(outlets), _recording_sentence(outlets))
    return " ".join(filter(None, parts))


def lack(outlets: Outlets) -> str:
    """Return in a few words, for before the start, that nothing is heard or no voice.

    Empty where neither is so, and where no voice is wanted and tones are heard.
    """
    if outlets.are_audible:
        return ""
    if not outlets.device.name:
        return NO_SOUND
    return NO_VOICE if outlets.wants_words else ""


def losses(outlets: Outlets) -> Mapping[str, str]:
    """Return a sentence for each loss, and as its key the one for when it works again.

    Lost is what is installed and does not work.
    """
    found: dict[str, str] = {}
    if why := speech_failure(outlets):
        name = speech_name(outlets)
        found["The voice is back."] = (
            f"The voice is gone: {name} {why}. Until it is back you hear tones only."
        )
    if outlets.device.player_names and not outlets.device.name:
        substitute = _substitute(outlets)
        found["Sound is back."] = f"{_no_device(outlets)}. {substitute}"
    return found


def silent_languages(outlets: Outlets) -> Iterator[str]:
    """Yield a sentence for each language that is shown and not spoken."""
    languages = outlets.voice.without_voice if outlets.voice else ()
    for language in languages:
        name = speech_name(outlets)
        yield f"{name} has no voice for {language.name}: you see these words and do not hear them."


def advice(outlets: Outlets) -> str:
    """Return what the person can do to hear more; empty where nothing is missing."""
    if not outlets.device.player_names:
        return _install_sentence("sound", PLAYER)
    if not outlets.device.name and outlets.scratch.is_writable:
        return (
            "Switch on a loudspeaker or headphones, and choose them in the system's sound settings."
        )
    if not outlets.wants_words:
        return "To hear words, type presspoint settings voice on."
    if not speech_name(outlets):
        return _install_sentence("a voice", VOICE)
    return ""


def _sound_sentence(outlets: Outlets) -> str:
    name, device = speech_name(outlets), outlets.device.name
    speaks = name and not speech_failure(outlets)
    if not device:
        if outlets.service and speaks:
            return f"{_no_device(outlets)}. {name} speaks. {_substitute(outlets)}"
        return f"{_no_device(outlets)}. {_substitute(outlets)}"
    if not speaks:
        why = f"{name} {speech_failure(outlets)}" if name else "none is installed"
        why = why if outlets.wants_words else "switched off"
        tones = f"You hear tones, through {device}." if outlets.wants_tones else TONES_OFF
        return f"No voice ({why}). {tones}"
    if outlets.service:
        return f"Voice: {name}. Tones: {device}."
    return f"Voice: {name}, through {device}."


def _no_device(outlets: Outlets) -> str:
    if not outlets.device.player_names:
        return "No program for sound is installed"
    if not outlets.scratch.is_writable:
        return "No sound: presspoint can write to none of its folders"
    return f"No speaker found with {join_words(outlets.device.player_names, 'or')}"


def _substitute(outlets: Outlets) -> str:
    return "You will only hear the terminal bell." if outlets.has_bell else "You will hear nothing."


def _recording_sentence(outlets: Outlets) -> str:
    if outlets.recording is None:
        return ""
    try:
        path = recording.path()
    except StorageError:
        return ""
    speaker = f" with the voice of {speech_name(outlets)}" if outlets.working_voice else ""
    return f"All sound is saved{speaker} in {path}."


def _install_sentence(what: str, package: str) -> str:
    if sys.platform == "darwin" and package == PLAYER:
        return ""
    commands = (words for name, words in INSTALLERS.items() if programs.find_program(name))
    return f"To get {what}, type {next(commands, 'install')} {package}."
