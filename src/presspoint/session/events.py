"""TODO docstring."""

from __future__ import annotations

from typing import NamedTuple

from presspoint.catalogue.pain_answers import PainAnswer
from presspoint.planning.course import Phase, Turn


class Event(NamedTuple):
    """Something to tell or to save: a mark that time passed, or what a key did.

    `text` is what to say where phase and turn have no words for it; `answer` is how a place hurts.
    """

    kind: str
    phase: Phase
    turn: Turn
    seconds: float = 0.0
    text: str = ""
    answer: PainAnswer | None = None
