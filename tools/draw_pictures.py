"""Draws the pictures of the README: a moment of a session, and the card of a point.

    python tools/draw_pictures.py [FOLDER]

They are what the program prints on a terminal of 80 x 24, as SVG; without FOLDER they go to
docs/pictures/. A test compares their text with that of today's program.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from presspoint.__main__ import run_guarded
from presspoint.catalogue.routines import routine
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.plan import build
from presspoint.safety.answers import Flags
from presspoint.safety.screening import screen
from presspoint.session.state import Session, start
from presspoint.storage.catalogue_file import load
from presspoint.terminal.screen.frame import frame
from presspoint.terminal.screen.words import Beside

COLUMNS, LINES = 80, 24
FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
ROUTINE, POINT, SECONDS_INTO = "lower-back", "BL23", 21.0
CARD = ("point", POINT)
# Rich names a font on the web; a picture of ours fetches nothing.
FONT = re.compile(r"\s*@font-face \{[^}]*\}")


class Terminal(StringIO):
    """What is printed for a person to read, and not on a pipe."""

    def isatty(self) -> bool:
        """Whether it is a terminal: yes."""
        return True


def session_picture() -> str:
    """Return a moment of the routine, in the first hold of the point, as SVG."""
    catalogue = load()
    wanted = routine(catalogue, ROUTINE)
    course = build(catalogue, wanted, {}, screen(catalogue, wanted, Flags())).course
    session = start(course, 0.0)
    beside = Beside(stop_rule=catalogue.text("stop-rule"))
    canvas = _canvas()
    for row in frame(session, _moment(session), (COLUMNS, LINES), beside):
        canvas.print(Text.assemble(*row))
    return _svg(canvas, f"presspoint routine {ROUTINE}")


def card_picture() -> str:
    """Return the card of the point as SVG."""
    printed = Terminal()
    with redirect_stdout(printed):
        run_guarded([*CARD])
    canvas = _canvas()
    canvas.print(Text.from_ansi(printed.getvalue()))
    return _svg(canvas, f"presspoint {' '.join(CARD)}")


def _moment(session: Session) -> float:
    """When the first hold of the point has been held for some seconds."""
    at = 0.0
    for phase in session.phases:
        if phase.kind is PhaseKind.HOLD and POINT in session.turn(phase).points:
            return at + SECONDS_INTO
        at += phase.seconds
    raise ValueError(f"{ROUTINE} does not press {POINT}")


def _canvas() -> Console:
    return Console(
        width=COLUMNS,
        record=True,
        file=StringIO(),
        force_terminal=True,
        color_system="standard",
        highlight=False,
        legacy_windows=False,
    )


def _svg(canvas: Console, title: str) -> str:
    return FONT.sub("", canvas.export_svg(title=title, unique_id="presspoint")) + "\n"


def main() -> None:
    """Write both pictures; whatever the person has set does not show in them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"PRESSPOINT_HOME": home, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
        for name in ("NO_COLOR", "FORCE_COLOR", "ACCESSIBLE"):
            os.environ.pop(name, None)
        pictures = {"session.svg": session_picture(), "card.svg": card_picture()}
    for name, picture in pictures.items():
        (folder / name).write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
