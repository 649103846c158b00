"""Every pair of colours that a session is drawn in, on black and on white, in common terminals."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.color import ColorSystem
from rich.style import Style

from presspoint.catalogue.tables import Catalogue
from presspoint.run.drawings.session import course_sheets
from presspoint.session import controls, pausing
from presspoint.session.actions import Action
from presspoint.session.advance import advance
from presspoint.session.state import start
from presspoint.terminal import pictures
from presspoint.terminal.screen.drawings import Drawings
from presspoint.terminal.screen.frame import frame
from presspoint.terminal.screen.lines import Frame
from presspoint.terminal.screen.words import Beside
from presspoint.terminal.styles import CODES, write_in
from support.plans import planned
from support.screens import STOP_RULE

Colour = tuple[int, int, int]
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
# WCAG 2.2: text, 1.4.3, and what is large or no text, 1.4.11. What is dim is never needed: the code
# and name beside the place in plain words, and the part of the bar that is still to come.
TEXT, BESIDE = 4.5, 3.0
DIM = 0.5  # of the way to the background, as iTerm2 and Windows Terminal have it; others less far
PALETTES = {
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5"
    " 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "VGA": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa"
    " 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "GNOME": "171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc"
    " 5e5c64 f66151 33da7a e9ad0c 2a7bde c061cb 33c7de ffffff",
    "Tango": "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf"
    " 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec",
    "macOS": "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf"
    " 666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5",
    "Windows": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc"
    " 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
}
SIZES = [(120, 40), (80, 24), (60, 20), (40, 12), (30, 8)]


def luminance(colour: Colour) -> float:
    """Return WCAG's relative luminance, 0 to 1."""
    parts = [each / 255 for each in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return WCAG's contrast, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def parsed(palette: str) -> list[Colour]:
    values = [int(each, 16) for each in palette.split()]
    return [(each >> 16, each >> 8 & 255, each & 255) for each in values]


def pair(style: Style, palette: list[Colour], ground: Colour) -> tuple[Colour, Colour]:
    """Return what a style comes to on a background: its own colour, and what is behind it."""
    ink = WHITE if ground == BLACK else BLACK
    if style.color and style.color.number is not None:
        ink = palette[style.color.number]
    if style.dim:
        red, green, blue = (round(a + (b - a) * DIM) for a, b in zip(ink, ground, strict=True))
        ink = red, green, blue
    return (ground, ink) if style.reverse else (ink, ground)


def every_frame(catalogue: Catalogue) -> Iterator[Frame]:
    """Yield frames of every kind: each phase, a pause, the question, the keys, a note, the end."""
    course = planned(catalogue).course
    drawings = Drawings(dict(course_sheets(catalogue, course)), "braille")
    seconds = course.total_seconds
    for now in range(1, int(seconds), 5):
        session, _ = advance(start(course, 0.0), now)
        paused, _ = pausing.pause(session, now)
        hurting, _ = controls.apply(session, Action.HURTS, now)
        for size in SIZES:
            plain = Beside(stop_rule=STOP_RULE, note="Longer.", remark="It may sleep.")
            plain = plain._replace(drawings=drawings)
            listed = plain._replace(shows_keys=True, is_silent=True)
            for each, beside in ((session, plain), (paused, listed), (hurting, plain)):
                yield frame(each, now, size, beside)
            yield frame(session, seconds + 1, size, plain)


def test_every_pair_of_colours_is_legible_on_black_and_on_white(catalogue: Catalogue) -> None:
    names = {piece.style for each in every_frame(catalogue) for row in each for piece in row}
    names |= set(pictures.STYLES.values())
    assert set(CODES) == names
    for name in names:
        style = Style.parse(name)
        for palette in PALETTES.values():
            for ground in (BLACK, WHITE):
                least = BESIDE if style.dim or style.color else TEXT
                assert contrast(*pair(style, parsed(palette), ground)) >= least, (name, ground)


def test_of_the_sixteen_colours_only_bright_red_can_be_seen_everywhere() -> None:
    """Why a session is drawn in the terminal's own two colours; and what is left for a mark."""
    legible = [
        number
        for number in range(16)
        if all(
            contrast(parsed(palette)[number], ground) >= BESIDE
            for palette in PALETTES.values()
            for ground in (BLACK, WHITE)
        )
    ]
    assert legible == [9]
    assert CODES[pictures.STYLES["place"]] == "1;91"


def test_no_color_takes_colours_and_leaves_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for name in CODES:
        style = Style.parse(name).without_color
        assert write_in(name, "x") == style.render("x", color_system=ColorSystem.STANDARD)


def test_what_is_written_is_what_rich_writes_for_the_same_name() -> None:
    for name in CODES:
        shown = Style.parse(name).render("x", color_system=ColorSystem.STANDARD) if name else "x"
        assert write_in(name, "x") == shown
