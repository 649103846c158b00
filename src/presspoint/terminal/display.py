"""How a session reaches the person: drawn on the screen, or as one plain line per event."""

from contextlib import suppress

from presspoint.cues.event_table import EVENTS, OnScreen
from presspoint.cues.sentences import next_sentence, sentence
from presspoint.session.events import Event, EventKind
from presspoint.session.state import Session
from presspoint.terminal.keys import HELP
from presspoint.terminal.output import print_lines, print_paragraph, report, say, screen_size


class Plain:
    """One line per event; no redraw and no cursor codes, for screen readers, pipes and logs."""

    def __init__(self, stop_rule: str) -> None:
        self.stop_rule = stop_rule

    def tell(self, event: Event) -> None:
        """Print the event's sentence, where it has one."""
        for words in filter(None, (sentence(event, self.stop_rule), next_sentence(event))):
            say(words)

    def show(self, session: Session, now: float, *, muted: bool) -> None:
        """Nothing: the events say it all."""

    def remark(self, words: str) -> None:
        """Print a line on stderr."""
        report(words)

    def help(self) -> None:
        """Print the keys."""
        print_lines(HELP)

    def enter(self) -> None:
        """Nothing to take."""

    leave = enter


class Screen:
    """The session drawn on the alternate screen, with `last_words` left on the other one."""

    def __init__(self, stop_rule: str) -> None:
        from presspoint.terminal.painter import Painter  # lines on a pipe need no Rich

        self.stop_rule, self.painter = stop_rule, Painter()
        self.note = self.last_words = ""
        self.show_keys = self.is_open = False

    def tell(self, event: Event) -> None:
        """Keep what a key did for the next frames."""
        on_screen = EVENTS[event.kind].on_screen
        if on_screen is OnScreen.CLEARS_NOTE:
            self.note = ""
        elif on_screen is not OnScreen.LEAVES_NOTE:
            self.note = sentence(event, self.stop_rule)
        self.last_words = self.note if on_screen is OnScreen.IS_LAST_NOTE else ""
        self.show_keys &= event.kind is not EventKind.HURTS

    def show(self, session: Session, now: float, *, muted: bool) -> None:
        """Draw the session at `now`."""
        from presspoint.terminal.screen import frame, with_sound_off

        size = screen_size()
        keys, rule = self.show_keys, self.stop_rule
        lines = frame(session, now, size, self.note, show_keys=keys, stop_rule=rule)
        self.painter.paint(with_sound_off(lines, size[0]) if muted else lines)

    def remark(self, words: str) -> None:
        """Show the words until the next phase."""
        self.note = words

    def help(self) -> None:
        """Show the keys in place of the instructions, or put those back."""
        self.show_keys = not self.show_keys

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
                    print_paragraph(self.last_words)
