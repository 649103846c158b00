"""The only loop.

It waits for the next visible change, a key, the end of a sound or a signal, and never polls.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from presspoint.player.saving import Saving
from presspoint.ports import Ports
from presspoint.session import controls, pausing
from presspoint.session.actions import ACTIONS, ENDING_SIGNALS, Action, Signal
from presspoint.session.advance import advance, describe_beginning, hold_back, is_held_back
from presspoint.session.events import Ending, Event, EventKind
from presspoint.session.modes import AskingAboutPain, Running
from presspoint.session.record.records import Reaction
from presspoint.session.record.tally import begin_tally
from presspoint.session.state import Change, Session, current_event

GAP_SECONDS = 2.0
PHASES_AHEAD = 3
LAST_WORDS_SECONDS = 30.0
ENDINGS = {Action.STOP: Ending.STOPPED, Action.FAINT: Ending.FAINT}
UNHEEDED = {Signal.CHLD, Signal.WINCH, Signal.CONT}
End = Ending | Signal | None


class Player:
    """One playing of a session; `clock` returns seconds.

    `begin` opens what may wait until the first frame is shown, and returns what to say of that;
    `earlier` are the reactions of an earlier sitting.
    """

    def __init__(
        self,
        session: Session,
        clock: Callable[[], float],
        ports: Ports,
        begin: Callable[[], Iterable[str]] = tuple,
        earlier: Iterable[Reaction] = (),
    ) -> None:
        self.session, self.clock, self.begin = session, clock, begin
        self.inputs, self.display, self.log, self.narrator, self.awake, self.report = ports
        self.tally = begin_tally(session, earlier)
        self.saving = Saving(self.log, self.display.remark, clock)
        self.has_ended_for_pain = False
        self.next_pulse: float | None = None

    def play(self) -> Ending | Signal:
        """Play to the end; return how it ended, which decides what the program's exit code is."""
        self._begin()
        while True:
            now = self.clock()
            if end := self._go_on(now):
                break
            self.display.show(self.session, now, muted=self.narrator.is_silent)
            self._save_all()
            if end := self._wait(now):
                break
        self._save_all()
        self.log.save_tally(self.tally)
        if isinstance(end, Ending):  # and not a signal: the last words are heard beside this frame
            self.display.show(self.session, self.clock(), muted=self.narrator.is_silent)
        return end

    def _begin(self) -> None:
        """Show the first frame, open what could wait for that, and let the time begin after it."""
        self.display.show(self.session, self.clock(), muted=self.narrator.is_silent)
        for problem in self.begin():
            self.report(problem)
        self.log.begin()
        self._save_all()
        self.session = self.session._replace(mode=Running(self.clock()))

    def _go_on(self, now: float) -> End:
        """Let the time that passed pass; return how the session ended, if it did."""
        self.narrator.go_on(now, paused=self.session.paused)
        events = self._advance(now)
        self.next_pulse = self.narrator.pulse(self.session, now)
        self.narrator.go_on(now, paused=self.session.paused)
        if self.awake.problem:
            self.report(self.awake.problem)
        if any(event.kind is EventKind.BEGAN for event in events):
            self.narrator.prepare(self._beginnings_ahead(now))
        return self._ending(now)

    def _advance(self, now: float) -> tuple[Event, ...]:
        """Let the session stand at `now`, but never past words that lead on and are being said."""
        if self.narrator.leading:
            self.session = hold_back(self.session, now)
        return self._tell(advance(self.session, now))

    def _ending(self, now: float) -> Ending | None:
        """How the session has ended by now, if it has."""
        if self.has_ended_for_pain:
            return Ending.HURT
        if self.session.is_abandoned:
            return Ending.ABANDONED
        return Ending.FINISHED if self.session.finished(now) else None

    def _beginnings_ahead(self, now: float) -> Iterator[Event]:
        """The beginnings of the next phases, as they will come unless a key changes them."""
        index, _ = self.session.progress(now)
        ahead = range(index + 1, min(index + 1 + PHASES_AHEAD, len(self.session.phases)))
        for number in ahead:
            phase = self.session.phases[number]
            event = Event(EventKind.BEGAN, phase, self.session.turn(phase), phase.seconds)
            yield describe_beginning(self.session, number, event)

    def _wait(self, now: float) -> End:
        """Wait, and act on what comes; return how the session ended, if it did."""
        voice = self.narrator.leading and is_held_back(self.session, now)
        change = None if voice else self.session.next_change(now)
        moments = (change, self.next_pulse, self.narrator.until, self.saving.again_at)
        until = min((moment for moment in moments if moment is not None), default=None)
        asked = self.clock()  # what was done since `now` took its time: that was no sleep
        messages = self.inputs.wait(None if until is None else until - asked)
        now = self.clock()
        if until is not None and now > max(until, asked) + GAP_SECONDS:
            self._pause_for_gap(until, now)
        end: End = None
        for message in messages:
            end = end or self._act_on(message, self.clock())
        self.inputs.answer(lambda: self._status(over=end is not None))
        return end

    def _status(self, *, over: bool) -> Mapping[str, object]:
        if over:
            return {"running": False}
        from presspoint.session.status import status_of  # most sessions are never asked

        return status_of(self.session, self.clock(), self.narrator.volume)

    def _act_on(self, message: Action | Signal, now: float) -> End:
        if isinstance(message, Signal):
            return self._act_on_signal(message, now)
        if message in ENDINGS:
            self._stop(message, now)
            return ENDINGS[message]
        if message is Action.MUTE or ACTIONS[message].volume_steps:
            self._change_sound(message, now)
        elif message is Action.HELP and not isinstance(self.session.mode, AskingAboutPain):
            self.display.help()
            self.narrator.tell(current_event(EventKind.KEYS, self.session, now), now)
        elif message is Action.VIEW and not isinstance(self.session.mode, AskingAboutPain):
            words = self.display.enlarge(self.session, now)
            event = current_event(EventKind.VIEW, self.session, now, words)
            self._tell((self.session, (event,)))
        else:
            return self._apply(message, now)
        return None

    def _act_on_signal(self, signal: Signal, now: float) -> Signal | None:
        if signal in ENDING_SIGNALS:
            self._stop(Action.INTERRUPT, now)
            return signal
        if signal is Signal.TSTP:
            self._suspend(now)
        elif signal in {Signal.CONT, Signal.WINCH}:
            self.display.enter()
        return None

    def _stop(self, action: Action, now: float) -> None:
        """End the session by an action of ENDINGS, unless it was abandoned before."""
        self._advance(now)
        if not self.session.is_abandoned:
            self._tell(controls.apply(self.session, action, now))

    def _apply(self, action: Action, now: float) -> Ending | None:
        """Do what a key asks for; return HURT if it was an answer that ends the session."""
        self._advance(now)
        if self._ending(now):
            return None
        self._tell(controls.apply(self.session, action, now))
        return Ending.HURT if self.has_ended_for_pain else None

    def _change_sound(self, action: Action, now: float) -> None:
        kind = self.narrator.change_sound(action)
        event = current_event(kind, self.session, now)._replace(volume=self.narrator.volume)
        self._tell((self.session, (event,)))

    def _pause_for_gap(self, until: float, now: float) -> None:
        """The machine slept: pause where it was; with nobody at the keys, lead in anew."""
        if self.session.paused:
            return
        self._advance(until)
        if not self._ending(until):
            self._tell(pausing.gap(self.session, until, now))
            self._go_on_alone(now)

    def _suspend(self, now: float) -> None:
        """Ctrl-Z: pause, give the terminal back, stop; take it again when continued."""
        self._advance(now)
        if self._ending(now):
            return
        was_paused = self.session.paused
        self._tell(pausing.pause(self.session, now))
        self.display.leave()
        self._save_all()
        self.awake.close()
        self.inputs.suspend()
        self.awake.enter()
        self.display.enter()
        if not was_paused:
            self._go_on_alone(self.clock())

    def _go_on_alone(self, now: float) -> None:
        if not self.inputs.has_keys:
            self._tell(pausing.repeat_lead(self.session, now))

    def _tell(self, change: Change) -> tuple[Event, ...]:
        self.session, events = change
        now = self.clock()
        for event in events:
            self.tally = self.tally.add(event)
            self.has_ended_for_pain |= event.answer is not None and event.answer.ends
            self.saving.note(event)
            self.display.tell(event)
            self.narrator.tell(event, now)
        return events

    def _save_all(self) -> None:
        """Save what happened, and what could not be saved before; take up again what failed."""
        if self.saving.save(self.tally):
            self._try_edges_again()
        self.saving.save_again()
        self.saving.say_what_changed()

    def _try_edges_again(self) -> None:
        """Try once more to keep the machine awake, and to let other programs in."""
        if self.awake.problem:
            self.awake.try_again()
        if words := self.inputs.try_again():
            self.report(words)

    def hear_out(self, goodbye: str = "") -> Signal | None:
        """Let the last words be heard to their end, or until a key; return a signal that came."""
        now = self.clock()
        end = now + LAST_WORDS_SECONDS
        if goodbye:
            self.narrator.say(goodbye, now, "done")
        self.narrator.go_on(now)
        while self.narrator.busy and now < end:
            until = min(end, self.narrator.until or end)
            messages = set(self.inputs.wait(until - now)) - UNHEEDED
            self.inputs.answer(lambda: {"running": False})
            if messages:
                return next((each for each in ENDING_SIGNALS if each in messages), None)
            now = self.clock()
            self.saving.save_again()
            self.narrator.go_on(now)
        return None
