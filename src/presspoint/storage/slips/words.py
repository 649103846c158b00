"""What is wrong with a file that is no TOML, in plain words: the line, the slip, what helps."""

import re

from presspoint.faults import LONGEST_VALUE
from presspoint.storage.slips.foreign import slip_of_format
from presspoint.storage.slips.lines import SEVERAL
from presspoint.storage.slips.remedies import find_remedy
from presspoint.storage.slips.slip import Slip

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
TWICE = ("Cannot overwrite", "Cannot mutate", "Cannot declare")
ONE_LINE = "{ name = value, name = value }, all on one line"


def slip_of(problem: Exception, text: str) -> Slip:
    """Return what a parser's error means for whoever wrote the text."""
    if not isinstance(problem, ValueError):
        return Slip("too many brackets within brackets", "fewer of them", 1)
    words = str(problem)
    where = LINE.search(words)
    is_last = not (where and where[1])
    line = text.rstrip("\n").count("\n") + 1 if is_last or not where else int(where[1])
    lines = text.split("\n")
    return (
        slip_of_format(text)
        or (_twice(lines, line) if words.startswith(TWICE) else None)
        or _slip_of_open_end(lines, line)
        or _slip_with_remedy(text, line, is_last=is_last)
        or _in_general(words, line)
    )


def _slip_with_remedy(text: str, line: int, *, is_last: bool) -> Slip | None:
    """A slip of which the right line is known, as the parser goes on with it."""
    right_line = find_remedy(text, line, is_last=is_last)
    if right_line is None:
        return None
    remedy, number, right = right_line
    why = f"{remedy.why}. " if remedy.why else ""
    return Slip(remedy.found, remedy.wanted, number, f"{why}Type {right} instead")


def _slip_of_open_end(lines: list[str], line: int) -> Slip | None:
    """What is to go on in the next line, and cannot."""
    end = lines[line - 1].partition("#")[0].rstrip()
    if end.endswith("="):
        return Slip("a name without a value", TEXT, line, "It stands on the same line")
    goes_on = "".join(lines[line : line + 1]).lstrip()[:1] not in {"", "{", "]", "["}
    if end.endswith("{") or (end.endswith(",") and end.count("{") > end.count("}") and goes_on):
        return Slip("a { that is not closed on its line", ONE_LINE, line)
    return None


def _twice(lines: list[str], line: int) -> Slip | None:
    """A name that is there twice, with the line of the other one."""
    rows = [each.partition("#")[0].strip() for each in lines[:line]]
    if rows[-1].startswith("["):
        return _table_twice(rows)
    names = [each.partition("=")[0].strip() for each in rows]
    own_table = max((n for n, row in enumerate(rows) if row.startswith("[")), default=0)
    if names[-1] not in names[own_table:-1]:
        return None
    other = names.index(names[-1], own_table) + 1
    found = f"{names[-1][:LONGEST_VALUE]} twice, here and on line {other}"
    return Slip(found, "there once: take one of the two lines out", line)


def _table_twice(rows: list[str]) -> Slip | None:
    """A table whose name, in the last of these rows, is there above too."""
    name, *above = (each.strip("[] ") for each in (rows[-1], *rows[:-1]))
    short = name[:LONGEST_VALUE]
    if name.endswith(SEVERAL):
        return Slip(f"[{short}] twice", f"[[{short}]], in two brackets each time", len(rows))
    if name not in above:
        return None
    found = f"[{short}] twice, here and on line {above.index(name) + 1}"
    return Slip(found, "there once: join the two, or give one another name", len(rows))


def _in_general(words: str, line: int) -> Slip:
    for beginning, found, wanted in SLIPS:
        if words.startswith(beginning):
            return Slip(found, wanted, line)
    return Slip("something that cannot be read", ONE_A_LINE, line)
