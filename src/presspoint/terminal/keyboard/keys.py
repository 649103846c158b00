"""What a key means; bursts, pastes and unknown bytes count as one unbound key."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from presspoint.session.actions import ACTIONS, Action, Signal

BURST_SECONDS = 0.3
# A key that pauses and goes on has to be let go for so long before it goes on.
AGAIN_SECONDS = 0.5
UNBOUND = Action.PAUSE
KEY_ACTIONS = {key: action for action, entry in ACTIONS.items() for key in entry.keys}
URGENT = frozenset(action for action, entry in ACTIONS.items() if entry.is_urgent)
ENTER = "c-m"
ALWAYS = {"c-c": Signal.INT, "c-\\": Signal.QUIT, "c-z": Signal.TSTP}
HELP = tuple(entry.help for entry in ACTIONS.values() if entry.help)

Meaning = TypeVar("Meaning", bound=str)


class Burst(Generic[Meaning]):
    """Turns keys into their `meanings`, or UNBOUND: the first key of a burst acts, no other.

    Only what is urgent acts in a burst too, so that nobody presses x in vain, and what would pause
    still does: as HALT, which never goes on.
    """

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        self.meanings = meanings
        self.last_key = ""
        self.last_key_at = float("-inf")
        self.acted: set[Meaning | Action] = set()

    def messages(self, keys: list[str], now: float) -> list[Meaning | Action | Signal]:
        """Return what keys read at `now` (seconds) mean; control keys always act."""
        messages: list[Meaning | Action | Signal] = [ALWAYS[key] for key in keys if key in ALWAYS]
        plain = _without_enter([key.lower() for key in keys if key not in ALWAYS])
        if not plain:
            return messages
        silence = now - self.last_key_at
        if silence > BURST_SECONDS:
            self.acted = set()
        for meaning in self._meanings_of(plain):
            message = self._in_burst(meaning, plain[0], silence)
            if message and message not in self.acted:
                self.acted.add(message)
                messages.append(message)
        self.last_key, self.last_key_at = plain[0], now
        return messages

    def _meanings_of(self, keys: list[str]) -> list[Meaning | Action]:
        """What keys mean that were pressed at once, the first of them if they are the same.

        Where two fingers meet and one of them is on x or f, that is meant; more is a hand.
        """
        found = {key: self.meanings.get(key, UNBOUND) for key in keys}
        urgent = [meaning for meaning in found.values() if meaning in URGENT]
        if urgent and len(found) <= 2:
            return urgent
        is_one_key = len(found) == 1 and (len(keys) == 1 or found[keys[0]] is not Action.TOGGLE)
        return [found[keys[0]] if is_one_key else UNBOUND]

    def _in_burst(
        self, meaning: Meaning | Action, key: str, silence: float
    ) -> Meaning | Action | None:
        """What a meaning comes to, so many seconds after the key before."""
        toggles_again = meaning is Action.TOGGLE and key == self.last_key
        if toggles_again and silence <= AGAIN_SECONDS:
            return Action.HALT
        if silence > BURST_SECONDS or meaning in URGENT:
            return meaning
        pauses = meaning is UNBOUND or (meaning is Action.TOGGLE and key != ENTER)
        return Action.HALT if pauses and UNBOUND not in self.acted else None


def _without_enter(keys: list[str]) -> list[str]:
    """Keys without the Enter that confirms them, as whole lines come from some terminals."""
    return keys[:-1] if len(set(keys)) > 1 and keys[-1] == ENTER else keys
