"""Places on the body: points and zones, how long each is pressed, and where it lies."""

from collections.abc import Iterable
from typing import Literal, get_args

from presspoint.named_tuple import NamedTuple
from presspoint.words import join_words, side_words, with_side

Sides = Literal["each", "together", "midline"]
Side = Literal["left", "right", "both", "midline"]
Reach = Literal["self", "tool", "helper", "none"]
OTHER_SIDE: dict[str, Side] = {"left": "right", "right": "left"}
EVERY_SIDE: frozenset[Side] = frozenset(get_args(Side))
SIDES: dict[Sides, tuple[Side, ...]] = {
    "each": ("left", "right"),
    "together": ("both",),
    "midline": ("midline",),
}


class Dose(NamedTuple):
    """How long a place may be pressed: seconds from-to; most seconds, rounds, sessions a day."""

    seconds: tuple[int, int]
    cap: int
    repeats: int
    sources: tuple[str, ...]
    per_day: int = 3


class Manner(NamedTuple):
    """How a place is pressed in some positions, where that differs: the tools and the words.

    Words that are empty are those of the place.
    """

    positions: tuple[str, ...]
    tools: tuple[str, ...]
    find: str
    press: str
    sources: tuple[str, ...]
    same: str = ""
    lost: str = ""
    begin: str = ""


class Point(NamedTuple):
    """A place on the body: a WHO point, or a zone, whose `code` is then the zone's id.

    `find` leads to it, and `same` to the same place on the other side; in these and in `lost`,
    {side} stands for the side that is pressed and {other} for the other one. `short` is what
    people call it, and `aloud` what it is called with its {side} ("thumb web, {side} hand").
    `begin` are the words to begin pressing it, where its rhythm and its tool do not have them; a
    `touch` is no more than that, and needs no ache. `spoken` is its gravest caution, said at the
    place in the stead of the cautions `spoken_for`. One that `must_be_felt` is left out where it
    cannot be, and `lost` then says so aloud. A `pose` is how to sit to reach it.

    A person's own place has the name of its `file` and may be `at` a WHO point; `own_reasons` are
    theirs to leave a place out. The `manners` are how it is pressed in some positions; one for a
    helper is in none of its own `positions`. The places `instead` are pressed in the stead of one
    that is out, the first that may be.
    """

    code: str
    name: str
    region: str
    place: str
    sources: tuple[str, ...]
    sides: Sides = "each"
    reach: Reach = "none"
    pinyin: str = ""
    tones: str = ""
    hanzi: str = ""
    find: str = ""
    same: str = ""
    lost: str = ""
    press: str = ""
    short: str = ""
    aloud: str = ""
    begin: str = ""
    touch: bool = False
    spoken: str = ""
    spoken_for: tuple[str, ...] = ()
    must_be_felt: bool = False
    pose: str = ""
    rhythm: str = "hold"
    hold: Dose | None = None
    positions: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    care: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    at: str = ""
    file: str = ""
    own_reasons: tuple[str, ...] = ()
    manners: tuple[Manner, ...] = ()
    instead: tuple[str, ...] = ()
    is_zone: bool = False

    @property
    def hold_sides(self) -> tuple[Side, ...]:
        """The sides of its holds: left and right, both at once, or the midline."""
        return SIDES[self.sides]

    def in_position(self, name: str) -> "Point":
        """Return the place with the tools and the words that it has in a position.

        One that has manners has its first tool where none of them is for the position.
        """
        if not self.manners:
            return self
        manner = next((each for each in self.manners if name in each.positions), None)
        if manner is None:
            return self._replace(tools=self.tools[:1])
        words = manner._asdict()
        fields = {key: words[key] for key in ("tools", "find", "press", "same", "lost", "begin")}
        return self._replace(**{key: value for key, value in fields.items() if value})

    @property
    def is_coached(self) -> bool:
        """Whether a person can be guided through pressing it alone."""
        return self.hold is not None and self.reach != "helper"

    @property
    def is_numbered(self) -> bool:
        """Whether its code is a WHO number of its own."""
        return self.code[-1:].isdigit() and not (self.is_zone or self.at)

    @property
    def title(self) -> str:
        """The code and the name, "LI4 Joining Valley"; the name alone without a WHO number."""
        return f"{self.code} {self.name}" if self.is_numbered else self.name


def spoken_name(places: Iterable[Point], side: str | None, limb: str) -> str:
    """Return what places are called aloud: the part of the body, and the side of it.

    `limb` is what has the side where a place has no words of its own: "left hand".
    """
    where = side_words(side or "", limb)
    names = dict.fromkeys(each.aloud or f"{each.name}, {where}" for each in places)
    words = with_side(join_words(tuple(names)), side)
    return words[:1].upper() + words[1:]


class Region(NamedTuple):
    """A part of the body; `limb` is the noun said after left or right."""

    title: str
    limb: str
    also: tuple[str, ...] = ()
