"""A session as one plain line per event: for screen readers, pipes and logs."""

from collections.abc import Mapping
from types import MappingProxyType

from presspoint import phrases
from presspoint.cues.sentences import next_sentence, sentence
from presspoint.session.events import Event, EventKind
from presspoint.session.state import Session
from presspoint.terminal.output import report, say
from presspoint.words import as_sentence


class Plain:
    """One line per event; no redraw and no cursor codes.

    `own_notes` are the person's on places, by code.
    """

    def __init__(
        self,
        stop_rule: str,
        own_notes: Mapping[str, str] = MappingProxyType({}),
        *,
        has_keys: bool = True,
    ) -> None:
        self.stop_rule, self.own_notes, self.has_keys = stop_rule, own_notes, has_keys
        self.is_open = False

    def tell(self, event: Event) -> None:
        """Print what the screen and the ear tell of the event, a line each, where it has any."""
        lines = (_heading(event), sentence(event, self.stop_rule), _title(event))
        codes = event.turn.all_codes if _is_instruction(event) else ()
        note = phrases.your_note(codes, self.own_notes)
        for words in filter(None, (*lines, note, next_sentence(event))):
            say(words)

    def show(self, session: Session, now: float, *, muted: bool) -> None:
        """Nothing: the events say it all."""

    def remark(self, words: str) -> None:
        """Print a line on stderr."""
        report(words)

    def help(self) -> None:
        """Print the keys."""
        say(phrases.KEYS)

    def enlarge(self, session: Session, now: float) -> str:  # noqa: ARG002  # of the screen's
        """Return nothing: the event says where the place is."""
        return ""

    def enter(self) -> None:
        """Tell the keys, once, where there are any; nothing is taken."""
        if self.has_keys and not self.is_open:
            self.help()
        self.is_open = True

    def leave(self) -> None:
        """Nothing to give back."""


def _heading(event: Event) -> str:
    """The title of the step that begins."""
    opens = event.kind is EventKind.BEGAN and event.phase.opens_step
    return f"{event.turn.step_title}." if opens else ""


def _title(event: Event) -> str:
    """The code and name of what is to be pressed, and the round, the first time."""
    turn = event.turn
    if not _is_instruction(event):
        return ""
    return as_sentence(", ".join(filter(None, (turn.title, turn.round))))


def _is_instruction(event: Event) -> bool:
    """Whether it begins to lead to a place, the first time."""
    is_first = event.kind is EventKind.BEGAN and event.phase.is_instruction
    return is_first and event.turn.is_hold
