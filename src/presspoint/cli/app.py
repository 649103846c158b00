"""The contents page: every command of presspoint on one screen."""

import os
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup

from presspoint import __version__
from presspoint.errors import ExitCode, NotPlayed, StorageError, UsageError
from presspoint.terminal.output import print_paragraph

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
        "Play a routine; without a name, list them, by --for, --minutes and --position.",
    ),
    "plan": Command(
        "plan:show_plan", "Show what a routine would play, second by second, and play nothing."
    ),
    "check": Command(
        "check:run_check",
        "Ask once about warning signs and conditions; keep what limits you in your profile.",
    ),
    "points": Command(
        "reference.points:list_points",
        "List points: by region, complaint, reach, tool, position or words, also combined.",
    ),
    "point": Command(
        "reference.point:show_point",
        "Tell where a point is, how to find and press it, what to mind, and who says so.",
    ),
    "conditions": Command(
        "reference.lists:list_conditions",
        "List the names for --red-flag and --condition, or what one condition changes.",
    ),
    "history": Command("history:app", "List the sessions played; check or repair their file."),
    "settings": Command(
        "settings:set_or_list",
        "List or change how codes are read and what a session sounds like.",
    ),
    "sound-check": Command(
        "sound_check:check_sound",
        "Say a sentence and play every tone; tell what makes them, and what helps if it is silent.",
    ),
    "ctl": Command(
        "ctl:control",
        "Control the session that is running, from anywhere else: pause it, stop it, say it hurts.",
    ),
    "guide": Command(
        "reference.lists:show_guide",
        "Tell how hard, how long and how often to press, and what to expect of it.",
    ),
    "sources": Command(
        "reference.lists:list_sources", "List where places, doses and cautions come from."
    ),
    "profile": Command(
        "profile:app",
        "Show, set or clear what limits what you may press; rest a sore point for some days.",
    ),
    "catalogue": Command("catalogue:app", "Check your own files; print their format."),
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
        elif not args[0].startswith("-"):
            raise UsageError(_what_to_type(args))
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
        if end.sentence:
            print_paragraph(end.sentence)
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
    """Typer's words for a usage error, as one sentence with the next step; nothing for none."""
    is_surplus = "unexpected extra argument" in error.format_message()  # type: ignore[attr-defined]  # as below
    if is_surplus and (hint := _what_to_type(arguments)):
        return hint
    words = " ".join(error.format_message().split()).rstrip(".")  # type: ignore[attr-defined]  # as every exception of Typer has
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "presspoint"
    return f"{words}. See {command} --help." if words else ""


def _what_to_type(arguments: list[str]) -> str:
    """What to type instead of words that do not fit; empty where nothing is likely."""
    from presspoint.cli.slips import what_to_type  # not for what can be done

    return what_to_type(arguments)


def _not_installed(problem: OSError | UnicodeError) -> str:
    """Why completion was not installed, and how it is all the same."""
    why = "The start-up file of your shell is not UTF-8"
    if isinstance(problem, OSError):
        why = f"{problem.filename}: {problem.strerror}"
    return (
        f"{why}. Completion is not installed. presspoint --show-completion prints the lines to put "
        "into your shell's start-up file."
    )
