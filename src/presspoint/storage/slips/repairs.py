"""Usual slips in TOML, and what the line should be: nothing is offered that was not tried."""

import re
import tomllib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from presspoint.storage.slips import lines as meant

LONGEST_TEXT = 64 * 1024  # each try takes as long as reading what stands above the line
LONGEST_LINE = 160  # characters of a line that is offered
SOMEWHERE = re.compile(r" \(at line \d+, column \d+\)$")


class Repair(NamedTuple):
    """A usual slip: what was `found`, what should be there, the usual `why` (or empty).

    `lines` yields what a line may have been meant as. Where the slip is `before`, the parser
    stumbles over the first thing after it.
    """

    found: str
    wanted: str
    why: str
    lines: Callable[[str], Iterator[str]]
    before: bool = False


class Repaired(NamedTuple):
    """The slip of a line, counted from 1, and the text that this line should be."""

    repair: Repair
    line: int
    text: str


def find_repair(text: str, line: int, *, is_last: bool) -> Repaired | None:
    """Return the first repair that leads the parser past its error on a line; None for none.

    An error that only the end of the text shows (`is_last`) is repaired once all of it parses.
    """
    if len(text) > LONGEST_TEXT:
        return None
    lines = text.split("\n")[:line]
    problem = _problem(lines)
    before = (n for n in range(line - 1, 0, -1) if lines[n - 1].partition("#")[0].strip())
    numbers = {False: line, True: next(before, 0)}
    for repair in REPAIRS:
        if number := numbers[repair.before]:
            old = lines[number - 1]
            for new in repair.lines(old):
                tried = [*lines[: number - 1], new, *lines[number:]]
                if new == old or len(new) > LONGEST_LINE:
                    continue
                now = _problem(tried)
                is_unfinished = not is_last and now != problem and not SOMEWHERE.search(now)
                if not now or is_unfinished:  # what follows these lines was not tried
                    return Repaired(repair, number, new.strip())
    return None


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
REPAIRS = (
    Repair("curly quotes", "straight quotes", CURLY, meant.straight_quotes),
    Repair("a character that cannot be seen", "a line without it", UNSEEN, meant.without_unseen),
    Repair("a > before the line", "a line without it", MAIL, meant.without_mail_mark),
    Repair("a colon after a name", "an = sign", COLON, meant.with_equals_for_colon),
    Repair("a name without its =", "name = value", "", meant.with_equals),
    Repair("more after a value", "nothing after it", "", meant.nothing_after),
    Repair("a comment without #", "# before it", "", meant.with_hash),
    Repair(
        "a name in [ ] that has a space or is not closed",
        "one word in brackets, on a line of its own",
        "",
        meant.header,
    ),
    Repair("a name with a space", "one word", "", meant.one_word),
    Repair("a true or false spelt otherwise", "in small letters", "", meant.truth),
    Repair("more than a number", "a number of whole seconds", "", meant.whole_seconds),
    Repair("a text without quotes", "in straight quotes", "", meant.quoted),
    Repair("a text that is not closed", "with quotes at both ends", "", meant.closed_text),
    Repair("several values", "a list of them in [ ]", "", meant.in_list),
    Repair(
        "quotes within a text",
        "a text with other quotes inside",
        "The next quote already ends the text",
        meant.other_quotes_inside,
    ),
    Repair(
        "a \\ in a text", "\\\\ for each \\, or single quotes around it", "", meant.plain_backslash
    ),
    Repair("two values side by side", "a comma between them", "", meant.with_comma),
    Repair(
        "a line without a comma at its end", "a comma there", "", meant.ending_in_comma, before=True
    ),
    Repair("a bracket that is not closed", "closed", BRACKET, meant.ending_in_bracket, before=True),
    Repair("a bracket that is not closed", "closed", BRACKET, meant.ending_in_bracket),
)
