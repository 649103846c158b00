"""The question how a place hurts on the screen: what to do first, then it and its answers."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from presspoint.catalogue.pain_answers import QUESTION
from presspoint.cues.sentences import stays_out
from presspoint.planning.course import Course, Turn

OTHER_KEYS = "n go on  f I feel faint  q stop"
AIRY_HEIGHT = 12


def question_lines(course: Course, turn: Turn, size: tuple[int, int]) -> Iterator[tuple[str, str]]:
    """Yield each line with its style for a screen of (columns, lines), the least needed last."""
    columns, lines = size
    gap = [("", "")] if lines >= AIRY_HEIGHT else []
    yield f" {_off(turn)} ", "bold reverse"
    yield from gap
    yield QUESTION, "bold"
    yield from ((choice, "bold") for choice in course.pain_answers.choices)
    yield from gap
    yield from ((line, "") for line in wrap(stays_out(turn), columns))
    yield OTHER_KEYS, "dim"


def brief_question_lines(course: Course, turn: Turn, columns: int) -> Iterator[tuple[str, str]]:
    """Yield the same in as few lines as there can be, for a screen too small to draw on."""
    words = f"{_off(turn)}. {', '.join(course.pain_answers.choices)}."
    yield from ((line, "bold") for line in wrap(words, columns))


def _off(turn: Turn) -> str:
    return "Come off" if turn.is_hold else "Stop"
