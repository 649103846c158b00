"""The sentence of an event, one for the eye and for the ear, from the words of the tables."""

from presspoint import phrases
from presspoint.cues.event_table import EVENTS
from presspoint.cues.hold_words import hold_words
from presspoint.cues.phase_table import PHASES
from presspoint.cues.turn_words import is_on_something, let_go, next_words, off, stays_out, where
from presspoint.phrases import seconds_to_go
from presspoint.planning.course import Phase, Turn
from presspoint.planning.moves import step_words
from presspoint.planning.phase_kind import COUNTED, LEADS, PhaseKind
from presspoint.session.events import Event, EventKind
from presspoint.words import as_sentence


def sentence(event: Event, stop_rule: str) -> str:
    """Return the sentence of an event, if any.

    As a hold begins it has the `stop_rule`, whole in the first hold of a session, else in short.
    """
    begins = event.kind is EventKind.BEGAN
    entry = PHASES[event.phase.kind] if begins else EVENTS[event.kind]
    return entry.words.format(**_fields(event, stop_rule)).strip() if entry.words else ""


def next_sentence(event: Event) -> str:
    """Return what comes after a hold or a movement that begins; empty for any other event."""
    if event.kind is not EventKind.BEGAN or event.phase.kind not in COUNTED:
        return ""
    return next_words(event.following)


def _fields(event: Event, stop_rule: str) -> dict[str, str]:
    """What stands for the names in braces in the words of EVENTS and PHASES."""
    phase, turn, time = event.phase, event.turn, seconds_to_go(event.seconds)
    is_pressed = phase.kind in {PhaseKind.PRESS, PhaseKind.HOLD}
    is_counted = phase.kind in COUNTED
    name_and_time = phrases.HELD_FOR.format(name=turn.name, time=time) if is_counted else turn.name
    name_and_time = as_sentence(name_and_time)
    total = phrases.IN_ALL.format(time=phrases.about(event.total_seconds))
    hold = hold_words(phase, turn, stop_rule) if phase.kind is PhaseKind.HOLD else None
    step = step_words(turn, phase, event.total_seconds) if phase.opens_step else ""
    return {
        "name": turn.name,
        "time": time,
        "Time": _capital(time),
        "name_and_time": name_and_time,
        "step": f"{step} " if step else "",
        "phase": phase.text,
        "begin": turn.begin,
        "hold": hold.beginning if hold else "",
        "halfway": hold.halfway if hold else phrases.HALFWAY_TIME.format(time=time),
        "let_go": let_go(turn),
        "again": _again(phase, turn, name_and_time),
        "time_in_phase": f"{_capital(time)}. " if is_counted else "",
        "total_time": _capital(total),
        # Whoever is pressing when the clock stops or jumps has to let go first.
        "letting_go": f" {turn.end}" if is_pressed else "",
        "way_off": f" {turn.posture.off}" if is_on_something(phase, turn) else "",
        "anew": f" {turn.begin}" if phase.kind is PhaseKind.HOLD else "",
        "off": off(turn),
        "stays_out": stays_out(turn),
        "text": event.text,
        "next": event.text or phrases.GO_NEXT,
        "view": event.text or where(turn),
        "reminder": event.text or f"{phrases.STILL_PAUSED} {name_and_time} {phrases.GOES_ON}",
        "volume": str(event.volume),
    }


def _again(phase: Phase, turn: Turn, name_and_time: str) -> str:
    """Which place, how long, and what a phase says, or else what led to it."""
    if not turn.is_hold:
        return f"{name_and_time} {phase.text or turn.find}"
    if phase.kind in LEADS:
        how_long = phrases.duration(turn.seconds)
        name_and_time = phrases.HELD_FOR.format(name=turn.name_and_round, time=how_long)
        name_and_time = as_sentence(name_and_time)
    if phase.is_instruction or not phase.text:
        return " ".join(filter(None, (name_and_time, turn.details, turn.lost)))
    return f"{name_and_time} {phase.text.removeprefix(as_sentence(turn.name))}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
