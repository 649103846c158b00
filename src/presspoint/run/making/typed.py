"""What was typed or asked for a set for now, made into an occasion."""

from __future__ import annotations

from presspoint.catalogue.situations import situation
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import UsageError
from presspoint.making.occasion import Occasion
from presspoint.named_tuple import NamedTuple
from presspoint.names.everyday.wish import Wish
from presspoint.names.spelling import key
from presspoint.run.arguments.names import find_names, match_id, match_name
from presspoint.run.arguments.point import find_point
from presspoint.safety.answers import SIDES

MINUTES, SITUATION = 6, "chair"
HANDS = frozenset({"hands", "hand", "barehands", "nothing", "none"})


class Typed(NamedTuple):
    """What was typed for a set; None, or (), for what was not."""

    complaint: str | None = None
    minutes: int | None = None
    where: str | None = None
    tools: tuple[str, ...] = ()
    side: str | None = None
    quiet: bool = False
    without: tuple[str, ...] = ()


def parse_occasion(catalogue: Catalogue, typed: Typed, wish: Wish) -> Occasion:
    """Return what a set is made for; six minutes on a chair where nothing else was typed.

    Raises UsageError for an unknown name, PresspointError for a place that is unknown.
    """
    if not (wish.complaint or wish.regions):
        raise UsageError('Say what it is for. For example: "presspoint make --for neck".')
    where = match_id(catalogue, "situations", typed.where or SITUATION, "--at")
    side = match_name({each: each for each in SIDES}, typed.side, "--side") if typed.side else ""
    return Occasion(
        situation=situation(catalogue, where),
        seconds=60 * (typed.minutes or MINUTES),
        complaint=wish.complaint,
        regions=wish.regions or frozenset(),
        tools=find_tools(catalogue, typed.tools),
        side=next((each for each in SIDES if each == side), None),
        quiet=typed.quiet,
        without=frozenset(
            code for each in typed.without for code in find_point(catalogue, each).codes
        ),
    )


def find_tools(catalogue: Catalogue, typed: tuple[str, ...]) -> frozenset[str]:
    """Return every tool that these words mean, "ball" each kind of ball. Raises UsageError."""
    words = (each for each in typed if key(each) not in HANDS)
    found = (find_names(catalogue, "tools", each, "--with") or () for each in words)
    return frozenset(name for names in found for name in names)
