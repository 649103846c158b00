"""Red flags, conditions and cautions as the catalogue writes them, and what a run is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from presspoint.catalogue.exclusions import is_excluded
from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue

URGENCY = {"emergency": "Emergency", "same-day": "Same day"}
LEVELS = ("emergency", "same-day", "soon", "avoid", "care")


class RedFlag(NamedTuple):
    """A sign that a doctor, and not a routine, is needed; `level` tells how soon.

    `item` is what is asked about, as it stands in a list; `help` is what to do, in words that
    follow the urgency. `verified` tells how its weakest fact is known: read, reproduced or general.
    """

    title: str
    brief: str
    item: str
    level: str
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
        return f"{URGENCY[self.level]}: {self.help}"


class Condition(NamedTuple):
    """Something about a person that leaves points out; a gate also needs a clinician's word.

    One that is to `postpone` plays nothing while it lasts. `gist` is the text in brief. `cap` is
    the seconds that any hold may last at most (0: no cap of its own); `gentle` says how to press
    more softly, in sentences. Movements that strain one of the regions `strains` are out too. It
    may be true of one side only (`sided`) or of one place (`local`), and is asked about again
    after `expires_days`; as long as nobody said where it is, what is `unplaced` is out as well.
    `instead` tells whether another place may be pressed in the stead of one that it leaves out.
    `verified` is as for a red flag.
    """

    title: str
    gate: bool
    text: str
    gist: str
    reason: str
    sources: tuple[str, ...]
    setup_reason: str = ""
    ask: str = "your doctor"
    points: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    strains: tuple[str, ...] = ()
    unplaced_regions: tuple[str, ...] = ()
    unplaced_positions: tuple[str, ...] = ()
    question: str = ""
    brief: str = ""
    postpone: bool = False
    gentle: tuple[str, ...] = ()
    cap: int = 0
    sided: bool = False
    local: bool = False
    expires_days: int = 0
    instead: bool = True
    verified: str = "read"

    @property
    def takes_place(self) -> bool:
        """Whether it may be on one side, or at one place, only."""
        return self.sided or self.local

    def excludes(self, point: Point) -> bool:
        """Whether the point is out by its code or by its region."""
        return is_excluded(point, self.points, self.regions)


class SafetyWarning(NamedTuple):
    """A warning to show before anything else; `level` is one of LEVELS, the gravest first."""

    id: str
    level: str
    text: str


def condition(catalogue: Catalogue, name: str) -> Condition:
    """Return a condition by its id. Raises CatalogueError."""
    return catalogue.make(Condition, "conditions", name)


def conditions(catalogue: Catalogue) -> Iterator[tuple[str, Condition]]:
    """Yield every condition with its id, in the file's order. Raises CatalogueError."""
    return ((name, condition(catalogue, name)) for name in catalogue.ids("conditions"))


def red_flags(catalogue: Catalogue) -> list[tuple[str, RedFlag]]:
    """Return every red flag with its id, the gravest first."""
    flags = [
        (name, catalogue.make(RedFlag, "red_flags", name)) for name in catalogue.ids("red_flags")
    ]
    return sorted(flags, key=lambda each: (LEVELS.index(each[1].level), each[1].order))


def sign_warnings(catalogue: Catalogue, names: Iterable[str]) -> Iterator[SafetyWarning]:
    """Yield the red flags of these names as warnings, the gravest first."""
    told = set(names)
    for name, flag in red_flags(catalogue):
        if name in told:
            yield SafetyWarning(name, flag.level, f"{flag.title}. {flag.action}")


def caution_warnings(catalogue: Catalogue, names: Iterable[str]) -> Iterator[SafetyWarning]:
    """Yield cautions as warnings."""
    for name in names:
        caution = catalogue.caution(name)
        yield SafetyWarning(name, caution.level, caution.text)


LABELS = {
    "emergency": "EMERGENCY",
    "same-day": "TODAY",
    "soon": "Ask first",
    "avoid": "Take care",
    "care": "Take care",
}
