"""What a key means; bursts, pastes and unknown bytes count as one unbound key."""

from __future__ import annotations

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
    "q": "stop",
    "?": "help",
}
ALWAYS = {"c-c": "SIGINT", "c-\\": "SIGQUIT", "c-z": "SIGTSTP"}
HELP = (
    ("space or any other key", "pause, and go on"),
    ("n or right", "next"),
    ("b or left", "back"),
    ("+ and -", "ten seconds more or less"),
    ("r", "say it again"),
    ("q", "stop and keep the record"),
    ("?", "these keys"),
)


class Burst:
    """Turns keys into actions: the first key of a burst acts, the rest of it does not."""

    def __init__(self) -> None:
        """Begin with no key seen."""
        self.last = float("-inf")

    def actions(self, keys: list[str], now: float) -> list[str]:
        """Return what keys read at `now` (seconds) mean; control keys always act."""
        found = [ALWAYS[key] for key in keys if key in ALWAYS]
        plain = [key for key in keys if key not in ALWAYS]
        if plain and now - self.last > QUIET_SECONDS:
            same = all(key == plain[0] for key in plain)
            found.append(BOUND.get(plain[0].lower(), UNBOUND) if same else UNBOUND)
        if plain:
            self.last = now
        return found
