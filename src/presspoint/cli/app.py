"""The contents page: every command of presspoint, in the groups of its help."""

import os
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup

from presspoint import __version__
from presspoint.errors import ExitCode, NotPlayed, StorageError, UsageError
from presspoint.named_tuple import NamedTuple
from presspoint.terminal.output import print_heading, print_paragraphs

# Every usage error of Typer descends from this class, which has no public name of its own.
TYPER_USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]
COMPLETION, INSTALL = "_PRESSPOINT_COMPLETE", "--install-completion"


class Command(NamedTuple):
    """Where a command, or a group of them, is ("module:function"), and its line in the help."""

    place: str
    help: str


# As the overview has them: what is of use every day comes first.
GROUPS = {
    "Every day": {
        "routine": Command("routine:play_routine", "Play a routine, or list them to choose one."),
        "plan": Command("plan:show_plan", "Show what a routine does, without playing it."),
        "make": Command("make:make", "Make a set for now: what hurts, how long."),
        "course": Command("course.app:app", "Follow a routine over some weeks."),
        "history": Command("history.app:app", "List what you have done."),
    },
    "Your safety": {
        "check": Command("check:run_check", "Answer two minutes of safety questions."),
        "profile": Command("profile:app", "Show or change conditions; rest a sore place."),
        "conditions": Command(
            "reference.lists:list_conditions", "List the conditions and warning signs by name."
        ),
        "guide": Command(
            "reference.lists:show_guide", "Read how hard, how long and how often to press."
        ),
    },
    "Places": {
        "point": Command(
            "reference.point:show_point", "Show one place: where it is and how to press it."
        ),
        "map": Command("reference.map:show_map", "Draw the body with its places."),
        "points": Command(
            "reference.points:list_points", "List places by part of the body, complaint and more."
        ),
        "learn": Command("learn:learn", "Find places by touch, until you know them."),
    },
    "What it adds up to": {
        "stats": Command("outcome.stats:show_stats", "Show what your sessions add up to."),
        "score": Command("outcome.score:score", "Say once a week how you are."),
        "pain": Command("outcome.pain:pain", "Save how strong the pain is, at any time."),
        "report": Command(
            "outcome.report:write_report",
            "Make one page that a clinician can read.",
        ),
    },
    "Sound": {
        "sound-check": Command("sound_check:check_sound", "Hear the voice and every tone."),
        "settings": Command("settings:set_or_list", "Show or change voice, volume, pace and more."),
    },
    "Off the laptop": {
        "take": Command(
            "away.take:take_routine", "Write a routine into files for a phone or paper."
        ),
        "remind": Command("away.remind:remind", "Write reminders into a calendar file."),
        "due": Command("away.due:due", "Say whether a session is due: for cron and systemd."),
    },
    "More": {
        "ctl": Command("ctl:control", "Control the session from elsewhere: pause it, stop it."),
        "catalogue": Command(
            "own.catalogue:app", "Check, add and share your own files, or print their format."
        ),
        "sources": Command(
            "reference.lists:list_sources", "List where places, times and cautions come from."
        ),
        "help": Command("help.command:show_help", "Show the help of a command, or the manual."),
    },
}
COMMANDS = {name: command for group in GROUPS.values() for name, command in group.items()}


class Contents(TyperGroup):
    """Every command by its name and line; only the one that is called is imported."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401  # types that Typer keeps private
        super().__init__(**attributes)
        give_help(self)
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
    return load(COMMANDS[name].place, name)


def load(place: str, name: str) -> TyperGroup:
    """Return what `load_command` does for what is at a place ("module:function")."""
    module, _, attribute = place.partition(":")
    imported = getattr(import_module(f"presspoint.cli.{module}"), attribute)
    parent = typer.Typer(add_completion=False)
    if isinstance(imported, typer.Typer):
        parent.add_typer(imported, name=name)
    else:
        parent.command(name)(imported)
    group = typer.main.get_group(parent)
    give_help(group)
    return group


def give_help(command: Any) -> None:  # noqa: ANN401  # as above
    """Let a command, and whatever is under it by now, answer --help with our own page."""
    command.get_help = _page
    below = getattr(command, "commands", {})
    for each in below.values() if isinstance(below, dict) else ():  # else as each is imported
        give_help(each)


def _page(context: Any) -> str:  # noqa: ANN401  # as above
    """The help of the command that a context is for."""
    text = import_module("presspoint.cli.help.text")
    page: str = text.help_text(context.command, context.command_path)
    return page


def run(arguments: list[str]) -> int:
    """Run one command; return its exit code. Raises PresspointError for whatever goes wrong."""
    asked, _, shell = os.environ.get(COMPLETION, "").partition("_")
    if asked == "complete":
        code: int = import_module("presspoint.cli.completion.shells").answer(shell)
        return code
    if asked:
        program(arguments, prog_name="presspoint")  # Typer prints what the shell is to run
    installs = any(each.startswith(INSTALL) for each in arguments)  # Typer empties the list
    try:
        command = typer.main.get_command(program)
        with command.make_context("presspoint", arguments) as context:
            command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except NotPlayed as end:
        _print_why(end.sentence.splitlines())
        return end.exit_code
    except (OSError, UnicodeError) as problem:
        if not installs or (isinstance(problem, OSError) and problem.filename is None):
            raise  # what was printed about it could not be written
        from presspoint.cli.parsing.usage import not_installed  # not on the way of what goes right

        raise StorageError(not_installed(problem)) from None
    except TYPER_USAGE_ERROR as error:
        from presspoint.cli.parsing.usage import explain  # as above

        raise UsageError(explain(error, arguments)) from None
    return ExitCode.DONE


def _print_why(lines: list[str]) -> None:
    """Print why nothing is played; the verdict, which is last, stands out."""
    print_paragraphs(lines[:-1])
    for verdict in lines[-1:]:
        print_heading(verdict)


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
    """Timed self-acupressure for a sore back, step by step. It is self-care, not medicine."""
    if context.invoked_subcommand is None:
        raise typer.Exit(import_module("presspoint.cli.greeting").greet())
