"""What is wrong with a file that is no TOML, in plain words: the line, the usual slip, the mend."""

import re
from typing import NamedTuple

LINE = re.compile(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")
TEXT = '"a text" in straight quotes, a number, true or false'
ONE_A_LINE = f"one key = value on a line, nothing after it, with {TEXT} as the value"
KEY = "a key of letters, digits, - and _"
# How the parser's words begin; what that mostly is; what should be there.
SLIPS = (
    ("Invalid value", "no value, or one of no known kind", TEXT),
    ("Expected newline", "more after a value", ONE_A_LINE),
    ("Invalid statement", "a line that is no table and no key", "[its name], or key = value"),
    ("Expected '='", "a key without its =", "key = value"),
    ("Cannot overwrite", "a key that is there twice", "each key once in its table"),
    ("Cannot mutate", "a table that is there twice", "each table once"),
    ("Cannot declare", "a table that is there twice", "each table once, with all its keys"),
    ("Expected ']'", "a table's name without its end", "[its name] on a line of its own"),
    ("Expected ']]'", "a table's name without its end", "[[its name]] on a line of its own"),
    ("Unclosed array", "a list without its end", "[one, two]: a comma between, ] at the end"),
    ("Unclosed inline", "a { without its }", "{ key = value } on one line"),
    ('Expected "\'"', "a text without its end", "a ' at both ends, on one line"),
    ("Unterminated string", "a text without its end", 'a " at both ends of it'),
    ("Illegal character '\\n'", "a text without its end", 'a " at both ends, on one line'),
    ("Illegal character", "a sign that cannot be seen", "a text without it"),
    ("Unescaped", "a \\ in a text", "\\\\ for each \\, or 'single quotes' around the text"),
    ("Invalid hex", "a \\ in a text", "\\\\ for each \\, or 'single quotes' around the text"),
    ("Invalid date", "a day that is none", "year-month-day, like 2026-11-21"),
    ("Invalid initial", "a key that is none", KEY),
)


class Slip(NamedTuple):
    """What was found in a file, what should be there, and on which line, from 1."""

    found: str
    wanted: str
    line: int


def slip_of(problem: Exception, text: str) -> Slip:
    """Return what a parser's error means for whoever wrote the text."""
    words = str(problem)
    where = LINE.search(words)
    last = text.rstrip("\n").count("\n") + 1
    line = int(where[1]) if where and where[1] else last
    for beginning, found, wanted in SLIPS:
        if words.startswith(beginning):
            return Slip(found, wanted, line)
    if not isinstance(problem, ValueError):
        return Slip("brackets within brackets, too many of them", "a few", 1)
    return Slip("something that cannot be read", ONE_A_LINE, line)
