"""The steps taken, laid out as phases with seconds: get there, find, press, hold, ease off."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from presspoint import wording
from presspoint.catalogue import Catalogue, Point
from presspoint.routines import STEADY, Press, Rhythm, Way, rhythm
from presspoint.screening import PRESSED_ON
from presspoint.ways import Taken

PRESS_SECONDS = 3
RELEASE_SECONDS = 4
HALFWAY_FROM = 30


class Turn(NamedTuple):
    """One hold, or one movement, and the words that lead to it.

    `cap` is the seconds that may be pressed in this hold at most; `approach` and
    `approach_seconds` are what getting into the position takes from any other one. `spots` are
    the codes of what is pressed, with those of the WHO points that a person's own places are at.
    """

    step: int
    step_title: str
    position: str
    approach: str
    approach_seconds: int
    seconds: int
    find: str
    title: str = ""
    points: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    spots: tuple[str, ...] = ()
    side: str | None = None
    where: str = ""
    cap: int = 0
    rhythm: Rhythm = STEADY

    @property
    def is_hold(self) -> bool:
        """Whether something is pressed."""
        return bool(self.points or self.zones)

    @property
    def name(self) -> str:
        """Return "LI4 Joining Valley, left hand", or the step's title for a movement."""
        return f"{self.title}, {self.where}" if self.is_hold else self.step_title

    @property
    def instruction(self) -> str:
        """What is said before it: the name of what is pressed, where it is, how to press."""
        return f"{self.name}. {self.find}" if self.is_hold else self.find


class Phase(NamedTuple):
    """What the clock counts: `kind`, `seconds`, what is said, and the turn that it leads to.

    `halfway` is the seconds into a hold when half of it has passed; 0 where that is not told.
    `before` is the seconds of this same hold that were held before a break.
    """

    kind: str
    turn: int
    seconds: float
    text: str = ""
    stop_rule: bool = False
    halfway: float = 0.0
    before: float = 0.0


def hold(turn: int, seconds: float, *, stop_rule: bool = False) -> Phase:
    """Return a hold of so many seconds, with its halfway where it is long enough for one."""
    halfway = seconds / 2 if seconds >= HALFWAY_FROM else 0.0
    return Phase("hold", turn, seconds, stop_rule=stop_rule, halfway=halfway)


def lay_out(catalogue: Catalogue, taken: list[Taken]) -> tuple[tuple[Turn, ...], tuple[Phase, ...]]:
    """Return every turn of the steps taken, and the phases that lead to and through them."""
    turns: list[Turn] = []
    phases: list[Phase] = []
    told: set[str] = set()
    for turn, lead in chain.from_iterable(
        _turns(catalogue, each, each.way) for each in taken if each.way
    ):
        if not turns or turns[-1].position != turn.position or _anew(turns[-1], turn):
            phases.append(Phase("move", len(turns), turn.approach_seconds, turn.approach))
        action = _hold(turn, stop_rule=turn.position not in told)
        phases += [phase._replace(turn=len(turns)) for phase in (*lead, *action)]
        told |= {turn.position} if turn.is_hold else set()
        turns.append(turn)
    return tuple(turns), tuple(phases)


def _anew(before: Turn, turn: Turn) -> bool:
    """Whether a new step in the same position has a set-up of its own."""
    return before.step != turn.step and before.approach != turn.approach


def _hold(turn: Turn, *, stop_rule: bool) -> tuple[Phase, ...]:
    if not turn.is_hold:
        return (Phase("exercise", 0, turn.seconds),)
    return (
        Phase("press", 0, PRESS_SECONDS),
        hold(0, turn.seconds, stop_rule=stop_rule),
        Phase("release", 0, RELEASE_SECONDS),
    )


def _turns(
    catalogue: Catalogue, taken: Taken, way: Way
) -> Iterator[tuple[Turn, tuple[Phase, ...]]]:
    """Each turn of a step, and what leads to it within its position: a rest, a new side, a find."""
    if way.exercise:
        turn = _placed(catalogue, taken, way, find=way.text, seconds=way.exercise)
        yield turn, (_saying("find", turn.instruction),)
    for press in taken.presses:
        places = tuple(catalogue.point(code) for code in press.points)
        visited: list[str] = []
        for side in _visits(catalogue, way, press, places):
            turn = _turn(catalogue, taken, way, press, places, side)
            yield turn, _lead(catalogue, turn, press, places, visited)
            visited.append(side)


def _visits(catalogue: Catalogue, way: Way, press: Press, places: tuple[Point, ...]) -> list[str]:
    """The sides in the order they are pressed: left, right, left, right; grouped where rolling."""
    first = [press.side] if press.side else PRESSED_ON[places[0].sides]
    rounds = min([press.rounds, *(_repeats(press, place) for place in places)])
    if catalogue.table("positions")[way.position].get("rolls_over"):
        return [side for side in first for _ in range(rounds)]
    return [side for _ in range(rounds) for side in first]


def _repeats(press: Press, place: Point) -> int:
    """The rounds that a place may have; a trial's own dose is given once."""
    return place.hold.repeats if place.hold and not press.cap else 1


def _lead(
    catalogue: Catalogue, turn: Turn, press: Press, places: tuple[Point, ...], visited: list[str]
) -> tuple[Phase, ...]:
    position = catalogue.table("positions")[turn.position]
    if not visited:
        return (_saying("find", turn.instruction),)
    if visited[-1] == turn.side:
        between = catalogue.table("moves")[press.between]
        return (_saying(between["kind"], between["say"], between["seconds"]),)
    if position.get("rolls_over"):
        change = _saying("move", turn.approach, position["change_side"])
    else:
        change = _saying("move", wording.sentence(turn.where), position["change_side"])
    if turn.side in visited:
        return (change,)
    return change, _saying("find", f"Same place, {places[0].place}.")


def _turn(
    catalogue: Catalogue, taken: Taken, way: Way, press: Press, places: tuple[Point, ...], side: str
) -> Turn:
    finding = press.find or " ".join(each.find for each in places)
    cap = press.cap or min(each.hold.cap if each.hold else 0 for each in places)
    cap = min(cap, taken.cap or cap)
    pressed = _rhythm(catalogue, press, places)
    return _placed(
        catalogue,
        taken,
        way,
        title=_title(places),
        points=tuple(each.code for each in places if not each.is_zone),
        zones=tuple(each.code for each in places if each.is_zone),
        spots=tuple(filter(None, (name for each in places for name in (each.code, each.at)))),
        side=side,
        where=wording.where(side, catalogue.region(places[0].region).limb),
        find=" ".join(filter(None, (finding, press.press or places[0].press, pressed.say))),
        seconds=min(press.seconds, cap),
        cap=cap,
        rhythm=pressed,
    )


def _rhythm(catalogue: Catalogue, press: Press, places: tuple[Point, ...]) -> Rhythm:
    """The rhythm asked for, or that of the place where there is one only."""
    return rhythm(catalogue, press.rhythm or (places[0].rhythm if len(places) == 1 else "hold"))


def _title(places: tuple[Point, ...]) -> str:
    """One place by code and name; several by their codes, which is enough to hear at once."""
    if len(places) == 1:
        return places[0].title
    return " with ".join(each.name if each.is_zone else each.code for each in places)


def _placed(catalogue: Catalogue, taken: Taken, way: Way, **given: Any) -> Turn:  # noqa: ANN401  # the fields of Turn
    """A turn with how its position is got into: "Lie on your left side, knees bent."."""
    position = catalogue.table("positions")[way.position]
    approach = " ".join(filter(None, (position["say"], way.setup))).replace(
        "{side}", str(given.get("side"))
    )
    return Turn(
        step=taken.number,
        step_title=taken.title,
        position=way.position,
        approach=approach,
        approach_seconds=max(position["enter"], wording.spoken_seconds(approach)),
        **given,
    )


def _saying(kind: str, text: str, least: int = 0) -> Phase:
    """A phase that lasts as long as its words take, and `least` seconds."""
    return Phase(kind, 0, max(least, wording.spoken_seconds(text)), text)
