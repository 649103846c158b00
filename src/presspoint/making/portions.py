"""How long each step may take: the portions to choose among, and what each is worth."""

from collections.abc import Iterator
from math import floor

from presspoint.catalogue.routines import Step, Way
from presspoint.catalogue.tables import Catalogue
from presspoint.making.candidates import Candidate
from presspoint.making.uses import places_of
from presspoint.named_tuple import NamedTuple
from presspoint.planning.course import PACES, Turn
from presspoint.planning.layout import lay_out
from presspoint.planning.moves import open_step
from presspoint.planning.phase_kind import PhaseKind

# What a second of each round counts: another place is better than the same one again.
SHARES = (6, 1, 1, 1)
FOUND = 30  # what it counts to have found a place, in seconds pressed there
WORTHWHILE = 20  # seconds, where a place may be pressed so long


class Portion(NamedTuple):
    """A step with its seconds and rounds: what it is worth, and the `least_seconds` it takes.

    In a set it may take more: there is the way into its position. Where it is the first in one, its
    `opening_seconds` are part of that: the words on which step it is, or the way into its pose.
    """

    step: Step
    codes: frozenset[str]
    worth: int
    least_seconds: float
    opening_seconds: float

    @property
    def position(self) -> str:
        """The position it is done in."""
        return self.step.ways[0].position


def portions(catalogue: Catalogue, candidate: Candidate, pace: str) -> tuple[Portion, ...]:
    """Return what a candidate may take, the shortest first; those that change nothing once."""
    found = (_portion(catalogue, candidate, way, pace) for way in _ways(catalogue, candidate))
    by_seconds = {each.least_seconds: each for each in found}
    return tuple(by_seconds[each] for each in sorted(by_seconds))


def _ways(catalogue: Catalogue, candidate: Candidate) -> Iterator[Way]:
    """The way with the shortest hold, the longest, and rounds of that; a movement is as it is."""
    if not candidate.way.presses:
        yield candidate.way
        return
    press = candidate.way.presses[0]
    holds = [each.hold for each in places_of(catalogue, press) if each.hold]
    least, most = max(each.seconds[0] for each in holds), min(each.seconds[1] for each in holds)
    rounds = min(each.repeats for each in holds)
    least = max(least, min(WORTHWHILE, most))
    for seconds, number in ((least, 1), *((max(least, most), n + 1) for n in range(rounds))):
        yield candidate.way._replace(presses=(press._replace(seconds=seconds, rounds=number),))


def _portion(catalogue: Catalogue, candidate: Candidate, way: Way, pace: str) -> Portion:
    """The portion of a way, with the time that it takes at the very least, wherever it comes."""
    planned, press = candidate.planned, way.presses[0] if way.presses else None
    pressed = tuple(
        each._replace(seconds=press.seconds, rounds=press.rounds)
        for each in planned.presses
        if press
    )
    alone = planned._replace(number=1, way=way, presses=pressed, softness="", besides="")
    turns, phases = lay_out(catalogue, [alone], pace)
    leads_in = phases[0].kind is PhaseKind.MOVE and phases[0].gets_into_position
    find, turn = phases[1 if leads_in else 0], turns[0]
    opened = open_step(find._replace(turn=1), turn._replace(last_step=2), 60, pace)
    opening = opened.seconds - find.seconds
    if turn.pose:  # a move of its own
        opening = floor(turn.posture.enter * PACES[pace])
    apart = phases[0].seconds if leads_in else 0
    apart += phases[-1].seconds if phases[-1].leaves_position else 0
    return Portion(
        step=Step(planned.title, (way,)),
        codes=frozenset(candidate.codes),
        worth=candidate.weight * sum(map(_press_seconds, turns)),
        least_seconds=sum(each.seconds for each in phases) - apart + opening,
        opening_seconds=opening,
    )


def _press_seconds(turn: Turn) -> int:
    """The seconds of a turn for each side that they press, by their round."""
    sides = 2 if turn.side == "both" else 1
    return (turn.seconds + FOUND) * sides * SHARES[turn.number - 1]
