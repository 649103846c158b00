"""Joins a session to clock, keys, display and history: the only loop.

It waits for the next visible change, a key or a signal, and never polls.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from presspoint import controls
from presspoint.history import HoldRecord
from presspoint.plan import Plan
from presspoint.session import Applied, Event, advance, start
from presspoint.terminal.displays import Display

GAP_SECONDS = 2.0
ENDING = frozenset({"SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"})


class Inputs(Protocol):
    """Where actions and signals come from."""

    has_keys: bool

    def wait(self, seconds: float | None) -> list[str]:
        """Return actions and signal names, after `seconds` at most; None waits for one."""

    def suspend(self) -> None:
        """Stop the process as Ctrl-Z does, with the terminal as it was; return when continued."""


class Log(Protocol):
    """Where finished holds are kept; `problem` says why they are not."""

    problem: str

    def begin(self) -> None:
        """Keep that the session runs."""

    def add(self, hold: HoldRecord) -> None:
        """Keep a finished hold; on disk before this returns."""

    def rest(self, codes: tuple[str, ...], because: str, days: int) -> None:
        """Keep that places rest for some days; on disk before this returns."""


class Player:
    """One playing of a plan."""

    def __init__(
        self, plan: Plan, clock: Callable[[], float], inputs: Inputs, display: Display, log: Log
    ) -> None:
        """Take the plan, a clock in seconds, and the edges."""
        self.clock, self.inputs, self.display, self.log = clock, inputs, display, log
        self.session = start(plan, clock())
        self.unsaved: list[Event] = []
        self.begun = False

    def play(self) -> str:
        """Play to the end; return how it ended, which decides what the program's exit code is.

        "finished", "stopped", "faint", "hurt-stop" (an answer to how a place hurts ended it), or
        the name of a signal.
        """
        now = self.clock()
        while True:
            self._tell(advance(self.session, now))
            if self.session.finished(now):
                self._keep()
                return "finished"
            self.display.show(self.session, now)
            self._keep()
            until = self.session.next_change(now)
            came = self.inputs.wait(None if until is None else until - self.clock())
            now = self.clock()
            if until is not None and now > until + GAP_SECONDS:
                self._gap(until, now)
            for message in came:
                if ended := self._answer(message, now):
                    return ended
                now = self.clock()

    def _answer(self, message: str, now: float) -> str:
        """Act on a key or signal; return how the session ended, or nothing."""
        if message in ENDING or message in controls.ENDS:
            self._tell(advance(self.session, now))
            self._tell(controls.ENDS.get(message, controls.stop)(self.session, now))
            self._keep()
            return "stopped" if message == "stop" else message
        if message == "SIGTSTP":
            self._suspend(now)
        elif message in {"SIGCONT", "SIGWINCH"}:
            self.display.enter()
        elif message == "help" and self.session.hurting is None:
            self.display.help()
        else:
            return self._apply(message, now)
        return ""

    def _apply(self, action: str, now: float) -> str:
        """Do what a key asks for; return "hurt-stop" if it was an answer that ends the session."""
        self._tell(advance(self.session, now))
        if self.session.finished(now):
            return ""
        told = self._tell(controls.apply(self.session, action, now))
        if not any(event.answer and event.answer.ends for event in told):
            return ""
        self._keep()
        return "hurt-stop"

    def _gap(self, until: float, now: float) -> None:
        """The machine slept: pause where it was; with nobody at the keys, lead in anew."""
        if self.session.paused:
            return
        self._tell(advance(self.session, until))
        if not self.session.finished(until):
            self._tell(controls.gap(self.session, until, now))
            self._go_on_alone(now)

    def _suspend(self, now: float) -> None:
        """Ctrl-Z: pause, give the terminal back, stop; take it again when continued."""
        self._tell(advance(self.session, now))
        if self.session.finished(now):
            return
        was_paused = self.session.paused
        self._tell(controls.pause(self.session, now))
        self.display.leave()
        self._keep()
        self.inputs.suspend()
        self.display.enter()
        if not was_paused:
            self._go_on_alone(self.clock())

    def _go_on_alone(self, now: float) -> None:
        if not self.inputs.has_keys:
            self._tell(controls.repeat_lead(self.session, now))

    def _tell(self, change: Applied) -> tuple[Event, ...]:
        self.session, events = change
        for event in events:
            if event.kind in {"held", "answered"}:
                self.unsaved.append(event)
            self.display.tell(event)
        return events

    def _keep(self) -> None:
        """Save what was done; after the person was told to ease off, which no disk may delay."""
        known = self.log.problem
        if not self.begun:
            self.log.begin()
            self.begun = True
        for event in self.unsaved:
            self._save(event)
        self.unsaved.clear()
        if self.log.problem and not known:
            self.display.remark(f"This session is NOT saved. {self.log.problem}")

    def _save(self, event: Event) -> None:
        """A finished hold, or the days of rest of a place that hurts."""
        turn, answer = event.turn, event.answer
        if answer is None:
            planned, held = float(turn.seconds), round(event.seconds, 1)
            self.log.add(HoldRecord(turn.points, turn.zones, turn.side, planned, held))
        elif turn.is_hold and answer.rest_days:
            self.log.rest((*turn.points, *turn.zones), answer.because, answer.rest_days)
