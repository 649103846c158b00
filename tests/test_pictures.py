"""The pictures of the README show what the program prints today, and fetch nothing."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[1]
COMMITTED = TOP / "docs" / "pictures"
DRAW_ANEW = "python tools/draw_pictures.py"
NAMES = {"session.svg", "card.svg"}


def text_of(picture: Path) -> list[str]:
    """Return the texts of an SVG; how Rich draws round them differs from version to version."""
    texts = re.findall(r"<text [^>]*>([^<]*)</text>", picture.read_text(encoding="utf-8"))
    return [html.unescape(text).replace("\xa0", " ").rstrip() for text in texts]


def test_the_pictures_show_what_is_printed_today(tmp_path: Path) -> None:
    subprocess.run([sys.executable, TOP / "tools" / "draw_pictures.py", tmp_path], check=True)
    assert {each.name for each in tmp_path.iterdir()} == NAMES
    for name in NAMES:
        assert text_of(COMMITTED / name) == text_of(tmp_path / name), DRAW_ANEW
        assert "Lower back" in "".join(text_of(COMMITTED / name))


def test_a_picture_fetches_nothing() -> None:
    for name in NAMES:
        picture = (COMMITTED / name).read_text(encoding="utf-8")
        assert "url(http" not in picture
        assert not re.search(r"(?:href|src)\s*=", picture)
