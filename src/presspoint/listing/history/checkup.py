"""How whole the history is, as lines of text and as a JSON document."""

from collections.abc import Iterator
from typing import Any

from presspoint.session.record.checkup import Checkup
from presspoint.words import quantity

SHOWN_PROBLEMS = 5


def checkup_lines(checkup: Checkup) -> Iterator[str]:
    """Yield a sentence on what is there, and on what is damaged and lost of it."""
    found = _found(checkup)
    if not checkup.problems:
        yield f"{checkup.file}: OK. {found}."
        return
    problems = "; ".join(" ".join(each.split()) for each in checkup.problems[:SHOWN_PROBLEMS])
    yield f"{checkup.file}: damaged. SQLite says: {problems}."
    if checkup.sessions is None:
        yield "Nothing in it can be read."
        return
    yield f"{found} can be read."
    lost = [losses.words(name) for name, losses in checkup.losses.items() if losses]
    if lost:
        yield f"{', '.join(lost)} cannot be read."


def repair_question(checkup: Checkup) -> str:
    """Return the question whether to repair a damaged history."""
    new = "an empty one" if checkup.sessions is None else "a new one from what can be read"
    return f"Put the damaged file aside under another name, and start {new}?"


def checkup_document(checkup: Checkup | None) -> dict[str, Any]:
    """Return the document of `history check --json`; null is what nobody knows."""
    if checkup is None:
        return {"file": None, "ok": True, "sessions": 0, "holds": 0, "problems": [], "lost": {}}
    return {
        "file": checkup.file,
        "ok": not checkup.problems,
        "sessions": checkup.sessions,
        "holds": checkup.holds,
        "problems": list(checkup.problems),
        "lost": {
            name: {"rows": len(losses.rowids), "more_at_end": losses.more_at_end}
            for name, losses in checkup.losses.items()
            if losses
        },
    }


def _found(checkup: Checkup) -> str:
    sessions, holds = checkup.sessions or 0, checkup.holds or 0
    return f"{quantity(sessions, 'session')} and {quantity(holds, 'hold')}"
