"""The contents page: every command of presspoint on one screen."""

import os
from importlib import import_module
from typing import Annotated, NamedTuple

import typer
import typer.main

from presspoint.errors import ExitCode, UsageError

# Every usage error of Typer descends from this class, which has no public name of its own.
TYPER_USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]
COMPLETION = "_PRESSPOINT_COMPLETE"
COMPLETED_WORDS = ("_TYPER_COMPLETE_ARGS", "COMP_WORDS")  # the latter is bash's


class Command(NamedTuple):
    """Where a command, or a group of them, is; `names_conditions` adds their names to its help."""

    module: str
    attribute: str
    names_conditions: bool = False


COMMANDS = {
    "routine": Command("routine", "play", names_conditions=True),
    "plan": Command("routine", "show_plan", names_conditions=True),
    "check": Command("check", "run_check", names_conditions=True),
    "points": Command("points", "list_points"),
    "point": Command("points", "show_point"),
    "conditions": Command("reference", "list_conditions"),
    "history": Command("history", "show_history"),
    "profile": Command("profile", "app"),
    "settings": Command("settings", "change_settings"),
    "sound-check": Command("sound_check", "check_sound"),
    "ctl": Command("ctl", "control"),
    "guide": Command("reference", "show_guide"),
    "sources": Command("catalogue", "sources"),
    "catalogue": Command("catalogue", "app"),
}


def app_for(word: str) -> typer.Typer:
    """Return the program; with the name of a command, without the others, which cost time."""
    app = typer.Typer(
        name="presspoint",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    for name in [word] if word in COMMANDS else COMMANDS:
        _add(app, name, COMMANDS[name])
    return app


def _add(app: typer.Typer, name: str, command: Command) -> None:
    found = getattr(import_module(f"presspoint.cli.{command.module}"), command.attribute)
    if isinstance(found, typer.Typer):
        app.add_typer(found, name=name)
    elif command.names_conditions:
        from presspoint.cli.reference import NamingHelp

        app.command(name, cls=NamingHelp)(found)
    else:
        app.command(name)(found)


def run(arguments: list[str]) -> int:
    """Run one command; return its exit code. Raises PresspointError for whatever goes wrong.

    Typer's own `main` is for completion only: it would turn a broken pipe into exit 1.
    """
    if COMPLETION in os.environ:
        words = next(filter(None, map(os.environ.get, COMPLETED_WORDS)), "")
        _, word, *more = (*words.split(" "), "", "")
        app_for(word if any(more) else "")(arguments, prog_name="presspoint")
    try:
        command = typer.main.get_command(app_for(arguments[0] if arguments else ""))
        with command.make_context("presspoint", arguments) as context:
            command.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    except TYPER_USAGE_ERROR as error:
        if words := _sentence(error):
            raise UsageError(words) from None
        return ExitCode.USAGE  # no command was given, and Typer has shown the help
    return ExitCode.DONE


def _show_version(wanted: bool) -> None:
    if wanted:
        from presspoint import __version__

        typer.echo(f"presspoint {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """A guided, timed self-acupressure routine for a sore back. It is self-care, not medicine."""


def _sentence(error: Exception) -> str:
    """Typer's words for a usage error, as one sentence with the next step; nothing for none."""
    words = " ".join(error.format_message().split()).rstrip(".")  # type: ignore[attr-defined]  # as every exception of Typer has
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "presspoint"
    return f"{words}. See {command} --help." if words else ""
