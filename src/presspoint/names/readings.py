"""What a typed name can mean: nothing, one point, or several with what tells them apart."""

from __future__ import annotations

from typing import NamedTuple


class Meaning(NamedTuple):
    """One point that a name can mean, and who reads it so; `meridian` for a code only."""

    code: str
    meridian: str = ""
    languages: tuple[str, ...] = ()
    numbers: str = ""
    reader: str = ""


class Reading(NamedTuple):
    """What a name can mean, a remark for the person, and what else it may be that is no point."""

    meanings: tuple[Meaning, ...] = ()
    note: str = ""
    doubt: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the WHO codes of what it can mean."""
        return tuple(each.code for each in self.meanings)

    @property
    def sure(self) -> bool:
        """Whether it means one point, with no need to ask."""
        return len(self.meanings) == 1 and not self.doubt
