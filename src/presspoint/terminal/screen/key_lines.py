"""What the keys do: in one line below everything, and as a list of all of them."""

from functools import cache

from presspoint import phrases
from presspoint.session.modes import WaitingForKey
from presspoint.terminal.cells import flow
from presspoint.terminal.keyboard.keys import HELP
from presspoint.terminal.screen.lines import Span, Spans, line, paragraph
from presspoint.terminal.screen.words import Scene

# What of the keys fits, the most first: those of trouble are the last to go. The list has them all.
LINES = (
    "{any}.  x it hurts  f faint  n next  b back  q stop  ? keys",
    "{any}.  x hurts  f faint  q stop  ? keys",
    "{any}  x hurts  f faint  ? keys",
    "{any}  x f q  ?",
)
AT_THE_END = "Any key goes on."


def key_line(at: Scene, columns: int) -> Spans:
    """Return the line of what the keys do now, as full as it fits."""
    if at.is_over:
        return keys_in_bold(AT_THE_END)
    begins = isinstance(at.session.mode, WaitingForKey)
    who = "Space" if at.session.paused else "Any key"
    does = "begins" if begins else "goes on" if at.session.paused else "pauses"
    lines = (each.format(any=f"{who} {does}") for each in LINES)
    return keys_in_bold(next(each for each in lines if len(each) <= columns or each[-1] == "?"))


@cache
def keys_in_bold(text: str) -> Spans:
    """Return a line of text, with each key in it, a letter by itself, in bold."""
    words = text.split(" ")
    return tuple(
        span
        for number, word in enumerate(words)
        for span in (Span(" " * (number > 0)), Span(word, "bold" if len(word) == 1 else ""))
    )


def key_list(columns: int, rows: int) -> tuple[Spans, ...]:
    """Return every key: a line each where there is room, else side by side, else in a sentence."""
    if len(HELP) <= rows and max(map(len, HELP)) <= columns:
        return tuple(_help_line(each) for each in HELP)
    flowing = flow(HELP, columns, indent=0)
    if len(flowing) <= rows:
        return tuple(line(each, columns) for each in flowing)
    return paragraph(phrases.KEYS, columns, rows)


def _help_line(text: str) -> Spans:
    keys, colon, does = text.partition(":")
    return Span(keys, "bold"), Span(colon + does)
