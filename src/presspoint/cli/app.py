"""The contents page: every command of presspoint on one screen."""

import os
from typing import Annotated

import typer
import typer.main

from presspoint.cli import conditions, history, points, routine
from presspoint.errors import UsageError

# Every usage error of Typer descends from this class, which has no public name of its own.
TYPER_USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]

COMPLETION = "_PRESSPOINT_COMPLETE"

app = typer.Typer(
    name="presspoint",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("routine", cls=conditions.NamingHelp)(routine.play)
app.command("plan", cls=conditions.NamingHelp)(routine.show_plan)
app.command("points")(points.list_points)
app.command("point")(points.show_point)
app.command("conditions")(conditions.list_conditions)
app.command("history")(history.show_history)


def run(arguments: list[str]) -> int:
    """Run one command; return its exit code. Raises PresspointError for whatever goes wrong.

    Typer's own `main` is for completion only: it would turn a broken pipe into exit 1.
    """
    if COMPLETION in os.environ:
        app(arguments, prog_name="presspoint")
    try:
        command = typer.main.get_command(app)
        with command.make_context("presspoint", arguments) as context:
            command.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    except TYPER_USAGE_ERROR as error:
        if words := _sentence(error):
            raise UsageError(words) from None
        return UsageError.exit_code  # no command was given, and Typer has shown the help
    return 0


def _show_version(wanted: bool) -> None:
    if wanted:
        from presspoint import __version__

        typer.echo(f"presspoint {__version__}")
        raise typer.Exit


@app.callback()
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
