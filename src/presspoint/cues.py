"""What an event is told as: one sentence, the same for the eye and for the ear."""

from __future__ import annotations

from presspoint.session import Event
from presspoint.wording import seconds_left, sentence

SHORT = {
    "next": "Next.",
    "stopped": "Stopped. Ease off.",
    "fixed": "Not now; easing on and off keep their seconds.",
}


def told(event: Event, stop_rule: str) -> str:
    """Return the sentence of an event; nothing for what needs no words.

    `stop_rule` is said in the first hold of each position.
    """
    if event.kind == "began":
        return _began(event, stop_rule)
    if event.kind == "halfway":
        return f"Halfway, {seconds_left(event.seconds)}."
    if event.kind in {"longer", "shorter"}:
        return f"{event.kind.capitalize()}, {seconds_left(event.seconds)}."
    if event.kind == "back":
        return f"Back.{_ease(event)}"
    if event.kind in {"paused", "gap"}:
        return _paused(event)
    if event.kind == "resumed":
        return "Going on. Lean in again." if event.phase.kind == "hold" else "Going on."
    if event.kind == "again":
        return event.phase.text or event.turn.instruction
    if event.kind == "full":
        return f"{event.turn.name}: that is the longest time for it."
    return SHORT.get(event.kind, "")


def _began(event: Event, stop_rule: str) -> str:
    phase = event.phase
    if phase.kind == "press":
        return "Lean in."
    if phase.kind == "release":
        return "Ease off."
    if phase.kind == "exercise":
        return f"Begin, {seconds_left(phase.seconds)}."
    if phase.kind == "hold":
        rule = f" {stop_rule}" if phase.stop_rule else ""
        return f"{event.turn.rhythm.title}, {event.turn.name}, {seconds_left(phase.seconds)}.{rule}"
    return f"Move. {phase.text}" if phase.kind == "move" else phase.text


def _paused(event: Event) -> str:
    why = "The clock was stopped, so the session paused." if event.kind == "gap" else "Paused."
    left = seconds_left(event.seconds)
    return f"{why}{_ease(event)} {sentence(f'{event.turn.name}, {left}')} Any key goes on."


def _ease(event: Event) -> str:
    """Whoever is pressing when the clock stops or jumps has to come off first."""
    return " Ease off." if event.phase.kind in {"press", "hold"} else ""
