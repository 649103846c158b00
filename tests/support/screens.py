"""What the screen of a session shows, as text."""

from __future__ import annotations

from collections.abc import Sequence

from presspoint.session.state import Session
from presspoint.terminal.screen.countdown import GLYPHS, HEIGHT
from presspoint.terminal.screen.frame import frame
from presspoint.terminal.screen.lines import Frame, Span
from presspoint.terminal.screen.words import Beside

STOP_RULE = "A dull ache is fine."


def drawn(frame: Frame) -> list[str]:
    """Return the rows of a frame as text without styles, the blocks of digits as such."""
    lines = ["".join(map(_visible, row)).rstrip() for row in frame]
    return lines[: max((n for n, each in enumerate(lines, 1) if each), default=0)]


def _visible(piece: Span) -> str:
    is_block = piece.style == "reverse" and not piece.text.strip()
    return "█" * len(piece.text) if is_block else piece.text


def read(lines: Sequence[str]) -> list[str]:
    """Return lines with the time as text where they have it in block digits, 5 or 10 rows high."""
    blocks = [number for number, each in enumerate(lines) if "█" in each]
    if len(blocks) not in {HEIGHT, 2 * HEIGHT}:  # none, or not all of them yet
        return list(lines)
    scale = len(blocks) // HEIGHT
    rows = [lines[number] for number in blocks]
    left = min(each.index("█") for each in rows)
    time, rest = "", [each[left :: 2 * scale] for each in rows[::scale]]
    while digit := next((name for name, shape in GLYPHS.items() if _begins(rest, shape)), ""):
        time += digit
        rest = [each[len(GLYPHS[digit][0]) + 1 :] for each in rest]
    width = left + max(each.rindex("█") for each in rows) + 1 - left
    beside = {number: lines[number][width:].strip() for number in blocks}
    beside[blocks[0]] = f" {time}  {beside[blocks[0]]}"
    return [beside.get(number, each) for number, each in enumerate(lines)]


def _begins(rows: list[str], shape: tuple[str, ...]) -> bool:
    """Whether rows of blocks begin with a digit and its gap."""
    wide = len(shape[0]) + 1
    there = ["".join("#" if mark == "█" else " " for mark in each[:wide]) for each in rows]
    return [each.ljust(wide) for each in there] == [f"{each} " for each in shape]


def shown(session: Session, now: float, size: tuple[int, int] = (60, 24), note: str = "") -> str:
    """Return the screen at `now` as it is read, the time in block digits too."""
    lines = drawn(frame(session, now, size, Beside(note, stop_rule=STOP_RULE)))
    return "\n".join(read(lines))


def moment(session: Session, kind: str, into: float = 0.0) -> float:
    """Return when the first phase of a kind has played for `into` seconds."""
    at = 0.0
    for phase in session.phases:
        if phase.kind == kind:
            return at + into
        at += phase.seconds
    raise AssertionError(kind)
