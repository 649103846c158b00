"""What is wrong with a catalogue file: where in it, what was found, what is wanted."""

from __future__ import annotations

from typing import NamedTuple

FOUND_LIMIT = 60
Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """One wrong value: its path ("points", "my-knee", "hold"), what it is, what it may be."""

    path: Path
    found: str
    wanted: str

    @property
    def entry(self) -> Path:
        """The table and the entry that it is in."""
        return self.path[:2]

    def __str__(self) -> str:
        """Return 'points "my-knee", hold.cap: found 240, wanted ...'."""
        found = f"found {self.found}, " if self.found else ""
        return f"{self.place}{found}wanted {self.wanted}"

    @property
    def place(self) -> str:
        """Return 'points "my-knee", hold.cap: ', items counted from 1; nothing for a whole file."""
        if not self.path:
            return ""
        table, *entry = self.path[:2]
        name = "".join(f' "{each}"' for each in entry)
        key = key_path(self.path[2:])
        return f"{table}{name}{', ' if key else ''}{key}: "


class FileFault(NamedTuple):
    """A fault of one file, with its line (from 1) where that is known."""

    file: str
    fault: Fault
    line: int | None = None

    def __str__(self) -> str:
        """Return 'FILE:12: points "my-knee", hold.cap: found 240, wanted ...'."""
        line = f":{self.line}" if self.line else ""
        return f"{self.file}{line}: {str(self.fault).rstrip('.')}".rstrip() + (
            "" if str(self.fault).endswith("?") else "."
        )


def key_path(path: Path) -> str:
    """Return a path within an entry as "steps[2].presses[1].seconds", items counted from 1."""
    parts = (f"[{each + 1}]" if isinstance(each, int) else f".{each}" for each in path)
    return "".join(parts).lstrip(".")


def show_value(value: object) -> str:
    """Return a found value in few characters, texts in quotes."""
    if isinstance(value, str):
        cut = value if len(value) <= FOUND_LIMIT else f"{value[:FOUND_LIMIT]}…"
        return f'"{cut}"'
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > 10**12:
        return "a very large number"
    return str(value)[:FOUND_LIMIT]
