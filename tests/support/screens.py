"""What the screen of a session shows, as text."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, RenderableType

from presspoint.session.state import Session
from presspoint.terminal.screen import frame

STOP_RULE = "A dull ache is fine."


def drawn(frame: list[RenderableType], size: tuple[int, int]) -> list[str]:
    """Return what is printed on a screen of (columns, lines), without colour."""
    output = StringIO()
    console = Console(file=output, width=size[0], color_system=None)
    for line in frame:
        console.print(line, no_wrap=True, overflow="ellipsis")
    return [line.rstrip() for line in output.getvalue().rstrip("\n").split("\n")]


def shown(session: Session, now: float, size: tuple[int, int] = (60, 24), note: str = "") -> str:
    return "\n".join(drawn(frame(session, now, size, note, stop_rule=STOP_RULE), size))


def moment(session: Session, kind: str, into: float = 0.0) -> float:
    """Return when the first phase of a kind has played for `into` seconds."""
    at = 0.0
    for phase in session.phases:
        if phase.kind == kind:
            return at + into
        at += phase.seconds
    raise AssertionError(kind)
