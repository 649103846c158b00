"""Sessions summed up: how many, how long, in how many something hurt, and how the pain changed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from presspoint.outcome.spread import Spread, spread_of


@dataclass
class Sums:
    """What some sessions come to; in the `comparisons` the pain before and after is compared.

    `seconds` are those pressed, `reactions` the sessions in which something hurt. `changes` are
    those of Summary.counted_change, each with how often it was: below 0 is better. After so many
    sessions it was `clearly_better`: by as much as matters.
    """

    sessions: int = 0
    seconds: float = 0.0
    reactions: int = 0
    clearly_better: int = 0
    changes: Counter[int] = field(default_factory=Counter)

    def add(self, seconds: float, change: int | None, *, hurt: bool, clearly: bool = False) -> None:
        """Add a session, with its change, and whether that is `clearly` for the better."""
        self.sessions += 1
        self.seconds += seconds
        self.reactions += hurt
        self.clearly_better += clearly
        if change is not None:
            self.changes[change] += 1

    @property
    def comparisons(self) -> int:
        """Of how many sessions pain before and after are compared."""
        return self.changes.total()

    @property
    def better(self) -> int:
        """After how many sessions the pain was lower than before."""
        return sum(number for change, number in self.changes.items() if change < 0)

    @property
    def change(self) -> Spread | None:
        """The spread of the changes; None of too few sessions."""
        return spread_of(self.changes)


@dataclass
class WeekSums(Sums):
    """What the sessions of a week come to, with the pains before and after that are compared."""

    before: Counter[int] = field(default_factory=Counter)
    after: Counter[int] = field(default_factory=Counter)

    def add_pain(self, before: int, change: int) -> None:
        """Add the pain before a session, and how it changed."""
        self.before[before] += 1
        self.after[before + change] += 1


def sum_of(parts: Iterable[Sums]) -> Sums:
    """Return what the sessions of all parts come to."""
    every = Sums()
    for part in parts:
        every.sessions += part.sessions
        every.seconds += part.seconds
        every.reactions += part.reactions
        every.clearly_better += part.clearly_better
        every.changes.update(part.changes)
    return every


def by_reactions(sums: Mapping[str, Sums]) -> list[tuple[str, Sums]]:
    """Return sums by name, first those in which most hurt, then those of most sessions."""
    return sorted(sums.items(), key=lambda each: (-each[1].reactions, -each[1].sessions, each[0]))
