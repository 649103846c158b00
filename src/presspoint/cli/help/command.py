"""The help command: the help of a command, or the whole manual."""

from collections.abc import Collection
from typing import Annotated, Any

import typer

from presspoint.cli.app import COMMANDS, load_command
from presspoint.cli.help.page import PROGRAM
from presspoint.cli.help.text import help_text
from presspoint.cli.parsing.option import argument
from presspoint.cli.parsing.slips import what_to_type
from presspoint.errors import UsageError
from presspoint.run.arguments.complaints import shell_word
from presspoint.terminal.lists.listings import print_rows
from presspoint.words import echo, join_words


def show_help(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        argument("[COMMAND]...", "Such as routine, or profile set.", "choices:help_topics"),
    ] = None,
    manual: Annotated[
        bool, typer.Option("--man", help="Print everything as a manual page.")
    ] = False,
    files: Annotated[
        bool, typer.Option("--files", help="Print where your settings, profile and sessions are.")
    ] = False,
) -> None:
    """Show the help of a command, or the manual.

    To read the manual, type: presspoint help --man | man -l -
    """
    if files:
        from presspoint.cli.help.reference import own_files  # as below

        print_rows(own_files())
        return
    if manual:
        from presspoint.cli.help.manual import manual_page  # only a few print it

        typer.echo(manual_page(), nl=False)
        return
    if not words:
        typer.echo(context.find_root().get_help())
        return
    typer.echo(help_text(_find(words), " ".join((PROGRAM, *words))))


def _find(words: list[str]) -> Any:  # noqa: ANN401  # a type that Typer keeps private
    """The command that words name ("profile", "set"). Raises UsageError where there is none."""
    if words[0] not in COMMANDS:
        raise UsageError(what_to_type(words))
    command: Any = None
    below: Any = load_command(words[0]).commands
    for word in words:
        if word not in below:
            raise UsageError(_nothing_on(word, words, below))
        command = below[word]
        below = getattr(command, "commands", {})
    return command


def _nothing_on(word: str, words: list[str], below: Collection[str]) -> str:
    """What to type instead of a word that a command has no help for."""
    command = " ".join(words[: words.index(word)])
    unknown = f'There is no help for "{echo(word)}". Type presspoint help'
    if below:
        return f"{unknown} {join_words(tuple(f'{command} {each}' for each in below), 'or')}."
    return f"{unknown} {command}, or without help: {PROGRAM} {command} {shell_word(word)}."
