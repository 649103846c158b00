"""Places to find by touch: the card of one, what follows an answer, and the JSON document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from presspoint.catalogue.places import Point, Side, spoken_name
from presspoint.catalogue.safety_warnings import SafetyWarning
from presspoint.catalogue.tables import Catalogue
from presspoint.learning.schedule import NEW, Answer, Progress
from presspoint.listing.fields import WARNING_FIELDS, fields
from presspoint.words import join_words, long_date, quantity, with_side

INTRODUCTION = (
    "Find each place with your fingers, and touch it lightly. Do not press yet: nothing is timed "
    "here. If it feels sharp, numb or spreading, take your hand away."
)
NO_CHECK = "No safety check yet: presspoint check finds what is not for you."
WITHOUT_TOOL = "Use your fingertips here. What the place is pressed with comes in a session."
ALL_KNOWN = "You know all of these places. presspoint point NAME shows one again."


def lesson_rows(
    catalogue: Catalogue, point: Point, side: Side, number: str
) -> Iterator[tuple[str, str]]:
    """Yield the labels and texts that lead to a place on a side; `number` is "1 of 5"."""
    limb = catalogue.region(point.region).limb
    code = f" ({point.code})" if point.is_numbered else ""
    yield "", f"{number}. {spoken_name((point,), side, limb)}{code}"
    yield "Where", point.place
    if point.reach == "tool":
        yield "By touch", WITHOUT_TOOL
    yield "Find", with_side(point.find, side)
    if point.lost:
        yield "Not there", with_side(point.lost, side)
    if point.spoken:
        yield "Take care", point.spoken


def introduction_lines(places: int, *, whom: Sequence[str], is_checked: bool) -> Iterator[str]:
    """Yield what to know first; `whom` to ask before pressing, where conditions ask for that."""
    yield f"{quantity(places, 'place')} to find. {INTRODUCTION}"
    if whom:
        yield f"Before you press any of them, ask {join_words(tuple(whom), 'or')}."
    if not is_checked:
        yield NO_CHECK


def after_answer(answer: Answer, progress: Progress, today: date) -> str:
    """Return when a place comes again, after an answer."""
    if answer is not Answer.FOUND:
        return "It comes again next time."
    if progress.due is None:
        return "Good. You know this place now, so it does not come again."
    return f"Good. It comes again {_day_words(progress.due, today)}."


def nothing_due(day: date | None, today: date) -> str:
    """Return that no place is due, and when the next one is; None where all are known."""
    return ALL_KNOWN if day is None else f"Nothing to find until {_day_words(day, today)}."


def end_line(answers: Sequence[Answer], day: date | None, today: date) -> str:
    """Return what a go came to, and when to go on."""
    found = answers.count(Answer.FOUND)
    if day is None:
        return f"Found: {found} of {len(answers)}. {ALL_KNOWN}"
    when = "whenever you like" if day <= today else _day_words(day, today)
    return f"Found: {found} of {len(answers)}. Go on {when}: presspoint learn."


def learning_document(
    places: Mapping[str, tuple[Point, Side]],
    progress: Mapping[str, Progress],
    today: date,
    coming: Sequence[str],
    day: date | None,
) -> dict[str, Any]:
    """Return the document of `learn --json`: what comes today, the next day, what is known."""
    known = (code for code in places if progress.get(code, NEW).is_known)
    return {
        "day": today.isoformat(),
        "due": [_due_fields(*places[code], progress.get(code, NEW)) for code in coming],
        "next": day and day.isoformat(),
        "known": list(known),
        "warnings": [],
    }


def stopped_document(warnings: Iterable[SafetyWarning]) -> dict[str, Any]:
    """Return the document of `learn --json` where nothing may be pressed, and why."""
    shown = [fields(each, *WARNING_FIELDS) for each in warnings]
    return {"due": [], "next": None, "known": [], "warnings": shown}


def _due_fields(point: Point, side: Side, progress: Progress) -> dict[str, Any]:
    last = progress.last
    return {
        "code": point.code,
        "name": point.name,
        "region": point.region,
        "side": side,
        "times_found": progress.times_found,
        "last": last and last.isoformat(),
    }


def _day_words(day: date, today: date) -> str:
    """A day from tomorrow on: "tomorrow", "on Wednesday 2 December 2026"."""
    return "tomorrow" if day == today + timedelta(1) else f"on {long_date(day)}"
