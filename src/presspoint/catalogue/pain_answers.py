"""What is asked when a place hurts, and what is said then, or when somebody feels faint."""

from typing import NamedTuple

from presspoint.catalogue.tables import Catalogue
from presspoint.words import quantity

QUESTION = "How does it feel?"


class PainAnswer(NamedTuple):
    """An answer to QUESTION, what to `say` to it, and how long the place rests then, and why."""

    title: str
    say: str
    because: str
    rest_days: int
    sources: tuple[str, ...]
    ends: bool = False  # the session


class PainAnswers(NamedTuple):
    """The answers to QUESTION in the order of their keys, and what to do when feeling faint."""

    answers: tuple[PainAnswer, ...]
    faint: str

    @property
    def choices(self) -> tuple[str, ...]:
        """The answers with the keys that give them: "1 sharp", "2 numb" and so on."""
        return tuple(f"{number} {each.title}" for number, each in enumerate(self.answers, 1))

    @property
    def question(self) -> str:
        """The question with its answers, as one sentence."""
        return f"{QUESTION} {', '.join(self.choices)}."


def pain_answers(catalogue: Catalogue) -> PainAnswers:
    """Return the catalogue's answers, and its words for feeling faint. Raises CatalogueError."""
    answers = tuple(_pain_answer(catalogue, name) for name in catalogue.ids("hurts"))
    return PainAnswers(answers, catalogue.text("faint"))


def _pain_answer(catalogue: Catalogue, name: str) -> PainAnswer:
    answer = catalogue.make(PainAnswer, "hurts", name)
    return answer._replace(say=answer.say.replace("{days}", quantity(answer.rest_days, "day")))
