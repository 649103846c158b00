"""The format of a person's own catalogue file: what it may hold, and within which limits.

The limits are those of the facts that the shipped doses come from; the JSON Schema for editors is
written from these classes.
"""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

ID_WORDS = "a name of up to 64 letters, digits, - and _, without spaces"
ID = Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$", description=ID_WORDS)
# A character that is seen: no control, no space, no filler, no joiner, no mark without a letter.
SEEN = (
    r"[^\s\u0000-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ud800-\udfff\ufe00-\ufe0f"
    r"\ufeff\uffa0\ufff0-\ufffb]"
)
TEXT = Meta(
    min_length=1,
    max_length=500,
    pattern=SEEN,
    description="a text of 1 to 500 characters that can be seen",
)


def _one_to(most: int, noun: str = "a whole number") -> Meta:
    return Meta(ge=1, le=most, description=f"{noun} from 1 to {most}")


Id = Annotated[str, ID]
# The id of something else, which is looked up once the shape is right (own_content/references.py).
Ref = Annotated[str, Meta(max_length=64, description="a name of up to 64 characters")]
Text = Annotated[str, TEXT]
MaybeText = Annotated[str, Meta(max_length=500, description="at most 500 characters")]
HoldSeconds = Annotated[int, _one_to(180, "a whole number of seconds")]
LongSeconds = Annotated[int, _one_to(3600, "a whole number of seconds")]
Sessions = Annotated[int, _one_to(3)]
Rounds = Annotated[int, _one_to(4)]
Ids = Annotated[list[Ref], Meta(max_length=50, description="a list of at most 50 names")]
SomeIds = Annotated[
    list[Ref], Meta(min_length=1, max_length=50, description="a list of 1 to 50 names")
]

# A place in any spelling: what is none is answered with the one that it can mean.
PlaceName = Annotated[str, Meta(min_length=1, max_length=64, description="a code of a point")]


class Hold(Struct, forbid_unknown_fields=True):
    """A dose: seconds from-to, seconds at most in one hold, rounds a side in one session.

    `per_day` is the sessions a day at most; at a WHO point never more than that one has.
    """

    seconds: Annotated[
        list[HoldSeconds], Meta(min_length=2, max_length=2, description="two numbers, [from, to]")
    ]
    cap: HoldSeconds
    repeats: Rounds = 1
    per_day: Sessions = 3
    sources: Ids = []


Dose = Annotated[
    Hold, Meta(description="seconds from and to, and a cap: { seconds = [20, 30], cap = 30 }")
]


class Zone(Struct, forbid_unknown_fields=True):
    """A place without a WHO code. Without `at`, whatever its region is spared for spares it."""

    name: Text
    region: Ref
    place: Text
    find: Text
    press: Text
    hold: Dose
    positions: SomeIds
    tools: SomeIds
    at: MaybeText = ""
    lost: MaybeText = ""
    sides: Annotated[
        Literal["each", "together", "midline"],
        Meta(description="each (one side after the other), together (both at once) or midline"),
    ] = "each"
    reach: Annotated[
        Literal["self", "tool"], Meta(description="self (with a hand) or tool (with a tool only)")
    ] = "self"
    rhythm: Ref = "hold"
    helps: Ids = []
    avoid: Ids = []
    care: Ids = []
    aliases: Annotated[
        list[Text], Meta(max_length=50, description="a list of at most 50 names")
    ] = []
    sources: Ids = []


class Point(Zone, forbid_unknown_fields=True, kw_only=True):
    """A place at the WHO code that `at` names; what is said of that code holds for it too."""

    at: Text
    pinyin: MaybeText = ""
    tones: MaybeText = ""
    hanzi: MaybeText = ""


class Press(Struct, forbid_unknown_fields=True):
    """Places pressed together."""

    points: Annotated[
        list[PlaceName], Meta(min_length=1, max_length=50, description="1 to 50 codes")
    ]
    seconds: HoldSeconds
    rounds: Rounds = 1
    option: bool = False
    find: MaybeText = ""
    press: MaybeText = ""
    side: Annotated[
        Literal["", "left", "right"], Meta(description="left or right, for that side only")
    ] = ""
    rhythm: Annotated[str, Meta(max_length=64)] = ""
    between: Ref = "other-round"


class Way(Struct, forbid_unknown_fields=True):
    """One way to do a step: a movement (`exercise` seconds of `text`), or presses.

    `strains` are the regions that a movement strains; one that does not say may strain any.
    """

    position: Ref
    presses: Annotated[
        list[Press], Meta(max_length=20, description="a list of at most 20 presses")
    ] = []
    exercise: LongSeconds | None = None
    text: MaybeText = ""
    when: dict[Id, Id] = {}
    tools: Ids = []
    setup: MaybeText = ""
    warn: Ids = []
    strains: Ids | None = None


class Step(Struct, forbid_unknown_fields=True):
    """A title and one way to do it, or several `ways`."""

    title: Text
    position: Ref | None = None
    presses: Annotated[
        list[Press], Meta(max_length=20, description="a list of at most 20 presses")
    ] = []
    exercise: LongSeconds | None = None
    text: MaybeText = ""
    tools: Ids = []
    setup: MaybeText = ""
    warn: Ids = []
    strains: Ids | None = None
    ways: Annotated[list[Way], Meta(max_length=20, description="a list of at most 20 ways")] = []


class Routine(Struct, forbid_unknown_fields=True):
    """Steps under a name; the name of a shipped routine replaces that one."""

    title: Text
    summary: Text
    steps: Annotated[
        list[Step], Meta(min_length=1, max_length=500, description="a list of 1 to 500 steps")
    ]
    helps: Ids = []
    sources: Ids = []
    note: MaybeText = ""
    again: MaybeText = ""
    warn: Ids = []


class Course(Struct, forbid_unknown_fields=True):
    """A routine over some weeks; `grows` are the stages of its holds in percent of its seconds."""

    title: Text
    routine: Ref
    weeks: Annotated[int, _one_to(12)]
    times: Annotated[
        Literal["daily", "twice-daily", "every-other-day", "6", "5", "4", "3", "2", "1"],
        Meta(description='daily, twice-daily, every-other-day, or times a week in quotes: "3"'),
    ] = "daily"
    grows: Annotated[
        list[Annotated[int, Meta(ge=50, le=150, description="percent, from 50 to 150")]],
        Meta(max_length=12, description="a list of at most 12 stages in percent: [60, 80, 100]"),
    ] = []
    sources: Ids = []
    basis: MaybeText = ""


class Caution(Struct, forbid_unknown_fields=True):
    """Words said before a routine that presses one of `on`; or the places are left out."""

    text: Text
    on: Annotated[list[PlaceName], Meta(max_length=50, description="at most 50 codes")] = []
    leave_out: bool = False
    level: Annotated[Literal["care", "avoid", "soon"], Meta(description="care, avoid or soon")] = (
        "care"
    )
    sources: Ids = []


class Source(Struct, forbid_unknown_fields=True):
    """Where something comes from: a person, a book."""

    title: Text
    kind: Text = "own"
    detail: MaybeText = ""


class OwnFile(Struct, forbid_unknown_fields=True):
    """A person's own catalogue file."""

    schema: Annotated[Literal[1], Meta(description="schema = 1, as the first line")]
    points: dict[Id, Point] = field(default_factory=dict)
    zones: dict[Id, Zone] = field(default_factory=dict)
    routines: dict[Id, Routine] = field(default_factory=dict)
    courses: dict[Id, Course] = field(default_factory=dict)
    cautions: dict[Id, Caution] = field(default_factory=dict)
    sources: dict[Id, Source] = field(default_factory=dict)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the format, for editors."""
    from msgspec.json import schema

    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema(OwnFile)}
