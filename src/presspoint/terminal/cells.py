"""Text measured in a terminal's cells: a Chinese character takes two, a combining mark none."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

# Scripts without spaces, emoji and full-width signs: a line may break between any two of these, but
# not before what closes, nor after what opens.
ANYWHERE = (
    ("\u2e80", "\u303e"), ("\u3041", "\ua4cf"), ("\uf900", "\ufaff"), ("\ufe30", "\ufe4f"),
    ("\uff01", "\uff60"), ("\uffe0", "\uffe6"), ("\U0001f000", "\U0001faff"),
    ("\U00020000", "\U0003fffd"),
)  # fmt: skip
CLOSING = ")、。，．：；！？）」』】》〉〕…ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々"
OPENING = "（「『【《〈〔"
JOINER = "\u200d"
JOINED = (
    ("\u0300", "\u036f"), ("\u3099", "\u309a"), ("\ufe0f", "\ufe0f"), ("\U0001f3fb", "\U0001f3ff"),
)  # fmt: skip
# What no line may break within, in the letters of `_kind`: to compile a pattern of the characters
# themselves would take longer than most commands. A name alone stays whole: 合谷
PIECE = "s+|o*(?:(?<![wocj])[wocj]{2,5}(?![wocj])|[wocj](?:z[wocj]|[zjJ])*|[aCJz]+)[cC]*|o+"


def cell_width(text: str) -> int:
    """Return how many cells a line of text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def cut(text: str, columns: int) -> str:
    """Return as much of a line as fits."""
    if text.isascii():
        return text[:columns]
    used = 0
    for number, character in enumerate(text):
        used += _cells(character)
        if used > columns:
            return text[:number]
    return text


def pad(text: str, columns: int) -> str:
    """Return a line with spaces up to so many cells."""
    return text + " " * (columns - cell_width(text))


def wrap(text: str, columns: int, indent: int = 0) -> list[str]:
    """Return text as lines of so many cells at most; later ones begin `indent` cells in.

    No word is broken that is no longer than a line, at a hyphen neither ("--help"). What fits needs
    no PIECE, which takes as long to compile as all else of a card.
    """
    if text.isprintable() and cell_width(text) <= columns:
        return [text.rstrip()] if text.strip() else []
    if text.isascii() or all(_cells(each) == 1 for each in text):
        import textwrap  # the few who need none of it pay nothing

        hanging = " " * indent
        return textwrap.wrap(text, columns, subsequent_indent=hanging, break_on_hyphens=False)
    lines, line, is_empty = [], "", False  # what the text itself begins with is no empty line
    for piece in _pieces(" ".join(text.splitlines()), columns - indent):
        if not is_empty and cell_width(line) + cell_width(piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line, is_empty = " " * indent, True
        if piece.strip() or not is_empty:
            line, is_empty = line + piece, False
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str, columns: int) -> list[str]:
    """What no line may break within, cut where it is longer than a line."""
    pieces = []
    for found in re.finditer(PIECE, "".join(map(_kind, text))):
        rest = text[found.start() : found.end()]
        while cell_width(rest) > columns and (start := cut(rest, columns)):
            pieces.append(start)
            rest = rest[len(start) :]
        pieces.append(rest)
    return pieces


def flow(fields: Iterable[str], columns: int, indent: int) -> list[str]:
    """Return fields side by side as lines of so many cells at most, two spaces between.

    A field that no longer fits begins a line, `indent` cells in; one longer than that is wrapped.
    """
    lines = [""]
    for number, field in enumerate(fields):
        line = f"{lines[-1]}  {field}" if number else field
        if cell_width(line) <= columns:
            lines[-1] = line
        else:
            lines += [" " * indent + each for each in wrap(field.strip(), columns - indent)]
    return [line.rstrip() for line in lines if line.strip()]


@cache
def _cells(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in {"Mn", "Me", "Cf"} else 1


@cache
def _kind(character: str) -> str:
    """A letter for what a character is to PIECE; that of a wide one is small, if it has two."""
    if character.isspace():
        return "s"
    if character == JOINER:
        return "z"
    is_wide = _is_among(character, ANYWHERE)
    if character in OPENING:
        return "o"
    if character in CLOSING:
        return "c" if is_wide else "C"
    if _is_among(character, JOINED):
        return "j" if is_wide else "J"
    return "w" if is_wide else "a"


def _is_among(character: str, ranges: Iterable[tuple[str, str]]) -> bool:
    return any(first <= character <= last for first, last in ranges)
