"""Warning signs and cautions as the catalogue writes them, and how soon each one asks for help."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from presspoint.catalogue.tables import Catalogue, CatalogueError, Kind
from presspoint.named_tuple import NamedTuple


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
        return LABELS.get(self, "Take care")

    @property
    def urgency(self) -> str:
        """How soon help is needed: "Same day"; empty where that is not urgent."""
        return URGENCIES.get(self, "")


LABELS = {Level.EMERGENCY: "EMERGENCY", Level.SAME_DAY: "TODAY", Level.SOON: "SOON"}
URGENCIES = {Level.EMERGENCY: "Emergency", Level.SAME_DAY: "Same day", Level.SOON: "Soon"}
SINCE_THE_PAIN = "New, or worse, since this pain began"
ONSETS = {Level.EMERGENCY: "Now, or new in the last days"}


class RedFlag(NamedTuple):
    """A sign that a doctor, and not a routine, is needed; `level` says how soon.

    `items` are what it is, exactly: any of them is the sign. `short` is its line in the check, in
    which each of them is found: broader, never narrower; `notice` is its line in the notice before
    a routine, if it has one; `help` is what to do, in words that follow the urgency. `gate`
    is the id of the condition that it becomes once a doctor or physiotherapist has looked at it;
    empty for a sign that always stops. `verified` says how its weakest fact was checked: read,
    reproduced or general.
    """

    title: str
    brief: str
    short: str
    items: tuple[str, ...]
    level: Level
    help: str
    order: int
    sources: tuple[str, ...]
    also: tuple[str, ...] = ()
    gate: str = ""
    notice: str = ""
    verified: str = "read"

    @property
    def full(self) -> str:
        """The exact words of the sign, in one line."""
        return "; or ".join(self.items)

    @property
    def question(self) -> str:
        """The sign as a question to the person."""
        return f"{onset(self.level)}: {self.full}?"

    @property
    def action(self) -> str:
        """How soon help is needed, and what to do."""
        return f"{self.level.urgency}: {self.help}"


class Caution(NamedTuple):
    """A short warning, with its level and sources; an `unlabelled` one says when it counts.

    `sign` is the id of the red flag that it is about, if there is one.
    """

    text: str
    level: Level
    sources: tuple[str, ...]
    unlabelled: bool = False
    sign: str = ""


Entry = TypeVar("Entry", RedFlag, Caution)


class SafetyWarning(NamedTuple):
    """A warning to show before anything else.

    `label` stands before its text: its level's without one, and nothing where it is empty.
    """

    id: str
    level: Level
    text: str
    label: str | None = None

    @property
    def line(self) -> str:
        """The warning as it stands on the screen."""
        label = self.level.label if self.label is None else self.label
        return f"{label}: {self.text}" if label else self.text


class Advice(NamedTuple):
    """Something that is asked with the signs and answered with a `text`; it stops nobody.

    With a condition it `becomes` a sign: ids by condition. `short` and `items` are as for a sign.
    """

    title: str
    short: str
    items: tuple[str, ...]
    text: str
    sources: tuple[str, ...]
    becomes: Mapping[str, str] = MappingProxyType({})

    @property
    def full(self) -> str:
        """The exact words, in one line."""
        return "; or ".join(self.items)


def onset(level: Level) -> str:
    """Return since when a sign of this level counts, as the beginning of a question."""
    return ONSETS.get(level, SINCE_THE_PAIN)


def advice(catalogue: Catalogue) -> list[tuple[str, Advice]]:
    """Return all advice with its id. Raises CatalogueError."""
    ids = catalogue.ids("advice")
    return [(name, catalogue.make(Advice, "advice", name)) for name in ids]


def red_flags(catalogue: Catalogue) -> list[tuple[str, RedFlag]]:
    """Return every red flag with its id, the gravest first. Raises CatalogueError."""
    ids = catalogue.ids("red_flags")
    flags = [(name, _make(RedFlag, catalogue, "red_flags", name)) for name in ids]
    return sorted(flags, key=lambda each: (each[1].level.gravity, each[1].order))


def caution(catalogue: Catalogue, name: str) -> Caution:
    """Return a caution by its id. Raises CatalogueError."""
    return _make(Caution, catalogue, "cautions", name)


def sign_warnings(catalogue: Catalogue, names: Collection[str]) -> Iterator[SafetyWarning]:
    """Yield the red flags of these ids as warnings, the gravest first."""
    if not names:
        return
    for name, flag in red_flags(catalogue):
        if name in names:
            words = f"{flag.help} You answered: {flag.short}."
            yield SafetyWarning(name, flag.level, words)


def caution_warnings(catalogue: Catalogue, names: Iterable[str]) -> Iterator[SafetyWarning]:
    """Yield the cautions of these ids as warnings. Raises CatalogueError."""
    for name in names:
        entry = caution(catalogue, name)
        label = "" if entry.unlabelled else None
        yield SafetyWarning(name, entry.level, entry.text, label)


def _make(cls: type[Entry], catalogue: Catalogue, kind: Kind, name: str) -> Entry:
    """The entry, its level as a Level. Raises CatalogueError."""
    entry = catalogue.make(cls, kind, name)
    try:
        return entry._replace(level=Level(entry.level))
    except ValueError:
        wrong = f'has "level" "{entry.level}", not {", ".join(Level)}'
        raise CatalogueError(f'{catalogue.origin}: {kind} "{name}" {wrong}') from None
