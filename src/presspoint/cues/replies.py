"""What another program is answered, in one sentence."""

from collections.abc import Mapping
from typing import Any

from presspoint.cues.phase_table import PHASES
from presspoint.session.actions import ACTIONS, Action, State
from presspoint.words import clock_time, seconds_to_go, volume_words

STATES = {
    State.PAUSED: "Paused.",
    State.WAITING: "Waiting.",
    State.ASKING: "Stop. How does it feel? presspoint ctl hurts sharp, numb, spreading or "
    "sore. No answer within a minute counts as numb.",
}
OVER = {
    Action.STOP: "Stopped.",
    Action.HURTS: "The session ends here. Its last words say what to do now.",
    Action.FAINT: "The session ends here. Lie down, or stay lying down. Breathe calmly.",
}


def reply_sentence(action: Action, status: Mapping[str, Any]) -> str:
    """Return "Paused. LI4 ..., left hand, 40 seconds left." for an action and the status then."""
    if not status["running"]:
        return OVER.get(action, "The session is over.")
    state, phase = status["state"], status["phase"]
    if state == State.ASKING:
        return STATES[State.ASKING]
    label = PHASES[phase].label if state == State.PLAYING and phase in PHASES else ""
    words = [
        STATES.get(state, ACTIONS[action].reply),
        f"{label}." if label else "",
        f"{status['name']}, {seconds_to_go(status['seconds_left'])}.",
    ]
    if ACTIONS[action].volume_steps:
        words.insert(0, volume_words(status["volume"]))
    if action is Action.STATUS:
        left = clock_time(status["total_seconds_left"])
        words.append(f"Step {status['step']} of {status['steps']}, {left} left in all.")
    return " ".join(filter(None, words))
