"""Warning signs and cautions as the catalogue writes them, and how soon each one asks for help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from presspoint.catalogue.tables import Catalogue, CatalogueError


class Level(StrEnum):
    """How grave a warning is, the gravest first."""

    EMERGENCY = "emergency"
    SAME_DAY = "same-day"
    SOON = "soon"
    AVOID = "avoid"
    CARE = "care"

    @property
    def gravity(self) -> int:
        """The place in the order of levels, 0 for the gravest: a key to sort by."""
        return tuple(Level).index(self)

    @property
    def label(self) -> str:
        """The word or two before a warning: "EMERGENCY"."""
        return WORDS[self].label

    @property
    def urgency(self) -> str:
        """How soon help is needed: "Same day"; empty where that is not urgent."""
        return WORDS[self].urgency


class LevelWords(NamedTuple):
    """The words for a level: before a warning, and for how soon help is needed."""

    label: str
    urgency: str = ""


WORDS = {
    Level.EMERGENCY: LevelWords("EMERGENCY", "Emergency"),
    Level.SAME_DAY: LevelWords("TODAY", "Same day"),
    Level.SOON: LevelWords("Ask first"),
    Level.AVOID: LevelWords("Take care"),
    Level.CARE: LevelWords("Take care"),
}


class RedFlag(NamedTuple):
    """A sign that a doctor, and not a routine, is needed; `level` says how soon.

    `item` is the sign as it stands in a list; `help` is what to do, in words that follow the
    urgency. `verified` says how its weakest fact was checked: read, reproduced or general.
    """

    title: str
    brief: str
    item: str
    level: Level
    help: str
    order: int
    sources: tuple[str, ...]
    verified: str = "read"

    @property
    def question(self) -> str:
        """The sign as a question to the person."""
        return f"Do you have {self.item}?"

    @property
    def action(self) -> str:
        """How soon help is needed, and what to do."""
        return f"{self.level.urgency}: {self.help}"


class Caution(NamedTuple):
    """A short warning, with its level and sources."""

    text: str
    level: Level
    sources: tuple[str, ...]


class SafetyWarning(NamedTuple):
    """A warning to show before anything else."""

    id: str
    level: Level
    text: str


def red_flags(catalogue: Catalogue) -> list[tuple[str, RedFlag]]:
    """Return every red flag with its id, the gravest first. Raises CatalogueError."""
    flags = [(name, _red_flag(catalogue, name)) for name in catalogue.ids("red_flags")]
    return sorted(flags, key=lambda each: (each[1].level.gravity, each[1].order))


def caution(catalogue: Catalogue, name: str) -> Caution:
    """Return a caution by its id. Raises CatalogueError."""
    entry = catalogue.make(Caution, "cautions", name)
    return entry._replace(level=_level(catalogue, f'cautions "{name}"', entry.level))


def sign_warnings(catalogue: Catalogue, names: Iterable[str]) -> Iterator[SafetyWarning]:
    """Yield the red flags of these ids as warnings, the gravest first."""
    wanted = set(names)
    for name, flag in red_flags(catalogue):
        if name in wanted:
            yield SafetyWarning(name, flag.level, f"{flag.title}. {flag.action}")


def caution_warnings(catalogue: Catalogue, names: Iterable[str]) -> Iterator[SafetyWarning]:
    """Yield the cautions of these ids as warnings. Raises CatalogueError."""
    for name in names:
        entry = caution(catalogue, name)
        yield SafetyWarning(name, entry.level, entry.text)


def _red_flag(catalogue: Catalogue, name: str) -> RedFlag:
    entry = catalogue.make(RedFlag, "red_flags", name)
    return entry._replace(level=_level(catalogue, f'red_flags "{name}"', entry.level))


def _level(catalogue: Catalogue, where: str, text: str) -> Level:
    """The level that a file names. Raises CatalogueError."""
    try:
        return Level(text)
    except ValueError:
        levels = ", ".join(Level)
        raise CatalogueError(
            f'{catalogue.origin}: {where} has "level" "{text}", not {levels}'
        ) from None
