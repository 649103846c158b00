"""The options that several commands share, and what their values complete to."""

from __future__ import annotations

from typing import Annotated, Any

import typer


def tables() -> dict[str, Any]:
    """Return the catalogue's tables; completing a name needs no more."""
    from presspoint.cli.loading import for_completing

    return for_completing()


def complete_routine(incomplete: str) -> list[str]:
    """Return the routines that begin so."""
    return _starting("routines", incomplete)


def complete_point(incomplete: str) -> list[str]:
    """Return the codes that begin so."""
    return _starting("points", incomplete.upper())


def complete_region(incomplete: str) -> list[str]:
    """Return the regions that begin so."""
    return _starting("regions", incomplete)


def complete_complaint(incomplete: str) -> list[str]:
    """Return the complaints that begin so."""
    return _starting("complaints", incomplete)


def complete_tool(incomplete: str) -> list[str]:
    """Return the tools that begin so."""
    return _starting("tools", incomplete)


def complete_position(incomplete: str) -> list[str]:
    """Return the positions that begin so."""
    return _starting("positions", incomplete)


def complete_condition(incomplete: str) -> list[str]:
    """Return the conditions that begin so."""
    return _starting("conditions", incomplete)


def complete_red_flag(incomplete: str) -> list[str]:
    """Return the red flags that begin so."""
    return _starting("red_flags", incomplete)


def complete_pace(incomplete: str) -> list[str]:
    """Return the paces that begin so."""
    from presspoint.planning.timing import PACES

    return [name for name in PACES if name.startswith(incomplete)]


def complete_pain(incomplete: str) -> list[str]:
    """Return where pain may travel."""
    values = tables()["choices"]["pain"]["values"]
    return [name for name in values if name.startswith(incomplete)]


def _starting(kind: str, incomplete: str) -> list[str]:
    return [name for name in tables()[kind] if name.startswith(incomplete)]


Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
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
Region = Annotated[
    str | None,
    typer.Option(
        metavar="REGION", help="Only this part of the body.", autocompletion=complete_region
    ),
]
Complaint = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar="COMPLAINT",
        help="Only those traditionally used for this.",
        autocompletion=complete_complaint,
    ),
]
Reach = Annotated[
    str | None, typer.Option(metavar="REACH", help="Only these: self, tool or helper.")
]
Tool = Annotated[
    str | None,
    typer.Option(
        metavar="TOOL",
        help="Only those pressed with this: ball, thumb ...",
        autocompletion=complete_tool,
    ),
]
Position = Annotated[
    str | None,
    typer.Option(
        metavar="POSITION",
        help="Only in this position: seated, lying ...",
        autocompletion=complete_position,
    ),
]
Minutes = Annotated[
    int | None,
    typer.Option("--minutes", metavar="N", min=1, help="Only those that take so long at most."),
]
Search = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Only those whose texts hold these words.")
]
Every = Annotated[
    bool, typer.Option("--all", help="Also those that presspoint does not guide through.")
]
