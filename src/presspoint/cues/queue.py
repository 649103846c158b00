"""The order in which cues are heard: one at a time, what matters most first.

Safety, and what to do with the body, is never dropped and never cut by anything of less weight;
times and numbers give way. What a key makes untrue is not heard any more.
"""

from __future__ import annotations

from collections.abc import Collection
from math import inf
from typing import TYPE_CHECKING

from presspoint.cues.rank import Rank
from presspoint.cues.sink import Clip
from presspoint.named_tuple import NamedTuple

if TYPE_CHECKING:  # the ranks are needed without what a session is made of
    from presspoint.planning.phase_kind import PhaseKind
    from presspoint.session.events import EventKind


# Seconds after its moment at which a cue says nothing true any more.
LATEST = {Rank.TIME: 3.0, Rank.NUMBER: 0.25}


class Cue(NamedTuple):
    """A clip to be heard from the moment `due` on (clock seconds).

    `kind` is what it is of: an event, or the phase that begins; None for a pulse and for words
    beside the events. One that `leads` to the next hold is said again where it was cut short, or
    could not be heard.
    """

    rank: Rank
    clip: Clip
    due: float
    kind: EventKind | PhaseKind | None = None
    leads: bool = False


class Queue(NamedTuple):
    """Cues that wait, in the order they came, and the one that is being heard."""

    waiting: tuple[Cue, ...] = ()
    playing: Cue | None = None

    @property
    def leading(self) -> bool:
        """Whether words that the next phase waits for are still to be heard: all but times."""
        cues = (*self.waiting, self.playing)
        return any(cue and cue.rank <= Rank.PLACE and cue.clip.words for cue in cues)


def take(queue: Queue, now: float, *, paused: bool = False) -> tuple[Queue, Cue | None]:
    """Return the queue and the cue to be heard now; None where one is being heard already.

    Late numbers and times are dropped. While `paused`, all but safety waits.
    """
    if queue.playing:
        return queue, None
    waiting = tuple(cue for cue in queue.waiting if now - cue.due <= LATEST.get(cue.rank, inf))
    ready = [cue for cue in waiting if cue.rank is Rank.SAFETY or not paused]
    if not ready:
        return Queue(waiting), None
    first = min(ready, key=lambda cue: cue.rank)  # the earliest of the lowest rank
    number = waiting.index(first)
    return Queue(waiting[:number] + waiting[number + 1 :], first), first


def make_way(queue: Queue) -> Queue:
    """Return the queue with anything else cut short where safety waits; leads are said again."""
    playing = queue.playing
    safety_waits = any(cue.rank is Rank.SAFETY for cue in queue.waiting)
    if playing is None or playing.rank is Rank.SAFETY or not safety_waits:
        return queue
    return Queue((playing, *queue.waiting) if playing.leads else queue.waiting)


def drop_kinds(queue: Queue, kinds: Collection[EventKind | PhaseKind]) -> Queue:
    """Return the queue without the cues of these kinds, heard now or waiting: newer ones come."""
    playing = queue.playing if queue.playing and queue.playing.kind not in kinds else None
    return Queue(tuple(cue for cue in queue.waiting if cue.kind not in kinds), playing)
