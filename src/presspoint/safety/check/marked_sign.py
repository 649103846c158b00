"""A warning sign that a person marked, and the one or two keys that say what it means."""

from __future__ import annotations

from enum import StrEnum

from presspoint.named_tuple import NamedTuple
from presspoint.safety.answers import WORD_IS_SAVED

SEEN_QUESTION = (
    "Has a doctor or physiotherapist looked at this since it began, and is it unchanged? "
    f"{WORD_IS_SAVED}"
)


class SignOutcome(StrEnum):
    """What comes of a key about a marked sign."""

    STOPS = "stops"
    LEFT = "left"
    TAKEN_BACK = "taken back"
    SEEN = "seen"


class MarkedSign(NamedTuple):
    """A sign by its id and its exact words as a question; it waits for y or n.

    Once `is_confirmed` it stops the check, unless it is one that `asks_whether_seen` and a doctor
    or physiotherapist has looked at it.
    """

    name: str
    words: str
    asks_whether_seen: bool
    is_confirmed: bool = False

    @property
    def question(self) -> str:
        """What is asked about it now, with the keys that answer."""
        asked = SEEN_QUESTION if self.is_confirmed else self.words
        return f"{asked} {self.keys}"

    @property
    def keys(self) -> str:
        """What the keys do, in one line."""
        return "y: yes. n: no. q: quit."

    def after(self, key: str) -> MarkedSign | SignOutcome:
        """Return the sign as the key leaves it, or what comes of it.

        Any key but y, n and q asks again. Who leaves after it was confirmed has the sign, and no
        word that anybody looked at it.
        """
        if key == "y":
            if self.is_confirmed:
                return SignOutcome.SEEN
            return self._replace(is_confirmed=True) if self.asks_whether_seen else SignOutcome.STOPS
        if key == "n":
            return SignOutcome.STOPS if self.is_confirmed else SignOutcome.TAKEN_BACK
        if key == "q":
            return SignOutcome.STOPS if self.is_confirmed else SignOutcome.LEFT
        return self
