"""What is marked on a drawing, and at what size the drawing is."""

from typing import NamedTuple

from presspoint.pictures.figure import Position


class Target(NamedTuple):
    """A position that is marked: as a disc with its `label` beside it, or as a `number`.

    A place that is not to be pressed is `crossed`, and never looks like a target.
    """

    at: Position
    label: str = ""
    number: str = ""
    crossed: bool = False


class Size(NamedTuple):
    """How many cells a drawing may take."""

    columns: int
    rows: int
