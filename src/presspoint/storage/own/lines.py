"""The lines that the values of a TOML file stand on: the parser is fed one statement at a time."""

import tomllib
from collections.abc import Iterator
from typing import Any

from presspoint.faults import Path

LONGEST_STATEMENT = 100


def line_of(lines: dict[Path, int], path: Path) -> int | None:
    """Return the line of a path, else of the innermost around it, else of the first within it."""
    around = (path[:length] for length in range(len(path), 0, -1))
    within = (line for each, line in lines.items() if path and each[: len(path)] == path)
    return next((lines[each] for each in around if each in lines), next(within, None))


def lines_of(text: str) -> dict[Path, int]:
    """Return path -> line, counted from 1, for every table and key of a file that parses.

    A statement of more than 100 lines ends the search: what follows has no line.
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
    return lines


def _statements(text: str) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Yield each statement with its first line: as many lines as parse by themselves."""
    pending: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        pending.append(line)
        whole = "\n".join(pending).strip()
        parsed = _parse(whole)
        if parsed is not None:
            if parsed:
                yield number - len(pending) + 1, whole, parsed
            pending = []
        elif len(pending) >= LONGEST_STATEMENT:
            return


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
