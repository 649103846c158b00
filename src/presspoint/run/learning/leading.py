"""A person led from place to place: a card, a drawing, one key; each answer is saved at once."""

from collections.abc import Iterator
from functools import partial

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import NotPlayed, UsageError
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
from presspoint.run.drawings import what_draws
from presspoint.run.learning.lessons import Learner, Lessons
from presspoint.run.personal import read_personal
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

    Raises NotPlayed where none of the places may be pressed.
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
    if answers := list(_answers(catalogue, lessons, drawn)):
        print_paragraph(end_line(answers, lessons.next_day, lessons.today))


def _answers(catalogue: Catalogue, lessons: Lessons, drawn: str | None) -> Iterator[Answer]:
    """The answer to each place that comes, up to the one at which the person leaves."""
    log, coming, today = _Log(), lessons.coming, lessons.today
    own = read_personal(report)
    for number, code in enumerate(coming, 1):
        point, side = lessons.places[code]
        say()
        rows = lesson_rows(catalogue, point, side, f"{number} of {len(coming)}")
        drawing = partial(what_draws, catalogue, point, drawn, report, side)
        print_card(own.rows(code, rows), drawing, SMALL)
        key = ask_key(KEYS, QUESTION)
        if key == LEAVE:
            return
        answer = Answer(key)
        log.save(Try(code, today, answer))
        lessons.progress[code] = lessons.progress.get(code, NEW).after(answer, today)
        print_paragraph(after_answer(answer, lessons.progress[code], today))
        yield answer


class _Log:
    """Saves each answer, and says once that it fails and once that it works again."""

    def __init__(self) -> None:
        self.log = TryLog()

    def save(self, new: Try) -> None:
        before = self.log.problem
        self.log.save(new)
        if self.log.problem and not before:
            report(f"your answers are not saved: {self.log.problem}")
        elif before and not self.log.problem:
            report("your answers are saved now.")
