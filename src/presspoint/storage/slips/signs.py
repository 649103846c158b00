"""A line with a quote, a bracket or a comma too few or too many -> the lines it may be."""

import re
from collections.abc import Iterator

from presspoint.storage.slips.lines import NAME

REST = r"(\s*,?\s*(?:#.*)?)$"  # after a value
BRACKETS = (("[", "]"), ("{", "}"))


def with_quotes(line: str) -> Iterator[str]:
    """Yield it with quotes around its text, or around each text of its list."""
    if line.lstrip().startswith("["):
        return
    words = re.compile(r"(?<=[\[,])(\s*)([^\W\d_][^\[\]{},\"'=]*?)(?=\s*[,\]])")
    yield words.sub(r'\1"\2"', line)
    if found := re.match(rf"{NAME}([^\W\d_][^\"#{{}}\[\]]*?){REST}", line):
        yield f'{found[1]}"{found[2]}"{found[3]}'


def with_last_quote(line: str) -> Iterator[str]:
    """Yield it with its text closed: before the next comma or bracket, or at the end."""
    bare = line.rstrip().rstrip("],} ")
    for quote in ('"', "'"):
        if line.count(quote) % 2:
            yield f"{quote}".join(re.split(r"(?<=\w)(?=\s*[,\]])", line, maxsplit=1))
            yield f"{bare}{quote}{line.rstrip()[len(bare) :]}"
            yield f"{line.rstrip()}{quote}"


def with_first_quote(line: str) -> Iterator[str]:
    """Yield it with the quote that its text begins with, after an = or within a list."""
    if line.count('"') % 2:
        for found in re.finditer(r"(?<=[=\[,])\s*(?=\w)", line):
            yield f'{line[: found.end()]}"{line[found.end() :]}'


def other_quotes_inside(line: str) -> Iterator[str]:
    """Yield it with quotes inside its text that do not end it."""
    if found := re.match(rf'{NAME}"(.*)"{REST}', line):
        inner = found[2].replace('"', "'")
        yield f'{found[1]}"{inner}"{found[3]}'
    if found := re.match(rf"{NAME}'(.*)'{REST}", line):
        yield f'{found[1]}"{found[2]}"{found[3]}'


def plain_backslash(line: str) -> Iterator[str]:
    r"""Yield it with its \ as they are: in single quotes, or doubled."""
    if found := re.match(rf'{NAME}"([^"\']*)"{REST}', line):
        yield f"{found[1]}'{found[2]}'{found[3]}"
    yield line.replace("\\", "\\\\")


def nothing_after(line: str) -> Iterator[str]:
    """Yield it without the sign after its value."""
    yield re.sub(r"[\s,;.:]+$", "", line)
    yield re.sub(r",(\s*\})", r"\1", line)


def with_comma(line: str) -> Iterator[str]:
    """Yield it with a comma between two of its values, wherever one may be missing."""
    for found in re.finditer(r"(?<=[\"'\]}\de])\s+(?=[\w\"'\[{])", line):
        yield f"{line[: found.start()]}, {line[found.end() :]}"


def with_end_comma(line: str) -> Iterator[str]:
    """Yield it with a comma at its end, before a comment."""
    yield _with_end(line, ",")


def with_end_bracket(line: str) -> Iterator[str]:
    """Yield it with a closing bracket at its end, before a comment."""
    for bracket in ("]", " }" if "{ " in line else "}", " }]"):
        yield _with_end(line, bracket)


def with_sign_once(line: str) -> Iterator[str]:
    """Yield it with one of two equal signs that stand side by side."""
    for found in re.finditer(r"([\"'=,\[\]{}])\1", line):
        yield f"{line[: found.start()]}{line[found.start() + 1 :]}"


def with_closing_bracket(line: str) -> Iterator[str]:
    """Yield it with a closing bracket before one of its commas or brackets."""
    for opening, closing in BRACKETS:
        if line.count(opening) > line.count(closing):
            for found in re.finditer(r"(?<=[\w\"'\]}])\s*(?=[,\]}])", line):
                space = " " if closing == "}" else ""
                yield f"{line[: found.start()]}{space}{closing}{line[found.end() :]}"


def with_opening_bracket(line: str) -> Iterator[str]:
    """Yield it with an opening bracket at its beginning, after an =, or after another bracket."""
    for opening, closing in BRACKETS:
        if line.count(closing) > line.count(opening):
            for found in re.finditer(r"^\s*|(?<==)\s*|(?<=[\[{])\s*", line):
                space = " " if opening == "{" else ""
                yield f"{line[: found.end()]}{opening}{space}{line[found.end() :]}"


def in_list(line: str) -> Iterator[str]:
    """Yield it with its values in brackets."""
    if found := re.match(rf"{NAME}(?=[\w\"'])([^\[\]{{}}#]+?)\s*$", line):
        yield f"{found[1]}[{found[2]}]"


def _with_end(line: str, sign: str) -> str:
    code, hash_sign, comment = line.partition("#")
    return f"{code.rstrip()}{sign}{f'  #{comment}' if hash_sign else ''}"
