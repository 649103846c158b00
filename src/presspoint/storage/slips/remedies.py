"""Usual slips in TOML, and what the line should be: nothing is offered that was not tried."""

import re
import tomllib
from collections.abc import Callable, Iterator
from itertools import islice

from presspoint.named_tuple import NamedTuple
from presspoint.storage.slips import lines, signs

LONGEST_TEXT = 32 * 1024  # each try takes as long as reading what stands above the line
LONGEST_LINE = 160  # characters of a line that is looked at, and of one that is offered
MOST_TRIES = 60
SOMEWHERE = re.compile(r" \(at line \d+, column \d+\)$")


class Remedy(NamedTuple):
    """A usual slip: what was `found`, what should be there, the usual `why` (or empty).

    `may_be` yields what a line may have been meant as. Where the slip is `before`, the parser
    stumbles over the first thing after it.
    """

    found: str
    wanted: str
    why: str
    may_be: Callable[[str], Iterator[str]]
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
    rows = text.split("\n")[:line]
    if sum(map(len, rows)) > LONGEST_TEXT:
        return None
    problem = _problem(rows)
    for remedy, number, new in islice(_tries(rows), MOST_TRIES):
        now = _problem([*rows[: number - 1], new, *rows[number:]])
        is_unfinished = not is_last and now != problem and not SOMEWHERE.search(now)
        if not now or is_unfinished:  # what follows these lines was not tried
            return RightLine(remedy, number, new.strip())
    return None


def _tries(rows: list[str]) -> Iterator[tuple[Remedy, int, str]]:
    """Each remedy with the number of a line, the last or the one before, and what it may be."""
    last = len(rows)
    before = (n for n in range(last - 1, 0, -1) if rows[n - 1].partition("#")[0].strip())
    numbers = {False: last, True: next(before, 0)}
    for remedy in REMEDIES:
        number = numbers[remedy.before]
        old = rows[number - 1] if number else ""
        for new in remedy.may_be(old) if len(old) <= LONGEST_LINE else ():
            if old and new != old and len(new) <= LONGEST_LINE:
                yield remedy, number, new


def _problem(rows: list[str]) -> str:
    """What the parser says of these lines; empty where they parse."""
    try:
        tomllib.loads("\n".join(rows))
    except (ValueError, RecursionError) as problem:
        return str(problem)
    return ""


MAIL = "Mail programs put it before each line that they quote"
CURLY = "Word processors and phones type curly ones"
UNSEEN = "It often comes along from a web page or a chat"
COLON = "Other formats have a colon there"
BRACKET = "Each [ and { has its ] or }"
REMEDIES = (
    Remedy("curly quotes", "straight quotes", CURLY, lines.straight_quotes),
    Remedy("a character that cannot be seen", "a line without it", UNSEEN, lines.without_unseen),
    Remedy("a > before the line", "a line without it", MAIL, lines.without_mail_mark),
    Remedy("a colon after a name", "an = sign", COLON, lines.with_equals_for_colon),
    Remedy("a name without its =", "name = value", "", lines.with_equals),
    Remedy("a name without its =", "name = value", "", lines.with_inner_equals),
    Remedy(
        "a name in [ ] that has a space or is not closed",
        "one word in brackets, on a line of its own",
        "",
        lines.header,
    ),
    Remedy("the same sign twice", "there once", "", signs.with_sign_once),
    Remedy("a bracket that is not closed", "closed", BRACKET, signs.with_closing_bracket),
    Remedy("more after a value", "the value alone", "", signs.nothing_after),
    Remedy("a comment without #", "a line that begins with #", "", lines.with_hash),
    Remedy("a name with a space", "one word", "", lines.one_word),
    Remedy("yes or no in other words", "true or false", "", lines.truth),
    Remedy("more than a number", "a whole number alone", "", lines.whole_seconds),
    Remedy("a text without quotes", "in straight quotes", "", signs.with_quotes),
    Remedy("a text that is not closed", "with quotes at both ends", "", signs.with_last_quote),
    Remedy(
        "a text without its first quote", "with quotes at both ends", "", signs.with_first_quote
    ),
    Remedy("several values", "a list of them in [ ]", "", signs.in_list),
    Remedy(
        "quotes within a text",
        "a text with other quotes inside",
        "The next quote already ends the text",
        signs.other_quotes_inside,
    ),
    Remedy(
        "a \\ in a text", "\\\\ for each \\, or single quotes around it", "", signs.plain_backslash
    ),
    Remedy("two values side by side", "two with a comma between them", "", signs.with_comma),
    Remedy(
        "a line without a comma at its end",
        "a line that ends in a comma",
        "",
        signs.with_end_comma,
        before=True,
    ),
    Remedy("the same sign twice", "there once", "", signs.with_sign_once, before=True),
    Remedy("a bracket that is not closed", "closed", BRACKET, signs.with_end_bracket, before=True),
    Remedy("a bracket that is not closed", "closed", BRACKET, signs.with_end_bracket),
    Remedy("a bracket that was not opened", "opened", BRACKET, signs.with_opening_bracket),
)
