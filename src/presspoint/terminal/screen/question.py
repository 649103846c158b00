"""The question how a place hurts, drawn as a value: what to do at once comes first."""

from __future__ import annotations

from presspoint.catalogue.pain_answers import QUESTION
from presspoint.cues.turn_words import off, off_briefly, stays_out
from presspoint.session.state import Session
from presspoint.terminal.cells import flow, wrap
from presspoint.terminal.screen.countdown import SOUND_OFF
from presspoint.terminal.screen.key_lines import keys_in_bold
from presspoint.terminal.screen.layout import Slot, is_tiny, layout_of
from presspoint.terminal.screen.lines import Frame, Span, Spans, line, paragraph, with_margin

OTHER_KEYS = "n go on  f faint  q stop"


def question(
    session: Session, number: int, size: tuple[int, int], *, is_silent: bool = False
) -> Frame:
    """Return what to do first, and how the turn of this number hurts, with the answers' keys."""
    turn, choices = session.course.turns[number], session.course.pain_answers.choices
    if is_tiny(size):
        return _tiny(f"{off_briefly(turn)} {', '.join(choices)}.", size)
    layout = layout_of(size)
    columns, keys = layout.columns, layout.rows(Slot.KEYS)[0]
    first = [line(f" {each} ", columns, "bold reverse") for each in wrap(off(turn), columns - 2)]
    heading = ((Span(QUESTION, "bold"), Span(f"  {SOUND_OFF}" if is_silent else "")),)
    answers = [line(each, columns, "bold") for each in choices]
    side_by_side = [line(each, columns, "bold") for each in flow(choices, columns, indent=0)]
    out = paragraph(stays_out(turn), columns, keys)
    gap: list[Spans] = [()]
    apart = [each for answer in answers for each in (answer, ())]
    arrangements = (
        [*gap * layout.top, *first, *gap, *heading, *gap, *apart, *out],
        [*gap * layout.top, *first, *gap, *heading, *gap, *answers, *gap, *out],
        [*first, *heading, *answers, *out],
        [*first, *heading, *side_by_side, *out],
        [*first, *heading, *side_by_side],
    )
    above = next((each for each in arrangements if len(each) <= keys), arrangements[-1])[:keys]
    lines = (*above, *gap * (keys - len(above)), keys_in_bold(OTHER_KEYS))
    return with_margin(layout, lines)


def _tiny(words: str, size: tuple[int, int]) -> Frame:
    """The words alone, as far as they fit."""
    rows = wrap(words, size[0]) if size[1] > 1 else [words]
    return tuple(line(each, size[0], "bold") for each in rows[: size[1]])
