"""What a key means; bursts, pastes and unknown bytes count as one unbound key."""

from __future__ import annotations

from collections.abc import Mapping

QUIET_SECONDS = 0.3
UNBOUND = "toggle"
BOUND = {
    " ": "toggle",
    "n": "next",
    "right": "next",
    "b": "back",
    "left": "back",
    "+": "longer",
    "=": "longer",
    "-": "shorter",
    "r": "again",
    "m": "mute",
    "x": "hurts",
    "f": "faint",
    "1": "answer-1",
    "2": "answer-2",
    "3": "answer-3",
    "4": "answer-4",
    "q": "stop",
    "?": "help",
}
URGENT = frozenset({"hurts", "faint"})
ALWAYS = {"c-c": "SIGINT", "c-\\": "SIGQUIT", "c-z": "SIGTSTP"}
HELP = (
    ("space or any other key", "pause, and go on"),
    ("x", "this hurts: come off, leave it out"),
    ("f", "I feel faint: stop"),
    ("q", "stop and keep the record"),
    ("n or right", "next"),
    ("b or left", "back"),
    ("+ and -", "ten seconds more or less"),
    ("r", "say it again"),
    ("m", "sound off, and on"),
    ("?", "these keys"),
)


class Burst:
    """Turns keys into actions: the first key of a burst acts, the rest of it does not.

    Only what is urgent is heard in a burst of other keys, so that nobody hammers x in vain.
    """

    def __init__(self, bound: Mapping[str, str] = BOUND) -> None:
        """Take what the keys mean; begin with none seen."""
        self.bound = bound
        self.last = float("-inf")
        self.acted, self.acted_at = "", float("-inf")

    def actions(self, keys: list[str], now: float) -> list[str]:
        """Return what keys read at `now` (seconds) mean; control keys always act."""
        found = [ALWAYS[key] for key in keys if key in ALWAYS]
        plain = [key for key in keys if key not in ALWAYS]
        if plain:
            same = all(key == plain[0] for key in plain)
            action = self.bound.get(plain[0].lower(), UNBOUND) if same else UNBOUND
            if now - self.last > QUIET_SECONDS or self._breaks_in(action, now):
                found.append(action)
                self.acted, self.acted_at = action, now
            self.last = now
        return found

    def _breaks_in(self, action: str, now: float) -> bool:
        urgent = action in URGENT and action != self.acted
        return urgent and now - self.acted_at > QUIET_SECONDS
