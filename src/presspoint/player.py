"""Joins a session to clock, keys, sound, display and history: the only loop.

It waits for the next visible change, a key, the end of a sound or a signal, and never polls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from presspoint.ports import Ports
from presspoint.session import controls
from presspoint.session.events import Event
from presspoint.session.records import HoldRecord
from presspoint.session.state import Change, Session, advance, at_the_end, hold_back
from presspoint.session.status import status_of

GAP_SECONDS = 2.0
AHEAD = 3
LAST_WORDS_SECONDS = 30.0
HURT = "it hurt"
ENDING = frozenset({"SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"})
VOLUME = {"louder": 1, "quieter": -1}


class Player:
    """One playing of a session."""

    def __init__(
        self,
        session: Session,
        clock: Callable[[], float],
        edges: Ports,
        begin: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        """Take a session, a clock in seconds, and the edges.

        `begin` opens what may wait until the first frame is shown; it returns what went wrong.
        """
        self.session, self.clock, self.begin = session, clock, begin
        self.inputs, self.display, self.log, self.hearing, self.awake = edges
        self.awake_told = False
        self.unsaved: list[Event] = []
        self.hurt: set[tuple[str, ...]] = set()
        self.pulse: float | None = None

    def play(self) -> str:
        """Play to the end; return how it ended, which decides what the program's exit code is.

        "finished", "stopped", "abandoned", "faint", "hurt-stop" (an
        answer to how a place hurts ended it), or the name of a signal.
        """
        self._begin()
        ended = ""
        while not ended:
            now = self.clock()
            ended = self._go_on(now)
            if not ended:
                self.display.show(self.session, now)
                self._keep()
                ended = self._wait(now)
        self._keep()
        return ended

    def _begin(self) -> None:
        """Show the first frame, open what could wait for that, and let the time begin after it."""
        self.display.show(self.session, self.clock())
        for problem in self.begin():
            self.display.remark(problem)
        self.log.begin()
        self._tell_unsaved("")
        self.session = self.session._replace(began=self.clock())

    def _go_on(self, now: float) -> str:
        """Let the time that passed pass; return how the session ended, if it did."""
        self.hearing.turn(now, paused=self.session.paused)
        events = self._advance(now)
        self.pulse = self.hearing.pulse(self.session, now)
        self.hearing.turn(now, paused=self.session.paused)
        if self.awake.problem and not self.awake_told:
            self.awake_told = True
            self.display.remark(self.awake.problem)
        if any(event.kind == "began" for event in events):
            self.hearing.prepare(self._coming(now))
        return self._over(now)

    def _advance(self, now: float) -> tuple[Event, ...]:
        """Let the session stand at `now`, but never past words that lead on and are being said."""
        if self.hearing.leading:
            self.session = hold_back(self.session, now)
        return self._tell(advance(self.session, now))

    def _over(self, now: float) -> str:
        """How the session has ended by now, if it has."""
        if self.session.abandoned:
            return "abandoned"
        return "finished" if self.session.finished(now) else ""

    def _coming(self, now: float) -> Iterator[Event]:
        """The beginnings of the next phases, as they will be told unless a key changes them."""
        index, _ = self.session.place(now)
        for phase in self.session.phases[index + 1 : index + 1 + AHEAD]:
            yield Event("began", phase, self.session.turn(phase), phase.seconds)

    def _wait(self, now: float) -> str:
        """Wait, and act on what comes; return how the session ended, if it did."""
        voice = self.hearing.leading and at_the_end(self.session, now)
        change = None if voice else self.session.next_change(now)
        moments = (change, self.pulse, self.hearing.until)
        until = min((moment for moment in moments if moment is not None), default=None)
        came = self.inputs.wait(None if until is None else until - self.clock())
        now = self.clock()
        if until is not None and now > until + GAP_SECONDS:
            self._gap(until, now)
        ended = ""
        for message in came:
            ended = ended or self._answer(message, self.clock())
        self.inputs.answer(lambda: self._status(over=bool(ended)))
        return ended

    def _status(self, *, over: bool) -> Mapping[str, object]:
        if over:
            return {"running": False}
        return status_of(self.session, self.clock(), self.hearing.volume)

    def _answer(self, message: str, now: float) -> str:
        """Act on a key or signal; return how the session ended, or nothing."""
        if message in ENDING or message in controls.ENDS:
            self._advance(now)
            if not self.session.abandoned:
                self._tell(controls.ENDS.get(message, controls.stop)(self.session, now))
            return "stopped" if message == "stop" else message
        if message == "SIGTSTP":
            self._suspend(now)
        elif message in {"SIGCONT", "SIGWINCH"}:
            self.display.enter()
        elif message in VOLUME or message == "mute":
            self._sound(message, now)
        elif message == "help" and self.session.hurting is None:
            self.display.help()
        elif message != "SIGCHLD":
            return self._apply(message, now)
        return ""

    def _apply(self, action: str, now: float) -> str:
        """Do what a key asks for; return "hurt-stop" if it was an answer that ends the session."""
        self._advance(now)
        if self._over(now):
            return ""
        told = self._tell(controls.apply(self.session, action, now))
        ends = any(event.answer and event.answer.ends for event in told)
        return "hurt-stop" if ends else ""

    def _sound(self, action: str, now: float) -> None:
        """Change what is heard, and say so."""
        phase, _ = self.session.here(now)
        if action == "mute":
            self.hearing.mute()
            kind, seconds = ("muted" if self.hearing.muted else "unmuted"), 0.0
        else:
            kind, seconds = action, float(self.hearing.louder(VOLUME[action]))
        event = Event(kind, phase, self.session.turn(phase), seconds)
        self._tell((self.session, (event,)))

    def _gap(self, until: float, now: float) -> None:
        """The machine slept: pause where it was; with nobody at the keys, lead in anew."""
        if self.session.paused:
            return
        self._advance(until)
        if not self._over(until):
            self._tell(controls.gap(self.session, until, now))
            self._go_on_alone(now)

    def _suspend(self, now: float) -> None:
        """Ctrl-Z: pause, give the terminal back, stop; take it again when continued."""
        self._advance(now)
        if self._over(now):
            return
        was_paused = self.session.paused
        self._tell(controls.pause(self.session, now))
        self.display.leave()
        self._keep()
        self.awake.close()
        self.inputs.suspend()
        self.awake.enter()
        self.display.enter()
        if not was_paused:
            self._go_on_alone(self.clock())

    def _go_on_alone(self, now: float) -> None:
        if not self.inputs.has_keys:
            self._tell(controls.repeat_lead(self.session, now))

    def _tell(self, change: Change) -> tuple[Event, ...]:
        self.session, events = change
        now = self.clock()
        for event in events:
            if event.kind in {"held", "answered", "hurts"}:
                self.unsaved.append(event)
            self.display.tell(event)
            self.hearing.tell(event, now)
        return events

    def _keep(self) -> None:
        """Save what was done; after the person was told to ease off, which no disk may delay."""
        known = self.log.problem
        for event in self.unsaved:
            self._save(event)
        self.unsaved.clear()
        self._tell_unsaved(known)

    def _tell_unsaved(self, known: str) -> None:
        if self.log.problem and not known:
            self.display.remark(f"This session is NOT saved. {self.log.problem}")

    def _save(self, event: Event) -> None:
        """A finished hold, or the days of rest of a place that hurts: at least until tomorrow."""
        turn, answer = event.turn, event.answer
        if event.kind == "hurts":
            if turn.is_hold and turn.all_codes not in self.hurt:
                self.hurt.add(turn.all_codes)
                self.log.rest(turn.all_codes, HURT, 1)
        elif answer is None:
            planned, held = float(turn.seconds), round(event.seconds, 1)
            places = turn.points, turn.zones, turn.side
            self.log.add(HoldRecord(*places, planned, held, turn.all_codes))
        elif turn.is_hold and answer.rest_days:
            self.log.rest(turn.all_codes, answer.because, answer.rest_days)

    def hear_out(self, goodbye: str = "") -> str:
        """Let the last words be heard to their end, or until a key; return a signal that came."""
        end = self.clock() + LAST_WORDS_SECONDS
        now = self.clock()
        if goodbye:
            self.hearing.say(goodbye, now, "done")
        self.hearing.turn(now)
        while self.hearing.busy and now < end:
            until = end if self.hearing.until is None else min(end, self.hearing.until)
            came = set(self.inputs.wait(until - now)) - {"SIGCHLD", "SIGWINCH", "SIGCONT"}
            self.inputs.answer(lambda: {"running": False})
            if came:
                return next(iter(came & ENDING), "")
            now = self.clock()
            self.hearing.turn(now)
        return ""
