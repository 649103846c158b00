"""One sitting: everything that is opened around a player, and given back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

from presspoint import clock
from presspoint.catalogue.tables import Catalogue
from presspoint.cues.narrator import Narrator
from presspoint.machine.awake import Awake
from presspoint.planning.plan import Plan
from presspoint.player import Player
from presspoint.ports import Display, Ports
from presspoint.remote.single_session import Remote
from presspoint.run.request import Request
from presspoint.run.sound import RunSound, ask_pain
from presspoint.session.actions import Action, Signal
from presspoint.session.events import Ending
from presspoint.session.records import pain_sentence
from presspoint.session.state import Session, start
from presspoint.storage.history.session_log import SessionLog
from presspoint.terminal.display import Plain, Screen
from presspoint.terminal.keyboard import Keyboard, Waiting
from presspoint.terminal.keys import KEY_ACTIONS
from presspoint.terminal.output import can_ask, on_terminal, paragraph, remark, too_small
from presspoint.terminal.signals import Signals, die_of
from presspoint.words import clock_time, quantity

TRYING_SECONDS = 1.0


class How(NamedTuple):
    """In what manner a plan is played.

    Asking nothing, in plain lines, each hold on a key, with a tone for the breath.
    """

    yes: bool = False
    plain: bool = False
    wait: bool = False
    breath: bool = False


class Playback:
    """A plan that may be played, and what it is played with."""

    def __init__(
        self, catalogue: Catalogue, asked: Request, plan: Plan, how: How, remote: Remote
    ) -> None:
        """Take what is played, and the control that makes this session the only one."""
        self.catalogue, self.asked, self.plan, self.how = catalogue, asked, plan, how
        self.remote = remote
        rule = catalogue.text("stop-rule")
        self.display: Display = Plain(rule) if how.plain or _plain_wanted() else Screen(rule)
        names = {letters: each["title"] for letters, each in catalogue.table("meridians").items()}
        self.hearing = Narrator(rule, names, breath=how.breath)
        self.saving = SessionLog(plan, clock.started(), catalogue, asked.today, asked.resumes)
        self.awake = Awake()

    def sit(self, aloud: RunSound) -> int:
        """Play it; return the exit code, or end by the signal that came."""
        asks = can_ask() and not self.how.yes
        if asks and not self.asked.resumes:
            ask_pain("before", self.saving, aloud)
        with Signals() as signals:
            inputs = (
                Keyboard(signals, clock.monotonic, KEY_ACTIONS) if can_ask() else Waiting(signals)
            )
            with closing(inputs), closing(self.awake):
                ended = self._played(inputs, aloud)
            self.remote.close()
        if asks and ended in {Ending.FINISHED, Ending.STOPPED}:
            ask_pain("after", self.saving, aloud)
        say_after(self.catalogue, self.plan, self.saving, ended)
        if isinstance(ended, Signal):
            aloud.close()
            die_of(ended)
        return exit_code(self.saving, ended)

    def _played(self, inputs: Waiting[Action], aloud: RunSound) -> Ending | Signal:
        """How the session ended; a terminal or pipe that went away ends it like its signal."""
        edges = Ports(inputs, self.display, self.saving, self.hearing, self.awake)
        session = _begun(self.plan, self.asked, wait=self.how.wait)
        player = Player(session, clock.monotonic, edges, lambda: self._begin(inputs, aloud))
        aloud.remarks.display = self.display
        try:
            self.display.enter()
            return self._to_the_end(player)
        except BrokenPipeError:
            return self._lost(Signal.PIPE)
        except OSError:
            return self._lost(Signal.HUP)
        finally:
            aloud.remarks.display = None
            self.display.leave()

    def _to_the_end(self, player: Player) -> Ending | Signal:
        """Play, save how it ended, and only then let the last words be heard."""
        ended = player.play()
        self.saving.end(ended)
        if isinstance(ended, Signal):
            return ended
        goodbye = f"Done. {self.catalogue.text('aftercare')}" if ended is Ending.FINISHED else ""
        return player.hear_out(goodbye) or ended

    def _lost(self, signal: Signal) -> Signal:
        """Save that the terminal or the pipe went away, unless the session was over before."""
        if not self.saving.ended:
            self.saving.end(signal)
        return signal

    def _begin(self, inputs: Waiting[Action], aloud: RunSound) -> Iterator[str]:
        """Open what could wait until the first frame is shown; yield what is to be known of it."""
        self.awake.enter()
        about = aloud.about(TRYING_SECONDS)
        self.hearing.open(aloud.speaker)
        if self.how.yes:
            yield about
        yield from filter(None, [inputs.let_in(self.remote)])


def _begun(plan: Plan, asked: Request, *, wait: bool) -> Session:
    """The session from its beginning, or what is left of the one that goes on."""
    now = clock.monotonic()
    if asked.resumes:
        from presspoint.session.resuming import resume

        return resume(plan.course, asked.resumes.holds, now, wait=wait)
    return start(plan.course, now, wait=wait)


def _plain_wanted() -> bool:
    dumb = os.environ.get("TERM", "dumb") in {"dumb", ""}
    return dumb or bool(os.environ.get("ACCESSIBLE")) or not on_terminal() or too_small()


DONE, NOT_PLAYED, STORAGE_FAILED = 0, 3, 4
FOR_SAFETY = frozenset({Ending.FAINT, Ending.HURT})
ENDS = {Ending.FINISHED: "Done", Ending.ABANDONED: "Interrupted"}


def say_after(catalogue: Catalogue, plan: Plan, saving: SessionLog, ended: Ending | Signal) -> None:
    """Print what was done and what remains; a terminal that went away needs nothing."""
    done = quantity(len(saving.holds), "hold")
    pressed = clock_time(sum(hold.held_seconds for hold in saving.holds))
    how = "Interrupted" if isinstance(ended, Signal) else ENDS.get(ended, "Stopped")
    kept = "This session is NOT saved." if saving.problem else "Saved."
    told = (f"{how}. {done}, {pressed} minutes pressed.", pain_sentence(saving.record), kept)
    try:
        paragraph(" ".join(filter(None, told)))
        if ended in {Ending.FINISHED, Ending.STOPPED}:
            paragraph(f"{catalogue.text('aftercare')} {plan.course.routine.again}")
        elif ended is Ending.ABANDONED:
            paragraph("presspoint routine --resume goes on with it.")
    except OSError:
        return
    for problem in filter(None, (saving.problem, saving.rest_problem)):
        remark(f"presspoint: {problem}")


def exit_code(saving: SessionLog, ended: Ending | Signal) -> int:
    """Return the exit code of a session that no signal ended."""
    if ended in FOR_SAFETY:
        return NOT_PLAYED
    return STORAGE_FAILED if saving.problem or saving.rest_problem else DONE
