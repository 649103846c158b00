"""A session drawn as a value: the countdown on top, since what does not fit falls off below."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rich.console import RenderableType
from rich.padding import Padding
from rich.progress_bar import ProgressBar
from rich.text import Text

from presspoint.cues.event_table import READY
from presspoint.cues.phase_table import PHASES
from presspoint.cues.rhythm import beat, breath
from presspoint.planning.course import Phase
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.state import Session
from presspoint.terminal.keys import HELP
from presspoint.terminal.pain_question import asked, asked_briefly
from presspoint.words import clock_time, printable

LEAST_WIDTH, LEAST_HEIGHT = 30, 8
WIDEST_BAR = 60
ROOMY_HEIGHT = 16
SOUND_OFF = "sound off"


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

    `note` is the last thing a key did. Below 30 x 8 everything is one line. While it waits to be
    told how a place hurts, it shows that question only.
    """
    columns, lines = size
    if session.hurting is not None:
        return _asking(session, session.hurting, size)
    index, into = session.place(now)
    phase = session.phases[min(index, len(session.phases) - 1)]
    left = _left(session, phase, into, now)
    top = [_headline(session, phase, left)]
    if _tiny(size):
        return [_line(f"{top[0].plain} {session.turn(phase).name}")]
    roomy = lines >= ROOMY_HEIGHT
    above: list[RenderableType] = [*top, _bar(phase.seconds, left, columns), _name(session, phase)]
    below: list[RenderableType] = [_line(text) for text in _below(session, phase, now)]
    below.append(_bar(session.course.total_seconds, session.seconds_left(now), columns))
    if roomy:
        above.append(Text())
        below = [
            Text(),
            *below,
            Text(),
            _line(
                f"Any key {_any_key(session)}.  n next  b back  x it hurts  q stop  ? keys", "dim"
            ),
        ]
    middle = list(_middle(session, phase, into, note, show_keys=show_keys, stop_rule=stop_rule))
    room = lines - len(above) - len(below)
    wrapped = [line for text in middle for line in _wrapped(text, columns)]
    return [*above, *wrapped[:room], *below]


def with_sound_off(drawn: list[RenderableType], columns: int) -> list[RenderableType]:
    """Return a frame that says that the sound is off: beside its headline, or else below it."""
    first = drawn[0]
    if isinstance(first, Text) and first.cell_len + len(SOUND_OFF) + 2 <= columns:
        sign = (f"  {SOUND_OFF}", "bold not reverse")
        return [Text.assemble(first, sign, no_wrap=True), *drawn[1:]]
    return [first, _line(SOUND_OFF)] if len(drawn) == 1 else drawn


def _tiny(size: tuple[int, int]) -> bool:
    return size[0] < LEAST_WIDTH or size[1] < LEAST_HEIGHT


def _asking(session: Session, hurting: int, size: tuple[int, int]) -> list[RenderableType]:
    """The question how a place hurts, cut to the screen."""
    course, turn = session.course, session.course.turns[hurting]
    shown = asked_briefly(course, turn, size[0]) if _tiny(size) else asked(course, turn, size)
    lines: list[RenderableType] = [_line(text, style) for text, style in shown]
    return lines[: size[1]]


def _any_key(session: Session) -> str:
    if session.waiting:
        return "begins"
    return "goes on" if session.paused else "pauses"


def _left(session: Session, phase: Phase, into: float, now: float) -> float:
    if session.resumes_at is not None:
        return session.resumes_at - now
    if session.waiting:
        number, _ = session.place(now)
        coming = session.phases[number:]
        return next(
            each.seconds for each in coming if each.kind in {PhaseKind.HOLD, PhaseKind.EXERCISE}
        )
    return phase.seconds - into


def _headline(session: Session, phase: Phase, left: float) -> Text:
    label = _label(session, phase)
    style = "bold reverse" if phase.kind is PhaseKind.HOLD else "bold"
    if session.paused:
        label, style = "READY?" if session.waiting else "PAUSED", "bold reverse"
    elif session.leaning_in:
        label, style = PHASES[PhaseKind.PRESS].label, "bold"
    shown = clock_time(max(left - 0.001, 0.001))
    return Text.assemble((f" {shown} ", style), " ", (label, "bold"))


def _label(session: Session, phase: Phase) -> str:
    """What is being done; a hold is called after its rhythm."""
    return PHASES[phase.kind].label or session.turn(phase).rhythm.title


def _name(session: Session, phase: Phase) -> Text:
    return _line(session.turn(phase).name, "bold")


def _bar(total: float, left: float, columns: int) -> RenderableType:
    width = min(columns, WIDEST_BAR)
    done = max(0.0, total - left) / max(total, 0.1)
    return _filled(width, int(done * width * 2))


@cache
def _filled(width: int, halves: int) -> RenderableType:
    """A bar of so many cells, filled by half cells, which is all that a terminal can show."""
    return Padding(ProgressBar(total=width * 2, completed=halves, width=width), 0, expand=False)


def _middle(
    session: Session, phase: Phase, into: float, note: str, *, show_keys: bool, stop_rule: str
) -> Iterator[str]:
    ready = READY if session.waiting else ""
    yield from dict.fromkeys(filter(None, (ready, note)))
    if show_keys:
        yield from (f"{key}: {meaning}" for key, meaning in HELP)
        return
    if phase.kind is PhaseKind.HOLD and not session.paused:
        yield _pace(session, phase, into)
    if phase.kind in {PhaseKind.PRESS, PhaseKind.HOLD} and phase.stop_rule:
        yield stop_rule
    turn = session.turn(phase)
    named = phase.text in {"", turn.instruction}  # the name stands above already
    yield turn.find if named else phase.text


def _pace(session: Session, phase: Phase, into: float) -> str:
    """The beat of a pulsed hold, for any other the breath, with a dot for each second left."""
    rhythm = session.turn(phase).rhythm
    if not rhythm.pulsed:
        direction, seconds = breath(into)
        return f"Breathe {direction}  {'●' * seconds}"
    if session.leaning_in:
        return "Press"
    word, seconds = beat(into + 0.001, rhythm.press, rhythm.release)
    return f"{word}  {'●' * seconds}"


def _below(session: Session, phase: Phase, now: float) -> Iterator[str]:
    turn = session.turn(phase)
    following = [each.turn for each in session.phases if each.turn > phase.turn]
    name = session.course.turns[following[0]].name if following else "the end"
    yield f"Next: {name}"
    steps = len(session.course.routine.steps)
    left = clock_time(session.seconds_left(now) - 0.001)
    yield f"{left} left in all. Step {turn.step} of {steps}, {turn.step_title}"


def _line(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style, no_wrap=True, overflow="ellipsis")


@cache
def _wrapped(text: str, columns: int) -> list[Text]:
    import textwrap

    return [_line(part) for part in textwrap.wrap(printable(text), min(columns, 72))]
