"""The order in which cues are heard: one at a time, what matters most first.

Safety, and what to do with the body, is never dropped and never cut; where the place is may be
interrupted, and is then said again; times and numbers give way. Pure: it decides, the player
plays.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from presspoint.sounding import Clip

SAFETY, MOVE, PLACE, TIME, NUMBER = range(5)
# Seconds after its moment at which a cue says nothing true any more.
LATEST = {TIME: 3.0, NUMBER: 0.25}
WAITS_FOR_RESUME = frozenset({PLACE, TIME, NUMBER})


class Cue(NamedTuple):
    """A clip to be heard from the moment `due` on (clock seconds); `rank` is one of the five."""

    rank: int
    clip: Clip
    due: float

    def late(self, now: float) -> bool:
        """Whether it is too late for this cue to be heard."""
        return now - self.due > LATEST.get(self.rank, float("inf"))


class Queue(NamedTuple):
    """Cues that wait, in the order they came, and the one that is being heard."""

    waiting: tuple[Cue, ...] = ()
    playing: Cue | None = None

    @property
    def leading(self) -> bool:
        """Whether words that lead to the next hold are still to be heard to their end."""
        cues = (*self.waiting, *((self.playing,) if self.playing else ()))
        return any(cue.rank <= PLACE and cue.clip.words for cue in cues)


def add(queue: Queue, cues: Iterable[Cue]) -> Queue:
    """Return the queue with more cues behind those that wait."""
    return queue._replace(waiting=(*queue.waiting, *cues))


def take(queue: Queue, now: float, *, paused: bool = False) -> tuple[Queue, Cue | None]:
    """Return the queue and the cue to be heard now, if any; None too while one is being heard.

    Late numbers and times are dropped. While the session is `paused`, only safety and moves are
    heard: the rest waits.
    """
    if queue.playing:
        return queue, None
    waiting = tuple(cue for cue in queue.waiting if not cue.late(now))
    ready = [cue for cue in waiting if not (paused and cue.rank in WAITS_FOR_RESUME)]
    if not ready:
        return Queue(waiting), None
    first = min(ready, key=lambda cue: cue.rank)  # the earliest of the lowest rank
    rest = list(waiting)
    rest.remove(first)
    return Queue(tuple(rest), first), first


def ended(queue: Queue) -> Queue:
    """Return the queue after what was being heard came to its end."""
    return queue._replace(playing=None)


def interrupts(queue: Queue) -> bool:
    """Whether what is being heard has to be cut: safety waits, and it gives way."""
    if not queue.playing or queue.playing.rank < PLACE:
        return False
    return any(cue.rank == SAFETY for cue in queue.waiting)


def cut(queue: Queue) -> Queue:
    """Return the queue with what was being heard cut short; a place is said again."""
    if queue.playing is None:
        return queue
    again = (queue.playing,) if queue.playing.rank == PLACE else ()
    return Queue((*again, *queue.waiting))


def superseded(queue: Queue) -> Queue:
    """Return the queue after a key led elsewhere: places, times and numbers are out of date."""
    playing = queue.playing if queue.playing and queue.playing.rank < PLACE else None
    return Queue(tuple(cue for cue in queue.waiting if cue.rank < PLACE), playing)
