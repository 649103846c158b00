"""Why a place or a movement is left out."""

from enum import StrEnum

from presspoint.named_tuple import NamedTuple


class Cause(StrEnum):
    """What leaves a place out; the values say so in a few words, where no condition does."""

    CONDITION = ""
    REST = "a place rests"
    NERVE = "a nerve rests"
    DAILY = "enough for today"
    UNREAD = "nobody knows what was pressed today"
    OWN_FILE = "your own file"


class Exclusion(NamedTuple):
    """Why a place or a movement is out, who says so, and if another may be pressed instead.

    `condition` is the id of the condition that leaves it out, empty where the `cause` is another.
    """

    reason: str
    sources: tuple[str, ...] = ()
    instead: bool = True
    condition: str = ""
    cause: Cause = Cause.CONDITION
