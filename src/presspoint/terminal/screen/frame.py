"""A session drawn as a value: what each part of the screen says, put where the layout has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from presspoint import phrases
from presspoint.cues.sentences import next_words
from presspoint.session.modes import AskingAboutPain, Paused
from presspoint.session.state import Session
from presspoint.terminal.cells import cell_width, flow
from presspoint.terminal.keys import HELP
from presspoint.terminal.screen import words
from presspoint.terminal.screen.digits import HEIGHT, digit_rows
from presspoint.terminal.screen.layout import Layout, Part, is_tiny, layout_of
from presspoint.terminal.screen.rows import (
    Frame,
    Piece,
    Row,
    as_rows,
    line,
    paragraph,
    shorten,
)
from presspoint.words import printable

SOUND_OFF = "sound off"
LABEL_GAP = 2
LEAST_WORDS, ROOMY = 2, 8  # rows: fewer say nothing of use; so many have room for a gap
A_KEY = re.compile(r"(?<!\w)([a-z?])(?!\w)")
LIST_FROM = Part.PLACE  # the keys are listed from here on


class Beside(NamedTuple):
    """What the screen shows beside where the session stands.

    `note` is the last thing that a key did, or what to do now that the session `has_ended` before
    its time; `remark` is what went wrong beside the session.
    """

    note: str = ""
    remark: str = ""
    shows_keys: bool = False
    is_silent: bool = False
    has_ended: bool = False
    stop_rule: str = ""


ALONE = Beside()


def frame(session: Session, now: float, size: tuple[int, int], beside: Beside = ALONE) -> Frame:
    """Return the session at `now` for a screen of (columns, lines), row by row.

    Below 30 x 8 everything but a question is one line.
    """
    if isinstance(session.mode, AskingAboutPain) and not beside.has_ended:
        from presspoint.terminal.screen.question import question  # most sessions ask nothing

        return question(session, session.mode.turn, size, is_silent=beside.is_silent)
    at = words.moment_of(session, now, has_ended=beside.has_ended)
    if is_tiny(size):
        return _tiny(at, now, size, beside)
    layout = layout_of(size)
    parts: dict[Part, Sequence[Row]] = {
        Part.COUNTDOWN: _countdown(at, now, layout, beside),
        Part.HEADLINE: [_headline(at, now, layout.columns, beside)],
        Part.KEYS: [key_row(words.key_lines(at), layout.columns)],
        Part.SESSION: [_session(at, now, layout.columns)],
    }
    if beside.shows_keys:
        parts |= {LIST_FROM: _key_list(layout)}
    else:
        parts |= _instruction(at, layout, beside)
    return _placed(layout, parts | _remarks(at, layout, beside))


def _tiny(at: words.Moment, now: float, size: tuple[int, int], beside: Beside) -> Frame:
    """The countdown and what is pressed; that the sound is off where there is a second line."""
    heading = words.heading(at, now)
    text = f" {heading.time}  {heading.label} {at.turn.name}"
    off = [line(SOUND_OFF, size[0])] if beside.is_silent and size[1] > 1 else []
    return (line(text, size[0], "bold"), *off)


def _placed(layout: Layout, parts: dict[Part, Sequence[Row]]) -> Frame:
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


def _countdown(at: words.Moment, now: float, layout: Layout, beside: Beside) -> list[Row]:
    """The block digits with their label, the round and what else is so beside them."""
    if not layout.has(Part.COUNTDOWN):
        return []
    heading = words.heading(at, now)
    scale = len(layout.rows(Part.COUNTDOWN)) // HEIGHT
    digits = digit_rows(heading.time, scale)
    room = layout.words_columns - sum(len(each.text) for each in digits[0]) - LABEL_GAP
    gap = Piece(" " * LABEL_GAP)
    labels = [
        (gap, _label(heading, room)),
        (gap, Piece(shorten(words.round_shown(at), room))),
        (gap, Piece(SOUND_OFF * beside.is_silent)),
    ]
    rows = list(digits)
    for number, label in zip((0, 2 * scale, HEIGHT * scale - 1), labels, strict=True):
        rows[number] += label
    return rows


def _label(heading: words.Heading, room: int) -> Piece:
    if heading.stands_out:
        return Piece(shorten(f" {heading.label} ", room), "bold reverse")
    return Piece(shorten(heading.label, room), "bold")


def _headline(at: words.Moment, now: float, columns: int, beside: Beside) -> Row:
    """The countdown and its label as text, the round, and whether the sound is off, as they fit."""
    heading = words.heading(at, now)
    row = [Piece(f" {heading.time} ", "bold reverse"), Piece(" "), _label(heading, columns)]
    for text in filter(None, (SOUND_OFF * beside.is_silent, words.round_shown(at))):
        if sum(cell_width(each.text) for each in row) + 2 + cell_width(text) <= columns:
            row += [Piece("  "), Piece(text)]
    return tuple(row)


def _instruction(at: words.Moment, layout: Layout, beside: Beside) -> dict[Part, Sequence[Row]]:
    """What is pressed, where and how, when to stop, and what comes next."""
    columns = layout.words_columns
    after = next_words(words.following(at))
    parts: dict[Part, Sequence[Row]] = {
        Part.PLACE: [] if at.is_over else [_place(at, layout)],
        Part.TITLE: [line(at.turn.title, columns, "dim")] if not at.is_over else [],
        Part.NEXT: [line(after, layout.columns)] if not at.is_over else [],
    }
    lines: list[Row] = []
    room = len(layout.rows(Part.WORDS))
    for part, text, width in (
        (Part.GUIDE, words.guide(at), columns),
        (Part.RULE, words.rule(at, beside.stop_rule), layout.columns),
    ):
        style = "bold" if part is Part.RULE else ""
        if layout.has(part):
            parts[part] = paragraph(text, width, len(layout.rows(part)), style)
        else:
            lines += paragraph(text, columns, room - len(lines), style)
    if comes_first := _comes_first(at, beside):
        lines += paragraph(comes_first, columns, room - len(lines))
        lines += [()] * (room >= ROOMY)
    if (text := words.to_do(at)) and room - len(lines) >= LEAST_WORDS:
        lines += as_rows(words.page(at, text, columns, room - len(lines)))
    return parts | {Part.WORDS: lines}


def _comes_first(at: words.Moment, beside: Beside) -> str:
    """What stands before the words of a phase: in a pause how to go on, and what ended it all."""
    if isinstance(at.session.mode, Paused) or beside.has_ended:
        return beside.note or phrases.GOES_ON
    return ""


def _place(at: words.Moment, layout: Layout) -> Row:
    """What is pressed and on which side, in bold; where it is too long the side stays whole."""
    name = printable(at.turn.name)
    columns = layout.words_columns
    part, comma, side = name.rpartition(", ")
    if cell_width(name) > columns and comma:
        name = shorten(part, columns - cell_width(side) - 2) + comma + side
    return line(name, columns, "bold")


def _session(at: words.Moment, now: float, columns: int) -> Row:
    """The step, a bar of the whole session, and the time to go, on one line."""
    step, time = words.step_and_time(at, now)
    width = columns - len(step) - len(time) - 4
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


def _remarks(at: words.Moment, layout: Layout, beside: Beside) -> dict[Part, Sequence[Row]]:
    """What a key did, and what went wrong beside the session, for as long as it is shown."""
    stands_there = {at.phase.text, words.guide(at), _comes_first(at, beside)}
    note = "" if beside.note in stands_there else beside.note
    text = f"{note} {beside.remark}".strip()
    if not text:
        return {}
    part = next(each for each in (Part.REMARKS, Part.SESSION, Part.KEYS) if layout.has(each))
    return {part: paragraph(text, layout.columns, len(layout.rows(part)))}


def _key_list(layout: Layout) -> list[Row]:
    """Every key: a line each where there is room, else side by side, else in one sentence."""
    last = Part.NEXT if layout.has(Part.NEXT) else Part.WORDS
    room = layout.rows(last).stop - layout.rows(LIST_FROM).start
    columns = layout.columns
    if len(HELP) <= room:
        return [_help_row(each) for each in HELP]
    flowing = flow(HELP, columns, indent=0)
    if len(flowing) <= room:
        return [line(each, columns) for each in flowing]
    return list(paragraph(phrases.KEYS, columns, room))


def _help_row(text: str) -> Row:
    keys, colon, does = text.partition(":")
    return Piece(keys, "bold"), Piece(colon + does)


def key_row(lines: Iterator[str], columns: int) -> Row:
    """Return the fullest line of keys that fits, each key in bold."""
    text = next((each for each in lines if len(each) <= columns), "")
    parts = filter(None, A_KEY.split(text))
    return tuple(Piece(each, "bold" if A_KEY.fullmatch(each) else "") for each in parts)
