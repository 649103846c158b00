"""The score command: the questions of a week, and totals of questionnaires filled in elsewhere."""

from typing import Annotated

import typer

from presspoint.cli.parsing.option import Json, argument, flag, value_option
from presspoint.errors import UsageError
from presspoint.listing.outcome.scores import (
    QUESTIONNAIRES,
    WEEKS,
    score_rows,
    scores_document,
    total_rows,
)
from presspoint.run.outcome.figures import read_verdicts
from presspoint.run.outcome.score import record_score, record_total
from presspoint.run.outcome.typed_score import TypedScore
from presspoint.storage.catalogue_file import load
from presspoint.storage.entries.scores import read_scores, read_totals
from presspoint.terminal.lists.listings import print_sections
from presspoint.terminal.output import print_document, remark

LAST = 20  # of each that are listed
NONE_YET = "No answers yet. Type presspoint score once a week."
ANSWERS = "Your answers"
NO_ANSWERS = "Type your answers with --when: --pain 5 --held-back 4."
ONLY_LISTS = "--list saves nothing: leave it out, or leave your answers and --when out."
ONE_OF_BOTH = "Answer the questions of a week or type a total: leave out one of them."
Questionnaire = Annotated[
    str | None,
    argument(
        "[QUESTIONNAIRE]",
        "One that you filled in elsewhere: rmdq, odi or peg.",
        "choices:questionnaires",
    ),
]
Result = Annotated[str | None, argument("[TOTAL]", "Its total. Lower is better.")]
PainInWeek = Annotated[
    int | None,
    typer.Option(
        "--pain",
        metavar="N",
        min=0,
        max=10,
        help="How strong the pain was over the last week, 0 to 10.",
        rich_help_panel=ANSWERS,
    ),
]
HeldBack = Annotated[
    int | None,
    typer.Option(
        "--held-back",
        metavar="N",
        min=0,
        max=10,
        help="How much it held you back, 0 to 10.",
        rich_help_panel=ANSWERS,
    ),
]
Activities = Annotated[
    list[str] | None,
    value_option(
        "WORDS[=N]",
        "An activity to follow, up to three, and how hard it was, 0 to 10.",
        name="--activity",
        group=ANSWERS,
    ),
]
Forget = Annotated[
    list[str] | None,
    value_option("WORDS", "Stop following an activity.", name="--forget", group=ANSWERS),
]
Change = Annotated[
    str | None,
    value_option(
        "HOW",
        "Compared with the start: much-worse to much-better.",
        "choices:changes",
        name="--change",
        group=ANSWERS,
    ),
]
When = Annotated[
    str | None, value_option("WHEN", "The day, if not today: yesterday, 2026-11-01.", name="--when")
]
Listed = Annotated[bool, flag("--list", "List the last ones, and ask nothing.")]


def score(
    questionnaire: Questionnaire = None,
    total: Result = None,
    pain: PainInWeek = None,
    held_back: HeldBack = None,
    activities: Activities = None,
    forget: Forget = None,
    change: Change = None,
    when: When = None,
    listed: Listed = False,
    json: Json = False,
) -> None:
    """Say once a week how you are.

    What you do not type is asked, one key an answer. If things are worse or no better, it says so.
    """
    typed = TypedScore(pain, held_back, tuple(activities or ()), tuple(forget or ()), change)
    if questionnaire is not None and (listed or typed != TypedScore()):
        raise UsageError(ONE_OF_BOTH)
    only_lists = listed or (json and typed == TypedScore() and questionnaire is None)
    if only_lists and (typed != TypedScore() or when is not None):
        raise UsageError(ONLY_LISTS if listed else NO_ANSWERS)
    if questionnaire is not None:
        record_total(load(), questionnaire, total, when, json=json)
    elif only_lists:
        _list(json=json)
    else:
        record_score(load(), typed, when, json=json)


def _list(*, json: bool) -> None:
    catalogue, scores, totals = load(), read_scores(), read_totals()
    scores.sort(key=lambda each: each.day)
    totals.sort(key=lambda each: each.day)
    if json:
        print_document(scores_document(catalogue, scores, totals, read_verdicts(catalogue)))
        return
    if not (scores or totals):
        remark(NONE_YET)
    sections = {
        WEEKS: [*score_rows(scores[-LAST:])],
        QUESTIONNAIRES: [*total_rows(catalogue, totals[-LAST:])],
    }
    print_sections({heading: rows for heading, rows in sections.items() if rows})
