"""The help of a command as lines of text, in columns where there is room for them."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from presspoint.cli.app import GROUPS
from presspoint.cli.help.page import OPTIONS, PROGRAM, Entry, Page, command_page
from presspoint.terminal.cells import wrap
from presspoint.terminal.output import bold, is_read_out, on_terminal, screen_size, width

WIDEST = 100  # longer lines are hard to read
LEAST_FOR_COLUMNS = 60
TERM_WIDTH = 28  # the column of what is typed; what is longer has a line of its own
FEW_OPTIONS = 10  # so many need no headings
PROMPTS = 2  # the rows of the command that asked for it, and of the next one
HEADING_WIDTH = max(map(len, GROUPS)) + 2
NAME_WIDTH = 13
START = f"Start with {PROGRAM} routine lower-back, or {PROGRAM} alone."


def help_text(command: Any, path: str) -> str:  # noqa: ANN401  # types that Typer keeps private
    """Return the help of a command, called by its path, as wide as the terminal."""
    page, columns = command_page(command, path), min(width(), WIDEST)
    layout = Layout(columns, in_columns=columns >= LEAST_FOR_COLUMNS and not is_read_out())
    most_rows = screen_size()[1] - PROMPTS
    lines = _overview(layout, page, most_rows) if path == PROGRAM else list(layout.page(page))
    if len(lines) > most_rows:  # what can be seen at once matters more than air
        lines = [line for before, line in pairwise(["", *lines]) if line or before[:1] != " "]
    return "\n".join(lines)


def _overview(layout: "Layout", page: Page, most_rows: int) -> list[str]:
    """The overview, on a small screen with the last groups by their names only."""
    shortens = layout.in_columns and on_terminal()
    lines: list[str] = []
    for briefly in range(len(GROUPS) if shortens else 1):
        lines = list(layout.overview(page, briefly))
        if len(lines) <= most_rows:
            break
    return lines


class Layout:
    """Lines so wide at most; terms and words side by side, or else one under the other."""

    def __init__(self, columns: int, *, in_columns: bool) -> None:
        self.columns, self.in_columns = columns, in_columns

    def overview(self, page: Page, briefly: int) -> Iterator[str]:
        """Yield what presspoint is, and its commands in groups, the last ones by name only."""
        yield from self._wrap(f"{page.summary} {START}")
        yield ""
        for number, (heading, group) in enumerate(GROUPS.items()):
            if number >= len(GROUPS) - briefly:
                yield from self._beside(heading, "", "  ".join(group))
            else:
                entries = [Entry(name, command.help) for name, command in group.items()]
                yield from self._group(heading, entries)
        yield ""
        options = "; ".join(each.term for each in page.options)
        yield from self._wrap(f"Options and examples of a command: {PROGRAM} help COMMAND.")
        yield from self._wrap(f"Without a command: {options}.")

    def page(self, page: Page) -> Iterator[str]:
        """Yield the help of one command."""
        yield from self._wrap(f"Usage: {page.usage}", indent=2)
        for paragraph in (page.summary, *page.details):
            yield ""
            yield from self._wrap(paragraph)
        tables = {"Commands": page.commands, "": page.arguments, **_in_groups(page.options)}
        for heading, entries in tables.items():
            yield from self._section(heading, self._table(entries))
        yield from self._section("Keys in a session", self._keys(page.keys))
        yield from self._section("Examples", self._examples(page.examples))

    def _group(self, heading: str, entries: list[Entry]) -> Iterator[str]:
        """The commands of a group, its heading beside the first where there is room."""
        if not self.in_columns:
            yield bold(f"{heading}:")
            yield from self._table(entries)
            return
        for number, (name, words, _) in enumerate(entries):
            yield from self._beside("" if number else heading, f"{name:{NAME_WIDTH}}", words)

    def _beside(self, heading: str, start: str, words: str) -> Iterator[str]:
        """Words beside a heading in bold, which may be none, and what stands before them."""
        for line in self._after(f"{heading:{HEADING_WIDTH}}{start}", words):
            yield line.replace(heading, bold(heading), 1) if line.startswith(heading) else line

    def _section(self, heading: str, lines: Iterable[str]) -> Iterator[str]:
        """A heading and lines; nothing where there are no lines."""
        for number, line in enumerate(lines):
            if number == 0:
                yield ""
                yield from [bold(f"{heading}:")] * bool(heading)
            yield line

    def _table(self, entries: Iterable[Entry], limit: int = TERM_WIDTH) -> Iterator[str]:
        entries = list(entries)
        wide = max((len(each.term) for each in entries if len(each.term) <= limit), default=0)
        for term, words, _ in entries:
            if not self.in_columns:
                yield from self._wrap(f"  {term}: {words}", indent=4)
            elif len(term) <= wide:
                yield from self._after(f"  {term:{wide}}  ", words)
            else:
                yield f"  {term}"
                yield from self._after(" " * (wide + 4 if wide else 6), words)

    def _examples(self, examples: tuple[Entry, ...]) -> Iterator[str]:
        """Each as it is typed, with nothing behind it on a line that wraps."""
        if self.in_columns:
            yield from self._table(examples, self.columns // 2 + 4)
            return
        for typed, words, _ in examples:
            yield from self._wrap(f"  {typed}", indent=4)
            yield from self._wrap(f"    {words}", indent=4)

    def _keys(self, keys: tuple[str, ...]) -> list[str]:
        """The keys in two columns, one that is too long for its own across both."""
        if not self.in_columns:
            return [line for each in keys for line in self._wrap(f"  {each}", indent=4)]
        half = (self.columns - 2) // 2
        rows = [""]
        for key in keys:
            cell = f"  {key:{half}}"
            is_full = rows[-1] and len(rows[-1]) != half + 2
            rows += [""] * (is_full or len(cell) > half + 2)
            rows[-1] += cell
        return [row.rstrip() for row in rows if row]

    def _after(self, start: str, words: str) -> Iterator[str]:
        """Words beside what stands before them, all of their lines below each other."""
        for number, line in enumerate(wrap(words, self.columns - len(start))):
            yield f"{'' if number else start:{len(start)}}{line}"

    def _wrap(self, text: str, indent: int = 0) -> list[str]:
        return wrap(text, self.columns, indent)


def _in_groups(options: tuple[Entry, ...]) -> dict[str, list[Entry]]:
    """The options by their headings; a few are under one, as they were written."""
    groups: dict[str, list[Entry]] = {}
    for each in options:
        heading = each.group if len(options) > FEW_OPTIONS else OPTIONS
        groups.setdefault(heading, []).append(each)
    return groups
