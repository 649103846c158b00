"""What is pressed, where and how, when to stop, and what comes next, as lines."""

from __future__ import annotations

from presspoint.cues.turn_words import next_briefly, next_words
from presspoint.terminal.cells import cell_width
from presspoint.terminal.screen import words
from presspoint.terminal.screen.layout import Layout, Slot
from presspoint.terminal.screen.lines import Contents, Spans, as_lines, line, paragraph, shorten
from presspoint.terminal.styles import Style
from presspoint.words import printable

LEAST_WORDS, ROOMY = 2, 8  # rows: fewer say nothing of use; so many have room for a gap


def instruction(at: words.Scene, layout: Layout, beside: words.Beside) -> Contents:
    """Return the lines of each slot; what has none of its own begins the words."""
    columns, contents, first = layout.words_columns, Contents(), list[Spans]()
    above: tuple[tuple[Slot, str, int, Style], ...] = (
        (Slot.GUIDE, words.guide(at), columns, ""),
        (Slot.RULE, words.rule(at, beside.stop_rule), layout.columns, "bold"),
    )
    for slot, text, width, style in above:
        if layout.has(slot):
            contents[slot] = paragraph(text, width, len(layout.rows(slot)), style)
        else:
            first += paragraph(text, columns, len(layout.rows(Slot.WORDS)), style)
    contents[Slot.WORDS] = _words(at, layout, beside, first)
    if not at.is_over:
        contents[Slot.PLACE] = [_place(at, columns)]
        contents[Slot.TITLE] = [line(at.turn.title, columns, "dim")]
        contents[Slot.NEXT] = [_next(at, layout.columns)]
    return contents


def _words(
    at: words.Scene, layout: Layout, beside: words.Beside, first: list[Spans]
) -> list[Spans]:
    """The lines that come first, what comes before the words, and as much of these as fits."""
    columns, room = layout.words_columns, len(layout.rows(Slot.WORDS))
    lines = [*first, *paragraph(words.comes_first(at, beside), columns, room - len(first))]
    if len(lines) > len(first) and room >= ROOMY:
        lines.append(())
    if (text := words.to_do(at)) and room - len(lines) >= LEAST_WORDS:
        lines += as_lines(words.page(at, text, columns, room - len(lines)))
    # Never in place of our words: in the rows that these leave.
    note = words.own_note(at, beside.own_notes)
    lines += paragraph(note, columns, max(0, room - len(lines)), "dim")
    return lines[:room]


def _place(at: words.Scene, columns: int) -> Spans:
    """What is pressed and on which side, in bold."""
    return line(_with_whole_side(at.turn.name, columns), columns, "bold")


def _next(at: words.Scene, columns: int) -> Spans:
    """What comes next, and its round where there is room for that."""
    following = words.following(at)
    text = next_words(following)
    if cell_width(text) > columns:
        text = next_briefly(following)
    return line(_with_whole_side(text, columns), columns)


def _with_whole_side(text: str, columns: int) -> str:
    """A place with its side after a comma; where both are too long the side stays whole."""
    name = printable(text)
    part, comma, side = name.rpartition(", ")
    if cell_width(name) > columns and comma:
        return shorten(part, columns - cell_width(side) - 2) + comma + side
    return name
