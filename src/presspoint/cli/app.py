"""The contents page: every command of presspoint on one screen."""

import os
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup

from presspoint import __version__
from presspoint.errors import ExitCode, NotPlayed, StorageError, UsageError
from presspoint.terminal.output import print_paragraphs

# Every usage error of Typer descends from this class, which has no public name of its own.
TYPER_USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]
COMPLETION, INSTALL = "_PRESSPOINT_COMPLETE", "--install-completion"
NAMED = {"red_flag": "red_flags", "condition": "conditions"}  # parameter -> table of its names


class Command(NamedTuple):
    """Where a command, or a group of them, is ("module:function"), and its line in --help."""

    place: str
    help: str


COMMANDS = {
    "routine": Command(
        "routine:play_routine",
        "Play a routine; without a name, list them by --for, --minutes and --position.",
    ),
    "plan": Command(
        "plan:show_plan", "Show what a routine would do, second by second, without playing it."
    ),
    "check": Command(
        "check:run_check",
        "Answer two minutes of questions: warning signs, and what you should leave out.",
    ),
    "points": Command(
        "reference.points:list_points",
        "List points by part of the body, complaint, reach, tool, position or words.",
    ),
    "point": Command(
        "reference.point:show_point",
        "Show one point: where it is, how to find and press it, cautions and sources.",
    ),
    "conditions": Command(
        "reference.lists:list_conditions",
        "List the names for --condition and --red-flag, or show what one condition changes.",
    ),
    "history": Command("history:app", "List your sessions; check or repair their file."),
    "settings": Command(
        "settings:set_or_list",
        "Show or change the settings: language, voice, volume, pace ...",
    ),
    "sound-check": Command(
        "sound_check:check_sound",
        "Hear the voice and every tone, and find out what helps if you hear nothing.",
    ),
    "ctl": Command(
        "ctl:control",
        "Control the running session from elsewhere: pause it, stop it, say that it hurts.",
    ),
    "guide": Command(
        "reference.lists:show_guide",
        "Show how hard, how long and how often to press, and what to expect.",
    ),
    "sources": Command(
        "reference.lists:list_sources", "List where places, times and cautions come from."
    ),
    "profile": Command(
        "profile:app",
        "Show or change your conditions; rest a sore point for some days.",
    ),
    "catalogue": Command("catalogue:app", "Check your own files, or print their format."),
}


class NamingHelp(TyperCommand):
    """A command whose help has the names that --condition and --red-flag take."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  # types that Typer keeps private
        """Write the help, with the names, which are read only now."""
        from presspoint.storage.catalogue_file import completion_tables  # for --help only

        for parameter in self.params:
            if parameter.name in NAMED:
                table = completion_tables()[NAMED[parameter.name]]
                names = ", ".join(name for name in table if not table[name].get("from_sign"))
                parameter.help = f"{getattr(parameter, 'help', '')} Names: {names}."  # type: ignore[attr-defined]  # options have help
        super().format_help(ctx, formatter)


class Contents(TyperGroup):
    """Every command by its name and line; only the one that is called is imported."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401  # types that Typer keeps private
        super().__init__(**attributes)
        self.commands = {
            name: TyperCommand(name, help=command.help) for name, command in COMMANDS.items()
        }

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401  # as above
        """Return what Typer calls for the arguments, imported now."""
        if args[0] in COMMANDS:
            self.commands.update(load_command(args[0]).commands)
        return super().resolve_command(ctx, args)


def load_command(name: str) -> TyperGroup:
    """Import a command, or a group of them; return a group that has nothing else."""
    module, _, attribute = COMMANDS[name].place.partition(":")
    imported = getattr(import_module(f"presspoint.cli.{module}"), attribute)
    parent = typer.Typer(add_completion=False)
    if isinstance(imported, typer.Typer):
        parent.add_typer(imported, name=name)
    else:
        parent.command(name, cls=NamingHelp)(imported)
    return typer.main.get_group(parent)


def run(arguments: list[str]) -> int:
    """Run one command; return its exit code. Raises PresspointError for whatever goes wrong.

    Typer's own `main` is for completion only: it would turn a broken pipe into exit 1.
    """
    if COMPLETION in os.environ:
        program(arguments, prog_name="presspoint")
    installs = any(each.startswith(INSTALL) for each in arguments)  # Typer empties the list
    try:
        command = typer.main.get_command(program)
        with command.make_context("presspoint", arguments) as context:
            command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except NotPlayed as end:
        print_paragraphs(end.sentence.splitlines())
        return end.exit_code
    except (OSError, UnicodeError) as problem:
        if not installs or (isinstance(problem, OSError) and problem.filename is None):
            raise  # what was printed about it could not be written
        raise StorageError(_not_installed(problem)) from None
    except TYPER_USAGE_ERROR as error:
        if words := _sentence(error, arguments):
            raise UsageError(words) from None
        return ExitCode.USAGE  # a group's command is missing, and Typer has shown its help
    return ExitCode.DONE


program = typer.Typer(
    name="presspoint",
    cls=Contents,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"presspoint {__version__}")
        raise typer.Exit


@program.callback()
def _options(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            "-v",
            help="Print the version.",
            callback=_show_version,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """A guided, timed self-acupressure routine for a sore back. It is self-care, not medicine.

    Without a command, presspoint greets, and plays a routine on Enter.
    """
    if context.invoked_subcommand is None:
        raise typer.Exit(import_module("presspoint.cli.greeting").greet())


def _sentence(error: Exception, arguments: list[str]) -> str:
    """What is wrong with a command line, with the next step; empty where Typer has no words."""
    from presspoint.cli.parsing.usage import explain  # not on the way of what is typed right

    words = error.format_message()  # type: ignore[attr-defined]  # as every exception of Typer has
    context = getattr(error, "ctx", None)
    named = " ".join(each for each in arguments[:1] if each in COMMANDS)
    command = context.command_path if context else f"presspoint {named}".strip()
    return explain(words, arguments, command) if words else ""


def _not_installed(problem: OSError | UnicodeError) -> str:
    """Why completion was not installed, and how it is all the same."""
    why = "The start-up file of your shell was not saved as UTF-8"
    if isinstance(problem, OSError):
        why = f"{problem.filename}: {problem.strerror}"
    return (
        f"{why}. Completion was not installed. Type presspoint --show-completion, and put the "
        "lines into your shell's start-up file yourself."
    )
