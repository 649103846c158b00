"""Files of other kinds: how their text was saved, and the formats that people paste or rename."""

import re
from collections.abc import Iterator

from presspoint.storage.slips.slip import Slip

SAVE_AS = "In Notepad: File, Save as, Encoding: UTF-8. Other editors have it beside Save as, too"
PLAIN = 'Save it as "plain text" (UTF-8), or copy its text into a new file'
TABLES = "A table begins with its name in brackets on a line, such as [points.my-knee]"
OURS = "lines such as schema = 1"
# What the bytes begin with; what that is.
BINARY = (
    (b"PK\x03\x04", "a document of a word processor, or a zip file"),
    (b"\xd0\xcf\x11\xe0", "a document of a word processor"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a document of a word processor (RTF)"),
    (b"\x1f\x8b", "a packed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
YAML_LINE = re.compile(r"\s*(?:- )?[\w-]+:(?:\s|$)|\s*- \S|---\s*$|\s*(?:#.*)?$")

WORD_ENDS = re.compile(r"[\s\"'=]")


def slip_of_bytes(content: bytes) -> Slip:
    """Return what is wrong with bytes that are no UTF-8 text, or no text at all."""
    if kind := next((name for start, name in BINARY if content.startswith(start)), ""):
        return Slip(kind, "plain text", 1, PLAIN)
    start = content.strip(b"\0")[:200]
    is_wide = start.count(0) > len(start) // 3  # letters of two bytes, of which one is 0
    if is_wide or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        found = "text saved as UTF-16, which Notepad calls Unicode"
        return Slip(found, "UTF-8", 1, SAVE_AS)
    try:
        content.decode()
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        word = _word_around(content, problem.start)
        return Slip(f"text saved as ANSI or Latin-1 ({word})", "UTF-8", line, SAVE_AS)
    line = content.count(b"\n", 0, content.find(0)) + 1
    return Slip("a character that is no text (U+0000)", "UTF-8 text", line, PLAIN)


def slip_of_format(text: str) -> Slip | None:
    """Return which other format a text has that is no TOML; None for none that is known."""
    return next(_formats(text), None)


def _word_around(content: bytes, at: int) -> str:
    """The word that has the first wrong byte, as Windows would read it."""
    start, end = max(0, at - 20), at + 20
    words = content[start:end].decode("cp1252", "replace")
    before, after = words[: at - start], words[at - start :]
    return f'"{WORD_ENDS.split(before)[-1]}{WORD_ENDS.split(after)[0]}"'


def _formats(text: str) -> Iterator[Slip]:
    lines = text.split("\n")
    first = next((each for each in lines if each.strip()), "")
    number = lines.index(first) + 1 if first else 1
    begins = first.strip().casefold()
    if begins.startswith("<"):
        yield Slip("a web page", "the text of the file alone", number, PLAIN)
    if begins.startswith("```"):
        fence = "Chats and web pages put it around a file: take both lines with ``` out"
        yield Slip("a line of ```", "the file without it", number, fence)
    if begins.startswith("{\\rtf"):
        yield Slip("a document of a word processor (RTF)", "plain text", number, PLAIN)
    if begins.startswith(("{", "[{")) or begins == "[":
        yield Slip("JSON", OURS, number, TABLES)
    has_more = sum(bool(re.match(r"\s*[\w-]+:(?:\s|$)", each)) for each in lines) > 1
    if begins == "---" or (has_more and all(map(YAML_LINE.match, lines))):
        yield Slip("YAML", OURS, number, TABLES)
