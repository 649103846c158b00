"""A session drawn on the screen: what a key did and what it shows, from one frame to the next."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from presspoint.session.events import Event, EventKind
from presspoint.session.state import Session
from presspoint.terminal.output import print_heading, screen_size

if TYPE_CHECKING:
    from presspoint.terminal.screen.drawings import Drawings

# What a key did is soon out of date; a remark beside the session takes longer to read.
NOTE_SECONDS, REMARK_SECONDS = 5.0, 10.0
# What to do now is never hidden by the keys.
CLOSES_KEYS = {EventKind.BEGAN, EventKind.AGAIN, EventKind.HURTS}
ENDS = {EventKind.STOPPED, EventKind.FAINT, EventKind.ABANDONED}


class Passing:
    """Words that are shown for so many seconds of a session that runs; a pause keeps them."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.words = seconds, ""
        self.since: float | None = None

    def say(self, words: str) -> None:
        """Show words from the next frame on, in place of earlier ones."""
        self.words, self.since = words, None

    def words_at(self, now: float, *, paused: bool) -> str:
        """Return the words that are still shown at `now` (clock seconds)."""
        if self.since is None or paused:
            self.since = now
        elif now - self.since > self.seconds:
            self.words = ""
        return self.words


class Screen:
    """The session drawn on the alternate screen, with `last_words` left on the other one.

    `own_notes` are the person's on places, by code.
    """

    def __init__(self, stop_rule: str, own_notes: Mapping[str, str] = MappingProxyType({})) -> None:
        from presspoint.terminal.screen.painter import Painter  # lines on a pipe need no Rich

        self.stop_rule, self.own_notes, self.painter = stop_rule, own_notes, Painter()
        self.note, self.remarks = Passing(NOTE_SECONDS), Passing(REMARK_SECONDS)
        self.last_words = ""
        self.drawings: Drawings | None = None  # once the first frame is shown
        self.enlarged: int | None = None  # the turn whose picture is
        self.shows_keys = self.is_open = self.has_ended = False

    def tell(self, event: Event) -> None:
        """Keep what a key did for the next frames."""
        from presspoint.cues.event_table import EVENTS, OnScreen  # not before the first frame
        from presspoint.cues.sentences import sentence

        on_screen = EVENTS[event.kind].on_screen
        if on_screen is OnScreen.CLEARS_NOTE:
            self.note.say("")
        elif on_screen is not OnScreen.LEAVES_NOTE:
            self.note.say(sentence(event, self.stop_rule))
        self.last_words = self.note.words if on_screen is OnScreen.IS_LAST_NOTE else ""
        self.has_ended |= event.kind in ENDS or (event.answer is not None and event.answer.ends)
        self.shows_keys &= event.kind not in CLOSES_KEYS and not self.has_ended
        if event.kind is EventKind.AGAIN:
            self.enlarged = None

    def show(self, session: Session, now: float, *, muted: bool) -> None:
        """Draw the session at `now`."""
        from presspoint.terminal.screen.frame import frame
        from presspoint.terminal.screen.words import Beside

        beside = Beside(
            note=self.note.words_at(now, paused=session.paused),
            remark=self.remarks.words_at(now, paused=session.paused),
            shows_keys=self.shows_keys,
            is_silent=muted,
            has_ended=self.has_ended,
            stop_rule=self.stop_rule,
            own_notes=self.own_notes,
            drawings=self.drawings,
            enlarged=self.enlarged,
        )
        self.painter.paint(frame(session, now, screen_size(), beside))

    def remark(self, words: str) -> None:
        """Show words for some seconds, beside what a key did."""
        self.remarks.say(words)

    def help(self) -> None:
        """Show the keys in place of the instructions, or put those back."""
        self.shows_keys, self.enlarged = not self.shows_keys, None

    def enlarge(self, session: Session, now: float) -> str:
        """Show the picture of the place larger, or the instructions again; return why not."""
        number = session.current_phase(now)[0].turn
        if self.enlarged == number:
            self.enlarged = None
            return ""
        from presspoint.terminal.screen.enlarged import obstacle
        from presspoint.terminal.screen.words import scene_of

        at = scene_of(session, now, has_ended=self.has_ended)
        if why := obstacle(at, self.drawings, screen_size()):
            self.note.say(why)
            return why
        self.shows_keys, self.enlarged = False, number
        return ""

    def enter(self) -> None:
        """Take the alternate screen."""
        self.painter.enter()
        self.is_open = True

    def leave(self) -> None:
        """Give the screen back, once, and print what has to be read after it."""
        if self.is_open:
            self.painter.leave()
            self.is_open = False
            if self.last_words:
                with suppress(OSError):
                    print_heading(self.last_words)
