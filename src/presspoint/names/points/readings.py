"""What a typed name can mean: nothing, one point, or several with what tells them apart."""

from typing import Literal

from presspoint.named_tuple import NamedTuple

Numbers = Literal["who", "old"]
WHO: Numbers = "who"
OLD: Numbers = "old"


class Meaning(NamedTuple):
    """One point that a name can mean; read through its channel, it has the `meridian`.

    What tells it from other meanings is one of `languages`, `numbers`, `reader` in words, and the
    `piece` of the name that means it where another piece means another point.
    """

    code: str
    meridian: str = ""
    languages: tuple[str, ...] = ()
    numbers: Numbers | None = None
    reader: str = ""
    piece: str = ""


class Reading(NamedTuple):
    """The points that a name can mean, a note to the person, and what else it may be in words.

    Where one of several `is_usual`, the first of them is meant unless a setting says otherwise.
    """

    meanings: tuple[Meaning, ...] = ()
    note: str = ""
    doubt: str = ""
    is_usual: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the points that it can mean, or of the usual one."""
        return tuple(each.code for each in self.meanings[: 1 if self.is_usual else None])

    @property
    def is_sure(self) -> bool:
        """Whether the first point is meant, with no need to ask."""
        return self.is_usual or (len(self.meanings) == 1 and not self.doubt)
