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
from presspoint.storage.entries.entry import new_entry, read_entries, save_entries

LONGEST_ACTIVITY = 60  # characters


def read_scores() -> list[Score]:
    """Return every score, in the order they were saved; a damaged one is left out.

    Raises StorageError.
    """
    return [each for content in read_entries("score") for each in _parse_score(content)]


def read_totals() -> list[Total]:
    """Return every total as `read_scores` does. Raises StorageError."""
    return [each for content in read_entries("total") for each in _parse_total(content)]


def save_score(score: Score) -> None:
    """Save a score. Raises StorageError."""
    activities = [each._asdict() for each in score.activities]
    change = None if score.change is None else score.change.step
    more = {"pain": score.pain, "kept": score.kept, "activities": activities, "change": change}
    save_entries([new_entry("score", day=score.day.isoformat(), **more)])


def save_total(total: Total) -> None:
    """Save a total. Raises StorageError."""
    day = total.day.isoformat()
    save_entries(
        [new_entry("total", day=day, questionnaire=total.questionnaire, total=total.total)]
    )


def zero_to_ten(value: object) -> int:
    """Return a whole number from 0 to 10. Raises ValueError for anything else."""
    if type(value) is not int or not 0 <= value <= MOST:
        raise ValueError
    return value


def _parse_score(content: Mapping[str, Any]) -> Iterator[Score]:
    try:
        yield Score(
            day=date.fromisoformat(content["day"]),
            pain=_or_none(content.get("pain")),
            kept=_or_none(content.get("kept")),
            activities=tuple(map(_parse_activity, content.get("activities") or ())),
            change=_parse_change(content.get("change")),
        )
    except (KeyError, TypeError, ValueError):
        return


def _parse_activity(content: Mapping[str, Any]) -> Activity:
    return Activity(str(content["name"])[:LONGEST_ACTIVITY], zero_to_ten(content["score"]))


def _parse_change(step: object) -> Change | None:
    return None if step is None else {each.step: each for each in Change}[_whole(step)]


def _parse_total(content: Mapping[str, Any]) -> Iterator[Total]:
    try:
        total = float(content["total"])
        questionnaire = Questionnaire(content["questionnaire"])
        day = date.fromisoformat(content["day"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return
    if isfinite(total) and total >= 0:
        yield Total(day, questionnaire, total)


def _or_none(value: object) -> int | None:
    return None if value is None else zero_to_ten(value)


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError
    return value
