"""What there is to say of one command, read from the command as Typer has it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from presspoint.cli.help.examples import EXAMPLES
from presspoint.terminal.keys import HELP

PROGRAM = "presspoint"
PLAYS = f"{PROGRAM} routine"
MOST_EXAMPLES = 4


class Entry(NamedTuple):
    """An argument, an option or a command: how it is typed, and what it is or does."""

    term: str
    words: str


class Page(NamedTuple):
    """The help of a command. `options` are in groups, by the heading of each; `keys` may be none.

    `summary` is one sentence, `details` are the paragraphs after it.
    """

    usage: str
    summary: str
    details: tuple[str, ...]
    arguments: tuple[Entry, ...]
    options: dict[str, tuple[Entry, ...]]
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
    words = (path, *names, *(["COMMAND"] if below else ()), *(["[OPTIONS]"] if options else ()))
    return Page(
        usage=" ".join(words),
        summary=summary,
        details=tuple(details),
        arguments=tuple(Entry(_bare(each), each.help or "") for each in arguments),
        options=_in_groups(options),
        commands=tuple(Entry(name, _summary(each)) for name, each in below.items()),
        examples=tuple(examples_of(path))[:MOST_EXAMPLES],
        keys=HELP if path == PLAYS else (),
    )


def examples_of(path: str) -> Iterator[Entry]:
    """Yield the examples of a command, as they are typed."""
    for typed, words in EXAMPLES.items():
        if f"{PROGRAM} {typed} ".startswith(f"{path} "):
            yield Entry(f"{PROGRAM} {typed}", words)


def _in_groups(options: list[Any]) -> dict[str, tuple[Entry, ...]]:
    groups: dict[str, tuple[Entry, ...]] = {}
    for each in options:
        heading = each.rich_help_panel or "Options"
        groups[heading] = (*groups.get(heading, ()), Entry(_option_term(each), each.help or ""))
    return groups


def _option_term(option: Any) -> str:  # noqa: ANN401  # as above
    """An option as it is typed, its short names first: "-V, -v, --version", "--pain WHERE"."""
    names = ", ".join(sorted(option.opts, key=lambda name: (len(name) > 2, name)))
    return names if option.is_flag else f"{names} {option.make_metavar(None)}"


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
