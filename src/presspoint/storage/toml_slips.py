"""What is usually wrong where a TOML file cannot be parsed, in place of the parser's words."""

import re
from typing import NamedTuple

CURLY = "“”„‟‘’‚«»"
POSITION = re.compile(r"\(at line (\d+), column \d+\)$")
NAME_AND_VALUE = "name = value, with a text in straight quotes"
CLOSING_QUOTE = 'the text with a " at both ends, on one line'
VALUE = 'a text in straight quotes ("..."), a number, true or false'
ANOTHER_NAME = "a name that is not used yet"
BRACKETS = "a name without spaces in brackets, such as [points.my-knee]"
# How the words of the parser begin -> what was found, and what it should be.
USUAL = (
    ("Unclosed array", "a list that is not closed, or lacks a comma", 'a list such as ["a", "b"]'),
    ("Unclosed inline table", "a { that is not closed", "on one line, with a } at its end"),
    ("Expected ']", "a name in brackets that is not closed, or has a space in it", BRACKETS),
    ("Expected '=' after a key", "a line that is no name with a value", NAME_AND_VALUE),
    ("Invalid statement", "a line that is no name with a value", NAME_AND_VALUE),
    ("Cannot declare", "a name in brackets that is there already", ANOTHER_NAME),
    ("Cannot overwrite", "a name that has a value already", ANOTHER_NAME),
    ("Duplicate", "a name that has a value already", ANOTHER_NAME),
    ("Illegal character '\\n'", "a text that is not closed", CLOSING_QUOTE),
    ("Unterminated string", "a text that is not closed", CLOSING_QUOTE),
    ("Expected \"'", "a text that is not closed", "the text with a ' at both ends"),
    ("Unescaped '\\'", "a single \\ in a text", "two of them, or the text in '...'"),
    ("Invalid value", "a value that is neither text nor number", VALUE),
    ("Expected newline", "something behind the value", "name = value alone on its line"),
)
LAST_RESORT = ("something that is not TOML", f"TOML: {NAME_AND_VALUE}, and lists in [ ]")


class TomlSlip(NamedTuple):
    """What was found, what it should be, and the line from 1, None where only the end shows it."""

    found: str
    wanted: str
    line: int | None


def usual_slip(text: str, problem: str) -> TomlSlip:
    """Return what is usually wrong where the parser says `problem` about a text."""
    match = POSITION.search(problem)
    line = int(match[1]) if match else None
    at_fault = text.split("\n")[line - 1] if line else ""
    if any(each in at_fault for each in CURLY):
        return TomlSlip("curly quotes", 'straight quotes ("...")', line)
    slips = (slip for begin, *slip in USUAL if problem.startswith(begin))
    found, wanted = next(slips, LAST_RESORT)
    return TomlSlip(found, wanted, line)
