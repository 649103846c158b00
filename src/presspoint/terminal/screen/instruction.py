"""What is pressed, where and how, when to stop, and what comes next, as rows."""

from __future__ import annotations

from presspoint.cues.sentences import next_words
from presspoint.terminal.cells import cell_width
from presspoint.terminal.screen import words
from presspoint.terminal.screen.layout import Layout, Part
from presspoint.terminal.screen.rows import Parts, Row, as_rows, line, paragraph, shorten
from presspoint.words import printable

LEAST_WORDS, ROOMY = 2, 8  # rows: fewer say nothing of use; so many have room for a gap


def instruction(at: words.Moment, layout: Layout, beside: words.Beside) -> Parts:
    """Return the rows of each part; what has no rows of its own begins the words."""
    columns, parts, first = layout.words_columns, Parts(), list[Row]()
    for part, text, width, style in (
        (Part.GUIDE, words.guide(at), columns, ""),
        (Part.RULE, words.rule(at, beside.stop_rule), layout.columns, "bold"),
    ):
        if layout.has(part):
            parts[part] = paragraph(text, width, len(layout.rows(part)), style)
        else:
            first += paragraph(text, columns, len(layout.rows(Part.WORDS)), style)
    parts[Part.WORDS] = _words(at, layout, beside, first)
    if not at.is_over:
        parts[Part.PLACE] = [_place(at, columns)]
        parts[Part.TITLE] = [line(at.turn.title, columns, "dim")]
        parts[Part.NEXT] = [line(next_words(words.following(at)), layout.columns)]
    return parts


def _words(at: words.Moment, layout: Layout, beside: words.Beside, first: list[Row]) -> list[Row]:
    """The rows that come first, what comes before the words, and as much of these as fits."""
    columns, room = layout.words_columns, len(layout.rows(Part.WORDS))
    rows = [*first, *paragraph(words.comes_first(at, beside), columns, room - len(first))]
    if len(rows) > len(first) and room >= ROOMY:
        rows.append(())
    if (text := words.to_do(at)) and room - len(rows) >= LEAST_WORDS:
        rows += as_rows(words.page(at, text, columns, room - len(rows)))
    return rows[:room]


def _place(at: words.Moment, columns: int) -> Row:
    """What is pressed and on which side, in bold; where it is too long the side stays whole."""
    name = printable(at.turn.name)
    part, comma, side = name.rpartition(", ")
    if cell_width(name) > columns and comma:
        name = shorten(part, columns - cell_width(side) - 2) + comma + side
    return line(name, columns, "bold")
