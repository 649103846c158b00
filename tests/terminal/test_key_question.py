"""A question of few answers: only its keys answer, and no other key is taken for one."""

import pytest

from presspoint.terminal.questions.key_question import ENTER, LEAVE, KeyQuestion
from support.fakes import FakeClock, FakeInputs

UNKNOWN = ("x", "7", "escape", "toggle")


def asked(question: KeyQuestion, *keys: str) -> FakeInputs[str]:
    """Let somebody type these keys at the question, a second apart."""
    meanings = [(number + 1.0, question.keys.get(key, key)) for number, key in enumerate(keys)]
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
