"""One wrong value in a file: where it is, what is there, what may be there."""

from presspoint.named_tuple import NamedTuple

LONGEST_VALUE, LONGEST_FILE = 60, 300  # characters of a text, and of a path, that are shown
Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """One wrong value: its path ("points", "my-knee", "hold"), what it is, what it may be.

    `hint` is a sentence to end with: 'Did you mean "LI4"?'. As text: 'points "my-knee", hold.cap:
    found 240. It should be ...'; a FileFault begins with 'FILE:12: '.
    """

    path: Path
    found: str
    wanted: str
    hint: str = ""

    def __str__(self) -> str:
        found = f"found {self.found}. " if self.found else ""
        return f"{self.place}{found}It should be {self.expectation}"

    @property
    def expectation(self) -> str:
        """What it may be, with the hint as a sentence of its own."""
        return f"{self.wanted}. {self.hint}" if self.hint else self.wanted

    @property
    def place(self) -> str:
        """'points "my-knee", hold.cap: ', items counted from 1; empty for a whole file."""
        if not self.path:
            return ""
        table, *entry = self.path[:2]
        name = "".join(f' "{each}"' for each in entry)
        key = key_path(self.path[2:])
        return f"{table}{name}{', ' if key else ''}{key}: "


class FileFault(NamedTuple):
    """A fault of one file, with its line (from 1), None where that is not known."""

    file: str
    fault: Fault
    line: int | None = None

    def __str__(self) -> str:
        line = f":{self.line}" if self.line else ""
        words = str(self.fault)
        file = self.file if len(self.file) <= LONGEST_FILE else f"{self.file[:LONGEST_FILE]}…"
        return f"{file}{line}: {words if words.endswith('?') else words.rstrip('.') + '.'}"


def key_path(path: Path) -> str:
    """Return a path within an entry as "steps[2].presses[1].seconds", items counted from 1."""
    parts = (f"[{each + 1}]" if isinstance(each, int) else f".{each}" for each in path)
    return "".join(parts).lstrip(".")


def show_value(value: object) -> str:
    """Return a found value in few characters, texts in quotes, None as "no value"."""
    if isinstance(value, str):
        cut = value if len(value) <= LONGEST_VALUE else f"{value[:LONGEST_VALUE]}…"
        return f'"{cut}"'
    if value is None:
        return "no value"
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > 10**12:
        return "a very large number"
    return str(value)[:LONGEST_VALUE]
