"""The picture of a place as large as the screen lets it be, with the time and what to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presspoint import phrases
from presspoint.session.modes import WaitingForKey
from presspoint.terminal.cells import wrap
from presspoint.terminal.screen import words
from presspoint.terminal.screen.countdown import Heading, digit_lines, headline
from presspoint.terminal.screen.layout import Layout, Slot, enlarged_layout_of
from presspoint.terminal.screen.lines import Contents, Span, Spans, as_lines, line, paragraph
from presspoint.terminal.styles import Style
from presspoint.words import printable

if TYPE_CHECKING:
    from presspoint.terminal.screen.drawings import Drawings


def enlarged(at: words.Scene, layout: Layout, beside: words.Beside, above: Heading) -> Contents:
    """Return the lines of each slot of an enlarged layout, but for the keys and remarks."""
    columns = layout.words_columns
    name = as_lines(tuple(wrap(printable(at.turn.name), columns)), "bold")
    return {
        **_time(above, layout),
        Slot.PLACE: name[: len(layout.rows(Slot.PLACE))],
        Slot.WORDS: _words(at, layout, beside),
    }


def obstacle(at: words.Scene, drawings: Drawings | None, size: tuple[int, int]) -> str:
    """Return why no picture can be shown enlarged now; empty where one can."""
    if not at.turn.is_hold:
        return phrases.NO_PLACE
    if drawings is None:
        return phrases.PICTURES_OFF
    if at.phase.turn not in drawings.sheets or not words.is_at_place(at):
        return phrases.NO_PICTURE
    return "" if enlarged_layout_of(size) else phrases.NO_ROOM


def _time(above: Heading, layout: Layout) -> Contents:
    """The countdown, in block digits where they fit; then what it counts is below them."""
    columns = layout.words_columns
    digits = digit_lines(above.time, 1)
    if not layout.has(Slot.COUNTDOWN) or sum(len(each.text) for each in digits[0]) > columns:
        return {Slot.HEADLINE: [headline(above, columns)]}
    label = Span(f" {above.label} " if above.stands_out else above.label, _style(above))
    marks = "  ".join(filter(None, above.marks))
    return {Slot.COUNTDOWN: digits, Slot.HEADLINE: [(label,)], Slot.TITLE: [line(marks, columns)]}


def _style(above: Heading) -> Style:
    return "bold reverse" if above.stands_out else "bold"


def _words(at: words.Scene, layout: Layout, beside: words.Beside) -> list[Spans]:
    """How to go on, or when to stop pressing; then where the place is, and the own note on it.

    The picture says where too: what does not fit whole is left out but for what comes first.
    """
    columns, room = layout.words_columns, len(layout.rows(Slot.WORDS))
    waits = isinstance(at.session.mode, WaitingForKey)
    first = words.comes_first(at, beside) or words.rule(at, beside.stop_rule)
    lines = [*paragraph(words.guide(at) if waits else first, columns, room, "bold")]
    texts: tuple[tuple[str, Style], ...] = (
        (at.turn.place, ""),
        (words.own_note(at, beside.own_notes), "dim"),
    )
    for text, style in texts:
        more = as_lines(tuple(wrap(printable(text), columns)), style)
        gap = [()] if lines and more and room > len(lines) + len(more) else []
        if len(lines) + len(gap) + len(more) <= room:
            lines += [*gap, *more]
    return lines
