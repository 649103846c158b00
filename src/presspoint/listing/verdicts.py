"""Verdicts in words, and as JSON: what is to be said plainly, and whom to see."""

from collections.abc import Iterable, Iterator
from typing import Any

from presspoint.catalogue.outcome.verdict_texts import VerdictText, verdict_text
from presspoint.catalogue.outcome.yardsticks import yardstick
from presspoint.catalogue.tables import Catalogue
from presspoint.outcome.verdicts.verdict import Difference, Verdict
from presspoint.words import long_date

STANDS_OUT = "What stands out"
DIFFERENCE = "{title}: {before} on {since}, {after} on {until}."
OF_SESSIONS = "{title}: {before} in five sessions up to {since}, {after} in five up to {until}."
ONE_HURT = "In one of the last five something hurt: it does not count as better."
SOME_HURT = "In {number} of the last five something hurt: they do not count as better."
FEW = "Only {number} answers so far: too few to be sure."
FEW_ANSWERS = 20  # below which a number of answers is called few: our own choice


def verdict_lines(catalogue: Catalogue, verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Yield what each verdict says, its figures, and whom to see; nothing without verdicts."""
    for verdict in without_repeats(verdicts):
        yield from finding_lines(catalogue, verdict)
        yield verdict_text(catalogue, verdict.kind).advice


def without_repeats(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """Yield the verdicts without the figures that a graver one has: what is worse is no better."""
    said: set[tuple[str, str]] = set()
    for verdict in verdicts:
        new = tuple(
            each for each in verdict.differences if (each.yardstick, each.about) not in said
        )
        said |= {(each.yardstick, each.about) for each in new}
        if new or not verdict.differences:
            yield verdict._replace(differences=new)


def finding_lines(catalogue: Catalogue, verdict: Verdict) -> Iterator[str]:
    """Yield what a verdict says, and its figures; that all of these are few is said once."""
    numbers = [each.all_answers for each in verdict.differences]
    all_few = len(numbers) > 1 and max(numbers) < FEW_ANSWERS
    remark = few_sentence(min(numbers), max(numbers)) if all_few else ""
    yield " ".join(
        filter(None, (_sentence(verdict_text(catalogue, verdict.kind), verdict), remark))
    )
    for each in verdict.differences:
        yield _difference_line(catalogue, each, few_is_said=all_few)


def few_sentence(least: int, most: int) -> str:
    """Return that there are so many answers, of several figures from the least to the most."""
    number = str(least) if least == most else f"{least} to {most}"
    return FEW.format(number=number)


def verdict_fields(catalogue: Catalogue, verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as JSON values: `id`, `text`, `advice`, `differences`, `days`, `sources`."""
    words = verdict_text(catalogue, verdict.kind)
    return {
        "id": verdict.kind.value,
        "text": _sentence(words, verdict),
        "advice": words.advice,
        "differences": [_difference_fields(each) for each in verdict.differences],
        "days": [each.isoformat() for each in verdict.days],
        "sources": list(verdict.sources),
    }


def _sentence(words: VerdictText, verdict: Verdict) -> str:
    text = words.once if len(verdict.days) == 1 else words.text
    if not verdict.days:
        return text
    return text.format(number=len(verdict.days), day=long_date(verdict.days[-1]))


def _difference_line(catalogue: Catalogue, each: Difference, *, few_is_said: bool) -> str:
    words = DIFFERENCE if each.answers == 1 else OF_SESSIONS
    line = words.format(
        title=each.about or yardstick(catalogue, each.yardstick).title,
        before=f"{each.before:g}",
        after=f"{each.after:g}",
        since=long_date(each.since),
        until=long_date(each.until),
    )
    return " ".join((line, *_remarks(each, few_is_said=few_is_said)))


def _remarks(each: Difference, *, few_is_said: bool) -> Iterator[str]:
    """What to know of the figures: something hurt, or they are few."""
    if each.reactions:
        yield ONE_HURT if each.reactions == 1 else SOME_HURT.format(number=each.reactions)
    if each.all_answers < FEW_ANSWERS and not few_is_said:
        yield few_sentence(each.all_answers, each.all_answers)


def _difference_fields(each: Difference) -> dict[str, Any]:
    days = {"since": each.since.isoformat(), "until": each.until.isoformat()}
    return {**each._asdict(), **days, "about": each.about or None}
