"""How whole the history of sessions is, and what of it is lost."""

from collections.abc import Mapping
from types import MappingProxyType

from presspoint.named_tuple import NamedTuple
from presspoint.words import quantity


class Losses(NamedTuple):
    """The numbers of a table's rows that cannot be read, and whether more are lost at its end."""

    rowids: tuple[int, ...] = ()
    more_at_end: bool = False

    def __bool__(self) -> bool:
        return bool(self.rowids) or self.more_at_end

    def words(self, noun: str) -> str:
        """Return how many rows are lost, as "at least 3 sessions"."""
        count = len(self.rowids) + self.more_at_end
        return f"{'at least ' * self.more_at_end}{quantity(count, noun)}"


class Checkup(NamedTuple):
    """What is in the file of a history, what is wrong with it, and what is lost of each table.

    `sessions` and `holds` are those that can be read; None where nothing can.
    """

    file: str
    sessions: int | None
    holds: int | None
    problems: tuple[str, ...] = ()
    losses: Mapping[str, Losses] = MappingProxyType({})
