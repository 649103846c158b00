"""The sentence of an event, the same for the eye and for the ear."""

from __future__ import annotations

from presspoint.cues.event_table import EVENTS
from presspoint.cues.phase_table import PHASES
from presspoint.session.events import Event, EventKind


def sentence(event: Event, stop_rule: str) -> str:
    """Return the sentence of an event; nothing for what needs no words.

    `stop_rule` is said in the first hold of each position.
    """
    begins = event.kind is EventKind.BEGAN
    words = (PHASES[event.phase.kind] if begins else EVENTS[event.kind]).words
    text = words if isinstance(words, str) else words(event)
    return f"{text} {stop_rule}" if begins and event.phase.stop_rule else text
