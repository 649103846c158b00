"""What an event is told as: one sentence, the same for the eye and for the ear."""

from __future__ import annotations

from collections.abc import Callable

from presspoint.planning.course import Turn
from presspoint.session.events import Event
from presspoint.words import as_sentence, seconds_to_go, volume_words

SHORT = {
    "ready": "In place? Any key begins.",
    "playing": "Already playing.",
    "muted": "Sound off.",
    "unmuted": "Sound on.",
    "abandoned": (
        "Paused for thirty minutes, so this session ends here. It is kept, and can be taken up"
        " again: presspoint routine --resume"
    ),
    "next": "Next.",
    "stopped": "Stopped. Ease off.",
    "fixed": "Not now; easing on and off keep their seconds.",
}


def sentence(event: Event, stop_rule: str) -> str:
    """Return the sentence of an event; nothing for what needs no words.

    `stop_rule` is said in the first hold of each position.
    """
    if event.kind == "began":
        return _began(event, stop_rule)
    words = WORDS.get(event.kind)
    return words(event) if words else SHORT.get(event.kind, event.text)


def stays_out(turn: Turn) -> str:
    """Return the sentence that a place, or a movement, which hurts is left out from now on."""
    return f"{turn.title or turn.step_title} stays out for this session."


def _began(event: Event, stop_rule: str) -> str:
    phase = event.phase
    if phase.kind == "press":
        return "Lean in."
    if phase.kind == "release":
        return "Ease off."
    if phase.kind == "exercise":
        return f"Begin, {seconds_to_go(phase.seconds)}."
    if phase.kind == "hold":
        rule = f" {stop_rule}" if phase.stop_rule else ""
        # A beat is soon to be heard: the name was said before, and the rest is kept short.
        name = "" if event.turn.rhythm.pulsed else f" {event.turn.name},"
        return f"{event.turn.rhythm.title},{name} {seconds_to_go(phase.seconds)}.{rule}"
    return f"Move. {phase.text}" if phase.kind == "move" else phase.text


def _halfway(event: Event) -> str:
    return f"Halfway, {seconds_to_go(event.seconds)}."


def _mark(event: Event) -> str:
    return as_sentence(seconds_to_go(event.seconds))


def _adjusted(event: Event) -> str:
    return f"{event.kind.capitalize()}, {seconds_to_go(event.seconds)}."


def _back(event: Event) -> str:
    return f"Back.{_ease(event)}"


def _paused(event: Event) -> str:
    why = "The clock was stopped, so the session paused." if event.kind == "gap" else "Paused."
    return f"{why}{_ease(event)} {_left(event)} Any key goes on."


def _reminder(event: Event) -> str:
    return event.text or f"Still paused. {_left(event)} Any key goes on."


def _resumed(event: Event) -> str:
    return "Going on. Lean in again." if event.phase.kind == "hold" else "Going on."


def _again(event: Event) -> str:
    return event.phase.text or event.turn.instruction


def _full(event: Event) -> str:
    return f"{event.turn.name}: that is the longest time for it."


def _hurts(event: Event) -> str:
    off = "Come off now, slowly." if event.turn.is_hold else "Stop now, slowly."
    return f"{off} {stays_out(event.turn)} {event.text}"


def _volume(event: Event) -> str:
    return volume_words(round(event.seconds))


def _left(event: Event) -> str:
    return as_sentence(f"{event.turn.name}, {seconds_to_go(event.seconds)}")


def _ease(event: Event) -> str:
    """Whoever is pressing when the clock stops or jumps has to come off first."""
    return " Ease off." if event.phase.kind in {"press", "hold"} else ""


WORDS: dict[str, Callable[[Event], str]] = {
    "halfway": _halfway,
    "mark": _mark,
    "longer": _adjusted,
    "shorter": _adjusted,
    "back": _back,
    "paused": _paused,
    "gap": _paused,
    "reminder": _reminder,
    "resumed": _resumed,
    "again": _again,
    "louder": _volume,
    "quieter": _volume,
    "full": _full,
    "hurts": _hurts,
}
