"""A sentence and every tone played, and the question whether they were heard."""

from typing import Any

from presspoint import clock
from presspoint.cues.sink import TONES, Clip
from presspoint.run.asking import ask_key
from presspoint.session.actions import ENDING_SIGNALS, Action, Signal
from presspoint.sound.outlets import Outlets
from presspoint.sound.report import advice, speech_failure, speech_name
from presspoint.sound.speaker import Speaker
from presspoint.terminal.keyboard import Waiting
from presspoint.terminal.output import (
    can_ask,
    on_terminal,
    print_paragraph,
    print_paragraphs,
    say,
)
from presspoint.terminal.signals import Signals

SENTENCE = "This is what a session sounds like."
PAUSE_SECONDS = 0.5
UNHEARD = (
    "Turn up the loudspeaker or headphones, and the system's volume.",
    "In the system's sound settings, choose the output that you listen to.",
    "Then: presspoint settings volume 100, and presspoint sound-check again.",
)


def sound_document(outlets: Outlets) -> dict[str, Any]:
    """Return the document of `sound-check --json`; whether it was heard, nobody was asked."""
    speech, device = speech_name(outlets), outlets.device
    speaks = bool(speech) and not speech_failure(outlets)
    player = device.name or (device.player_names[-1] if device.player_names else None)
    return {
        "voice": {"engine": speech or None, "works": speaks},
        "tones": {"player": player, "works": bool(device.name)},
        "bell": on_terminal(),
        "advice": advice(outlets) or None,
        "heard": None,
    }


def play_samples(speaker: Speaker) -> Signal | None:
    """Play the sentence and every tone with its meaning; return a signal that ended it."""
    clips = [("", Clip(words=SENTENCE))]
    clips += [(f"{name}: ", Clip(name, meaning)) for name, meaning in TONES.items()]
    with Signals() as signals:
        waiting: Waiting[Action] = Waiting(signals)
        for name, clip in clips:
            say(f"{name}{clip.words}")
            if signal := _play(speaker, waiting, clip):
                return signal
    return None


def _play(speaker: Speaker, waiting: Waiting[Action], clip: Clip) -> Signal | None:
    """Play one clip and be silent for a moment; return a signal that ended it."""
    now = clock.monotonic()
    speaker.start(clip, now)
    pause = PAUSE_SECONDS if speaker.outlets.device.name or speaker.outlets.has_bell else 0.0
    over = None
    while over is None or now < over + pause:
        until = speaker.until if over is None else over + pause
        for message in waiting.wait(None if until is None else until - now):
            if message in ENDING_SIGNALS:
                return Signal(message)
            if message is Signal.TSTP:
                waiting.suspend()
        now = clock.monotonic()
        if speaker.settle(now):
            over = now
    return None


def ask_whether_heard(advice: str) -> None:
    """Ask whether it was heard, where anybody can be asked; print what to do if it was not."""
    if not can_ask():
        return
    answer = ask_key({"y": "yes", "n": "no"}, "Heard it? y: yes. n: no. q: quit.")
    if answer == "yes":
        print_paragraph("Good. A session sounds like this.")
    elif answer == "no":
        print_paragraphs(filter(None, (advice, *UNHEARD)))
