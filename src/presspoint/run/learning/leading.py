"""A person led from place to place: a card, a drawing, one key; each answer is saved at once."""

from collections.abc import Iterator
from functools import partial

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import NotPlayed, StorageError, UsageError
from presspoint.learning.schedule import NEW, Answer, Try
from presspoint.listing.learning import (
    after_answer,
    end_line,
    introduction_lines,
    lesson_rows,
    nothing_due,
    stopped_document,
)
from presspoint.planning.refusal import refusal_of_all
from presspoint.run.drawings.places import what_draws
from presspoint.run.learning.lessons import Learner, Lessons, open_side, read_learner
from presspoint.run.places.own_texts import read_own_texts
from presspoint.run.questions.asking import ask_key
from presspoint.storage.entries.tries import TryLog
from presspoint.terminal.output import (
    can_ask,
    print_card,
    print_document,
    print_paragraph,
    print_paragraphs,
    report,
    say,
)
from presspoint.terminal.questions.key_question import LEAVE
from presspoint.words import quantity

KEYS = {"y": Answer.FOUND, "n": Answer.NOT_YET, "s": Answer.UNSURE}
QUESTION = "Found it? y: yes. n: not yet. s: not sure. q: stop."
NONE_LEFT = "None of these places is for you now. presspoint profile shows why."
SMALL = "Its drawing needs a larger window."
NOBODY_TO_ASK = (
    "learn asks for a key at each place, and nobody can be asked here. "
    "presspoint learn --json prints which places come now."
)


def refuse_what_is_stopped(learner: Learner, *, json: bool) -> None:
    """Print what to do first, and raise NotPlayed, where nothing may be pressed at all."""
    screening = learner.screening
    verdict = refusal_of_all(screening, learner.profile)
    if verdict and json:
        print_document(stopped_document(screening.warnings))
        raise NotPlayed
    if verdict:
        print_paragraphs(each.line for each in screening.warnings)
        raise NotPlayed("" if screening.stopped else verdict)


def lead(catalogue: Catalogue, learner: Learner, lessons: Lessons, drawn: str | None) -> None:
    """Lead to each place that comes now. Raises UsageError where nobody can be asked.

    Raises NotPlayed where none of the places may be pressed, StorageError where answers could not
    be saved up to the end.
    """
    if not lessons.places:
        raise NotPlayed(NONE_LEFT)
    if not can_ask():
        raise UsageError(NOBODY_TO_ASK)
    if not lessons.coming:
        print_paragraph(nothing_due(lessons.next_day, lessons.today))
        return
    is_checked = learner.profile.checked_on is not None
    print_paragraphs(
        introduction_lines(len(lessons.coming), whom=learner.screening.whom, is_checked=is_checked)
    )
    log = TryLog()
    if answers := list(_answers(catalogue, lessons, drawn, log)):
        print_paragraph(end_line(answers, lessons.next_day, lessons.today))
    if log.waiting:
        raise StorageError(f"{quantity(len(log.waiting), 'answer')} not saved: {log.problem}")


def _answers(
    catalogue: Catalogue, lessons: Lessons, drawn: str | None, log: TryLog
) -> Iterator[Answer]:
    """The answer to each place that comes, up to the one at which the person leaves."""
    own, coming = read_own_texts(report), lessons.coming
    for number, code in enumerate(coming, 1):
        point, _ = lessons.places[code]
        learner = read_learner(catalogue)  # the last question may have waited for hours
        refuse_what_is_stopped(learner, json=False)
        if (side := open_side(catalogue, learner, point)) is None:
            continue
        say()
        rows = lesson_rows(catalogue, point, side, f"{number} of {len(coming)}")
        drawing = partial(what_draws, catalogue, point, drawn, report, side)
        print_card(own.rows(code, rows), drawing, SMALL)
        key = ask_key(KEYS, QUESTION)
        if key == LEAVE:
            return
        answer = Answer(key)
        _save(log, Try(code, learner.today, answer))
        lessons.progress[code] = lessons.progress.get(code, NEW).after(answer, learner.today)
        print_paragraph(after_answer(answer, lessons.progress[code], learner.today))
        yield answer


def _save(log: TryLog, new: Try) -> None:
    """Save an answer; say once that this fails, and once that it works again."""
    before = log.problem
    log.save(new)
    if log.problem and not before:
        report(f"your answer is not saved yet: {log.problem}")
    elif before and not log.problem:
        report("your answers are saved now.")
