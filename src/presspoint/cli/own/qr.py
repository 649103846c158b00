"""The command that prints a routine as a QR code, for `catalogue add` on another machine."""

from typing import Annotated

from presspoint.cli.parsing import option
from presspoint.run.options import Options
from presspoint.storage.catalogue_file import load_for_playing
from presspoint.storage.new_file import write_new_file
from presspoint.terminal.lists.qr import (
    Squares,
    can_draw_squares,
    draw_squares,
    has_room,
    room_for,
)
from presspoint.terminal.output import remark, say

NO_ROOM = (
    "The QR code needs {columns} columns and {lines} lines. Make the window larger, or save it "
    "with --svg FILE. Its text:"
)
HOW_TO_READ = (
    "A phone reads it as text. On the other computer, type presspoint catalogue add and that text."
)


def show_qr(
    name: Annotated[str, option.argument("NAME", "The routine, such as physio.", "routines")],
    pain: option.Pain = None,
    upper_back: option.UpperBack = False,
    side: option.Side = None,
    helper: option.Helper = False,
    warm_up: option.WarmUp = None,
    text: Annotated[
        bool, option.flag("--text", "Print its text, which can be pasted too.")
    ] = False,
    svg: option.Svg = None,
) -> None:
    """Print a routine as a QR code.

    It holds the routine only, nothing of you. presspoint catalogue add reads it.
    """
    from presspoint.run.sharing import code_to_share, text_to_share  # the other commands need none

    options = Options(name, pain, upper_back, side=side, helper=helper, warm_up=warm_up)
    words = text_to_share(load_for_playing(), name, options.choices)
    if svg is not None:
        write_new_file(svg, code_to_share(words).svg)
        say(f"Saved in {svg}.")
    elif text or not can_draw_squares():
        say(words)
    else:
        _draw(code_to_share(words).rows, words)


def _draw(squares: Squares, words: str) -> None:
    """Print a code, or its text where the terminal has no room for all of the code."""
    columns, lines = room_for(squares)
    if has_room(columns, lines):
        draw_squares(squares)
        say(HOW_TO_READ)
    else:
        remark(NO_ROOM.format(columns=columns, lines=lines))
        say(words)
