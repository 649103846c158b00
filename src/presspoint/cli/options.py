"""The options that look-ups share, and what the catalogue's names complete to."""

from typing import Annotated

import typer

from presspoint.storage.catalogue_file import completion_tables


def complete_routine(incomplete: str) -> list[str]:
    """Return the routines that begin so."""
    return _complete("routines", incomplete)


def complete_point(incomplete: str) -> list[str]:
    """Return the codes that begin so."""
    return _complete("points", incomplete.upper())


def complete_region(incomplete: str) -> list[str]:
    """Return the regions that begin so."""
    return _complete("regions", incomplete)


def complete_complaint(incomplete: str) -> list[str]:
    """Return the complaints that begin so."""
    return _complete("complaints", incomplete)


def complete_tool(incomplete: str) -> list[str]:
    """Return the tools that begin so."""
    return _complete("tools", incomplete)


def complete_position(incomplete: str) -> list[str]:
    """Return the positions that begin so."""
    return _complete("positions", incomplete)


def complete_condition(incomplete: str) -> list[str]:
    """Return the conditions that begin so."""
    return _complete("conditions", incomplete)


def complete_red_flag(incomplete: str) -> list[str]:
    """Return the red flags that begin so."""
    return _complete("red_flags", incomplete)


def _complete(kind: str, incomplete: str) -> list[str]:
    return [name for name in completion_tables()[kind] if name.startswith(incomplete)]


Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
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
