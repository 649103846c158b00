"""What Tab offers after the words of a command line: commands, options, or values."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import typer.main

from presspoint.cli.app import COMMANDS, load_command, program
from presspoint.named_tuple import NamedTuple
from presspoint.words import printable

# Whatever else a person's own file may hold is not put onto a command line.
HARMLESS = re.compile(r"[\w.+=-]+")
FILES = frozenset({"path", "file"})


class Offer(NamedTuple):
    """A word to type, and a few words on it."""

    value: str
    words: str = ""


class Offers(NamedTuple):
    """What fits; or that the name of a file does, which the shell knows itself."""

    fitting: tuple[Offer, ...] = ()
    is_file: bool = False


def find_offers(words: Sequence[str], begun: str) -> Offers:
    """Return what may follow the words and begins as the last one, in capitals or small letters.

    Raises whatever an unreadable file raises.
    """
    command, rest = _command(words)
    context = command.make_context(command.name, [*rest], resilient_parsing=True)
    context.obj = begun
    if begun.startswith("-"):
        return _matches(_options(command.get_params(context), rest), begun)
    if parameter := _parameter_to_type(command, context, rest):
        if parameter.type.name in FILES:
            return Offers(is_file=True)
        found = parameter.shell_complete(context, "")
        return _matches((Offer(each.value, each.help or "") for each in found), begun)
    return _matches(_commands(command), begun)


def _command(words: Sequence[str]) -> tuple[Any, list[str]]:
    """The innermost command that the words name, and the words after it."""
    command: Any = typer.main.get_command(program)
    if not words or words[0] not in COMMANDS:
        return command, []
    command = load_command(words[0]).commands[words[0]]
    rest = [*words[1:]]
    below = getattr(command, "commands", {})
    for number, word in enumerate(rest):
        if word in below:
            return below[word], rest[number + 1 :]
    return command, rest


def _commands(command: Any) -> Iterator[Offer]:  # noqa: ANN401  # types that Typer keeps private
    for name, each in getattr(command, "commands", {}).items():
        yield Offer(name, " ".join((each.help or "").split("\n\n")[0].split()))


def _options(parameters: list[Any], given: list[str]) -> Iterator[Offer]:
    """The options that are not given yet, or may be given again."""
    for each in parameters:
        is_option = each.param_type_name == "option" and not each.hidden
        if is_option and (each.multiple or not set(each.opts) & set(given)):
            yield from (Offer(name, each.help or "") for name in each.opts)


def _parameter_to_type(command: Any, context: Any, rest: list[str]) -> Any:  # noqa: ANN401  # as above
    """The option or the argument whose value is typed now; None where none is expected."""
    for each in command.params:
        if rest and rest[-1] in each.opts and not getattr(each, "is_flag", True):
            return each
    for each in command.params:
        is_open = each.nargs == -1 or context.params.get(each.name) is None
        if each.param_type_name == "argument" and is_open:
            return each
    return None


def _matches(offers: Iterator[Offer], begun: str) -> Offers:
    return Offers(
        tuple(
            Offer(value, printable(words, limit=200))
            for value, words in offers
            if value.casefold().startswith(begun.casefold()) and HARMLESS.fullmatch(value)
        )
    )
