"""A session drawn as a value: what each slot of the screen says, put where the layout has it."""

from __future__ import annotations

from collections.abc import Sequence

from presspoint.session.modes import AskingAboutPain
from presspoint.session.state import Session
from presspoint.terminal.cells import cell_width
from presspoint.terminal.screen import words
from presspoint.terminal.screen.countdown import (
    SOUND_OFF,
    Heading,
    block_lines,
    heading,
    headline,
)
from presspoint.terminal.screen.instruction import instruction
from presspoint.terminal.screen.key_lines import key_line, key_list
from presspoint.terminal.screen.layout import (
    Area,
    Layout,
    Slot,
    enlarged_layout_of,
    is_tiny,
    layout_of,
)
from presspoint.terminal.screen.lines import (
    Contents,
    Frame,
    Span,
    Spans,
    line,
    paragraph,
    with_margin,
)

LEAST_BAR = 4
LIST_FROM = Slot.PLACE  # the keys are listed from here on
ALONE = words.Beside()


def frame(
    session: Session, now: float, size: tuple[int, int], beside: words.Beside = ALONE
) -> Frame:
    """Return the session at `now` for a screen of (columns, lines), line by line.

    Below 30 x 8 everything but a question is one line.
    """
    if isinstance(session.mode, AskingAboutPain) and not beside.has_ended:
        from presspoint.terminal.screen.question import question  # most sessions ask nothing

        return question(session, session.mode.turn, size, is_silent=beside.is_silent)
    at = words.scene_of(session, now, has_ended=beside.has_ended)
    above = heading(at, now, is_silent=beside.is_silent)
    if is_tiny(size):
        return _tiny(above, at.turn.name, size)
    is_at_place = words.is_at_place(at)
    is_near = is_at_place and beside.enlarged == at.phase.turn
    near = enlarged_layout_of(size) if is_near else None
    layout = near or layout_of(size)
    edges: Contents = {
        Slot.SESSION: [_session(at, now, layout.columns)],
        Slot.KEYS: [key_line(at, layout.columns)],
    }
    middle = _middle(at, layout, beside, above, is_near=bool(near))
    lines = _arrange(layout, {**edges, **middle, **_remarks(at, layout, beside)})
    drawings, area = beside.drawings, layout.picture
    if not (drawings and area and is_at_place) or beside.shows_keys:
        return lines
    return _with_drawing(lines, area, drawings.lines(at.phase.turn, area, is_near=bool(near)))


def _tiny(heading: Heading, name: str, size: tuple[int, int]) -> Frame:
    """The countdown and what is pressed; that the sound is off where there is a second line."""
    first = line(f" {heading.time}  {heading.label} {name}", size[0], "bold")
    is_silent = SOUND_OFF in heading.marks and size[1] > 1
    return (first, line(SOUND_OFF, size[0])) if is_silent else (first,)


def _middle(
    at: words.Scene, layout: Layout, beside: words.Beside, above: Heading, *, is_near: bool
) -> Contents:
    """The countdown, and below it the keys, an enlarged place, or what to do."""
    if beside.shows_keys:
        return {**_countdown(layout, above), **_keys(layout)}
    if is_near:
        from presspoint.terminal.screen.enlarged import enlarged  # most sessions show none

        return enlarged(at, layout, beside, above)
    return {**_countdown(layout, above), **instruction(at, layout, beside)}


def _countdown(layout: Layout, heading: Heading) -> Contents:
    height = len(layout.rows(Slot.COUNTDOWN))
    if height:
        return {Slot.COUNTDOWN: block_lines(heading, height, layout.words_columns)}
    return {Slot.HEADLINE: [headline(heading, layout.columns)]}


def _keys(layout: Layout) -> Contents:
    """All keys, in place of the instruction."""
    last = Slot.NEXT if layout.has(Slot.NEXT) else Slot.WORDS
    rows = layout.rows(last).stop - layout.rows(LIST_FROM).start
    return {LIST_FROM: key_list(layout.columns, rows)}


def _arrange(layout: Layout, contents: Contents) -> Frame:
    """The lines of all slots where the layout has them; a list goes on over what is below it."""
    arranged: list[Spans] = [() for _ in layout.letters]
    for slot, lines in contents.items():
        if layout.has(slot):
            first = layout.rows(slot)[0]
            arranged[first : first + len(lines)] = lines
    return with_margin(layout, arranged[: len(layout.letters)])


def _with_drawing(lines: Frame, area: Area, drawing: Sequence[Spans]) -> Frame:
    """Return lines with a drawing in its area, beside what stands there or on empty ones."""
    drawn = list(lines)
    for number, row in enumerate(drawing, area.top):
        if row and (before := _fill(lines[number], area.left)) is not None:
            drawn[number] = (*before, *row)
    return tuple(drawn)


def _fill(spans: Spans, columns: int) -> Spans | None:
    """Return a line filled to so many columns; None where it is longer.

    Its last words are filled, so that others in their place leave what is beside them as it is.
    """
    empty = columns - sum(cell_width(each.text) for each in spans)
    if empty < 0:
        return None
    if not spans or not spans[-1].text.strip() or "reverse" in spans[-1].style:
        return (*spans, Span(" " * empty))
    return (*spans[:-1], spans[-1]._replace(text=spans[-1].text + " " * empty))


def _session(at: words.Scene, now: float, columns: int) -> Spans:
    """The step, a bar of the whole session, and the time to go, on one line."""
    step, time = words.step_and_time(at, now)
    width = columns - len(step) - len(time) - 4
    if width < LEAST_BAR:
        return line(time, columns)
    total = at.session.course.total_seconds
    part = 1.0 - at.session.seconds_left(now) / max(total, 0.1)
    return (Span(f"{step}  "), *bar(width, part), Span(f"  {time}"))


def bar(width: int, part: float) -> tuple[Span, ...]:
    """Return a bar of so many cells, of which a part is filled, by half cells.

    The rest is a thin line, fainter on light and dark alike.
    """
    halves = max(0, min(2 * width, int(part * width * 2)))
    filled = "━" * (halves // 2) + "╾" * (halves % 2)
    return Span(filled, "bold"), Span("─" * (width - len(filled)), "dim")


def _remarks(at: words.Scene, layout: Layout, beside: words.Beside) -> Contents:
    """What a key did, and what went wrong beside the session, for as long as it is shown."""
    stands_there = {at.phase.text, words.guide(at), words.comes_first(at, beside)}
    note = "" if beside.note in stands_there else beside.note
    text = f"{note} {beside.remark}".strip()
    if not text:
        return {}
    slot = next(each for each in (Slot.REMARKS, Slot.SESSION, Slot.KEYS) if layout.has(each))
    return {slot: paragraph(text, layout.columns, len(layout.rows(slot)))}
