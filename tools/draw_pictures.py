"""Draws the pictures of the README: a moment of a session, and the card of a point.

    python tools/draw_pictures.py [FOLDER]

They are what the program shows on a terminal of 80 x 24, as SVG; without FOLDER they go to
docs/pictures/. A test compares their text with that of today's program.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from frames import paper, picture, svg
from rich.text import Text

from presspoint.__main__ import run_guarded

SIZE = (80, 24)
FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
POINT = "BL23"
UNSET = ("ACCESSIBLE", "COLUMNS", "FORCE_COLOR", "NO_COLOR")


def card() -> str:
    """Return the card of the point as SVG."""
    with paper(SIZE) as sheet:
        if code := run_guarded(["point", POINT]):
            sys.exit(code)
        printed = sheet.getvalue()
    return svg(map(Text.from_ansi, printed.splitlines()), SIZE, "card")


def main() -> None:
    """Write both pictures; nothing that is set or saved on this machine shows in them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(exist_ok=True)
    for name in UNSET:
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"PRESSPOINT_HOME": home, "TERM": "xterm-256color"}
        pictures = {"session": picture("hold", SIZE), "card": card()}
    for name, drawn in pictures.items():
        (folder / f"{name}.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
