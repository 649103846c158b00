"""The modes of a session: what its clock does, and what that mode needs to know."""

from __future__ import annotations

from typing import NamedTuple

from presspoint.session.silence import Silence


class Running(NamedTuple):
    """The clock runs; the phases began at `began` (clock seconds).

    `held_back_at` is when the end of a phase was last held back for words still being heard, from
    when on the clock stands.
    """

    began: float
    held_back_at: float | None = None


class PressingIn(NamedTuple):
    """A pause in a hold is over, and the person leans in again until then (clock seconds)."""

    seconds_played: float
    until: float


class Paused(NamedTuple):
    """The clock stands with `seconds_played` seconds of the phases gone by."""

    seconds_played: float
    silence: Silence


class WaitingForKey(NamedTuple):
    """The clock stands right before a phase (by its number) that a key begins."""

    phase: int
    silence: Silence


class AskingAboutPain(NamedTuple):
    """The clock stands at the start of the phases until it is answered how a turn hurts."""

    turn: int
    silence: Silence


Standing = Paused | WaitingForKey | AskingAboutPain
Mode = Running | PressingIn | Standing
