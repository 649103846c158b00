"""The table of phases: what is heard when one begins, and what it is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from presspoint.cues.queue import Rank
from presspoint.cues.sink import Tone
from presspoint.planning.phase_kind import PhaseKind
from presspoint.words import seconds_to_go

if TYPE_CHECKING:  # another program is answered from this table without a catalogue
    from presspoint.session.events import Event


class PhaseEntry(NamedTuple):
    """What is heard at the beginning of a phase: `words`, fixed or made, after a tone.

    `label` is what it is called on the screen and to other programs; a hold goes by its rhythm.
    """

    words: str | Callable[[Event], str]
    label: str = ""
    rank: Rank = Rank.MOVE
    tone: Tone | Literal[""] = ""


def _text(event: Event) -> str:
    return event.phase.text


def _move(event: Event) -> str:
    return f"Move. {event.phase.text}"


def _hold(event: Event) -> str:
    # A beat is soon to be heard: the name was said before, and the rest is kept short.
    name = "" if event.turn.rhythm.pulsed else f" {event.turn.name},"
    return f"{event.turn.rhythm.title},{name} {seconds_to_go(event.phase.seconds)}."


def _exercise(event: Event) -> str:
    return f"Begin, {seconds_to_go(event.phase.seconds)}."


PHASES = {
    PhaseKind.MOVE: PhaseEntry(_move, "Move"),
    PhaseKind.FIND: PhaseEntry(_text, "Find the place", Rank.PLACE),
    PhaseKind.PRESS: PhaseEntry("Lean in.", "Lean in"),
    PhaseKind.HOLD: PhaseEntry(_hold, tone="start"),
    PhaseKind.RELEASE: PhaseEntry("Ease off.", "Ease off", tone="release"),
    PhaseKind.REST: PhaseEntry(_text, "Rest"),
    PhaseKind.EXERCISE: PhaseEntry(_exercise, "Keep moving", tone="start"),
}
