"""What is heard of a session: events become cues, and one at a time reaches the sink."""

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from presspoint.cues import queue as cue_queue
from presspoint.cues.codes import spell_out_codes
from presspoint.cues.event_table import drop_outdated, make_cue, without
from presspoint.cues.queue import Cue, Queue
from presspoint.cues.rank import Rank
from presspoint.cues.rhythm import last_pulse, next_cue_at
from presspoint.cues.sentences import sentence
from presspoint.cues.sink import WAKE_SECONDS, Clip, Sink, Tone
from presspoint.session.actions import ACTIONS, Action
from presspoint.session.events import Event, EventKind
from presspoint.session.state import Session

AUDIBLE_STEPS = 4  # of the volume, up from 0


class Narrator:
    """The queue of one session, and the sink that it goes to once that is open.

    `channels` has the names of the channels by their letters. With `breath` a soft tone leads the
    breath in steady holds. The kinds of cues that are `off` are not heard. While `muted`, only
    safety is heard.
    """

    def __init__(
        self,
        stop_rule: str,
        channels: Mapping[str, str],
        *,
        breath: bool = False,
        off: Collection[str] = (),
    ) -> None:
        self.stop_rule, self.channels, self.breath = stop_rule, channels, breath
        self.off = frozenset(off)
        self.last_pulse_number = 0
        self.sink: Sink | None = None
        self.queue = Queue()
        self.turn = 0
        self.unheard = Queue()  # what leads to this turn, and could not be heard
        self.said_again: tuple[Cue, ...] = ()
        self.muted = False

    @property
    def leading(self) -> bool:
        """Whether words that the next phase waits for are still to be heard."""
        return self._speaks and self.queue.leading

    @property
    def busy(self) -> bool:
        """Whether anything is still to be heard."""
        return self.sink is not None and bool(self.queue.playing or self.queue.waiting)

    @property
    def until(self) -> float | None:
        """When the sink is to be looked at again at the latest (clock seconds), if ever."""
        return self.sink.until if self.sink else None

    @property
    def volume(self) -> int:
        """The volume in per cent, 0 where nothing is heard."""
        return self.sink.volume if self.sink else 0

    @property
    def is_silent(self) -> bool:
        """Whether the person hears nothing: muted, or at volume 0."""
        return self.muted or (self.sink is not None and not self.sink.volume)

    def open(self, sink: Sink) -> None:
        """Begin to be heard; the events that came before wait in the queue."""
        self.sink = sink

    def tell(self, event: Event, now: float) -> None:
        """Take in an event; what it makes out of date is not heard any more."""
        self._replace_queue(drop_outdated(self.queue, event))
        self._drop_unheard(event)
        if cue := make_cue(event, self._speech(event), now):
            self._add(cue)

    def pulse(self, session: Session, now: float) -> float | None:
        """Let the soft tone of a hold be heard when it is due; return when to call this again.

        Before the next tone or words that the clock brings, the loudspeaker is woken.
        """
        if self.sink is None:
            return None
        pulse = last_pulse(session, now, breath=self.breath)
        if pulse and pulse.number != self.last_pulse_number:
            self._add(Cue(Rank.NUMBER, Clip(pulse.tone), pulse.due))
        self.last_pulse_number = pulse.number if pulse else 0
        next_due = pulse.next_due if pulse else None
        return _first(next_due, self._wake(_first(next_due, next_cue_at(session, now)), now))

    def prepare(self, events: Iterable[Event]) -> None:
        """Have the words of events that are soon to come ready to be spoken."""
        if self.sink and self._speaks:
            for event in events:
                self.sink.prepare(self._speech(event))

    def say(self, words: str, now: float, tone: Tone | Literal[""] = "") -> None:
        """Be heard saying something beside the events of the session, in place of all else."""
        self._replace_queue(Queue())
        self._add(Cue(Rank.SAFETY, Clip(tone, spell_out_codes(words, self.channels)), now))

    def go_on(self, now: float, *, paused: bool = False) -> None:
        """Let the sink go on: take in what ended, cut what has to be cut, start what comes next."""
        if self.sink is None:
            return
        if self.sink.settle(now) or not self.sink.playing:
            if self.queue.playing and self.queue.playing.leads and self.sink.has_missed:
                self._miss(self.queue.playing)
            self.queue = self.queue._replace(playing=None)
        if self.unheard.waiting and self.sink.is_audible and not self.muted:
            self.said_again, self.unheard = self.unheard.waiting, Queue()
            self.queue = self.queue._replace(waiting=(*self.said_again, *self.queue.waiting))
        self._replace_queue(cue_queue.make_way(self.queue))
        self.queue, cue = cue_queue.take(self.queue, now, paused=paused)
        if cue:
            self.sink.start(cue.clip, now)

    def change_sound(self, action: Action) -> EventKind:
        """Do what a key asks of the sound; return what that was, as an event.

        `m` makes it audible again at volume 0 too.
        """
        if action is not Action.MUTE:
            self._louder(ACTIONS[action].volume_steps)
            return EventKind.LOUDER if action is Action.LOUDER else EventKind.QUIETER
        if self.is_silent and not self.muted:
            self._louder(AUDIBLE_STEPS)
            return EventKind.UNMUTED
        self.muted = not self.muted
        return EventKind.MUTED if self.muted else EventKind.UNMUTED

    @property
    def _speaks(self) -> bool:
        return self.sink is not None and self.sink.has_voice and not self.muted

    def _speech(self, event: Event) -> str:
        return spell_out_codes(sentence(event, self.stop_rule), self.channels)

    def _add(self, whole: Cue) -> None:
        cue = without(whole, self.off)
        if cue is None:
            return
        if self.muted and cue.rank is not Rank.SAFETY:
            return
        has_voice = self.sink is None or self.sink.has_voice
        if cue.clip.tone or has_voice:
            self.queue = self.queue._replace(waiting=(*self.queue.waiting, cue))
        elif cue.leads:
            self._miss(cue)

    def _miss(self, cue: Cue) -> None:
        """Have words that lead on said again, once they can be heard."""
        self.unheard = Queue((*self.unheard.waiting, cue))

    def _drop_unheard(self, event: Event) -> None:
        """Forget what was not heard of another turn: it leads the person nowhere any more."""
        self.unheard = drop_outdated(self.unheard, event)
        if event.kind is EventKind.BEGAN and event.phase.turn != self.turn:
            self.turn, self.unheard = event.phase.turn, Queue()
            waiting = (cue for cue in self.queue.waiting if cue not in self.said_again)
            self.queue = self.queue._replace(waiting=tuple(waiting))

    def _wake(self, due: float | None, now: float) -> float | None:
        """Wake the loudspeaker for a cue that is due soon; return when to do so for a later one."""
        if due is None or self.sink is None or self.muted:
            return None
        if now < due - WAKE_SECONDS:
            return due - WAKE_SECONDS
        if not self.queue.playing and not self.queue.waiting:
            self.sink.wake(due, now)
        return None

    def _louder(self, steps: int) -> None:
        if self.sink:
            self.sink.louder(steps)

    def _replace_queue(self, queue: Queue) -> None:
        if self.queue.playing and not queue.playing and self.sink:
            self.sink.cut()
        self.queue = queue


def _first(*moments: float | None) -> float | None:
    return min((each for each in moments if each is not None), default=None)
