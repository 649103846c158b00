"""Scores of weeks and totals of questionnaires: a line of each, and the JSON document."""

from collections.abc import Iterable, Iterator
from typing import Any

from presspoint.catalogue.outcome.yardsticks import yardstick
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.fields import fields
from presspoint.listing.history.sessions import ID_LETTERS
from presspoint.listing.verdicts import verdict_fields
from presspoint.outcome.scores import Score, Total
from presspoint.outcome.verdicts.verdict import Verdict
from presspoint.words import join_words, long_date

WEEKS, QUESTIONNAIRES = "Your weeks:", "Questionnaires:"
LOWER = "Lower is better."


def score_rows(scores: Iterable[Score]) -> Iterator[tuple[str, ...]]:
    """Yield of each score its id, as `history undo` takes it, its day, and what was answered."""
    return ((each.id[:ID_LETTERS], long_date(each.day), _answers(each)) for each in scores)


def total_rows(catalogue: Catalogue, totals: Iterable[Total]) -> Iterator[tuple[str, ...]]:
    """Yield of each total its id, its day, and the total."""
    for each in totals:
        yield each.id[:ID_LETTERS], long_date(each.day), _total(catalogue, each)


def score_sentence(score: Score) -> str:
    """Return what was saved of a week, in a sentence."""
    return f"Saved for {long_date(score.day)}: {_answers(score)}."


def total_sentence(catalogue: Catalogue, total: Total) -> str:
    """Return what was saved of a questionnaire, and which way is better."""
    return f"Saved for {long_date(total.day)}: {_total(catalogue, total)}. {LOWER}"


def scores_document(
    catalogue: Catalogue,
    scores: Iterable[Score],
    totals: Iterable[Total],
    verdicts: Iterable[Verdict],
) -> dict[str, Any]:
    """Return the document of `score --json`."""
    return {
        "scores": [_score_fields(each) for each in scores],
        "totals": [_total_fields(each) for each in totals],
        "verdicts": [verdict_fields(catalogue, each) for each in verdicts],
    }


def _answers(score: Score) -> str:
    numbers = (("pain", score.pain), ("held back", score.held_back), *score.activities)
    parts = [f"{name} {number}" for name, number in numbers if number is not None]
    answers = ", ".join([*parts, *([score.change.value] if score.change else ())])
    return answers or f"you follow {join_words(score.skipped) or 'no activity'}"


def _total(catalogue: Catalogue, total: Total) -> str:
    of = yardstick(catalogue, total.questionnaire)
    return f"{of.title} {total.total:g} of {of.most}"


def _score_fields(score: Score) -> dict[str, Any]:
    skipped = [{"name": name, "score": None} for name in score.skipped]
    return {
        "id": score.id,
        "day": score.day.isoformat(),
        "pain": score.pain,
        "kept": score.held_back,
        "activities": [*(each._asdict() for each in score.activities), *skipped],
        "change": score.change.step if score.change else None,
    }


def _total_fields(total: Total) -> dict[str, Any]:
    day = total.day.isoformat()
    return {**fields(total, "id"), "day": day, **fields(total, "questionnaire", "total")}
