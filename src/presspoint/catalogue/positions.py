"""Positions, poses and tools as the catalogue writes them, and what comes between two rounds."""

from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple


class Position(NamedTuple):
    """A position of the body: how to get into it, and the seconds for that and to change sides.

    Where the person `rolls_over` to change sides, all of one side comes before the other. One that
    `lies_down`, on the floor or in bed, may have words to get `down` into it and to `rise` from it;
    `off` is how to get off what lies under the person. `gentle` is how to let less weight press,
    and `warn` names the cautions of pressing anything in it. `after` is what to do first once a
    session ends there, `gear` what it takes beside the tools. What lies `under_both_sides` is
    never there on one side only. In one with a `helper`, somebody else presses.
    """

    title: str
    say: str
    enter: int
    change_side: int
    after: str
    rolls_over: bool = False
    lies_down: bool = False
    down: str = ""
    down_seconds: int = 0
    off: str = ""
    off_seconds: int = 0
    rise: str = ""
    rise_seconds: int = 0
    gentle: str = ""
    warn: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    gear: tuple[str, ...] = ()
    under_both_sides: bool = False
    helper: bool = False


class Pose(NamedTuple):
    """How to sit to reach a place: words to get there, and to `change` to the other side.

    `{side}` and `{other}` stand for the sides; `seconds` are those of the change.
    """

    say: str
    change: str
    seconds: int


class Tool(NamedTuple):
    """What to press a place with; `gear` is what to have ready, `take` the words for fetching it.

    `brief` is the gear in a list. A bare hand has none of them. `begin` are the words to begin
    pressing with it ("Let your weight down slowly."), `end` those to let go ("Take your weight off
    slowly."). `furniture` may be there whatever is pressed.
    """

    title: str
    gear: str = ""
    brief: str = ""
    take: str = ""
    begin: str = ""
    end: str = ""
    furniture: bool = False
    also: tuple[str, ...] = ()


class Between(NamedTuple):
    """What comes between two rounds of a place: the kind of the phase, its words and seconds."""

    kind: str
    say: str
    seconds: int


def position(catalogue: Catalogue, name: str) -> Position:
    """Return a position by its id. Raises CatalogueError."""
    return catalogue.make(Position, "positions", name)


def pose(catalogue: Catalogue, name: str) -> Pose:
    """Return a pose by its id. Raises CatalogueError."""
    return catalogue.make(Pose, "poses", name)


def tool(catalogue: Catalogue, name: str) -> Tool:
    """Return a tool by its id. Raises CatalogueError."""
    return catalogue.make(Tool, "tools", name)


def between(catalogue: Catalogue, name: str) -> Between:
    """Return what comes between two rounds by its id. Raises CatalogueError."""
    return catalogue.make(Between, "moves", name)
