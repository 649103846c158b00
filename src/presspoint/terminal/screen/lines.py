"""A line of the screen as a value, and texts made to fit."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from presspoint.named_tuple import NamedTuple
from presspoint.terminal.cells import cell_width, cut, wrap
from presspoint.terminal.screen.layout import Layout, Slot
from presspoint.terminal.styles import Style
from presspoint.words import printable

MORE = "…"
SENTENCE_ENDS = r"(?<=[.!?])\s+|(?<=[。！？])"  # compiled where a text is too long: few are


class Span(NamedTuple):
    """Text in one style; the empty one is the terminal's own."""

    text: str
    style: Style = ""


Spans = tuple[Span, ...]  # of one line
Frame = tuple[Spans, ...]
Contents = dict[Slot, Sequence[Spans]]


def line(text: str, columns: int, style: Style = "") -> Spans:
    """Return a line of one text, made printable; where it is too long, a mark ends it."""
    return (Span(shorten(printable(text), columns), style),)


def shorten(text: str, columns: int) -> str:
    """Return text in so many cells; where something is cut off, a mark ends it."""
    if cell_width(text) <= columns:
        return text
    return cut(text, max(0, columns - 1)).rstrip() + MORE


def paragraph(text: str, columns: int, rows: int, style: Style = "") -> tuple[Spans, ...]:
    """Return as many whole sentences as fit, as lines; a mark says that there are more."""
    return as_lines(pages(text, columns, rows)[0], style) if text and rows else ()


def as_lines(texts: tuple[str, ...], style: Style = "") -> tuple[Spans, ...]:
    """Return texts that fit already, a line each."""
    return tuple((Span(each, style),) for each in texts)


def with_margin(layout: Layout, lines: Iterable[Spans]) -> Frame:
    """Return lines as they stand on the screen, those with anything in them from its left on."""
    margin = (Span(" " * layout.left),) if layout.left else ()
    return tuple(margin + each if each else each for each in lines)


@cache
def pages(text: str, columns: int, rows: int) -> tuple[tuple[str, ...], ...]:
    """Return text as pages of so many lines at most, each of whole sentences where these fit.

    A mark says where a page goes on with the next one, or came from the one before.
    """
    safe = printable(text, limit=4000)
    whole = wrap(safe, columns)
    if len(whole) <= rows:
        return (tuple(whole),)
    fullest = _pages(safe, columns, rows)
    # Of as many pages, the shortest: none is to be shown for the last three words only.
    shorter = (_pages(safe, columns, each) for each in range(rows // 2 + 1, rows))
    return next((each for each in shorter if len(each) == len(fullest)), fullest)


@cache
def ending(text: str, columns: int, rows: int) -> tuple[str, ...]:
    """Return as many whole sentences as fit from the end of a text, as lines.

    A mark says that there are more before; of a last one that is too long the beginning stands.
    """
    safe = printable(text, limit=4000)
    sentences = re.split(SENTENCE_ENDS, safe)
    for first in range(len(sentences)):
        before = f"{MORE} " if first else ""
        lines = wrap(before + " ".join(sentences[first:]), columns)
        if len(lines) <= rows:
            return tuple(lines)
    return pages(sentences[-1], columns, rows)[0]


def _pages(text: str, columns: int, rows: int) -> tuple[tuple[str, ...], ...]:
    """Text as pages, each as full as whole sentences make it."""
    texts = [""]
    for sentence in re.split(SENTENCE_ENDS, text):
        longer = f"{texts[-1]} {sentence}".strip()
        if texts[-1] and len(wrap(f"{longer} {MORE}", columns)) > rows:
            texts[-1] += f" {MORE}"
            texts.append(f"{MORE} {sentence}")
        else:
            texts[-1] = longer
    return tuple(page for each in texts for page in _cut(each, columns, rows))


def _cut(text: str, columns: int, rows: int) -> list[tuple[str, ...]]:
    """A page, or several where one sentence is longer than a page."""
    lines = wrap(text, columns)
    if len(lines) <= rows:
        return [tuple(lines)]
    lines = wrap(text, columns - 2 * len(f"{MORE} "))
    parts = [lines[start : start + rows] for start in range(0, len(lines), rows)]
    for part, following in pairwise(parts):
        part[-1] += f" {MORE}"
        following[0] = f"{MORE} {following[0]}"
    return [tuple(part) for part in parts]
