"""The options of a run: what is chosen of a routine, and what limits the person."""

from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand

from presspoint.cli.options import complete_condition, complete_red_flag
from presspoint.planning.course import PACES
from presspoint.storage.catalogue_file import completion_tables

TABLES = {"red_flag": "red_flags", "condition": "conditions"}


class NamingHelp(TyperCommand):
    """A command whose help has the names that --condition and --red-flag take."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  # types that Typer keeps private
        """Write the help, with the names, which are read only now."""
        tables = completion_tables()
        for parameter in self.params:
            if parameter.name in TABLES:
                names = ", ".join(tables[TABLES[parameter.name]])
                parameter.help = f"{getattr(parameter, 'help', '')} Names: {names}."  # type: ignore[attr-defined]  # options have help
        super().format_help(ctx, formatter)


class RoutineOptions(NamedTuple):
    """What was typed to choose among routines."""

    complaint: str | None
    most_minutes: int | None
    position: str | None


def complete_pace(incomplete: str) -> list[str]:
    """Return the paces that begin so."""
    return [name for name in PACES if name.startswith(incomplete)]


def complete_pain(incomplete: str) -> list[str]:
    """Return where pain may travel."""
    values = completion_tables()["choices"]["pain"]["values"]
    return [name for name in values if name.startswith(incomplete)]


Pain = Annotated[
    str | None,
    typer.Option(
        metavar="WHERE",
        help="Where the pain travels: none, leg or hip.",
        autocompletion=complete_pain,
    ),
]
UpperBack = Annotated[
    bool, typer.Option("--upper-back", help="The upper back is sore too: add its hand point.")
]
Pregnant = Annotated[
    bool, typer.Option("--pregnant", help="Pregnant, or trying to be: short for that condition.")
]
RedFlags = Annotated[
    list[str] | None,
    typer.Option(
        "--red-flag",
        metavar="NAME",
        help="A warning sign that applies now; repeatable.",
        autocompletion=complete_red_flag,
    ),
]
Conditions = Annotated[
    list[str] | None,
    typer.Option(
        "--condition",
        metavar="NAME[=WHERE]",
        help="A condition that limits what may be pressed, and where it is; repeatable.",
        autocompletion=complete_condition,
    ),
]
ProviderAgreed = Annotated[
    bool,
    typer.Option("--provider-agreed", help="A clinician who knows about the conditions agreed."),
]
AgainToday = Annotated[
    bool,
    typer.Option(
        "--again-today", help="Press places once more than their number of sessions a day."
    ),
]
Pace = Annotated[
    str | None,
    typer.Option(
        metavar="PACE",
        help="How much time to move and change sides: slow, normal or brisk. Holds stay.",
        autocompletion=complete_pace,
    ),
]
WithoutOwnFiles = Annotated[
    bool, typer.Option("--without-own-files", help="Use none of your own catalogue files.")
]
Yes = Annotated[
    bool, typer.Option("--yes", help="None of the warning signs applies, and I am ready.")
]
Plain = Annotated[bool, typer.Option("--plain", help="One line per event, nothing redrawn.")]
Wait = Annotated[
    bool, typer.Option("--wait", help="Each hold begins on a key, or on presspoint ctl.")
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on with the session that was interrupted.")
]
Breath = Annotated[
    bool, typer.Option("--breath", help="A very soft tone leads the breath in each hold.")
]
