"""What will be heard and what is missing, in words, with the one thing that helps."""

from __future__ import annotations

import sys

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
VOICE, PLAYER = "espeak-ng", "alsa-utils"


def engine(outlets: Outlets) -> str:
    """Return the name of the program that speaks, working or not; empty without one."""
    speech = outlets.voice or outlets.direct
    return speech.engine.name if speech else ""


def failed(outlets: Outlets) -> str:
    """Return what is wrong with the program that speaks: "does not answer"; empty for nothing."""
    speech = outlets.voice or outlets.direct
    return speech.failed if speech else ""


def about(outlets: Outlets) -> str:
    """Return one or two sentences on what will be heard, and what is missing."""
    return " ".join(filter(None, (_heard(outlets), advice(outlets), _kept(outlets))))


def losses(outlets: Outlets) -> list[str]:
    """Return a sentence for each thing that was there and does not work."""
    found = []
    if why := failed(outlets):
        found.append(f"The voice is lost: {engine(outlets)} {why}. From here on: tones only.")
    if outlets.device.tried and not outlets.device.name:
        found.append(f"{_no_device(outlets)}. From here on: {_without(outlets)}.")
    return found


def advice(outlets: Outlets) -> str:
    """Return what the person can do to hear more; empty where nothing is missing."""
    if not outlets.device.name and not outlets.device.tried:
        return _install("sound", PLAYER)
    if not outlets.device.name and outlets.scratch.kinds:
        return "Connect or switch on a loudspeaker or headphones, and choose it for the system."
    if not outlets.words:
        return "To hear words: presspoint settings voice on"
    if not engine(outlets):
        return _install("a voice", VOICE)
    return ""


def _heard(outlets: Outlets) -> str:
    name, device = engine(outlets), outlets.device.name
    spoken = name and not failed(outlets)
    if not device:
        what = f"{name} speaks, and {_without(outlets)}" if outlets.direct and spoken else ""
        return f"{_no_device(outlets)}: {what or _without(outlets)}."
    if not spoken:
        why = f"{name} {failed(outlets)}" if name else "none is installed"
        why = why if outlets.words else "switched off"
        return f"No voice ({why}): tones only, through {device}."
    if outlets.direct:
        return f"Voice: {name}. Tones: through {device}."
    return f"Voice: {name}, through {device}."


def _no_device(outlets: Outlets) -> str:
    tried = outlets.device.tried
    if not tried:
        return "Nothing that plays sound is installed"
    if not outlets.scratch.kinds:
        return "No sound: neither the runtime nor the cache folder of presspoint can be written to"
    return f"No sound device answers to {join_words(tried, 'or')}"


def _without(outlets: Outlets) -> str:
    return "the terminal bell" if outlets.bell else "nothing will be heard"


def _kept(outlets: Outlets) -> str:
    if outlets.recording is None:
        return ""
    try:
        place = recording.place()
    except StorageError:
        return ""
    spoken = f", spoken by {engine(outlets)}" if outlets.rendering else ""
    return f"All sound is kept{spoken}, in {place}."


def _install(what: str, package: str) -> str:
    if sys.platform == "win32" or (sys.platform == "darwin" and package == PLAYER):
        return ""
    command = next((told for name, told in INSTALLERS.items() if programs.find_program(name)), "")
    how = f"{command} {package}" if command else f"install {package}"
    return f"For {what}: {how}"
