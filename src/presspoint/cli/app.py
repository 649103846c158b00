"""The contents page: every command of presspoint on one screen."""

from __future__ import annotations

from typing import Annotated

import typer

from presspoint.cli import conditions, history, points, routine
from presspoint.errors import UsageError

# Every usage error of Typer descends from this class, which has no public name of its own.
TYPER_USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]

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
    """Run one command; return its exit code. Raises PresspointError for whatever goes wrong."""
    try:
        code = app(arguments, prog_name="presspoint", standalone_mode=False)
    except TYPER_USAGE_ERROR as error:
        raise UsageError(_sentence(error)) from None
    except typer.Abort:
        return 130
    return code if isinstance(code, int) else 0


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
    """Typer's words for a usage error, as one sentence with the next step."""
    words = error.format_message()  # type: ignore[attr-defined]  # as every exception of Typer has
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "presspoint"
    return f"{' '.join(words.split()).rstrip('.')}. See {command} --help."
