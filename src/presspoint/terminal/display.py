"""How a session reaches the person: drawn on the screen, or as one plain line per event."""

from __future__ import annotations

from contextlib import suppress

from presspoint.cues.sentences import sentence
from presspoint.session.events import Event
from presspoint.session.state import Session
from presspoint.terminal.keys import HELP
from presspoint.terminal.output import height, paragraph, remark, say, width

SILENT = frozenset({"held", "count", "halfway", "mark"})
LAST = frozenset({"answered", "faint", "abandoned"})


class Plain:
    """One line per event; no redraw and no cursor codes, for screen readers, pipes and logs."""

    def __init__(self, stop_rule: str) -> None:
        """Take the words of the stop rule."""
        self.stop_rule = stop_rule

    def tell(self, event: Event) -> None:
        """Print the event's sentence, where it has one."""
        if words := sentence(event, self.stop_rule):
            say(words)

    def show(self, session: Session, now: float) -> None:
        """Nothing: the events say it all."""

    def remark(self, words: str) -> None:
        """Print a line on stderr."""
        remark(f"presspoint: {words}")

    def help(self) -> None:
        """Print the keys."""
        for key, meaning in HELP:
            say(f"{key}: {meaning}")

    def enter(self) -> None:
        """Nothing to take."""

    leave = enter


class Screen:
    """The session drawn on the alternate screen, redrawn when something visible changes."""

    def __init__(self, stop_rule: str) -> None:
        """Take the words of the stop rule."""
        from presspoint.terminal.painter import Painter

        self.stop_rule = stop_rule
        self.painter = Painter()
        self.note = ""
        self.show_keys = False
        self.muted = False
        self.last_words = ""
        self.taken = False

    def tell(self, event: Event) -> None:
        """Keep what a key did for the next frames."""
        if event.kind == "began":
            self.note = ""
        elif event.kind not in SILENT | {"again"}:
            self.note = sentence(event, self.stop_rule)
        self.show_keys &= event.kind != "hurts"
        self.last_words = sentence(event, self.stop_rule) if event.kind in LAST else ""
        self.muted = {"muted": True, "unmuted": False}.get(event.kind, self.muted)

    def show(self, session: Session, now: float) -> None:
        """Draw the session at `now`."""
        from presspoint.terminal.screen import frame, with_sound_off

        size = (width(), height())
        drawn = frame(
            session, now, size, self.note, show_keys=self.show_keys, stop_rule=self.stop_rule
        )
        self.painter.paint(with_sound_off(drawn, size[0]) if self.muted else drawn)

    def remark(self, words: str) -> None:
        """Show the words until the next phase."""
        self.note = words

    def help(self) -> None:
        """Show the keys in place of the instructions, or put those back."""
        self.show_keys = not self.show_keys

    def enter(self) -> None:
        """Take the alternate screen."""
        self.painter.enter()
        self.taken = True

    def leave(self) -> None:
        """Give the screen back, once, and leave what has to be read after it on the other one."""
        if self.taken:
            self.painter.leave()
            self.taken = False
            if self.last_words:
                with suppress(OSError):
                    paragraph(self.last_words)
