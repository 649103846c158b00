"""What another program is answered, in one sentence."""

from collections.abc import Mapping
from typing import Any

from presspoint import phrases
from presspoint.cues.phase_table import PHASES, label_of
from presspoint.phrases import about, seconds_to_go
from presspoint.planning.phase_kind import COUNTED
from presspoint.session.actions import ACTIONS, Action, State

STATES = {
    State.PAUSED: phrases.PAUSED,
    State.WAITING: "Waiting.",
    State.ASKING: "Stop. How does it feel? presspoint ctl hurts sharp, numb, "
    "spreading or sore. No answer within a minute counts as numb.",
}
OVER = {
    Action.STOP: phrases.STOPPED,
    Action.HURTS: "The session ends here. Its last words say what to do now.",
    Action.FAINT: "The session ends here. Lie down, or stay lying down. Breathe calmly.",
}


def reply_sentence(action: Action, status: Mapping[str, Any]) -> str:
    """Return "Paused. Thumb web, left hand, 40 seconds to go." for an action and its status."""
    if not status["running"]:
        return OVER.get(action, "The session is over.")
    state, phase = status["state"], status["phase"]
    if state == State.ASKING:
        return STATES[State.ASKING]
    label = ""
    if state == State.PLAYING and phase in PHASES:
        label = label_of(phase, is_hold=bool(status["points"] or status["zones"]))
    time = seconds_to_go(status["seconds_left"]) if phase in COUNTED else ""
    named = phrases.HELD_FOR if time else "{name}."
    words = [
        STATES.get(state, ACTIONS[action].reply),
        f"{label}." if label else "",
        named.format(name=status["name"], time=time),
    ]
    if ACTIONS[action].volume_steps:
        words.insert(0, phrases.VOLUME.format(volume=status["volume"]))
    if action is Action.STATUS:
        total = phrases.IN_ALL.format(time=about(status["total_seconds_left"]))
        words.append(f"Step {status['step']} of {status['steps']}, {total}.")
    return " ".join(filter(None, words))
