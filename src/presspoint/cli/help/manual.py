"""The manual page, in the language of man: every command with its options, and the reference."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import typer.main

from presspoint import __version__
from presspoint.catalogue.safety_warnings import red_flags
from presspoint.cli.app import COMMANDS, load_command, program
from presspoint.cli.help import reference
from presspoint.cli.help.examples import EXAMPLES
from presspoint.cli.help.page import PROGRAM, Entry, Page, command_page
from presspoint.storage.catalogue_file import load
from presspoint.terminal.cells import wrap
from presspoint.terminal.keyboard.keys import HELP

WIDEST = 78
SIGNS = {
    "\\": "\\e",
    "-": "\\-",
    "~": "\\(ti",
    "^": "\\(ha",
    '"': "\\(dq",
    "'": "\\(aq",
    "`": "\\(ga",
    ".": "\\&.",
}


def manual_page() -> str:
    """Return the whole page. It is the same on every machine. Raises CatalogueError."""
    wrapped = (wrap(line, WIDEST) for line in _lines())
    return "".join(f"{line}\n" for lines in wrapped for line in lines)


def _lines() -> Iterator[str]:
    yield f'.TH {PROGRAM.upper()} 1 "" "{PROGRAM} {__version__}" "User commands"'
    yield ".nh"  # no hyphens in what somebody may type
    yield ".ad l"
    for heading, lines in _sections():
        yield f".SH {heading}"
        yield from lines


def _sections() -> Iterator[tuple[str, Iterable[str]]]:
    """Each heading of the page with the lines below it."""
    yield "NAME", [f"{PROGRAM} \\- {reference.PURPOSE}"]
    yield "SYNOPSIS", [f".B {PROGRAM}", "[COMMAND] [ARGUMENTS] [OPTIONS]"]
    yield "SAFETY", _safety()
    yield "DESCRIPTION", [_roff(reference.DESCRIPTION)]
    own = command_page(typer.main.get_command(program), PROGRAM).options
    helps = Entry("-h, --help", "Show the help, of presspoint or of a command.")
    yield "OPTIONS", _entries((*own, helps))
    yield "COMMANDS", chain.from_iterable(map(_command, _pages()))
    yield "KEYS", _list(HELP)
    codes = (Entry(str(int(code)), words) for code, words in reference.EXIT_CODES.items())
    yield "EXIT STATUS", (*_entries(codes), ".PP", _roff(reference.SIGNALS))
    yield "ENVIRONMENT", _entries(reference.ENVIRONMENT)
    files = (
        Entry(f"{reference.FOLDERS[folder]}/{name}", words)
        for (folder, name), words in reference.FILES.items()
    )
    yield "FILES", (*_entries(files), ".PP", _roff(reference.MAC))
    examples = (Entry(f"{PROGRAM} {typed}", words) for typed, words in EXAMPLES.items())
    yield "EXAMPLES", _entries(examples)


def _safety() -> Iterator[str]:
    """The signs that need help now, as before every session, and what presspoint is not."""
    catalogue = load()
    yield _roff(catalogue.text("standing-intro"))
    yield from _list(flag.notice for _, flag in red_flags(catalogue) if flag.notice)
    for each in (catalogue.text("disclaimer"), reference.SAFETY):
        yield from (".PP", _roff(each))


def _pages() -> Iterator[Page]:
    """Every command that does something by itself or has others under it, then these."""
    for name in COMMANDS:
        yield from _with_those_below(load_command(name).commands[name], f"{PROGRAM} {name}")


def _with_those_below(command: Any, path: str) -> Iterator[Page]:  # noqa: ANN401  # Typer's own type
    yield command_page(command, path)
    for name, each in getattr(command, "commands", {}).items():
        yield from _with_those_below(each, f"{path} {name}")


def _command(page: Page) -> Iterator[str]:
    yield f".SS {_roff(page.usage)}"
    yield _roff(page.summary)
    for each in page.details:
        yield from (".PP", _roff(each))
    yield from _entries(page.arguments)
    yield from _entries(page.options)


def _entries(entries: Iterable[Entry]) -> Iterator[str]:
    for term, words, _ in entries:
        yield from (".TP", f".B {_roff(term)}", _roff(words))


def _list(items: Iterable[str]) -> Iterator[str]:
    for each in items:
        yield from (".IP \\(bu 2", _roff(each))


def _roff(text: str) -> str:
    """Text as roff takes it: signs that it would change or obey are written out."""
    return "".join(SIGNS.get(each) or _sign(each) for each in text)


def _sign(sign: str) -> str:
    return sign if sign.isascii() else f"\\[u{ord(sign):04X}]"
