"""After a session: what was done, whether it is kept, what to mind now."""

from __future__ import annotations

from presspoint.catalogue import Catalogue
from presspoint.history import pain_told
from presspoint.plan import Plan
from presspoint.storage.saving import Saving
from presspoint.terminal.output import paragraph, remark
from presspoint.text import counted, minutes

DONE, NOT_PLAYED, STORAGE_FAILED = 0, 3, 4
FOR_SAFETY = frozenset({"faint", "hurt-stop"})
ENDS = {"finished": "Done", "abandoned": "Interrupted"}


def say_after(catalogue: Catalogue, plan: Plan, saving: Saving, ended: str) -> None:
    """Print what was done and what remains; a terminal that went away needs nothing."""
    done = counted(len(saving.holds), "hold")
    pressed = minutes(sum(hold.held_seconds for hold in saving.holds))
    how = "Interrupted" if ended.startswith("SIG") else ENDS.get(ended, "Stopped")
    kept = "This session is NOT saved." if saving.problem else "Saved."
    told = (f"{how}. {done}, {pressed} minutes pressed.", pain_told(saving.record), kept)
    try:
        paragraph(" ".join(filter(None, told)))
        if ended in {"finished", "stopped"}:
            paragraph(f"{catalogue.text('aftercare')} {plan.routine.again}")
        elif ended == "abandoned":
            paragraph("presspoint routine --resume goes on with it.")
    except OSError:
        return
    for problem in filter(None, (saving.problem, saving.rest_problem)):
        remark(f"presspoint: {problem}")


def exit_code(saving: Saving, ended: str) -> int:
    """Return the exit code of a session that no signal ended."""
    if ended in FOR_SAFETY:
        return NOT_PLAYED
    return STORAGE_FAILED if saving.problem or saving.rest_problem else DONE
