"""One session: the terminal and the log that are opened around a player, and given back."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from errno import EBADF, ECONNRESET, EDQUOT, EFBIG, EIO, ENOSPC, ENXIO, EPIPE
from functools import cached_property
from typing import TYPE_CHECKING

from presspoint import clock
from presspoint.catalogue.routines import is_for_pain
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, StorageError
from presspoint.machine.awake import Awake
from presspoint.planning.opening import without_keys
from presspoint.planning.plan import Plan
from presspoint.remote.single_session import Remote
from presspoint.run.options import Options
from presspoint.run.request import Run
from presspoint.run.sounds.sound import RunSound, ask_pain_before
from presspoint.session.actions import ENDING_SIGNALS, Action, Signal
from presspoint.session.events import Ending
from presspoint.session.state import Session, start
from presspoint.settings import Settings
from presspoint.storage.paths import may_have_own_texts
from presspoint.terminal.display import Screen
from presspoint.terminal.keyboard.keyboard import Keyboard, Waiting
from presspoint.terminal.keyboard.keys import KEY_ACTIONS
from presspoint.terminal.output import (
    can_ask,
    is_in_background,
    on_terminal,
    report,
    too_small,
)
from presspoint.terminal.signals import Signals, die_of
from presspoint.terminal.unblocked import unblocked

if TYPE_CHECKING:
    from presspoint.player.loop import Player
    from presspoint.ports import Display
    from presspoint.storage.history.session_log import SessionLog

# For what could not be saved: after the end, and after a signal, which is obeyed within three.
PATIENT_SECONDS, HASTY_SECONDS = 5.0, 1.0
# What a terminal or a pipe answers that went away, or a full disk under our output.
GONE = frozenset({EIO, ENXIO, EBADF, EPIPE, ENOSPC, EDQUOT, EFBIG, ECONNRESET})


class Playback:
    """A plan that may be played, and what it is played with."""

    def __init__(
        self, catalogue: Catalogue, run: Run, plan: Plan, remote: Remote, settings: Settings
    ) -> None:
        """Open nothing yet."""
        if not can_ask():
            plan = plan._replace(course=without_keys(plan.course))
        self.catalogue, self.run, self.plan, self.remote = catalogue, run, plan, remote
        self.settings = settings
        self.stop_rule = catalogue.text(plan.stop_rule)
        self.display = _display(run.options, self.stop_rule)
        self.awake = Awake()
        asks = can_ask() and not run.options.yes
        self.asks_about_pain = asks and is_for_pain(catalogue, run.routine)
        self.aftercare = self.way_off = ""

    @cached_property
    def log(self) -> SessionLog:
        """The log of this session, which begins when it is first asked for."""
        from presspoint.storage.history.session_log import SessionLog  # not before the first frame

        return SessionLog(
            self.plan,
            clock.iso_now(),
            self.catalogue,
            self.run.today,
            self.run.resumes,
            again_today=self.run.flags.again_today,
        )

    def play(self, sound: RunSound) -> ExitCode:
        """Play it; return the exit code, or end by the signal that came."""
        with unblocked():
            ending = self._play_and_say_goodbye(sound)
        if isinstance(ending, Signal):
            sound.close()
            die_of(ending)
        if ending in {Ending.FAINT, Ending.HURT}:
            return ExitCode.NOT_PLAYED
        return ExitCode.STORAGE if self.log.problem or self.log.rest_problem else ExitCode.DONE

    def _play_and_say_goodbye(self, sound: RunSound) -> Ending | Signal:
        if self.asks_about_pain and not self.run.resumes:
            knows_keys = any(each.pain_before is not None for each in self.run.earlier)
            ask_pain_before(self.log, sound, knows_keys=knows_keys)
        with Signals() as signals:
            inputs = (
                Keyboard(signals, clock.monotonic, KEY_ACTIONS) if can_ask() else Waiting(signals)
            )
            with closing(inputs), closing(self.awake):
                ending = self._play_with(inputs, sound)
            self.log.save_at_last(_patience(signals, ending))
            self.remote.close()
        from presspoint.run.goodbye import say_goodbye  # not before the first frame

        say_goodbye(self, ending, sound if self.asks_about_pain else None)
        return ending

    def _play_with(self, inputs: Waiting[Action], sound: RunSound) -> Ending | Signal:
        """How the session ended; a terminal or pipe that went away ends it like its signal."""
        sound.report.say = self.display.remark
        try:
            self.display.enter()
            session = self._start()
            self.display.show(session, clock.monotonic(), muted=False)
            from presspoint.run.session_player import player_of  # not before the first frame

            return self._play_to_the_end(player_of(self, session, inputs, sound))
        except OSError as problem:
            return self._end_by(problem)
        finally:
            sound.report.say = report
            self.display.leave()

    def _end_by(self, problem: OSError) -> Signal:
        """End a session whose terminal or pipe went away. Raises StorageError for all else."""
        if problem.errno not in GONE:
            self.log.end(Signal.TERM)
            unsaved = f" This session is NOT saved. {self.log.problem}"
            words = f"The session had to end: {problem.strerror}."
            raise StorageError(words + unsaved * bool(self.log.problem)) from None
        signal = Signal.PIPE if isinstance(problem, BrokenPipeError) else Signal.HUP
        if not self.log.is_over:
            self.log.end(signal)
        return signal

    def _start(self) -> Session:
        """The session from its beginning, or the rest of the one that goes on."""
        now, wait, resumes = clock.monotonic(), self.run.options.wait, self.run.resumes
        if resumes:
            from presspoint.session.resuming import resume  # few sessions go on with another

            return resume(self.plan.course, resumes.holds, now, wait=wait)
        return start(self.plan.course, now, wait=wait)

    def _play_to_the_end(self, player: Player) -> Ending | Signal:
        """Play, save how it ended, and only then let the last words be heard."""
        ending = player.play()
        self.log.end(ending)
        from presspoint.run.goodbye import aftercare, spoken_goodbye, way_off  # as above

        self.aftercare = aftercare(self.catalogue, player.session)
        self.way_off = way_off(player.session) if ending is not Ending.FINISHED else ""
        if isinstance(ending, Signal):
            return ending
        return player.hear_out(spoken_goodbye(self, ending)) or ending


def _patience(signals: Signals, ending: Ending | Signal) -> Callable[[], float]:
    """How many seconds are left for saving what is not saved yet; a signal allows only one."""
    began = clock.monotonic()

    def seconds_left() -> float:
        is_hasty = isinstance(ending, Signal) or not ENDING_SIGNALS.isdisjoint(signals.came)
        most = HASTY_SECONDS if is_hasty else PATIENT_SECONDS
        return began + most - clock.monotonic()

    return seconds_left


def _display(options: Options, rule: str) -> Display:
    """The screen, or plain lines where it cannot be drawn on, with the person's own notes."""
    if not needs_plain_lines(options):
        return Screen(rule, _own_notes())
    from presspoint.terminal.plain_lines import Plain  # a screen needs none of it

    return Plain(rule, _own_notes(), has_keys=can_ask())


def _own_notes() -> dict[str, str]:
    """The person's own notes on places; none where they cannot be read, which the plan says."""
    if not may_have_own_texts():
        return {}
    from presspoint.run.places.own_texts import read_notes  # a new person has none

    return read_notes(lambda _: None)


def needs_plain_lines(options: Options) -> bool:
    """Whether the terminal cannot be drawn on, or the person does not want it to be."""
    if options.plain or os.environ.get("TERM", "dumb") in {"dumb", ""}:
        return True
    if not can_ask() and is_in_background():  # a job with keys is stopped until it is in front
        return True
    return bool(os.environ.get("ACCESSIBLE")) or not on_terminal() or too_small()
