"""The sentences of events that are more than fixed words: one for the eye and for the ear."""

from __future__ import annotations

from presspoint.planning.course import Turn
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.events import Event
from presspoint.words import as_sentence, seconds_to_go, volume_words


def stays_out(turn: Turn) -> str:
    """Return the sentence that a place, or a movement, which hurts is left out from now on."""
    return f"{turn.title or turn.step_title} stays out for this session."


def own_text(event: Event) -> str:
    """Return the words that the event itself brings, if any."""
    return event.text


def halfway(event: Event) -> str:
    """Return "Halfway, 30 seconds left."."""
    return f"Halfway, {seconds_to_go(event.seconds)}."


def time_left(event: Event) -> str:
    """Return "40 seconds left."."""
    return as_sentence(seconds_to_go(event.seconds))


def adjustment(event: Event) -> str:
    """Return "Longer, 50 seconds left."."""
    return f"{event.kind.capitalize()}, {seconds_to_go(event.seconds)}."


def back(event: Event) -> str:
    """Return "Back.", with easing off first where something is pressed."""
    return f"Back.{_ease(event)}"


def pause(event: Event) -> str:
    """Return that the session is paused, where, and how it goes on."""
    return _standing("Paused.", event)


def gap(event: Event) -> str:
    """Return why the session paused by itself, where, and how it goes on."""
    return _standing("The clock was stopped, so the session paused.", event)


def reminder(event: Event) -> str:
    """Return the question or the words that wait for a key, or that the session is paused."""
    return event.text or f"Still paused. {_name_and_time(event)} Any key goes on."


def resumption(event: Event) -> str:
    """Return "Going on.", and to lean in again in a hold."""
    in_hold = event.phase.kind is PhaseKind.HOLD
    return "Going on. Lean in again." if in_hold else "Going on."


def instruction(event: Event) -> str:
    """Return the words of the phase, or those that led to the hold."""
    return event.phase.text or event.turn.instruction


def longest(event: Event) -> str:
    """Return that the hold or movement gets no more seconds."""
    return f"{event.turn.name}: that is the longest time for it."


def pain_stop(event: Event) -> str:
    """Return to come off, that the place stays out, and the question."""
    off = "Come off now, slowly." if event.turn.is_hold else "Stop now, slowly."
    return f"{off} {stays_out(event.turn)} {event.text}"


def volume(event: Event) -> str:
    """Return "Volume 60 per cent."."""
    return volume_words(event.volume)


def _standing(why: str, event: Event) -> str:
    return f"{why}{_ease(event)} {_name_and_time(event)} Any key goes on."


def _name_and_time(event: Event) -> str:
    return as_sentence(f"{event.turn.name}, {seconds_to_go(event.seconds)}")


def _ease(event: Event) -> str:
    """Whoever is pressing when the clock stops or jumps has to come off first."""
    return " Ease off." if event.phase.kind in {PhaseKind.PRESS, PhaseKind.HOLD} else ""
