"""Red flags, conditions and cautions as the catalogue writes them, and what a run is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from presspoint.catalogue.exclusions import excluded
from presspoint.catalogue.tables import Catalogue, Point

LEVELS = ("emergency", "same-day", "soon", "avoid", "care")


class RedFlag(NamedTuple):
    """A sign that a doctor, and not a routine, is needed; `level` tells how soon.

    `verified` tells how its weakest fact is known: read, reproduced or general knowledge.
    """

    title: str
    brief: str
    question: str
    level: str
    action: str
    order: int
    sources: tuple[str, ...]
    verified: str = "read"


class Condition(NamedTuple):
    """Something about a person that leaves points out; a gate also needs a clinician's word.

    One that is to `postpone` plays nothing while it lasts. `cap` is the seconds that any hold may
    last at most (0: no cap of its own); `gentle` says how to press more softly, in sentences.
    Movements that strain one of the regions `strains` are out too. It may be true of one side only
    (`sided`) or of one place (`local`), and is asked again after `expires_days`; as long as no
    place was told, what is `unplaced` is out as well. `instead` tells whether another place may be
    pressed in the stead of one that it leaves out. `verified` is as for a red flag.
    """

    title: str
    gate: bool
    text: str
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

    def excludes(self, point: Point) -> bool:
        """Whether the point is out by its code or by its region."""
        return excluded(point, self.points, self.regions)


class SafetyWarning(NamedTuple):
    """A warning to show before anything else; `level` is one of LEVELS, the gravest first."""

    id: str
    level: str
    text: str


def red_flags(catalogue: Catalogue) -> list[tuple[str, RedFlag]]:
    """Return every red flag with its id, the gravest first."""
    found = [
        (name, catalogue.make(RedFlag, "red_flags", name)) for name in catalogue.table("red_flags")
    ]
    return sorted(found, key=lambda each: (LEVELS.index(each[1].level), each[1].order))


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
