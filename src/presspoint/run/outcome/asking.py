"""The questions of a week, asked one key each; what was typed is not asked."""

from collections.abc import Mapping

from presspoint import clock
from presspoint.errors import ExitCode, NotPlayed
from presspoint.outcome.scores import Activity, Change, Score
from presspoint.run.outcome.typed_score import NOT_SAVED
from presspoint.terminal.output import remark
from presspoint.terminal.questions.key_question import ENTER, LEAVE, KeyQuestion
from presspoint.terminal.signals import die_of

SKIP, LEAVING = "skip", "Enter: skip. q: leave."
NUMBERS = {**{str(each): str(each) for each in range(10)}, "t": "10", ENTER: SKIP}
PAIN = "Over the last week, how strong was the pain, most of the time?"
PAIN_KEYS = f"0: none. 9: very strong. t: ten, the worst. {LEAVING}"
HELD_BACK = "Over the last week, how much did it hold you back from what you do?"
HELD_BACK_KEYS = f"0: not at all. 9: very much. t: ten, from everything. {LEAVING}"
ACTIVITY = "{name}: how hard was that, over the last week?"
ACTIVITY_KEYS = f"0: easy. 9: very hard. t: ten, not possible. {LEAVING}"
CHANGE = "All in all, how are you now, compared with when you began?"
STEPS = {str(number): step for number, step in enumerate(Change, 1)}
CHANGE_KEYS = f"{' '.join(f'{each}: {step.value}.' for each, step in STEPS.items())} {LEAVING}"


def ask_rest(score: Score, *, has_earlier: bool) -> Score:
    """Return the score with what a person answers of the rest; how it changed, if not the first.

    Raises NotPlayed where they leave, which says that nothing was saved; so does a signal.
    """
    if score.pain is None:
        score = score._replace(pain=_ask_number(PAIN, PAIN_KEYS))
    if score.held_back is None:
        score = score._replace(held_back=_ask_number(HELD_BACK, HELD_BACK_KEYS))
    for name in score.skipped:
        hard = _ask_number(ACTIVITY.format(name=name), ACTIVITY_KEYS)
        if hard is not None:
            others = tuple(each for each in score.skipped if each != name)
            answered = (*score.activities, Activity(name, hard))
            score = score._replace(activities=answered, skipped=others)
    if score.change is None and has_earlier:
        answers = {**{each: each for each in STEPS}, ENTER: SKIP}
        score = score._replace(change=STEPS.get(_ask(answers, CHANGE, CHANGE_KEYS)))
    return score


def _ask_number(question: str, keys: str) -> int | None:
    answer = _ask(NUMBERS, question, keys)
    return None if answer == SKIP else int(answer)


def _ask(answers: Mapping[str, str], *paragraphs: str) -> str:
    question = KeyQuestion(paragraphs, answers)
    if signal := question.ask_on_terminal(clock.monotonic):
        remark(NOT_SAVED)
        die_of(signal)
    if question.answer == LEAVE:
        raise NotPlayed(NOT_SAVED, ExitCode.DONE)
    return question.answer
