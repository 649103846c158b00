"""What is heard of a session: events become cues, and one at a time reaches the sink."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from presspoint.cues import queue as cue_queue
from presspoint.cues.queue import NUMBER, SAFETY, Cue, Queue
from presspoint.cues.ranks import kinds_outdated_by, make_cue
from presspoint.cues.rhythm import pulse
from presspoint.cues.sentences import sentence
from presspoint.cues.sink import Clip, Sink
from presspoint.session.events import Event
from presspoint.session.state import Session


class Narrator:
    """The queue of one session, and the sink that it goes to once that is open."""

    def __init__(
        self, stop_rule: str, channels: Mapping[str, str], *, breath: bool = False
    ) -> None:
        """Take the words of the stop rule, the names of channels by their letters.

        With `breath` a soft tone leads the breath in steady holds.
        """
        self.stop_rule, self.channels, self.breath = stop_rule, channels, breath
        self.pulsed = 0
        self.sink: Sink | None = None
        self.queue = Queue()
        self.muted = False
        self.volume = 0

    @property
    def leading(self) -> bool:
        """Whether words that lead to the next hold are still to be heard to their end."""
        return self._audible and self.queue.leading

    @property
    def busy(self) -> bool:
        """Whether anything is still to be heard."""
        return self.sink is not None and bool(self.queue.playing or self.queue.waiting)

    @property
    def until(self) -> float | None:
        """When the sink is to be asked again at the latest (clock seconds), if ever."""
        return self.sink.until if self.sink and self.sink.playing else None

    def open(self, sink: Sink) -> None:
        """Begin to be heard; what was told before waits in the queue."""
        self.sink = sink
        self.volume = sink.louder(0)

    def tell(self, event: Event, now: float) -> None:
        """Take in an event; what it makes out of date is not heard any more."""
        kinds = kinds_outdated_by(event)
        self._become(Queue() if kinds is None else cue_queue.without(self.queue, kinds))
        words = spell_out_codes(sentence(event, self.stop_rule), self.channels)
        if cue := make_cue(event, words, now):
            self._add(cue)

    def pulse(self, session: Session, now: float) -> float | None:
        """Let the soft tone of a hold be heard when it is due; return when the next one is."""
        found = pulse(session, now, breath=self.breath) if self.sink else None
        if found is None:
            self.pulsed = 0
            return None
        if found.number != self.pulsed:
            self.pulsed = found.number
            self._add(Cue(NUMBER, Clip(found.tone), found.due))
        return found.after

    def prepare(self, events: Iterable[Event]) -> None:
        """Have the words of events that are soon to come ready to be spoken."""
        if self.sink and self._audible:
            for event in events:
                self.sink.prepare(spell_out_codes(sentence(event, self.stop_rule), self.channels))

    def say(self, words: str, now: float, tone: str = "") -> None:
        """Be heard saying something beside the events of the session, in place of all else."""
        self._become(Queue())
        self._add(Cue(SAFETY, Clip(tone, spell_out_codes(words, self.channels)), now))

    def turn(self, now: float, *, paused: bool = False) -> None:
        """Let the sink go on: what ended, what has to be cut, what comes next."""
        if self.sink is None:
            return
        if self.sink.settle(now) or not self.sink.playing:
            self.queue = cue_queue.ended(self.queue)
        if cue_queue.interrupts(self.queue):
            self._become(cue_queue.cut(self.queue))
        self.queue, cue = cue_queue.take(self.queue, now, paused=paused)
        if cue:
            self.sink.start(cue.clip, now)

    def mute(self) -> None:
        """Be silent, or heard again; safety is heard all the same."""
        self.muted = not self.muted

    def louder(self, steps: int) -> int:
        """Change the volume by steps; return it in per cent, 0 where nothing is heard."""
        self.volume = self.sink.louder(steps) if self.sink else 0
        return self.volume

    @property
    def _audible(self) -> bool:
        return self.sink is not None and self.sink.voiced and not self.muted

    def _add(self, cue: Cue) -> None:
        if self.muted and cue.rank != SAFETY:
            return
        voiced = self.sink is None or self.sink.voiced
        if cue.clip.tone or voiced:
            self.queue = cue_queue.add(self.queue, (cue,))

    def _become(self, queue: Queue) -> None:
        """Go on with another queue; what it no longer plays is cut."""
        if self.queue.playing and not queue.playing and self.sink:
            self.sink.cut()
        self.queue = queue


CODE = re.compile(r"\b([A-Z]{2})(\d{1,2})\b(?=( [A-Z])?)")


def spell_out_codes(text: str, channels: Mapping[str, str]) -> str:
    """Return the text with codes spelled out by channel names (letters -> name).

    A name that follows a code is set off by a comma: "Bladder 23, Kidney Shu".
    """

    def said(found: re.Match[str]) -> str:
        letters, number, name = found.groups()
        if letters not in channels:
            return found[0]
        return f"{channels[letters]} {number}{',' if name else ''}"

    return CODE.sub(said, text)
