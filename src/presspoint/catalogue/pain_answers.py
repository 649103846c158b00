"""What is asked when a place hurts, what is said and what rests then; words for feeling faint."""

from collections.abc import Iterator
from enum import StrEnum

from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.words import quantity

QUESTION = "How does it feel?"


class Feeling(StrEnum):
    """How a place hurts, as an answer to QUESTION; the values are the ids of the answers."""

    SHARP = "sharp"
    NUMB = "numb"
    SPREADING = "spreading"
    SORE = "sore"

    @property
    def is_nerve_sign(self) -> bool:
        """Whether it may come from a nerve."""
        return self in {Feeling.NUMB, Feeling.SPREADING}


class PainAnswer(NamedTuple):
    """An answer to QUESTION, what to `say` to it, and how long the place rests then, and why.

    `say_movement` is said in its place where nothing was pressed. `ask_again` is the question at
    the next run, empty where none is; `saved_as` are the reasons of a rest that mean this answer.
    `rests_unknown` are the regions that rest after a movement that does not say what it strains.
    """

    feeling: Feeling
    title: str
    say: str
    say_movement: str
    because: str
    rest_days: int
    sources: tuple[str, ...]
    ends: bool = False  # the session
    ask_again: str = ""
    rests_unknown: tuple[str, ...] = ()
    saved_as: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


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


class NerveArea(NamedTuple):
    """What `rests` where a nerve sign was felt in a region of `where`.

    On the side where it was felt, or on `both_sides`. Ways of a step in one of these positions, or
    with one of these tools, rest too.
    """

    where: tuple[str, ...]
    rests: tuple[str, ...]
    sources: tuple[str, ...]
    both_sides: bool = False
    positions: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()


def pain_answers(catalogue: Catalogue) -> PainAnswers:
    """Return the catalogue's answers, and its words for feeling faint. Raises CatalogueError."""
    answers = tuple(pain_answer(catalogue, Feeling(name)) for name in catalogue.ids("hurts"))
    return PainAnswers(answers, catalogue.text("faint"))


def pain_answer(catalogue: Catalogue, feeling: Feeling) -> PainAnswer:
    """Return the answer of a feeling. Raises CatalogueError."""
    answer = catalogue.make(PainAnswer, "hurts", feeling, feeling=feeling)
    days = quantity(answer.rest_days, "day")
    return answer._replace(
        say=answer.say.replace("{days}", days),
        say_movement=answer.say_movement.replace("{days}", days),
    )


def feeling_saved_as(catalogue: Catalogue, because: str) -> Feeling | None:
    """Return the feeling that a rest's reason stands for ("it went numb"); None for any other."""
    words = because.strip().rstrip(".").casefold()
    for name in catalogue.ids("hurts"):
        if words in pain_answer(catalogue, Feeling(name)).saved_as:
            return Feeling(name)
    return None


def nerve_areas(catalogue: Catalogue) -> Iterator[NerveArea]:
    """Yield every nerve area. Raises CatalogueError."""
    names = catalogue.ids("nerve_areas")
    return (catalogue.make(NerveArea, "nerve_areas", name) for name in names)
