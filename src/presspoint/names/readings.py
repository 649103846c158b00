"""What a typed name can mean: nothing, one point, or several with what tells them apart."""

from __future__ import annotations

from typing import NamedTuple


class Meaning(NamedTuple):
    """One point that a name can mean.

    A code that is read through its channel has the `meridian`, the `languages` that read it so,
    whose `numbers` it follows ("who", "old"), or the `reader` in words.
    """

    code: str
    meridian: str = ""
    languages: tuple[str, ...] = ()
    numbers: str = ""
    reader: str = ""


class Reading(NamedTuple):
    """The points that a name can mean, a note for the person, and what else it may be in words."""

    meanings: tuple[Meaning, ...] = ()
    note: str = ""
    doubt: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The WHO codes of what it can mean."""
        return tuple(each.code for each in self.meanings)

    @property
    def is_sure(self) -> bool:
        """Whether it means one point, with no need to ask."""
        return len(self.meanings) == 1 and not self.doubt
