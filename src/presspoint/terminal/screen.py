"""A session drawn as a value: the countdown on top, since what does not fit falls off below."""

from collections.abc import Iterator
from functools import cache

from rich.console import RenderableType
from rich.padding import Padding
from rich.progress_bar import ProgressBar
from rich.text import Text

from presspoint import phrases
from presspoint.catalogue.pain_answers import QUESTION
from presspoint.cues.phase_table import PHASES, label_of
from presspoint.cues.rhythm import beat, breath
from presspoint.cues.sentences import let_go, next_words, off, off_briefly, stays_out
from presspoint.planning.course import Phase, Turn
from presspoint.planning.phase_kind import COUNTED, PhaseKind
from presspoint.session.modes import AskingAboutPain, PressingIn, WaitingForKey
from presspoint.session.state import Session
from presspoint.terminal.cells import wrap
from presspoint.terminal.keys import HELP
from presspoint.words import clock_time, printable

LEAST_WIDTH, LEAST_HEIGHT = 30, 8
WIDEST_BAR, WIDEST_TEXT = 60, 72
AIRY_HEIGHT, ROOMY_HEIGHT = 12, 16
SOUND_OFF = "sound off"
OTHER_KEYS = "n go on  f I feel faint  q stop"


def frame(
    session: Session,
    now: float,
    size: tuple[int, int],
    note: str = "",
    *,
    show_keys: bool = False,
    stop_rule: str = "",
) -> list[RenderableType]:
    """Return the session at `now` for a screen of (columns, lines), line by line.

    `note` is the last thing a key did. Below 30 x 8 everything but a question is one line.
    """
    columns, lines = size
    if isinstance(session.mode, AskingAboutPain):
        return _question(session, session.mode.turn, size)[:lines]
    phase, into = session.current_phase(now)
    seconds = _seconds_shown(session, phase, into, now)
    headline = _headline(session, phase, seconds)
    if _is_tiny(size):
        return [_line(f"{headline.plain} {session.turn(phase).name}")]
    name = _name(session.turn(phase))
    above: list[RenderableType] = [headline, _bar(phase.seconds, seconds, columns), name]
    below: list[RenderableType] = [_line(text) for text in _below(session, phase, now)]
    below.append(_bar(session.course.total_seconds, session.seconds_left(now), columns))
    keys = _line(_key_line(session), "dim")
    ready = phrases.IN_PLACE if isinstance(session.mode, WaitingForKey) else ""
    notes = dict.fromkeys(filter(None, (ready, note)))
    words = HELP if show_keys else _middle(session, phase, into, stop_rule)
    middle = [line for text in (*notes, *words) for line in _wrap(text, min(columns, WIDEST_TEXT))]
    if lines >= ROOMY_HEIGHT and len(middle) <= lines - len(above) - len(below) - 4:
        above, below = [*above, Text()], [Text(), *below, Text(), keys]
    elif len(middle) > lines - len(above) - len(below):
        above, below = [headline, name], below[1:2]  # what to do matters more than bars
        if len(middle) == lines - len(above) and lines >= AIRY_HEIGHT:
            below = []  # all of what to do just fits
    return [*above, *middle[: lines - len(above) - len(below)], *below]


def with_sound_off(lines: list[RenderableType], columns: int) -> list[RenderableType]:
    """Return a frame that says that the sound is off: beside its headline, or else below it."""
    first = lines[0]
    if isinstance(first, Text) and first.cell_len + len(SOUND_OFF) + 2 <= columns:
        sign = (f"  {SOUND_OFF}", "bold not reverse")
        return [Text.assemble(first, sign, no_wrap=True), *lines[1:]]
    return [first, _line(SOUND_OFF)] if len(lines) == 1 else lines


def _is_tiny(size: tuple[int, int]) -> bool:
    return size[0] < LEAST_WIDTH or size[1] < LEAST_HEIGHT


def _question(session: Session, number: int, size: tuple[int, int]) -> list[RenderableType]:
    """What to do first, and the question how a turn hurts with its answers."""
    columns, lines = size
    turn, choices = session.course.turns[number], session.course.pain_answers.choices
    to_do = off(turn)[:-1]
    if _is_tiny(size):
        return _wrap(f"{off_briefly(turn)} {', '.join(choices)}.", columns, "bold")
    gap = [Text()] if lines >= AIRY_HEIGHT else []
    bold = [_line(text, "bold") for text in (QUESTION, *choices)]
    below = [*gap, *_wrap(stays_out(turn), columns), _line(OTHER_KEYS, "dim")]
    return [_line(f" {to_do} ", "bold reverse"), *gap, *bold, *below]


def _key_line(session: Session) -> str:
    begins = isinstance(session.mode, WaitingForKey)
    any_key = "begins" if begins else "goes on" if session.paused else "pauses"
    who = "Space" if session.paused else "Any key"
    return f"{who} {any_key}.  n next  b back  x it hurts  q stop  ? keys"


def _seconds_shown(session: Session, phase: Phase, into: float, now: float) -> float:
    """The seconds left of the phase, of leaning in again, or of what a key is to begin."""
    match session.mode:
        case PressingIn(_, until):
            return until - now
        case WaitingForKey(number, _):
            coming = session.phases[number:]
            return next(each.seconds for each in coming if each.kind in COUNTED)
    return phase.seconds - into


def _headline(session: Session, phase: Phase, seconds: float) -> Text:
    """The countdown and what is being done; a hold is called after its rhythm."""
    turn = session.turn(phase)
    label = label_of(phase.kind, is_hold=turn.is_hold, rhythm=turn.rhythm.title)
    if phase == session.course.phases[0]:  # the opening
        label = PHASES[PhaseKind.FIND].moving
    style = "bold reverse" if phase.kind is PhaseKind.HOLD else "bold"
    if isinstance(session.mode, WaitingForKey):
        label, style = "READY?", "bold reverse"
    elif session.paused:
        label, style = "PAUSED", "bold reverse"
    elif isinstance(session.mode, PressingIn):
        label, style = label_of(PhaseKind.PRESS, is_hold=True), "bold"
    countdown = clock_time(max(seconds - 0.001, 0.001))
    return Text.assemble((f" {countdown} ", style), " ", (label, "bold"))


def _bar(total: float, seconds_left: float, columns: int) -> RenderableType:
    width = min(columns, WIDEST_BAR)
    part = max(0.0, total - seconds_left) / max(total, 0.1)
    return _half_cell_bar(width, int(part * width * 2))


@cache
def _half_cell_bar(width: int, halves: int) -> RenderableType:
    """A bar of so many cells, filled by half cells, which is all that a terminal can show."""
    return Padding(ProgressBar(total=width * 2, completed=halves, width=width), 0, expand=False)


def _middle(session: Session, phase: Phase, into: float, stop_rule: str) -> Iterator[str]:
    """The rhythm of a hold, the stop rule, and the words of the phase or those that led to it."""
    if phase.kind is PhaseKind.HOLD and not session.paused:
        yield _rhythm(session, phase, into)
    if phase.kind is PhaseKind.HOLD and phase.stop_rule:
        yield stop_rule
    turn = session.turn(phase)
    if phase.kind is PhaseKind.RELEASE:  # what to press is of no use any more
        yield let_go(turn)
        return
    # The name, with which the instruction begins, stands above already.
    find = phase.is_instruction or not phase.text
    yield turn.details if find else phase.text


def _rhythm(session: Session, phase: Phase, into: float) -> str:
    """The beat of a pulsed hold, for any other the breath, with a dot for each second left."""
    rhythm = session.turn(phase).rhythm
    if not rhythm.has_beat:
        direction, seconds = breath(into)
        return f"Breathe {direction}  {'●' * seconds}"
    if isinstance(session.mode, PressingIn):
        return "Press"
    word, seconds = beat(into + 0.001, rhythm.press, rhythm.release)
    return f"{word}  {'●' * seconds}"


def _below(session: Session, phase: Phase, now: float) -> Iterator[str]:
    turn = session.turn(phase)
    following = [each.turn for each in session.phases if each.turn > phase.turn]
    yield next_words(session.course.turns[following[0]] if following else None)
    total = clock_time(session.seconds_left(now) - 0.001)
    yield f"{phrases.IN_ALL.format(time=total)}. {_step(turn)}"


def _step(turn: Turn) -> str:
    return f"Step {turn.step} of {turn.last_step}, {turn.step_title}"


def _name(turn: Turn) -> Text:
    """What is pressed and on which side, the round, and the code and its name for the eye."""
    title = f"  {turn.title}" if turn.is_hold and turn.title not in turn.name else ""
    parts = (printable(turn.name_and_round), "bold"), (printable(title), "dim")
    return Text.assemble(*parts, no_wrap=True, overflow="ellipsis")


def _line(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style, no_wrap=True, overflow="ellipsis")


@cache
def _wrap(text: str, columns: int, style: str = "") -> list[RenderableType]:
    return [_line(part, style) for part in wrap(printable(text), columns)]
