"""A question of few answers: only its keys answer, and no other key is taken for one."""

import pytest

from presspoint.session.actions import Signal
from presspoint.terminal.questions.key_question import ENTER, LEAVE, KeyQuestion
from support.fakes import FakeClock, FakeInputs

UNKNOWN = ("x", "7", "escape", "toggle")


def asked(question: KeyQuestion, *keys: str, apart: float = 2.0) -> FakeInputs[str]:
    """Let somebody type these keys at the question, so many seconds apart."""
    meanings = [
        ((number + 1) * apart, question.keys.get(key, key)) for number, key in enumerate(keys)
    ]
    inputs = FakeInputs(FakeClock(), meanings)
    question.ask(inputs)
    return inputs


@pytest.mark.parametrize(
    ("key", "answer"), [("y", "yes"), ("n", "no"), ("q", LEAVE), ("c-d", LEAVE)]
)
def test_only_its_keys_answer_and_enter_asks_again(
    capsys: pytest.CaptureFixture[str], key: str, answer: str
) -> None:
    question = KeyQuestion(("Is it back?", "y: yes. n: no."), {"y": "yes", "n": "no"})
    asked(question, "c-m", *UNKNOWN, key)
    assert question.answer == answer
    out = capsys.readouterr().out
    assert (out.count("Is it back?"), out.count("y: yes.")) == (1, 2 + len(UNKNOWN))


def test_the_enter_after_a_letter_does_not_answer_what_follows() -> None:
    question = KeyQuestion(("t or Enter?",), {"t": "today", ENTER: "start"})
    assert asked(question, "t").waits[-1] == 0.5
    assert asked(KeyQuestion(("t or Enter?",), {ENTER: "start"}), "c-m").waits[-1] is None


@pytest.mark.parametrize("apart", [0.35, 0.6, 0.9])
@pytest.mark.parametrize("word", [("e", "s", "c-m"), ("x", "c", "s", "c", "c-m", "c-m")])
def test_a_slow_word_that_begins_with_no_answer_answers_nothing(
    capsys: pytest.CaptureFixture[str], apart: float, word: tuple[str, ...]
) -> None:
    question = KeyQuestion(("Enter: check, s: skip.",), {ENTER: "check", "s": "skip", "c": "check"})
    meanings = [((at + 1) * apart, question.keys.get(key, "pause")) for at, key in enumerate(word)]
    later = len(word) * apart + 1.1
    inputs: FakeInputs[str] = FakeInputs(FakeClock(), [*meanings, (later, question.keys["s"])])
    assert (question.ask(inputs), question.answer) == (None, "skip")
    assert capsys.readouterr().out.count("Enter: check, s: skip.") == 2


@pytest.mark.parametrize("apart", [0.1, 0.35, 0.45, 0.6, 0.9])
@pytest.mark.parametrize("word", [("n", "o", "c-m"), ("n", "o", "p", "e", "c-m")])
def test_a_slow_word_that_begins_with_an_answer_does_not_answer_what_follows(
    apart: float, word: tuple[str, ...]
) -> None:
    first = KeyQuestion(("y or n?",), {"y": "yes", "n": "no"})
    second = KeyQuestion(("Enter: start.",), {ENTER: "start"})
    meanings = {**second.keys, "n": "n"}
    typed = [((at + 1) * apart, meanings.get(key, "pause")) for at, key in enumerate(word)]
    inputs: FakeInputs[str] = FakeInputs(FakeClock(), [*typed, (20.0, Signal.TERM)])
    assert (first.ask(inputs), first.answer) == (None, "no")
    assert (second.ask(inputs), second.answer) == (Signal.TERM, "")


@pytest.mark.parametrize("message", [LEAVE, Signal.INT, Signal.HUP])
def test_who_leaves_in_the_middle_of_a_word_leaves_at_once(
    capsys: pytest.CaptureFixture[str], message: str
) -> None:
    question = KeyQuestion(("Enter: start.",), {ENTER: "start"})
    inputs = FakeInputs(FakeClock(), [(1.0, "pause"), (1.4, message)])
    signal = question.ask(inputs)
    assert (signal or question.answer, round(inputs.clock.now - inputs.began, 3)) == (message, 1.4)
    assert capsys.readouterr().out.count("Enter: start.") == 1


def test_a_stop_in_the_middle_of_a_word_shows_the_question_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    question = KeyQuestion(("Is it back?", "y: yes."), {"y": "yes"})
    inputs = FakeInputs(FakeClock(), [(1.0, "pause"), (1.4, Signal.TSTP), (3.0, "y")])
    assert (question.ask(inputs), question.answer, inputs.suspended) == (None, "yes", 1)
    assert capsys.readouterr().out.count("Is it back?") == 2


def test_a_word_that_began_before_the_question_does_not_answer_it() -> None:
    question = KeyQuestion(("Enter: start.",), {ENTER: "start"})
    typed = [(0.6, ENTER), (5.0, Signal.TERM)]
    inputs: FakeInputs[str] = FakeInputs(FakeClock(), typed)
    assert (question.ask(inputs, is_typing=True), question.answer) == (Signal.TERM, "")


@pytest.mark.parametrize("message", [LEAVE, Signal.INT])
def test_who_leaves_before_the_question_leaves(message: str) -> None:
    question = KeyQuestion(("Enter: start.",), {ENTER: "start"})
    inputs = FakeInputs(FakeClock(), [(0.6, message)])
    assert (question.ask(inputs, is_typing=True) or question.answer) == message
