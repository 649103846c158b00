"""What a key means; bursts, pastes and unknown bytes count as one unbound key."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from presspoint.session.actions import ACTIONS, Action, Signal

BURST_SECONDS = 0.3
UNBOUND = Action.TOGGLE
ENTERS = frozenset({"c-m", "c-j"})
KEY_ACTIONS = {key: action for action, entry in ACTIONS.items() for key in entry.keys}
URGENT = frozenset(action for action, entry in ACTIONS.items() if entry.is_urgent)
ALWAYS = {"c-c": Signal.INT, "c-\\": Signal.QUIT, "c-z": Signal.TSTP}
HELP = tuple(entry.help for entry in ACTIONS.values() if entry.help)

Meaning = TypeVar("Meaning", bound=str)


class Burst(Generic[Meaning]):
    """Turns keys into their `meanings`, or UNBOUND: the first key of a burst acts, no other.

    Only what is urgent acts in a burst of other keys, so that nobody hammers x in vain.
    """

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        self.meanings = meanings
        self.last_key_at = self.last_meaning_at = float("-inf")
        self.last_meaning: Meaning | Action | None = None

    def messages(self, keys: list[str], now: float) -> list[Meaning | Action | Signal]:
        """Return what keys read at `now` (seconds) mean; control keys always act."""
        messages: list[Meaning | Action | Signal] = [ALWAYS[key] for key in keys if key in ALWAYS]
        plain = _without_its_enter([key for key in keys if key not in ALWAYS])
        if plain:
            same = all(key == plain[0] for key in plain)
            meaning = self.meanings.get(plain[0].lower(), UNBOUND) if same else UNBOUND
            if now - self.last_key_at > BURST_SECONDS or self._breaks_in(meaning, now):
                messages.append(meaning)
                self.last_meaning, self.last_meaning_at = meaning, now
            self.last_key_at = now
        return messages

    def _breaks_in(self, meaning: Meaning | Action, now: float) -> bool:
        is_urgent = meaning in URGENT and meaning != self.last_meaning
        return is_urgent and now - self.last_meaning_at > BURST_SECONDS


def _without_its_enter(keys: list[str]) -> list[str]:
    """The keys, without the Enter that many press after a key."""
    return keys[:1] if len(keys) == 2 and keys[1] in ENTERS else keys
