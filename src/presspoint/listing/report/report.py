"""A report: its sections as sentences, and the values that are drawn beside them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from presspoint.catalogue.tables import Catalogue
from presspoint.listing.report.attendance import AttendanceCalendar, attendance
from presspoint.listing.report.contents import Contents
from presspoint.listing.report.sections.answers import (
    LONGEST_ACTIVITY,
    Series,
    answer_sentences,
    change_and_totals,
    score_series,
)
from presspoint.listing.report.sections.done import done_sentences
from presspoint.listing.report.sections.pain import PainOfPart, pain_of_parts, pain_sentences
from presspoint.listing.report.sections.person import person_sentences
from presspoint.listing.report.sections.reactions import reaction_sentences
from presspoint.listing.report.shortened import cut
from presspoint.listing.verdicts import STANDS_OUT, finding_lines, without_repeats
from presspoint.named_tuple import NamedTuple
from presspoint.outcome.verdicts.verdict import Verdict
from presspoint.words import long_date, quantity

MOST_FINDINGS = 3  # lines of a verdict
TITLE = "Self-acupressure at home"
BASIS = (
    "Everything here is what the person entered in the program presspoint; nobody measured or "
    "checked it. It is not medical advice or a diagnosis. It cannot show whether pressing changed "
    "the pain."
)


class Heading(StrEnum):
    """The sections of a report, as they are read."""

    QUESTION = "What I want to ask"
    VERDICTS = STANDS_OUT
    DONE = "What was done"
    PAIN = "Pain before and after, 0 to 10"
    ANSWERS = "Weekly answers, 0 to 10, lower is better"
    REACTIONS = "What hurt"
    PERSON = "Warning signs and conditions"


class Report(NamedTuple):
    """One page: a heading, the sentences of each section, and what is drawn.

    `other_answers` are those of `answers` that `series` do not show.
    """

    days: str
    name: str
    question: str
    written: str
    verdicts: tuple[str, ...]
    done: tuple[str, ...]
    calendar: AttendanceCalendar
    pain: tuple[str, ...]
    pain_values: tuple[PainOfPart, ...]
    answers: tuple[str, ...]
    other_answers: tuple[str, ...]
    series: tuple[Series, ...]
    reactions: tuple[str, ...]
    person: tuple[str, ...]

    @property
    def sections(self) -> dict[Heading, tuple[str, ...]]:
        """The sentences of each section that says something."""
        every = {
            Heading.QUESTION: tuple(filter(None, [self.question])),
            Heading.VERDICTS: self.verdicts,
            Heading.DONE: self.done,
            Heading.PAIN: self.pain,
            Heading.ANSWERS: self.answers,
            Heading.REACTIONS: self.reactions,
            Heading.PERSON: self.person,
        }
        return {heading: words for heading, words in every.items() if words}


def build_report(catalogue: Catalogue, contents: Contents) -> Report:
    """Return the report of its contents. Raises CatalogueError."""
    period = contents.period
    return Report(
        days=period.words,
        name=contents.name,
        question=contents.question,
        written=long_date(period.last),
        verdicts=tuple(_verdict_sentences(catalogue, contents)),
        done=tuple(done_sentences(contents)),
        calendar=attendance(contents),
        pain=tuple(pain_sentences(contents)),
        pain_values=tuple(pain_of_parts(contents, period.parts)),
        answers=tuple(answer_sentences(contents.scores, contents.totals)),
        other_answers=tuple(change_and_totals(contents.scores, contents.totals)),
        series=score_series(contents.scores),
        reactions=tuple(reaction_sentences(catalogue, contents.sessions)),
        person=tuple(person_sentences(catalogue, contents)),
    )


def _verdict_sentences(catalogue: Catalogue, contents: Contents) -> Iterator[str]:
    for verdict in without_repeats(contents.verdicts):
        lines = list(finding_lines(catalogue, _with_short_names(verdict)))
        yield from lines[:MOST_FINDINGS]
        if lines[MOST_FINDINGS:]:
            yield f"And {quantity(len(lines) - MOST_FINDINGS, 'more figure')}."


def _with_short_names(verdict: Verdict) -> Verdict:
    """The verdict with the names of activities as short as they stand elsewhere on the page."""
    short = (each._replace(about=cut(each.about, LONGEST_ACTIVITY)) for each in verdict.differences)
    return verdict._replace(differences=tuple(short))
