"""What is wrong with a file that is no TOML, in plain words: the line, the slip, what helps."""

import re
from typing import NamedTuple

CURLY = "“”„‟‘’‚«»"
LINE = re.compile(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")
TEXT = '"a text" in straight quotes, a number, true or false'
ONE_A_LINE = f"one name = value on a line, nothing after it, with {TEXT} as the value"
KEY = "a name of letters, digits, - and _"
BRACKETS, OWN_LINE = "a name such as [points.my-knee]", "on a line of its own"
# How the parser's words begin; what that mostly is; what should be there.
SLIPS = (
    ("Invalid value", "a value that is neither text nor number", TEXT),
    ("Expected newline", "more after a value", ONE_A_LINE),
    ("Invalid statement", "a line that is no name with a value", "name = value, or a name in [ ]"),
    ("Expected '='", "a name without its =", "name = value"),
    ("Cannot overwrite", "a name that has a value already", "a name that is not used yet"),
    ("Cannot mutate", "a name in [ ] that is there twice", "there once"),
    ("Cannot declare", "a name in [ ] that is there twice", "there once, with all below it"),
    ("Expected ']'", "a name in [ ] that is not closed, or has a space", f"{BRACKETS}, {OWN_LINE}"),
    ("Expected ']]'", "a name in [[ ]] that is not closed", f"[[its name]], {OWN_LINE}"),
    ("Unclosed array", "a list that is not closed, or lacks a comma", 'a list such as ["a", "b"]'),
    ("Unclosed inline", "a { that is not closed", "{ name = value } on one line"),
    ('Expected "\'"', "a text that is not closed", "with a ' at both ends, on one line"),
    ("Unterminated string", "a text that is not closed", 'with a " at both ends'),
    ("Illegal character '\\n'", "a text that is not closed", 'with a " at both ends, on one line'),
    ("Illegal character", "a character that cannot be seen", "a text without it"),
    ("Unescaped", "a \\ in a text", "\\\\ for each \\, or 'single quotes' around the text"),
    ("Invalid hex", "a \\ in a text", "\\\\ for each \\, or 'single quotes' around the text"),
    ("Invalid date", "a date that is none", "year-month-day, such as 2026-11-21"),
    ("Invalid initial", "a name with other signs in it", KEY),
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
    if any(each in text.split("\n")[line - 1] for each in CURLY):
        return Slip("curly quotes", 'straight quotes ("...")', line)
    for beginning, found, wanted in SLIPS:
        if words.startswith(beginning):
            return Slip(found, wanted, line)
    if not isinstance(problem, ValueError):
        return Slip("too many brackets within brackets", "fewer of them", 1)
    return Slip("something that cannot be read", ONE_A_LINE, line)
