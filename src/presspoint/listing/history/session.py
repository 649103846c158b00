"""One session in words: its card, and a row for each of its holds."""

from collections import defaultdict
from collections.abc import Iterator

from presspoint.catalogue.tables import Catalogue, Kind
from presspoint.listing.history.dates import long_moment
from presspoint.listing.history.places import place_name, reaction_words
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import HoldRecord, LeftOutRecord, SessionRecord
from presspoint.words import as_heading, as_sentence, clock_time

# How a session ended, by its status, else by what ended it.
BY_STATUS = {
    Status.REPORTED: "Done without the timer, and added later.",
    Status.RUNNING: "It is still running.",
    Status.SKIPPED: "It came to its end, and nothing was pressed.",
}
BY_END = {
    EndedBy.END: "It came to its end.",
    EndedBy.Q: "You stopped it.",
    EndedBy.HURTS: "It stopped because something hurt.",
    EndedBy.FAINT: "It stopped because you felt faint.",
    EndedBy.SIGNAL: "It was interrupted.",
    EndedBy.PAUSE: "It ended after a long pause.",
    EndedBy.CRASH: "It ended unexpectedly.",
}
HOLD_ENDS = {
    EndedBy.END: "done",
    EndedBy.NEXT: "you went to the next",
    EndedBy.BACK: "you went back",
    EndedBy.Q: "you stopped",
    EndedBy.HURTS: "it hurt",
    EndedBy.FAINT: "you felt faint",
    EndedBy.SIGNAL: "interrupted",
    EndedBy.PAUSE: "a long pause",
}
UNDONE = "You have undone this session. Its places still count towards their times a day."


def session_card(
    catalogue: Catalogue, record: SessionRecord, note: str
) -> Iterator[tuple[str, str]]:
    """Yield the labels and texts of a session; the first, without a label, is its title."""
    yield "", f"{_title(catalogue, 'routines', record.routine)}, {long_moment(record.started)}"
    if record.undone:
        yield "Undone", UNDONE
    yield "End", _ending(record)
    yield "Pressed", _press_time(record)
    if hurt := [as_sentence(reaction_words(catalogue, each)) for each in record.reactions or ()]:
        yield "Hurt", " ".join(hurt)
    if pain := _pain(record):
        yield "Pain", pain
    if record.conditions:
        names = (_title(catalogue, "conditions", each) for each in record.conditions)
        yield "Conditions", as_sentence("; ".join(names))
    if record.left_out:
        yield "Left out", " ".join(_omissions(catalogue, record.left_out))
    if note:
        yield "Your note", note
    yield "Id", record.id


def hold_rows(catalogue: Catalogue, record: SessionRecord) -> Iterator[tuple[str, ...]]:
    """Yield what was pressed, how long, and what ended it, for each hold."""
    for each in record.holds:
        ended = HOLD_ENDS.get(each.ended_by, "") if each.ended_by else ""
        name = place_name(catalogue, (*each.points, *each.zones), each.side)
        yield name, _seconds(each), ended


def _title(catalogue: Catalogue, kind: Kind, name: str) -> str:
    """A title; the name as it is where no file has it now, as of a set for now."""
    return catalogue.title(kind, name) if catalogue.has(kind, name) else as_heading(name)


def _ending(record: SessionRecord) -> str:
    if record.status in BY_STATUS:
        return BY_STATUS[record.status]
    if record.ended_by in BY_END:
        return BY_END[record.ended_by]
    return as_sentence(str(record.status))


def _press_time(record: SessionRecord) -> str:
    """How many holds came up, where that is known, and the minutes pressed in them."""
    pressed = f"{clock_time(int(record.held_seconds))} minutes"
    if record.reached is None or not record.planned_holds:
        return f"{pressed}."
    return f"{pressed}; {record.reached} of {record.planned_holds} holds begun."


def _pain(record: SessionRecord) -> str:
    before, after = record.pain_before, record.pain_after
    if before is None:
        return f"{after} after (0 to 10)." if after is not None else ""
    both = f"{before} before, {after} after"
    return f"{both if after is not None else f'{before} before'} (0 to 10)."


def _omissions(catalogue: Catalogue, left_out: tuple[LeftOutRecord, ...]) -> Iterator[str]:
    """A sentence a reason, with the places that it left out."""
    places: dict[str, list[str]] = defaultdict(list)
    for each in left_out:
        places[each.reason].append(_place_left_out(catalogue, each))
    for reason, names in places.items():
        yield f"{'; '.join(names)}: {reason.rstrip('.')}."


def _place_left_out(catalogue: Catalogue, place: LeftOutRecord) -> str:
    """The place on its side, or on all that it has, and its code."""
    if not catalogue.has_place(place.code):
        return place.code
    side = place.side or catalogue.point(place.code).sides
    return f"{place_name(catalogue, (place.code,), side)} ({place.code})"


def _seconds(hold: HoldRecord) -> str:
    held, planned = clock_time(int(hold.held_seconds)), clock_time(hold.planned_seconds)
    return held if held == planned else f"{held} of {planned}"
