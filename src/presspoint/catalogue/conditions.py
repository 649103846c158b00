"""Conditions of a person: what each leaves out, and how it changes what is pressed."""

from collections.abc import Iterator
from typing import NamedTuple

from presspoint.catalogue.exclusions import is_excluded
from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue


class Condition(NamedTuple):
    """Something about a person that leaves points out; a gate also needs a clinician's word.

    One that is to `postpone` plays nothing while it lasts. `gist` is the text in brief. `cap` is
    the seconds that any hold may last at most (0: no cap of its own); `gentle` says how softly to
    press, and `besides` what else to keep to meanwhile, in sentences. Movements that strain one of
    the regions `strains` are out too. It may be true of one side only (`sided`) or of one place
    (`local`), and is asked about again after `expires_days`; as long as nobody said where it is,
    what is `unplaced` is out as well.
    `instead` says whether another place may be pressed in the stead of one that it leaves out.
    One `of_today` is asked before each session and never saved. One `from_sign` is what a warning
    sign becomes once a doctor has looked at it: nobody is asked about it, and no list has it.
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
    besides: tuple[str, ...] = ()
    cap: int = 0
    sided: bool = False
    local: bool = False
    expires_days: int = 0
    instead: bool = True
    from_sign: bool = False
    verified: str = "read"
    of_today: bool = False

    @property
    def may_have_place(self) -> bool:
        """Whether it may be on one side, or at one place, only."""
        return self.sided or self.local

    def excludes(self, point: Point) -> bool:
        """Whether the point is out by its code or by its region."""
        return is_excluded(point, self.points, self.regions)


def condition(catalogue: Catalogue, name: str) -> Condition:
    """Return a condition by its id. Raises CatalogueError."""
    return catalogue.make(Condition, "conditions", name)


def conditions(catalogue: Catalogue) -> Iterator[tuple[str, Condition]]:
    """Yield every condition that a person is asked about, in the file's order, with its id.

    Raises CatalogueError.
    """
    every = ((name, condition(catalogue, name)) for name in catalogue.ids("conditions"))
    return ((name, each) for name, each in every if not each.from_sign)
