"""The scores of each week and the totals of questionnaires, read and saved."""

from collections.abc import Iterator, Mapping
from datetime import date
from math import isfinite
from typing import Any

from presspoint.outcome.scores import (
    MOST,
    Activity,
    Change,
    Questionnaire,
    Score,
    Total,
)
from presspoint.storage.entries.entry import Entry, new_entry, read_records, save_entries

LONGEST_ACTIVITY = 60  # characters


def read_scores() -> list[Score]:
    """Return every score, in the order they were saved; a damaged one is left out.

    Raises StorageError.
    """
    return [each for record in read_records("score") for each in _parse_score(record)]


def read_totals() -> list[Total]:
    """Return every total as `read_scores` does. Raises StorageError."""
    return [each for record in read_records("total") for each in _parse_total(record)]


def save_score(score: Score) -> Score:
    """Save a score, and return it with its id. Raises StorageError."""
    answered = [each._asdict() for each in score.activities]
    activities = [*answered, *({"name": name, "score": None} for name in score.skipped)]
    change = None if score.change is None else score.change.step
    more = {"pain": score.pain, "kept": score.held_back, "activities": activities, "change": change}
    record = new_entry("score", day=score.day.isoformat(), **more)
    save_entries([record])
    return score._replace(id=record.id)


def save_total(total: Total) -> Total:
    """Save a total, and return it with its id. Raises StorageError."""
    more = {"questionnaire": total.questionnaire, "total": total.total}
    record = new_entry("total", day=total.day.isoformat(), **more)
    save_entries([record])
    return total._replace(id=record.id)


def zero_to_ten(value: object) -> int:
    """Return a whole number from 0 to 10. Raises ValueError for anything else."""
    if type(value) is not int or not 0 <= value <= MOST:
        raise ValueError
    return value


def _parse_score(record: Entry) -> Iterator[Score]:
    content = record.content
    try:
        every = [_parse_activity(each) for each in content.get("activities") or ()]
        yield Score(
            day=date.fromisoformat(content["day"]),
            pain=_or_none(content.get("pain")),
            held_back=_or_none(content.get("kept")),
            activities=tuple(Activity(name, hard) for name, hard in every if hard is not None),
            change=_parse_change(content.get("change")),
            id=record.id,
            skipped=tuple(name for name, hard in every if hard is None),
        )
    except (KeyError, TypeError, ValueError):
        return


def _parse_activity(content: Mapping[str, Any]) -> tuple[str, int | None]:
    return str(content["name"])[:LONGEST_ACTIVITY], _or_none(content["score"])


def _parse_change(step: object) -> Change | None:
    return None if step is None else {each.step: each for each in Change}[_whole(step)]


def _parse_total(record: Entry) -> Iterator[Total]:
    content = record.content
    try:
        total = float(content["total"])
        questionnaire = Questionnaire(content["questionnaire"])
        day = date.fromisoformat(content["day"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return
    if isfinite(total) and total >= 0:
        yield Total(day, questionnaire, total, record.id)


def _or_none(value: object) -> int | None:
    return None if value is None else zero_to_ten(value)


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError
    return value
