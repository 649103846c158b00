"""The history as rows of text, and the end of a session in words."""

from collections.abc import Iterable, Iterator

from presspoint.catalogue.pain_answers import Feeling, pain_answer
from presspoint.catalogue.places import spoken_name
from presspoint.catalogue.tables import Catalogue
from presspoint.session.record.records import (
    FAINT,
    EndedBy,
    Reaction,
    SessionRecord,
    Status,
    pain_words,
)
from presspoint.words import as_sentence, clock_time, join_words, quantity

# What a person says a place or a movement did, by the answer that was saved.
FEELINGS = {"sharp": "sharp", "numb": "numb", "spreading": "spreading pain", "sore": "sore"}


def history_rows(sessions: Iterable[SessionRecord]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each session but the empty ones: when, what, how it ended, holds, pain.

    What hurt stands before the pain, and a session in which something hurt is not called finished.
    """
    for each in sessions:
        if each.is_empty:
            continue
        when, holds = each.started[:16].replace("T", " "), quantity(len(each.holds), "hold")
        pressed = f"{clock_time(int(each.held_seconds))} pressed"
        yield when, each.routine, _outcome(each), holds, pressed, _reactions_and_pain(each)


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


def reactions_words(reactions: Iterable[Reaction]) -> str:
    """Return "sharp at BL40, left; felt faint"; empty for no reaction."""
    return "; ".join(map(_reaction_words, reactions))


def _reaction_words(reaction: Reaction) -> str:
    if reaction.answer == FAINT:
        return "felt faint"
    feeling = FEELINGS.get(reaction.answer or "", "it hurt")
    places = join_words((*reaction.points, *reaction.zones))
    side = f", {reaction.side}" if reaction.side in {"left", "right"} else ""
    return f"{feeling} at {places}{side}" if places else f"{feeling} in the movement"


def _hurt_sentence(catalogue: Catalogue, reaction: Reaction) -> str:
    """What hurt, by the part of the body: "Back of the knee, left leg: sharp."."""
    feeling = FEELINGS.get(reaction.answer or "", "it hurt")
    codes = (*reaction.points, *reaction.zones)
    if reaction.answer == FAINT or not codes:
        return as_sentence(_reaction_words(reaction))
    places = [catalogue.point(code) for code in codes]
    name = spoken_name(places, reaction.side, catalogue.region(places[0].region).limb)
    return f"{name}: {feeling}."


def _outcome(each: SessionRecord) -> str:
    """The status, but of one that came to its end with something that hurt only that it ended."""
    came_to_its_end = each.status is Status.FINISHED or each.ended_by is EndedBy.END
    return "ended" if came_to_its_end and each.has_hurt else str(each.status)


def _reactions_and_pain(each: SessionRecord) -> str:
    pain = pain_words(each)
    if each.pain_change_counts:
        pain = f"pain {each.pain_before} -> {each.pain_after}"
    return "; ".join(filter(None, (reactions_words(each.reactions or ()), pain)))


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
