"""A session drawn as a value: what each part of the screen says, put where the layout has it."""

from __future__ import annotations

from collections.abc import Iterable

from presspoint.session.modes import AskingAboutPain
from presspoint.session.state import Session
from presspoint.terminal.screen import words
from presspoint.terminal.screen.countdown import (
    SOUND_OFF,
    Heading,
    block_rows,
    heading,
    headline,
)
from presspoint.terminal.screen.instruction import instruction
from presspoint.terminal.screen.key_rows import key_list, key_row
from presspoint.terminal.screen.layout import Layout, Part, is_tiny, layout_of
from presspoint.terminal.screen.rows import Frame, Parts, Piece, Row, line, paragraph

LEAST_BAR = 4
LIST_FROM = Part.PLACE  # the keys are listed from here on


ALONE = words.Beside()


def frame(
    session: Session, now: float, size: tuple[int, int], beside: words.Beside = ALONE
) -> Frame:
    """Return the session at `now` for a screen of (columns, lines), row by row.

    Below 30 x 8 everything but a question is one line.
    """
    if isinstance(session.mode, AskingAboutPain) and not beside.has_ended:
        from presspoint.terminal.screen.question import question  # most sessions ask nothing

        return question(session, session.mode.turn, size, is_silent=beside.is_silent)
    at = words.moment_of(session, now, has_ended=beside.has_ended)
    above = heading(at, now, is_silent=beside.is_silent)
    if is_tiny(size):
        return _tiny(above, at.turn.name, size)
    layout = layout_of(size)
    parts = {
        **_edges(at, now, layout, above),
        **(_listed(layout) if beside.shows_keys else instruction(at, layout, beside)),
        **_remarks(at, layout, beside),
    }
    return _placed(layout, parts)


def _tiny(heading: Heading, name: str, size: tuple[int, int]) -> Frame:
    """The countdown and what is pressed; that the sound is off where there is a second line."""
    first = line(f" {heading.time}  {heading.label} {name}", size[0], "bold")
    is_silent = SOUND_OFF in heading.marks and size[1] > 1
    return (first, line(SOUND_OFF, size[0])) if is_silent else (first,)


def _edges(at: words.Moment, now: float, layout: Layout, heading: Heading) -> Parts:
    """What stands above and below the instruction."""
    height, columns = len(layout.rows(Part.COUNTDOWN)), layout.columns
    parts: Parts = {Part.SESSION: [_session(at, now, columns)], Part.KEYS: [key_row(at, columns)]}
    if height:
        return parts | {Part.COUNTDOWN: block_rows(heading, height, layout.words_columns)}
    return parts | {Part.HEADLINE: [headline(heading, columns)]}


def _listed(layout: Layout) -> Parts:
    """All keys, in place of the instruction."""
    last = Part.NEXT if layout.has(Part.NEXT) else Part.WORDS
    rows = layout.rows(last).stop - layout.rows(LIST_FROM).start
    return {LIST_FROM: key_list(layout.columns, rows)}


def _placed(layout: Layout, parts: Parts) -> Frame:
    """The rows of all parts where the layout has them; a list goes on over what is below it."""
    placed: list[Row] = [() for _ in layout.letters]
    for part, rows in parts.items():
        if not layout.has(part):
            continue
        first = layout.rows(part)[0]
        placed[first : first + len(rows)] = rows
    return with_margin(layout, placed[: len(layout.letters)])


def with_margin(layout: Layout, rows: Iterable[Row]) -> Frame:
    """Return rows as they stand on the screen, those with anything in them from its left on."""
    margin = (Piece(" " * layout.left),) if layout.left else ()
    return tuple(margin + row if row else row for row in rows)


def _session(at: words.Moment, now: float, columns: int) -> Row:
    """The step, a bar of the whole session, and the time to go, on one line."""
    step, time = words.step_and_time(at, now)
    width = columns - len(step) - len(time) - 4
    if width < LEAST_BAR:
        return line(time, columns)
    total = at.session.course.total_seconds
    part = 1.0 - at.session.seconds_left(now) / max(total, 0.1)
    return (Piece(f"{step}  "), *bar(width, part), Piece(f"  {time}"))


def bar(width: int, part: float) -> tuple[Piece, ...]:
    """Return a bar of so many cells, of which a part is filled, by half cells.

    The rest is a thin line, fainter on light and dark alike.
    """
    halves = max(0, min(2 * width, int(part * width * 2)))
    filled = "━" * (halves // 2) + "╾" * (halves % 2)
    return Piece(filled, "bold"), Piece("─" * (width - len(filled)), "dim")


def _remarks(at: words.Moment, layout: Layout, beside: words.Beside) -> Parts:
    """What a key did, and what went wrong beside the session, for as long as it is shown."""
    stands_there = {at.phase.text, words.guide(at), words.comes_first(at, beside)}
    note = "" if beside.note in stands_there else beside.note
    text = f"{note} {beside.remark}".strip()
    if not text:
        return {}
    part = next(each for each in (Part.REMARKS, Part.SESSION, Part.KEYS) if layout.has(each))
    return {part: paragraph(text, layout.columns, len(layout.rows(part)))}
