"""Where somebody is who wants a set for now: the positions that are possible there."""

from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple


class Situation(NamedTuple):
    """A place to be, "at a desk", and the `key` that names it when it is asked.

    `positions` are possible there, the ones to begin in first, and it `has` these tools; the
    `tools_out` are of no use there, as a ball on a mattress is.
    """

    title: str
    brief: str
    key: str
    positions: tuple[str, ...]
    has: tuple[str, ...] = ()
    tools_out: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def situation(catalogue: Catalogue, name: str) -> Situation:
    """Return a situation by its id. Raises CatalogueError."""
    return catalogue.make(Situation, "situations", name)
