"""Draws what the screen of a session shows at a moment, as SVG or as text.

    python tools/frames.py --to DIR [--size 80x24] [--light] [MOMENT ...]
    python tools/frames.py --text [--size 80x24] [MOMENT ...]

The program's own display draws it, from a session that is played second by second by a clock of our
own. `picture` returns one SVG; nothing in it is fetched from anywhere.
"""

from __future__ import annotations

import argparse
import fcntl
import html
import io
import os
import pty
import re
import struct
import sys
import termios
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from presspoint.catalogue.routines import routine
from presspoint.pictures.grid import BITS
from presspoint.pictures.picture import Form
from presspoint.planning.course import Course
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.plan import build
from presspoint.run.drawings.session import course_sheets
from presspoint.safety.answers import Flags
from presspoint.safety.screening import screen
from presspoint.session import controls, pausing
from presspoint.session.actions import Action
from presspoint.session.advance import advance
from presspoint.session.state import Change, Session, start
from presspoint.storage.catalogue_file import load
from presspoint.terminal.display import Screen
from presspoint.terminal.screen.drawings import Drawings
from presspoint.terminal.screen.painter import CLEAR

NORMAL = [(0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0)]
NORMAL += [(0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229)]
BRIGHT = [(127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0)]
BRIGHT += [(92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)]
DARK = TerminalTheme((13, 17, 23), (230, 237, 243), NORMAL, BRIGHT)
LIGHT = TerminalTheme((255, 255, 255), (31, 35, 40), NORMAL, BRIGHT)
FONT_FACE = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
# A run of text in an SVG by Rich: its class, which is its colour, and where its line begins.
RUN = re.compile(
    r'(?P<before><text class="(?P<colour>[^"]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)"[^>]*>)'
    r"(?P<text>[^<]*)</text>"
)
CELL, LINE, BASE, DOT = 12.2, 24.4, 0.82, 2.0  # of Rich's SVG: a cell, a line, its base in it
BRAILLE = ("\u2800", "\u28ff")
PLACED = re.compile(r"\x1b\[(\d+);1H\x1b\[K(.*?)(?=\x1b\[\d+;\d+H|$)", re.DOTALL)


class Moment(NamedTuple):
    """A phase of lower-back: the one of this number of its kind, so many seconds into it.

    `act` is what a key does then, `shows_keys` whether the keys are listed,
    `is_enlarged` whether the picture of the place is.
    """

    kind: PhaseKind
    number: int = 0
    seconds: float = 5.0
    act: Callable[[Session, float], Change] | None = None
    shows_keys: bool = False
    is_enlarged: bool = False


def hurts(session: Session, now: float) -> Change:
    """Return the session with x pressed."""
    return controls.apply(session, Action.HURTS, now)


MOMENTS = {
    "ready": Moment(PhaseKind.REST, seconds=2.0),
    "move": Moment(PhaseKind.MOVE, 2),
    "find": Moment(PhaseKind.FIND, 1),
    "press": Moment(PhaseKind.PRESS, 0, 1.0),
    "hold": Moment(PhaseKind.HOLD, 2, 12.0),
    "first-hold": Moment(PhaseKind.HOLD, 0, 12.0),
    "moving": Moment(PhaseKind.EXERCISE, 0, 12.0),
    "release": Moment(PhaseKind.RELEASE, 1, 1.0),
    "enlarged": Moment(PhaseKind.HOLD, 2, 12.0, is_enlarged=True),
    "enlarged-hand": Moment(PhaseKind.FIND, 1, 12.0, is_enlarged=True),
    "pause": Moment(PhaseKind.HOLD, 2, 12.0, pausing.pause),
    "question": Moment(PhaseKind.HOLD, 2, 12.0, hurts),
    "keys": Moment(PhaseKind.HOLD, 2, 12.0, shows_keys=True),
    "end": Moment(PhaseKind.RELEASE, -1, 4.0),
}


class Paper(io.StringIO):
    """An output that keeps what is written to it, and has the size and letters of a terminal."""

    encoding = "utf-8"

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__()
        self.ends = pty.openpty()
        rows = struct.pack("HHHH", size[1], size[0], 0, 0)
        fcntl.ioctl(self.ends[1], termios.TIOCSWINSZ, rows)

    def fileno(self) -> int:
        """Return the terminal."""
        return self.ends[1]

    def isatty(self) -> bool:
        """Whether it is a terminal: yes."""
        return True

    def close(self) -> None:
        """Give the terminal back."""
        for end in self.ends:
            os.close(end)
        super().close()


@contextmanager
def paper(size: tuple[int, int]) -> Iterator[Paper]:
    """Let what is printed be kept, as if on a terminal of (columns, lines)."""
    before, sheet = sys.stdout, Paper(size)
    sys.stdout = sheet
    try:
        yield sheet
    finally:
        sys.stdout = before
        sheet.close()


def planned(name: str = "lower-back") -> tuple[Course, str]:
    """Return a routine's course for a person whom nothing limits, and the stop rule."""
    catalogue = load()
    wanted = routine(catalogue, name)
    plan = build(catalogue, wanted, {}, screen(catalogue, wanted, Flags()))
    return plan.course, catalogue.text("stop-rule")


def lines_at(
    moment: Moment, size: tuple[int, int], name: str = "lower-back", form: Form = "braille"
) -> list[Text]:
    """Return what a screen of (columns, lines) shows at a moment of a routine."""
    course, stop_rule = planned(name)
    session, now = start(course, 0.0), _when(course, moment)
    with paper(size) as sheet:
        display = Screen(stop_rule)
        display.drawings = Drawings(dict(course_sheets(load(), course)), form)
        session, events = advance(session, now)
        if moment.act:
            session, more = moment.act(session, now)
            events += more
        for event in events:
            display.tell(event)
        if moment.shows_keys:
            display.help()
        if moment.is_enlarged:
            display.enlarge(session, now)
        display.enter()
        display.show(session, now, muted=False)
        written = sheet.getvalue().rpartition(CLEAR)[2]
    rows = {int(row): codes for row, codes in PLACED.findall(written)}
    return [Text.from_ansi(rows.get(number, "")) for number in range(1, size[1] + 1)]


def _when(course: Course, moment: Moment) -> float:
    phases = [number for number, each in enumerate(course.phases) if each.kind is moment.kind]
    before = course.phases[: phases[moment.number]]
    return sum(each.seconds for each in before) + moment.seconds


def picture(name: str, size: tuple[int, int] = (80, 24), *, light: bool = False) -> str:
    """Return the SVG of a moment of MOMENTS, on dark or on light."""
    return svg(lines_at(MOMENTS[name], size), size, name, light=light)


def svg(lines: Iterable[Text], size: tuple[int, int], name: str, *, light: bool = False) -> str:
    """Return the lines of a screen as SVG, in which the name tells it from others on a page."""
    console = Console(
        record=True, width=size[0], file=io.StringIO(), force_terminal=True, highlight=False
    )
    for line in lines:
        console.print(line, no_wrap=True, crop=True)
    theme = LIGHT if light else DARK
    drawn = console.export_svg(title="presspoint", theme=theme, unique_id=f"presspoint-{name}")
    return RUN.sub(_with_dots, FONT_FACE.sub("", drawn))


def _with_dots(run: re.Match[str]) -> str:
    """Return a run of text with its braille as dots, which look the same in every font."""
    colour, left, base = run["colour"], float(run["x"]), float(run["y"])
    letters = html.unescape(run["text"])
    dots = "".join(
        f'<circle class="{colour}" cx="{left + CELL * (column + (0.28, 0.72)[across]):.1f}" '
        f'cy="{base + LINE * ((0.14, 0.38, 0.62, 0.86)[down] - BASE):.1f}" r="{DOT}"/>'
        for column, letter in enumerate(letters)
        if BRAILLE[0] <= letter <= BRAILLE[1]
        for down, bits in enumerate(BITS)
        for across, bit in enumerate(bits)
        if ord(letter) & bit
    )
    blank = "".join("\xa0" if BRAILLE[0] <= each <= BRAILLE[1] else each for each in letters)
    text = html.escape(blank).replace("\xa0", "&#160;")
    return f"{run['before']}{text}</text>{dots}" if dots else run[0]


def as_text(lines: list[Text]) -> str:
    """Return lines as text, with what is drawn by spaces in reverse as blocks."""
    return "\n".join(_plain(line) for line in lines)


def _plain(line: Text) -> str:
    plain = line.plain
    for start_at, end, style in line.spans:
        is_block = isinstance(style, Style) and style.reverse and not plain[start_at:end].strip()
        plain = plain[:start_at] + "█" * (end - start_at) + plain[end:] if is_block else plain
    return plain.rstrip()


def main() -> None:
    """Write or print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("moments", nargs="*", default=list(MOMENTS), metavar="MOMENT")
    parser.add_argument("--size", default="80x24", help="columns x lines; 80x24")
    parser.add_argument("--light", action="store_true", help="on a light background")
    parser.add_argument("--text", action="store_true", help="print text")
    parser.add_argument("--to", type=Path, help="the folder for the files")
    given = parser.parse_args()
    columns, lines = map(int, given.size.split("x"))
    for name in given.moments:
        if given.text:
            print(as_text(lines_at(MOMENTS[name], (columns, lines))))
        else:
            ground = "light" if given.light else "dark"
            file = given.to / f"{name}-{given.size}-{ground}.svg"
            file.write_text(picture(name, (columns, lines), light=given.light), encoding="utf-8")


if __name__ == "__main__":
    main()
