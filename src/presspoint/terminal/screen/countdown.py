"""The countdown, to be read from the floor, and what it counts.

Its block digits are drawn with spaces in reverse: those have one width in every font and encoding,
no gaps between them, and nothing that a screen reader would read out.
"""

from functools import cache

from presspoint import phrases
from presspoint.cues.phase_table import PHASES, label_of
from presspoint.named_tuple import NamedTuple
from presspoint.planning.phase_kind import COUNTED, PhaseKind
from presspoint.session.modes import Paused, PressingIn, WaitingForKey
from presspoint.terminal.cells import cell_width, wrap
from presspoint.terminal.screen.lines import Span, Spans, shorten
from presspoint.terminal.screen.words import Scene
from presspoint.words import clock_time

BLOCK_COLUMNS = 2  # about as wide as a row is high
GLYPHS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
}
HEIGHT = 5
GAP = Span("  ")
SOUND_OFF = "sound off"


class Heading(NamedTuple):
    """The time that is counted down, and what is done meanwhile; some of it `stands_out`.

    `marks` are what else is so: the round, and that the sound is off; either may be empty.
    """

    time: str
    label: str
    stands_out: bool
    marks: tuple[str, str]


def heading(at: Scene, now: float, *, is_silent: bool) -> Heading:
    """Return the countdown at `now` (clock seconds), and what is so beside it."""
    time = "0:00" if at.is_finished else clock_time(max(_seconds_to_go(at, now) - 0.001, 0.001))
    stands_out = isinstance(at.session.mode, WaitingForKey | Paused) and not at.is_over
    return Heading(time, _label(at), stands_out, (_round(at), SOUND_OFF * is_silent))


def _label(at: Scene) -> str:
    """What is being done; a hold is called after its rhythm."""
    if at.is_over:
        return (phrases.DONE if at.is_finished else phrases.STOPPED)[:-1]
    match at.session.mode:
        case WaitingForKey():
            return "READY?"
        case Paused():
            return "PAUSED"
        case PressingIn():
            return label_of(PhaseKind.PRESS, is_hold=True)
    if at.phase == at.session.course.phases[0]:  # the opening
        return PHASES[PhaseKind.FIND].moving
    return label_of(at.phase.kind, is_hold=at.turn.is_hold, rhythm=at.turn.rhythm.title)


def _seconds_to_go(at: Scene, now: float) -> float:
    """The seconds left of the phase, of pressing in again, or of what a key is to begin."""
    match at.session.mode:
        case PressingIn(_, until):
            return until - now
        case WaitingForKey(number, _):
            coming = at.session.phases[number:]
            return next(each.seconds for each in coming if each.kind in COUNTED)
    return at.phase.seconds - at.into


def _round(at: Scene) -> str:
    """Return "Round 1 of 2"; empty where there is one round."""
    if at.turn.rounds < 2 or at.is_over:
        return ""
    return phrases.ROUND_SHOWN.format(number=at.turn.number, count=at.turn.rounds)


def block_lines(heading: Heading, height: int, columns: int) -> list[Spans]:
    """Return the time in block digits so many rows high, with the rest of the heading beside it."""
    scale = height // HEIGHT
    lines = list(digit_lines(heading.time, scale))
    room = columns - sum(len(each.text) for each in lines[0]) - len(GAP.text)
    # Beside small digits a label may need two rows: "Find the place".
    labels = [heading.label] if heading.stands_out else wrap(heading.label, room)[:2]
    for number, label in enumerate(labels):
        lines[number] += (GAP, _label_span(heading._replace(label=label), room))
    for number, mark in zip((2 * scale, height - 1), heading.marks, strict=True):
        lines[number] += (GAP, Span(shorten(mark, room)))
    return lines


def headline(heading: Heading, columns: int) -> Spans:
    """Return the heading as one line of text, with those of its marks that fit, the last first."""
    shown: Spans = (Span(f" {heading.time} ", "bold reverse"), Span(" "))
    shown += (_label_span(heading, columns),)
    for mark in filter(None, reversed(heading.marks)):
        longer = (*shown, GAP, Span(mark))
        shown = longer if sum(cell_width(each.text) for each in longer) <= columns else shown
    return shown


def _label_span(heading: Heading, room: int) -> Span:
    if heading.stands_out:
        return Span(shorten(f" {heading.label} ", room), "bold reverse")
    return Span(shorten(heading.label, room), "bold")


@cache
def digit_lines(time: str, scale: int) -> tuple[Spans, ...]:
    """Return "0:38" as 5 x `scale` lines, a span a block."""
    width = BLOCK_COLUMNS * scale
    lines = (" ".join(GLYPHS[each][number] for each in time) for number in range(HEIGHT))
    drawn = (tuple(_block(each, width) for each in marks) for marks in lines)
    return tuple(each for each in drawn for _ in range(scale))


@cache
def _block(mark: str, width: int) -> Span:
    return Span(" " * width, "reverse" if mark == "#" else "")
