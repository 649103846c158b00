"""What can be undone, by the beginning of its id, and what it is in words."""

from collections.abc import Callable
from functools import partial

from presspoint.errors import PresspointError
from presspoint.listing.history.dates import long_moment
from presspoint.named_tuple import NamedTuple
from presspoint.run.arguments.sessions import find_sessions, none_sentence, refuse_several
from presspoint.session.record.endings import Status
from presspoint.session.record.pain import pain_words
from presspoint.session.record.records import SessionRecord
from presspoint.storage.entries.entry import new_entry, save_entries
from presspoint.storage.entries.undoable import UndoableEntry, UndoableKind, find_entries
from presspoint.words import clock_time, echo

WHAT: dict[UndoableKind, str] = {
    "pain": "Pain",
    "score": "Weekly answers",
    "total": "Questionnaire total",
}
HURT = "something hurt"
ALREADY = "That is undone already."


class Undoable(NamedTuple):
    """A session or an entry, by its id, and what it is in words."""

    id: str
    words: str


def find_undoable(typed: str) -> Undoable:
    """Return what has an id that begins so, or the last session.

    Raises PresspointError for none, for several, for a session that is still on, and for what is
    undone already; StorageError where the history cannot be read.
    """
    sessions = find_sessions(typed)
    entries = find_entries(typed) if typed else []
    every: dict[str, Callable[[], Undoable]] = {each.id: partial(_entry, each) for each in entries}
    every |= {each.id: partial(_session, each) for each in sessions}
    ids = (typed,) if typed in every else tuple(every)
    refuse_several(typed, ids)
    for name in ids:
        return every[name]()
    raise PresspointError(none_sentence(typed))


def save_undone(undoable: Undoable) -> None:
    """Save that something is undone: a record, as nothing is deleted. Raises StorageError."""
    save_entries([new_entry("undone", of=undoable.id)])


def _session(record: SessionRecord) -> Undoable:
    if record.undone:
        raise PresspointError(ALREADY)
    if record.status is Status.RUNNING:
        raise PresspointError("This session is still running. End it first: presspoint ctl stop.")
    pressed = f"{clock_time(int(record.held_seconds))} minutes pressed"
    hurt = ", ".join(dict.fromkeys(each.answer or HURT for each in record.reactions or ()))
    start = f"{record.routine}, {long_moment(record.started)}"
    words = (start, pressed, pain_words(record), hurt)
    return Undoable(record.id, f"{'; '.join(filter(None, words))}.")


def _entry(entry: UndoableEntry) -> Undoable:
    if entry.undone:
        raise PresspointError(ALREADY)
    said = entry.content
    value = said.get("pain", said.get("total"))
    shown = f" {echo(str(value))}" if value is not None else ""
    where = echo(str(said.get("where") or ""))
    moment = long_moment(str(said.get("when") or said.get("day") or entry.made))
    words = (f"{WHAT[entry.kind]}{shown}", where, moment)
    return Undoable(entry.id, f"{', '.join(filter(None, words))}.")
