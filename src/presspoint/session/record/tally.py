"""What a session adds up to beside its holds: the turns that came up, and what hurt."""

from __future__ import annotations

from collections.abc import Iterable

from presspoint.named_tuple import NamedTuple
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.events import Event, EventKind
from presspoint.session.record.records import FAINT, Reaction
from presspoint.session.state import Session


class Tally(NamedTuple):
    """The turns, by number, whose hold was begun or passed over, and the reactions in order.

    `turns_hurt` has the number of the turn of each reaction; -1 for one of an earlier sitting.
    """

    turns_reached: frozenset[int] = frozenset()
    reactions: tuple[Reaction, ...] = ()
    turns_hurt: tuple[int, ...] = ()

    @property
    def reached(self) -> int:
        """How many holds came up."""
        return len(self.turns_reached)

    def add(self, event: Event) -> Tally:
        """Return the tally after an event."""
        more = {event.phase.turn} if _comes_up(event) else set()
        tally = self._replace(turns_reached=self.turns_reached | more)
        if event.kind is EventKind.HURTS and event.phase.turn not in self.turns_hurt:
            return tally.react(event, None)
        if event.kind is EventKind.ANSWERED and event.answer:
            return tally.react(event, event.answer.feeling.value)
        return tally.react(event, FAINT) if event.kind is EventKind.FAINT else tally

    def react(self, event: Event, answer: str | None) -> Tally:
        """Return the tally with a reaction, in place of an earlier answer about the same turn."""
        turn = event.turn
        reaction = Reaction(turn.step, turn.points, turn.zones, turn.side, answer)
        number = event.phase.turn
        if answer == FAINT or number not in self.turns_hurt:
            return self._replace(
                reactions=(*self.reactions, reaction), turns_hurt=(*self.turns_hurt, number)
            )
        at = self.turns_hurt.index(number)
        reactions = (*self.reactions[:at], reaction, *self.reactions[at + 1 :])
        return self._replace(reactions=reactions)


def begin_tally(session: Session, earlier: Iterable[Reaction] = ()) -> Tally:
    """Return the tally of a session at its start; with what an earlier sitting came to."""
    holds = (number for number, turn in enumerate(session.course.turns) if turn.is_hold)
    before = (n for n in holds if n < session.first_turn or session.pressed_seconds.get(n, 0) > 0)
    reactions = tuple(earlier)
    return Tally(frozenset(before), reactions, (-1,) * len(reactions))


def _comes_up(event: Event) -> bool:
    """Whether an event begins a hold, or passes over it."""
    begins = event.kind is EventKind.BEGAN and event.phase.kind is PhaseKind.HOLD
    return event.turn.is_hold and (begins or event.kind in {EventKind.NEXT, EventKind.HURTS})
