"""A sentence and every tone played, and the question whether they were heard."""

from collections.abc import Mapping
from typing import Any

from presspoint import clock
from presspoint.cues.sink import TONES, Clip
from presspoint.run.questions.asking import ask_key
from presspoint.session.actions import ENDING_SIGNALS, Action, Signal
from presspoint.settings import Settings, with_value
from presspoint.sound.outlets import Outlets
from presspoint.sound.report import advice, speech_failure, speech_name
from presspoint.sound.speaker import Speaker
from presspoint.storage.settings_file import change_settings
from presspoint.terminal.keyboard.keyboard import Waiting
from presspoint.terminal.output import (
    can_ask,
    on_terminal,
    print_lines,
    print_paragraph,
    print_paragraphs,
    say,
)
from presspoint.terminal.signals import Signals

SENTENCE = "This is what a session sounds like."
NO_VOLUME = (
    "The volume is 0, so a session makes no sound. To hear something, type presspoint settings "
    "volume 80, and presspoint sound-check again."
)
# The settings that switch tones off.
OFF = "{tone}: off. To hear it, type presspoint settings {switch} on."
SWITCHES: Mapping[str, str] = {
    **dict.fromkeys(("start", "halfway", "release", "done"), "tones"),
    "tick": "ticks",
    "beat": "beat",
}
PAUSE_SECONDS, SILENCE_SECONDS = 0.5, 6.0
AFTER_SILENCE = "One, two, three: this came after six seconds of silence."
QUESTION = (
    "Did you hear it? y: yes. b: yes, but not the beginning of the last words. n: no. q: quit."
)
SLOW = (
    "Saved: your loudspeaker is slow. From now on a soft hiss wakes it after a silence, and the "
    "answer to a key comes two seconds later. To change this back, type presspoint settings "
    "loudspeaker normal."
)
UNHEARD = (
    "Turn up your loudspeaker or headphones, and the system's volume.",
    "In the system's sound settings, choose the one that you listen to.",
    "Then type presspoint settings volume 100, and presspoint sound-check again.",
)


def sound_document(outlets: Outlets, settings: Settings) -> dict[str, Any]:
    """Return the document of `sound-check --json`; whether it was heard, nobody was asked."""
    speech, device = speech_name(outlets), outlets.device
    speaks = bool(speech) and not speech_failure(outlets)
    player = device.name or (device.player_names[-1] if device.player_names else None)
    return {
        "voice": {"engine": speech or None, "works": speaks},
        "tones": {"player": player, "works": bool(device.name)},
        "volume": settings.volume,
        "off": sorted(settings.cues_off),
        "bell": on_terminal(),
        "advice": advice(outlets) or None,
        "heard": None,
    }


def play_samples(speaker: Speaker, settings: Settings) -> Signal | None:
    """Play the sentence, every tone with its meaning, and words after a silence.

    What is switched off is not played, as no session has it. Return a signal that ended it.
    """
    off = [each for each in TONES if SWITCHES.get(each) in settings.cues_off]
    print_lines(OFF.format(tone=each, switch=SWITCHES[each]) for each in off)
    heard = {tone: words for tone, words in TONES.items() if tone not in off}
    clips = [(f"{tone}: ", Clip(tone, words), 0.0) for tone, words in heard.items()]
    if settings.voice != "off":
        clips = [("", Clip(words=SENTENCE), 0.0), *clips]
        if speaker.outlets.device.name:
            clips.append(("", Clip(words=AFTER_SILENCE), SILENCE_SECONDS))
    with Signals() as signals:
        waiting: Waiting[Action] = Waiting(signals)
        for name, clip, silence in clips:
            if signal := _wait(speaker, waiting, silence):
                return signal
            say(f"{name}{clip.words}")
            speaker.start(clip, clock.monotonic())
            is_heard = speaker.outlets.device.name or speaker.outlets.has_bell
            if signal := _wait(speaker, waiting, PAUSE_SECONDS if is_heard else 0.0):
                return signal
    return None


def _wait(speaker: Speaker, waiting: Waiting[Action], pause: float) -> Signal | None:
    """Wait until the clip is over, and be silent for a moment; return a signal that ended it."""
    now = clock.monotonic()
    over = None if speaker.playing else now
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


def ask_whether_heard(advice: str, settings: Settings) -> None:
    """Ask whether it was heard, where anybody can be asked; do or print what helps if it was not.

    Nothing measures what a loudspeaker loses: the person hears it, and chooses.
    """
    if not can_ask():
        return
    answer = ask_key({"y": "yes", "b": "late", "n": "no"}, QUESTION)
    if answer == "yes":
        print_paragraph("Good. This is what a session sounds like.")
    elif answer == "late" and settings.loudspeaker != "slow":
        change_settings(lambda now: with_value(now, "loudspeaker", "slow"))
        print_paragraph(SLOW)
    elif answer in {"no", "late"}:
        print_paragraphs(filter(None, (advice, *UNHEARD)))
