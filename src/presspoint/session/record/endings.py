"""How sessions and holds end, by the words of the history."""

from enum import StrEnum


class Status(StrEnum):
    """How far a session came; the values are those of the history.

    A finished one came to its end, every hold was reached and at least one pressed; of a skipped
    one, that came to its end too, nothing was pressed. A reported one was done without the timer.
    """

    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"
    SKIPPED = "skipped"
    REPORTED = "reported"


class EndedBy(StrEnum):
    """What ended a session or a hold; the values are those of the history.

    `next` and `back` end holds only, `crash` sessions only.
    """

    END = "end"
    NEXT = "next"
    BACK = "back"
    Q = "q"
    HURTS = "hurts"
    FAINT = "faint"
    SIGNAL = "signal"
    PAUSE = "pause"
    CRASH = "crash"


def status_at_end(ended_by: EndedBy, *, all_reached: bool, is_pressed: bool) -> Status:
    """Return the status of a session that ended so."""
    if ended_by in {EndedBy.SIGNAL, EndedBy.PAUSE, EndedBy.CRASH}:
        return Status.INTERRUPTED
    if ended_by is not EndedBy.END:
        return Status.STOPPED
    if not is_pressed:
        return Status.SKIPPED
    return Status.FINISHED if all_reached else Status.STOPPED
