"""A score or a total, taken and saved; then what all figures show, said plainly."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, NotPlayed, UsageError
from presspoint.listing.history.sessions import undo_sentence
from presspoint.listing.outcome.scores import score_sentence, scores_document, total_sentence
from presspoint.listing.verdicts import verdict_lines
from presspoint.outcome.scores import Activity, Score, latest_of_weeks, monday_of
from presspoint.run.outcome.asking import ask_rest
from presspoint.run.outcome.figures import read_verdicts
from presspoint.run.outcome.typed_score import (
    NOT_SAVED,
    TypedScore,
    activities_of_week,
    parse_change,
    parse_day,
    parse_total,
)
from presspoint.storage.entries.scores import read_scores, save_score, save_total
from presspoint.storage.settings_file import current_day
from presspoint.terminal.output import (
    can_ask,
    print_document,
    print_paragraphs,
    remark,
)
from presspoint.words import join_words, long_date

NOBODY_TO_ASK = "Nobody can be asked here. Answer with --pain 5 --held-back 4, or add --list."
SAME_WEEK = "You have answered for this week already, on {day}. The latest answers count."
AGAIN = "Next time: from {day}."
FOLLOWED = "You follow {names} now."
NAME_SOME = 'To follow up to three activities: presspoint score --activity "putting on socks".'


def record_score(catalogue: Catalogue, typed: TypedScore, when: str | None, *, json: bool) -> None:
    """Take and save the answers of a week, and say what all figures show.

    Raises UsageError, WarningFirstError, NotPlayed where the person leaves, StorageError.
    """
    asks = can_ask() and not json
    if not asks and typed == TypedScore():
        raise UsageError(NOBODY_TO_ASK)
    scores = read_scores()
    score = _score_so_far(catalogue, typed, scores, when)
    if asks or score.has_answer:
        _remark_on_week(score, scores)
    else:  # only what is followed was typed
        score = _with_answers_of_week(score, scores)
        remark(FOLLOWED.format(names=join_words(score.names) or "no activity"))
    if asks:
        score = ask_rest(score, has_earlier=any(each.has_answer for each in scores))
        if not score.has_answer:
            raise NotPlayed(NOT_SAVED, ExitCode.DONE)
    saved = save_score(score)
    if json:
        print_document(scores_document(catalogue, [saved], (), read_verdicts(catalogue)))
        return
    hints = (_when_again(saved.day), "" if saved.names else NAME_SOME)
    print_paragraphs(filter(None, (score_sentence(saved), undo_sentence(saved.id), *hints)))
    print_paragraphs(verdict_lines(catalogue, read_verdicts(catalogue)))


def record_total(
    catalogue: Catalogue, questionnaire: str, typed: str | None, when: str | None, *, json: bool
) -> None:
    """Save the total of a questionnaire, and say what all figures show.

    Raises UsageError, StorageError.
    """
    total = save_total(parse_total(catalogue, questionnaire, typed, parse_day(when)))
    if json:
        print_document(scores_document(catalogue, (), [total], read_verdicts(catalogue)))
        return
    print_paragraphs((total_sentence(catalogue, total), undo_sentence(total.id)))
    print_paragraphs(verdict_lines(catalogue, read_verdicts(catalogue)))


def _score_so_far(
    catalogue: Catalogue, typed: TypedScore, scores: Sequence[Score], when: str | None
) -> Score:
    """What was typed as a score; an activity that was not answered is one that is skipped."""
    followed = activities_of_week(catalogue, typed, scores)
    return Score(
        day=parse_day(when),
        pain=typed.pain,
        held_back=typed.held_back,
        activities=tuple(
            Activity(name, hard) for name, hard in followed.items() if hard is not None
        ),
        change=parse_change(typed.change),
        skipped=tuple(name for name, hard in followed.items() if hard is None),
    )


def _with_answers_of_week(score: Score, scores: Iterable[Score]) -> Score:
    """A score without answers with those of its week, so that it takes none of them away."""
    week = (each for each in scores if monday_of(each.day) == monday_of(score.day))
    for latest in latest_of_weeks(week):
        answered = tuple(each for each in latest.activities if each.name in score.skipped)
        names = {each.name for each in answered}
        return latest._replace(
            day=score.day,
            activities=answered,
            skipped=tuple(each for each in score.skipped if each not in names),
        )
    return score


def _when_again(day: date) -> str:
    """When the next week begins; nothing after one that is over."""
    monday = monday_of(day) + timedelta(weeks=1)
    return AGAIN.format(day=long_date(monday)) if monday > current_day() else ""


def _remark_on_week(score: Score, scores: Iterable[Score]) -> None:
    answered = [each.day for each in scores if each.has_answer]
    same = [each for each in answered if monday_of(each) == monday_of(score.day)]
    if same:
        remark(SAME_WEEK.format(day=long_date(max(same))))
