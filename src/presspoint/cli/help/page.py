"""What there is to say of one command, read from the command as Typer has it."""

from collections.abc import Iterator
from typing import Any

from presspoint.cli.help.examples import EXAMPLES
from presspoint.named_tuple import NamedTuple
from presspoint.terminal.keyboard.keys import HELP

PROGRAM = "presspoint"
PLAYS = f"{PROGRAM} routine"
MOST_EXAMPLES = 4
OPTIONS = "Options"


class Entry(NamedTuple):
    """An argument, an option or a command: how it is typed, and what it is or does.

    `group` is the heading of an option, where its command has more than a few.
    """

    term: str
    words: str
    group: str = ""


class Page(NamedTuple):
    """The help of a command: `summary` is one sentence, `details` are the paragraphs after it."""

    usage: str
    summary: str
    details: tuple[str, ...]
    arguments: tuple[Entry, ...]
    options: tuple[Entry, ...]
    commands: tuple[Entry, ...]
    examples: tuple[Entry, ...]
    keys: tuple[str, ...]


def command_page(command: Any, path: str) -> Page:  # noqa: ANN401  # types that Typer keeps private
    """Return the page of a command, called by its path ("presspoint profile set")."""
    summary, *details = (" ".join(each.split()) for each in (command.help or "").split("\n\n"))
    shown = [each for each in command.params if not getattr(each, "hidden", False)]
    arguments = [each for each in shown if each.param_type_name == "argument"]
    options = [each for each in shown if each.param_type_name == "option"]
    below = getattr(command, "commands", {})
    names = (_metavar(each) for each in arguments)
    optional = getattr(command, "invoke_without_command", False)
    commands = ["[COMMAND]" if optional else "COMMAND"] if below else []
    words = (path, *names, *commands, *(["[OPTIONS]"] if options else ()))
    return Page(
        usage=" ".join(words),
        summary=summary,
        details=tuple(details),
        arguments=tuple(Entry(_bare(each), each.help or "") for each in arguments),
        options=tuple(_option(each) for each in options),
        commands=tuple(Entry(name, _summary(each)) for name, each in below.items()),
        examples=tuple(examples_of(path))[:MOST_EXAMPLES],
        keys=HELP if path == PLAYS else (),
    )


def examples_of(path: str) -> Iterator[Entry]:
    """Yield the examples of a command, as they are typed."""
    for typed, words in EXAMPLES.items():
        if f"{PROGRAM} {typed} ".startswith(f"{path} "):
            yield Entry(f"{PROGRAM} {typed}", words)


def _option(option: Any) -> Entry:  # noqa: ANN401  # as above
    """An option as it is typed, its short names first: "-V, -v, --version", "--pain WHERE"."""
    names = ", ".join(sorted(option.opts, key=lambda name: (len(name) > 2, name)))
    term = names if option.is_flag else f"{names} {option.make_metavar(None)}"
    return Entry(term, option.help or "", option.rich_help_panel or OPTIONS)


def _metavar(argument: Any) -> str:  # noqa: ANN401  # as above
    """An argument as the first line has it: "[NAME]" where it may be left out."""
    name = str(argument.make_metavar(None))
    return name if argument.required or name.startswith("[") else f"[{name}]"


def _bare(argument: Any) -> str:  # noqa: ANN401  # as above
    """An argument's name without the brackets that say that it may be left out: "NAME..."."""
    name = str(argument.make_metavar(None))
    return name[1:].replace("]", "", 1) if name.startswith("[") else name


def _summary(command: Any) -> str:  # noqa: ANN401  # as above
    return " ".join((command.help or "").split("\n\n")[0].split())
