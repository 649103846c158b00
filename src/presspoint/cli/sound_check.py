"""The sound-check command: what a session will sound like, before anyone lies down for it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from presspoint import clock
from presspoint.cli.options import Json
from presspoint.cues.sink import TONES, Clip

if TYPE_CHECKING:
    from presspoint.session.actions import Action
    from presspoint.sound.outlets import Outlets
    from presspoint.sound.speaker import Speaker
    from presspoint.terminal.keyboard import Waiting

SENTENCE = "This is what a session sounds like."
PATIENCE_SECONDS = 6.0
PAUSE_SECONDS = 0.5
UNHEARD = (
    "Turn up the loudspeaker or headphones, and the system's volume.",
    "In the system's sound settings, choose the output that you listen to.",
    "Then: presspoint settings volume 100, and presspoint sound-check again.",
)


def check_sound(json: Json = False) -> None:
    """Say a sentence and play every tone; tell what makes them, and what helps if it is silent."""
    from presspoint.sound import report as telling
    from presspoint.sound.speaker import open_sound
    from presspoint.storage.settings_file import read_settings
    from presspoint.terminal.output import document, on_terminal, paragraph, remark
    from presspoint.terminal.signals import die_of

    chosen = read_settings()
    speaker = open_sound(
        clock.monotonic,
        remark,
        voice=chosen.voice == "on",
        volume=chosen.volume,
        bell=on_terminal() and not json,
    )
    with closing(speaker):
        speaker.ready(PATIENCE_SECONDS)
        if json:
            document(_document(speaker.outlets, bell=on_terminal()))
            return
        paragraph(telling.about(speaker.outlets))
        paragraph(f"Volume: {chosen.volume} per cent.")
        ended = _played(speaker)
    if ended:
        die_of(ended)
    _asked(telling.advice(speaker.outlets))


def _document(outlets: Outlets, *, bell: bool) -> dict[str, object]:
    from presspoint.sound import report as telling

    engine, device = telling.engine(outlets), outlets.device
    player = device.name or (device.tried[-1] if device.tried else "")
    return {
        "voice": {"engine": engine or None, "works": bool(engine) and not telling.failed(outlets)},
        "tones": {"player": player or None, "works": bool(device.name)},
        "bell": bell,
        "advice": telling.advice(outlets) or None,
        "heard": None,
    }


def _played(speaker: Speaker) -> str:
    """Play the sentence and every tone with its meaning; return the signal that ended it."""
    from presspoint.terminal.keyboard import Waiting
    from presspoint.terminal.output import say
    from presspoint.terminal.signals import Signals

    clips = [("", Clip(words=SENTENCE))]
    clips += [(f"{name}: ", Clip(name, meaning)) for name, meaning in TONES.items()]
    with Signals() as signals:
        waiting: Waiting[Action] = Waiting(signals)
        for name, clip in clips:
            say(f"{name}{clip.words}")
            if ended := _one(speaker, waiting, clip):
                return ended
    return ""


def _one(speaker: Speaker, waiting: Waiting[Action], clip: Clip) -> str:
    """Play one clip and be silent for a moment; return the signal that ended it."""
    from presspoint.session.actions import ENDING_SIGNALS

    now = clock.monotonic()
    speaker.start(clip, now)
    pause = PAUSE_SECONDS if speaker.outlets.device.name or speaker.outlets.bell else 0.0
    over = None
    while over is None or now < over + pause:
        until = speaker.until if over is None else over + pause
        for name in waiting.wait(None if until is None else until - now):
            if name in ENDING_SIGNALS:
                return name
            if name == "SIGTSTP":
                waiting.suspend()
        now = clock.monotonic()
        if speaker.settle(now):
            over = now
    return ""


def _asked(advice: str) -> None:
    """Ask whether it was heard, where anybody can be asked; tell what to do if it was not."""
    from presspoint.terminal.output import ask_line, can_ask, paragraph

    if not can_ask():
        return
    paragraph("Heard it? y and Enter: yes. n and Enter: no.")
    if (ask_line() or "").lower() in {"y", "yes"}:
        paragraph("Good. A session sounds like this.")
        return
    for line in filter(None, (advice, *UNHEARD)):
        paragraph(line)
