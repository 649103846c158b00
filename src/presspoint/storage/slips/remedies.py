"""Usual slips in TOML, and what the line should be: nothing is offered that was not tried."""

import re
import tomllib
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from presspoint.storage.slips import lines as meant

LONGEST_TEXT = 32 * 1024  # each try takes as long as reading what stands above the line
LONGEST_LINE = 160  # characters of a line that is looked at, and of one that is offered
MOST_TRIES = 60
SOMEWHERE = re.compile(r" \(at line \d+, column \d+\)$")


class Remedy(NamedTuple):
    """A usual slip: what was `found`, what should be there, the usual `why` (or empty).

    `lines` yields what a line may have been meant as. Where the slip is `before`, the parser
    stumbles over the first thing after it.
    """

    found: str
    wanted: str
    why: str
    lines: Callable[[str], Iterator[str]]
    before: bool = False


class RightLine(NamedTuple):
    """The remedy of a line, counted from 1, and the text that this line should be."""

    remedy: Remedy
    number: int
    text: str


def find_remedy(text: str, line: int, *, is_last: bool) -> RightLine | None:
    """Return the first remedy that leads the parser past its error on a line; None for none.

    An error that only the end of the text shows (`is_last`) has its remedy once all of it parses.
    """
    lines = text.split("\n")[:line]
    if sum(map(len, lines)) > LONGEST_TEXT:
        return None
    problem = _problem(lines)
    for remedy, number, new in islice(_tries(lines), MOST_TRIES):
        now = _problem([*lines[: number - 1], new, *lines[number:]])
        is_unfinished = not is_last and now != problem and not SOMEWHERE.search(now)
        if not now or is_unfinished:  # what follows these lines was not tried
            return RightLine(remedy, number, new.strip())
    return None


def _tries(lines: list[str]) -> Iterator[tuple[Remedy, int, str]]:
    """Each remedy with the number of a line, the last or the one before, and what it may be."""
    last = len(lines)
    before = (n for n in range(last - 1, 0, -1) if lines[n - 1].partition("#")[0].strip())
    numbers = {False: last, True: next(before, 0)}
    for remedy in REMEDIES:
        number = numbers[remedy.before]
        old = lines[number - 1] if number else ""
        for new in remedy.lines(old) if len(old) <= LONGEST_LINE else ():
            if old and new != old and len(new) <= LONGEST_LINE:
                yield remedy, number, new


def _problem(lines: list[str]) -> str:
    """What the parser says of these lines; empty where they parse."""
    try:
        tomllib.loads("\n".join(lines))
    except (ValueError, RecursionError) as problem:
        return str(problem)
    return ""


MAIL = "Mail programs put it before each line that they quote"
CURLY = "Word processors and phones type curly ones"
UNSEEN = "It often comes along from a web page or a chat"
COLON = "Other formats have a colon there"
BRACKET = "Each [ and { has its ] or }"
REMEDIES = (
    Remedy("curly quotes", "straight quotes", CURLY, meant.straight_quotes),
    Remedy("a character that cannot be seen", "a line without it", UNSEEN, meant.without_unseen),
    Remedy("a > before the line", "a line without it", MAIL, meant.without_mail_mark),
    Remedy("a colon after a name", "an = sign", COLON, meant.with_equals_for_colon),
    Remedy("a name without its =", "name = value", "", meant.with_equals),
    Remedy("more after a value", "the value alone", "", meant.nothing_after),
    Remedy("a comment without #", "a line that begins with #", "", meant.with_hash),
    Remedy(
        "a name in [ ] that has a space or is not closed",
        "one word in brackets, on a line of its own",
        "",
        meant.header,
    ),
    Remedy("a name with a space", "one word", "", meant.one_word),
    Remedy("yes or no in other words", "true or false", "", meant.truth),
    Remedy("more than a number", "whole seconds alone", "", meant.whole_seconds),
    Remedy("a text without quotes", "in straight quotes", "", meant.quoted),
    Remedy("a text that is not closed", "with quotes at both ends", "", meant.closed_text),
    Remedy("several values", "a list of them in [ ]", "", meant.in_list),
    Remedy(
        "quotes within a text",
        "a text with other quotes inside",
        "The next quote already ends the text",
        meant.other_quotes_inside,
    ),
    Remedy(
        "a \\ in a text", "\\\\ for each \\, or single quotes around it", "", meant.plain_backslash
    ),
    Remedy("two values side by side", "two with a comma between them", "", meant.with_comma),
    Remedy(
        "a line without a comma at its end",
        "a line that ends in a comma",
        "",
        meant.ending_in_comma,
        before=True,
    ),
    Remedy("a bracket that is not closed", "closed", BRACKET, meant.ending_in_bracket, before=True),
    Remedy("a bracket that is not closed", "closed", BRACKET, meant.ending_in_bracket),
)
