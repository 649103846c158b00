"""The history as rows of text, and the end of a session in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from presspoint.catalogue.pain_answers import Feeling, pain_answer
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.history.dates import short_moment
from presspoint.listing.history.places import reaction_words, reactions_words
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.pain import pain_words
from presspoint.session.record.records import Reaction, SessionRecord
from presspoint.words import as_sentence, clock_time, quantity

ID_LETTERS = 6  # of an id, so that it can be typed; more are asked for where they are not enough
# The status in a word; by the status itself where there is no other.
OUTCOMES = {Status.REPORTED: "added", Status.RUNNING: "still running"}


def history_rows(
    catalogue: Catalogue,
    sessions: Iterable[SessionRecord],
    today: date,
    notes: Mapping[str, str],
) -> Iterator[tuple[str, ...]]:
    """Yield a row for each session but the empty ones: id, when, what, how it ended, time, more.

    What hurt stands before the pain, and a session in which something hurt is not called finished.
    `notes` are a person's own, by the session's id.
    """
    for each in sessions:
        if each.is_empty:
            continue
        when = short_moment(each.started, today)
        pressed = f"{clock_time(int(each.held_seconds))} pressed"
        more = "; ".join(filter(None, (_reactions_and_pain(catalogue, each), notes.get(each.id))))
        yield each.id[:ID_LETTERS], when, each.routine, _outcome(each), pressed, more


def undo_sentence(id_: str) -> str:
    """Return what takes back the session or the entry of an id."""
    return f"To take it back: presspoint history undo {id_[:ID_LETTERS]}."


def empty_sessions_sentence(sessions: Iterable[SessionRecord]) -> str:
    """Return how many sessions are left out of the rows; empty without any."""
    number = sum(each.is_empty for each in sessions)
    if not number:
        return ""
    verb = "is" if number == 1 else "are"
    return f"{quantity(number, 'session')} in which nothing was pressed {verb} not listed."


def goodbye_sentences(catalogue: Catalogue, record: SessionRecord) -> str:
    """Return how a session ended, why it stopped if it had to, and what was pressed in it."""
    reason = _why_stopped(catalogue, record)
    because = f", because {reason}" if reason else ""
    ended = f"{_ending(record)}{_after_holds(record)}{because}."
    hurt = () if reason else record.reactions or ()
    return " ".join((ended, *(_hurt_sentence(catalogue, each) for each in hurt)))


def _hurt_sentence(catalogue: Catalogue, reaction: Reaction) -> str:
    """What hurt, by the part of the body: "Back of the knee, left leg: sharp."."""
    return as_sentence(reaction_words(catalogue, reaction))


def _outcome(each: SessionRecord) -> str:
    """The status, but of one that came to its end with something that hurt only that it ended."""
    if each.undone:
        return "undone"
    came_to_its_end = each.status is Status.FINISHED or each.ended_by is EndedBy.END
    return (
        "ended"
        if came_to_its_end and each.has_hurt
        else OUTCOMES.get(each.status, str(each.status))
    )


def _reactions_and_pain(catalogue: Catalogue, each: SessionRecord) -> str:
    pain = pain_words(each)
    if each.pain_change_counts:
        pain = f"pain {each.pain_before} -> {each.pain_after}"
    return "; ".join(filter(None, (reactions_words(catalogue, each.reactions or ()), pain)))


def _ending(record: SessionRecord) -> str:
    if record.ended_by is EndedBy.END:
        return "Done" if record.is_pressed else "The end"
    return "Interrupted" if record.status is Status.INTERRUPTED else "Stopped"


def _why_stopped(catalogue: Catalogue, record: SessionRecord) -> str:
    """Why a session had to stop; empty where it did not have to."""
    if record.ended_by is EndedBy.FAINT:
        return "you felt faint"
    last = record.reactions[-1].answer if record.reactions else None
    if record.ended_by is not EndedBy.HURTS or last not in tuple(Feeling):
        return ""
    return pain_answer(catalogue, Feeling(last)).because


def _after_holds(record: SessionRecord) -> str:
    """After how many holds it ended, and the time pressed in them."""
    seconds = int(sum(hold.held_seconds for hold in record.holds))
    if not seconds:
        return "" if record.reactions else ", nothing pressed"
    pressed = quantity(seconds, "second") if seconds < 60 else f"{clock_time(seconds)} minutes"
    return f" after {quantity(len(record.holds), 'hold')} ({pressed})"
