"""What a typed name can mean: nothing, one point, or several with what tells them apart."""

from typing import Literal, NamedTuple

Numbers = Literal["who", "old"]
WHO: Numbers = "who"
OLD: Numbers = "old"


class Meaning(NamedTuple):
    """One point that a name can mean; read through its channel, it has the `meridian`.

    What tells it from other meanings is one of `languages`, `numbers`, and `reader` in words.
    """

    code: str
    meridian: str = ""
    languages: tuple[str, ...] = ()
    numbers: Numbers | None = None
    reader: str = ""


class Reading(NamedTuple):
    """The points that a name can mean, a note to the person, and what else it may be in words."""

    meanings: tuple[Meaning, ...] = ()
    note: str = ""
    doubt: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the points that it can mean."""
        return tuple(each.code for each in self.meanings)

    @property
    def is_sure(self) -> bool:
        """Whether it means one point, with no need to ask."""
        return len(self.meanings) == 1 and not self.doubt
