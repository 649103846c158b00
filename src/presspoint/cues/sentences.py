"""The sentence of an event, one for the eye and for the ear, from the words of the tables."""

from presspoint.cues.event_table import EVENTS, GOES_ON
from presspoint.cues.phase_table import PHASES
from presspoint.planning.course import Phase, Turn
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.events import Event, EventKind
from presspoint.words import as_sentence, seconds_to_go, time_to_go, volume_words

DULL_ACHE_ONLY, NO_ACHE_NEEDED = "Dull ache only.", "No ache needed."


def sentence(event: Event, stop_rule: str) -> str:
    """Return the sentence of an event, if any.

    As a hold begins it has the `stop_rule`, whole in the first hold of a session, else in short.
    """
    if event.kind is not EventKind.BEGAN:
        return EVENTS[event.kind].words.format(**_fields(event))
    words = PHASES[event.phase.kind].words.format(**_fields(event))
    if event.phase.kind is not PhaseKind.HOLD:
        return words
    short = NO_ACHE_NEEDED if event.turn.gentle else DULL_ACHE_ONLY
    return f"{words} {stop_rule if event.phase.stop_rule else short}".rstrip()


def stays_out(turn: Turn) -> str:
    """Return the sentence that a place, or a movement, which hurts is left out from now on."""
    return f"{turn.title or turn.step_title} stays out for this session."


def _fields(event: Event) -> dict[str, str]:
    """What stands for the names in braces in the words of EVENTS and PHASES."""
    phase, turn, time = event.phase, event.turn, seconds_to_go(event.seconds)
    is_pressed = phase.kind in {PhaseKind.PRESS, PhaseKind.HOLD}
    is_counted = phase.kind in {PhaseKind.HOLD, PhaseKind.EXERCISE}
    name_and_time = as_sentence(f"{turn.name}, {time}" if is_counted else turn.name)
    return {
        "name": turn.name,
        "time": time,
        "name_and_time": name_and_time,
        "phase": phase.text,
        "instruction": _instruction(phase, turn),
        # A beat is soon to be heard: the name was said before, and the rest is kept short.
        "hold": turn.rhythm.title + ("" if turn.rhythm.has_beat else f", {turn.name}"),
        "time_in_phase": as_sentence(time) + " " if is_counted else "",
        "total_time": time_to_go(event.total_seconds).capitalize(),
        # Whoever is pressing when the clock stops or jumps has to let go first.
        "let_go": " Let go slowly." if is_pressed else "",
        "lean_in": " Lean in again." if phase.kind is PhaseKind.HOLD else "",
        "off": "Come off" if turn.is_hold else "Stop",
        "stays_out": stays_out(turn),
        "text": event.text,
        "reminder": event.text or f"Still paused. {name_and_time} {GOES_ON}",
        "volume": volume_words(event.volume),
    }


def _instruction(phase: Phase, turn: Turn) -> str:
    """What a phase says, or what led to it; where to press, with what to do if it is not felt."""
    if phase.is_instruction or not phase.text:
        return f"{turn.instruction} {turn.lost}".rstrip()
    return phase.text
