"""What is marked on a drawing, and at what size the drawing is."""

from typing import Literal

from presspoint.named_tuple import NamedTuple
from presspoint.pictures.figures.figure import Position

# A place that somebody is guided to, one that is only looked up, and one not to be pressed.
Kind = Literal["guided", "looked-up", "barred"]
SIGNS: dict[Kind, str] = {"guided": "O", "looked-up": "o", "barred": "x"}

FINGER_CUN = 0.75  # how wide a place is: a fingertip


class Target(NamedTuple):
    """A position that is marked, with its `label` at the edge, or as a `number`.

    Only a place that is guided to looks like a target: one that is barred is a cross.
    """

    at: Position
    label: str = ""
    number: str = ""
    kind: Kind = "guided"

    @property
    def sign(self) -> str:
        """The characters that mark it where it is no disc."""
        return SIGNS["barred"] if self.kind == "barred" else self.number or SIGNS[self.kind]


class Size(NamedTuple):
    """How many cells a drawing may take."""

    columns: int
    rows: int
