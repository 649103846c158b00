"""What is wrong with a text, for whoever wrote it."""

from presspoint.named_tuple import NamedTuple


class Slip(NamedTuple):
    """What was found in a file, what should be there, and on which line, from 1.

    The `hint` has the usual reason and what to type instead, as sentences without the last stop.
    """

    found: str
    wanted: str
    line: int
    hint: str = ""
