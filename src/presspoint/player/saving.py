"""What happens in a session is saved; what could not be is tried again, and both are said once."""

from collections.abc import Callable

from presspoint.ports import Log
from presspoint.session.events import Event, EventKind
from presspoint.session.pain_stop import side_that_rests, what_rests
from presspoint.session.record.records import HoldRecord
from presspoint.session.record.tally import Tally

# When what failed is tried again, and for how many times as long as that took it is not.
AGAIN_SECONDS, REST = 5.0, 20.0
HURT = "it hurt"
SAVED = frozenset(
    {EventKind.HELD, EventKind.ANSWERED, EventKind.HURTS, EventKind.FAINT, EventKind.NEXT}
)
FAILS = "Not saved for now. presspoint keeps trying."
WORKS = "Saving works again. All of this session so far is saved."


class Saving:
    """Events that wait for `save`, and what the log could not save; `say` gets what changes.

    `clock` returns seconds; `again_at` is when to try again, None where nothing failed.
    """

    def __init__(self, log: Log, say: Callable[[str], None], clock: Callable[[], float]) -> None:
        self.log, self.say, self.clock = log, say, clock
        self.events: list[Event] = []
        self.hurt: set[tuple[str, ...]] = set()
        self.again_at: float | None = None

    def note(self, event: Event) -> None:
        """Keep an event for `save`, if it is of a kind that is saved."""
        if event.kind in SAVED:
            self.events.append(event)

    def save(self, tally: Tally) -> bool:
        """Save what was noted, with the tally; return whether there was anything."""
        events, self.events = self.events, []
        for event in events:
            self._save(event)
        if events:
            self.log.save_tally(tally)
        return bool(events)

    def save_again(self) -> None:
        """Try again what could not be saved, if it is time to."""
        began = self.clock()
        if self.again_at is not None and began >= self.again_at:
            self.log.save()
            now = self.clock()
            self.again_at = now + max(AGAIN_SECONDS, REST * (now - began))

    def say_what_changed(self) -> None:
        """Say that saving fails, or works again, where it did not at the last call."""
        problem = self.log.problem or self.log.rest_problem
        if problem and self.again_at is None:
            self.say(f"{FAILS} {problem}")
            self.again_at = self.clock() + AGAIN_SECONDS
        elif self.again_at is not None and not problem:
            self.say(WORKS)
            self.again_at = None

    def _save(self, event: Event) -> None:
        """Save a finished hold, or how long a place that hurts rests: at least until tomorrow."""
        turn, answer = event.turn, event.answer
        if event.kind is EventKind.HURTS:
            if turn.is_hold and turn.all_codes not in self.hurt:
                self.hurt.add(turn.all_codes)
                self.log.rest(turn.all_codes, HURT, 1, side=side_that_rests(turn, None))
        elif event.kind is EventKind.HELD:
            self.log.add(_hold_record(event))
        elif answer and (codes := what_rests(turn, answer)):
            side = side_that_rests(turn, answer)
            self.log.rest(codes, answer.because, answer.rest_days, answer.feeling, side)


def _hold_record(event: Event) -> HoldRecord:
    """The record of a hold that has ended."""
    turn = event.turn
    planned, held = float(turn.seconds), round(event.seconds, 1)
    return HoldRecord(
        turn.points, turn.zones, turn.side, planned, held, turn.all_codes, event.ended_by
    )
