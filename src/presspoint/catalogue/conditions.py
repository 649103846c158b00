"""Conditions of a person: what each leaves out, and how it changes what is pressed."""

from collections.abc import Iterable, Iterator

from presspoint.catalogue.exclusions import is_excluded
from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue, build
from presspoint.named_tuple import NamedTuple

# Whom to ask where conditions name several: a list of all of them is no sentence.
WHO_KNOWS_ALL = "your doctor or the team that treats you"


class Spread(NamedTuple):
    """What else is out where a local condition is at one of the regions `at`.

    These regions on its side, movements that strain one of `strains`, and these positions.
    """

    at: tuple[str, ...]
    regions: tuple[str, ...] = ()
    strains: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()


class ToolsAt(NamedTuple):
    """Tools that are out in some regions only, where a bare hand may press."""

    regions: tuple[str, ...]
    tools: tuple[str, ...]


class Condition(NamedTuple):
    """Something about a person that leaves points out; a gate also needs a clinician's word.

    One that is to `postpone` plays nothing while it lasts. `gist` is the text in brief. `cap` is
    the seconds that any hold may last at most (0: no cap of its own); `gentle` says how softly to
    press, and `besides` what else to keep to meanwhile, in sentences. Movements that strain one of
    the regions `strains` are out too. It may be true of one side only (`sided`) or of one place
    (`local`), and is asked about again after `expires_days`; as long as nobody said where it is,
    what is `unplaced` is out as well; where it is at one place, what it `spreads` to.
    `keeps_trial_dose` marks one whose people a trial took in, so that a trial's dose is theirs too.
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
    tools_at: tuple[ToolsAt, ...] = ()
    strains: tuple[str, ...] = ()
    spreads: tuple[Spread, ...] = ()
    unplaced_regions: tuple[str, ...] = ()
    unplaced_positions: tuple[str, ...] = ()
    unplaced_tools: tuple[str, ...] = ()
    question: str = ""
    brief: str = ""
    postpone: bool = False
    of_today: bool = False
    gentle: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    cap: int = 0
    sided: bool = False
    local: bool = False
    expires_days: int = 0
    instead: bool = True
    keeps_trial_dose: bool = False
    from_sign: bool = False
    verified: str = "read"

    @property
    def may_have_place(self) -> bool:
        """Whether it may be on one side, or at one place, only."""
        return self.sided or self.local

    def excludes(self, point: Point) -> bool:
        """Whether the point is out by its code or by its region."""
        return is_excluded(point, self.points, self.regions)


class ConditionGroup(NamedTuple):
    """Lasting conditions that belong together: one line of the check, broader than each of them."""

    title: str
    brief: str
    members: tuple[str, ...]


def condition(catalogue: Catalogue, name: str) -> Condition:
    """Return a condition by its id. Raises CatalogueError."""
    rule = catalogue.make(Condition, "conditions", name)
    if not (rule.spreads or rule.tools_at):
        return rule
    origin = f'{catalogue.origin}: conditions "{name}"'
    return rule._replace(
        spreads=tuple(build(Spread, each, origin) for each in rule.spreads),  # type: ignore[arg-type]  # tables until here
        tools_at=tuple(build(ToolsAt, each, origin) for each in rule.tools_at),  # type: ignore[arg-type]  # as above
    )


def conditions(catalogue: Catalogue) -> Iterator[tuple[str, Condition]]:
    """Yield every condition that a person is asked about, in the file's order, with its id.

    Raises CatalogueError.
    """
    every = ((name, condition(catalogue, name)) for name in catalogue.ids("conditions"))
    return ((name, each) for name, each in every if not each.from_sign)


def whom_to_ask(asks: Iterable[str]) -> str:
    """Return whom conditions say to ask, or where they differ, who knows the whole; "" of none."""
    different = tuple(dict.fromkeys(asks))
    return WHO_KNOWS_ALL if len(different) > 1 else "".join(different)


def lasting_conditions(catalogue: Catalogue) -> dict[str, Condition]:
    """Return the conditions that the check asks about, by id. Raises CatalogueError."""
    return {name: each for name, each in conditions(catalogue) if not each.of_today}


def condition_groups(catalogue: Catalogue) -> dict[str, ConditionGroup]:
    """Return the groups in which the check asks about conditions, by id. Raises CatalogueError."""
    names = catalogue.ids("condition_groups")
    return {name: catalogue.make(ConditionGroup, "condition_groups", name) for name in names}


def conditions_of_today(catalogue: Catalogue) -> dict[str, Condition]:
    """Return the conditions that each start asks about, by id. Raises CatalogueError."""
    return {name: each for name, each in conditions(catalogue) if each.of_today}
