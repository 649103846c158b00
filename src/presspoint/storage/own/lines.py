"""The lines that the values of a TOML file stand on: the parser is fed one statement at a time."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from presspoint.faults import Path

# What may hold a bracket or the end of a line that ends no statement, and what may end one.
TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)
DEPTH = {"[": 1, "{": 1, "]": -1, "}": -1}


def line_of(lines: dict[Path, int], path: Path) -> int | None:
    """Return the line of a path, else of the innermost around it; None for a whole file."""
    around = (path[:length] for length in range(len(path), 0, -1))
    return next((lines[each] for each in around if each in lines), None)


def lines_of(text: str) -> dict[Path, int]:
    """Return path -> line, counted from 1, for every table and key of a file that parses.

    What has no line of its own has that of the first thing within it.
    """
    lines: dict[Path, int] = {}
    last: dict[Path, int] = {}
    header: Path = ()
    for line, statement, parsed in _statements(text):
        if statement.startswith("["):
            header = _header(parsed, last, new=statement.startswith("[["))
            lines.setdefault(header, line)
        else:
            for path in _paths(parsed):
                lines.setdefault((*header, *path), line)
    for path, line in tuple(lines.items()):
        for length in range(1, len(path)):
            lines.setdefault(path[:length], line)
    return lines


def _statements(text: str) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Yield each statement with its first line: it ends with a line that leaves no bracket open."""
    start = depth = 0
    line = first = 1
    for token in TOKEN.finditer(f"{text}\n"):
        found = token[0]
        depth += DEPTH.get(found, 0)
        line += found.count("\n")
        if found == "\n" and not depth:
            statement = text[start : token.start()].strip()
            if parsed := _parse(statement):
                yield first, statement, parsed
            start, first = token.end(), line


def _parse(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _header(parsed: dict[str, Any], last: dict[Path, int], *, new: bool) -> Path:
    """The path of a table header, with the index of each list of tables on the way."""
    path: Path = ()
    table: Any = parsed
    while table:
        if isinstance(table, list):
            table = table[0]
            continue
        (name, table), *_ = table.items()
        path = (*path, name)
        if new and table == [{}]:
            last[path] = last.get(path, -1) + 1
        if path in last:
            path = (*path, last[path])
    return path


def _paths(value: Any, path: Path = ()) -> Iterator[Path]:  # noqa: ANN401  # a parsed value is of any type
    if path:
        yield path
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _paths(each, (*path, name))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _paths(each, (*path, number))
