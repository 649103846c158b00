"""Routines as the catalogue writes them: steps, the ways to do a step, what each way presses."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from presspoint.catalogue.places import Side
from presspoint.catalogue.tables import Catalogue, CatalogueError, Table, build
from presspoint.named_tuple import NamedTuple

LONGEST_CAP = 180
# Before what a set for now is for: the id of no routine in a file has a space.
MADE = "make "
# The choices that make another routine of any routine; no way of one has them in its "when".
SIDE, HELPER, WARM_UP = VARIANTS = ("side", "helper", "warm-up")


class Press(NamedTuple):
    """Places to press together, for `seconds` a hold, `rounds` times a side.

    An `option` does not make a step worth playing alone. A `cap` of its own, in seconds, and its
    sessions `per_day` are a trial's dose with the trial among its `sources`; without them the
    places' own doses count. `find`, `press`, `same` and `rhythm` replace those of the place. With
    a `side` it is pressed on that side only. One whose source treats the `opposite` side, where
    the pain is on one side, has the words for that.
    """

    points: tuple[str, ...]
    seconds: int
    rounds: int = 1
    option: bool = False
    find: str = ""
    press: str = ""
    same: str = ""
    rhythm: str = ""
    between: str = "other-round"
    side: Side | None = None
    opposite: str = ""
    cap: int = 0
    per_day: int = 0
    sources: tuple[str, ...] = ()


class Way(NamedTuple):
    """One way to do a step: a movement (`exercise` seconds of `text`), or presses.

    `when` has the choices that select it ({"pain": "hip"}); `setup` is said with the change of
    position; `warn` names the cautions to show first if the person asks for this way. `strains`
    are the regions that the movement strains; None is a file that does not say, which is not (). In
    one that is `helped`, somebody else presses.
    """

    position: str
    presses: tuple[Press, ...] = ()
    exercise: int = 0
    text: str = ""
    when: Mapping[str, str] = MappingProxyType({})
    tools: tuple[str, ...] = ()
    setup: str = ""
    warn: tuple[str, ...] = ()
    strains: tuple[str, ...] | None = None
    helped: bool = False


class Step(NamedTuple):
    """One thing to do, in one way or another."""

    title: str
    ways: tuple[Way, ...]


class Routine(NamedTuple):
    """A named sequence of steps, with its sources; a person's own has the name of its `file`.

    `note` is for whoever plays it; `basis` is what it rests on: what the sources give, and what is
    our own choice. It is not played with the conditions `not_with`, nor with the answers `not_if`
    ({"pain": "leg"}); `not_because` says why.
    """

    name: str
    title: str
    summary: str
    helps: tuple[str, ...]
    sources: tuple[str, ...]
    steps: tuple[Step, ...]
    note: str = ""
    basis: str = ""
    again: str = ""
    warn: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    not_if: Mapping[str, str] = MappingProxyType({})
    not_because: str = ""
    file: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Every point and zone of the routine, its choices and options, once each."""
        presses = (press for step in self.steps for way in step.ways for press in way.presses)
        return tuple(dict.fromkeys(code for press in presses for code in press.points))

    @property
    def choices(self) -> tuple[str, ...]:
        """The choices that the routine offers ("pain"), once each."""
        ways = (way for step in self.steps for way in step.ways)
        return tuple(dict.fromkeys(name for way in ways for name in way.when))


class Choice(NamedTuple):
    """A question that selects ways, its answers (value -> words), and the default answer.

    `ask` is the question with its keys, `short` what it is about ("where it hurts"). `keys` say
    which key gives which value, `briefs` what is said of a value that is no default ("leg pain"),
    `options` what to type for it, and `say` what is said of a value as a session begins. What is
    not `asked` is only chosen on the command line.
    """

    title: str
    ask: str
    short: str
    default: str
    keys: Mapping[str, str]
    values: Mapping[str, str]
    briefs: Mapping[str, str]
    options: Mapping[str, str]
    say: Mapping[str, str] = MappingProxyType({})
    asked: bool = True


class Rhythm(NamedTuple):
    """How a hold is pressed: steadily, in circles, or for `press` seconds in and `release` out.

    `begin` are the words to begin it ("Circle now, slowly.").
    """

    title: str
    say: str = ""
    begin: str = ""
    press: int = 0
    release: int = 0
    sources: tuple[str, ...] = ()

    @property
    def has_beat(self) -> bool:
        """Whether the hold has a beat of pressing and letting go."""
        return self.release > 0


STEADY = Rhythm("Hold")


def routine(catalogue: Catalogue, name: str) -> Routine:
    """Return a routine by its id. Raises CatalogueError for an entry that does not fit."""
    where = f'{catalogue.origin}: routine "{name}"'
    if not catalogue.has("routines", name):
        raise CatalogueError(f"{where} is not there")
    entry = catalogue.table("routines")[name]
    numbered = enumerate(entry.get("steps", ()), 1)
    steps = tuple(_step(table, f"{where}, step {number}") for number, table in numbered)
    return build(Routine, entry, where, name=name, **({"steps": steps} if steps else {}))


def routines(catalogue: Catalogue) -> Iterator[Routine]:
    """Yield every routine, in the file's order."""
    return (routine(catalogue, name) for name in catalogue.ids("routines"))


def choice(catalogue: Catalogue, name: str) -> Choice:
    """Return a choice by its id. Raises CatalogueError."""
    return catalogue.make(Choice, "choices", name)


def warm_ups(catalogue: Catalogue) -> dict[str, Way]:
    """Return the movements that may begin a routine, by the value of the choice. Raises as above.

    The `when` of one has the answers that it is for, in the routines that ask for them.
    """
    entries = catalogue.table("warm_ups").items()
    return {name: _way(entry, f'{catalogue.origin}: warm_ups "{name}"') for name, entry in entries}


def rhythm(catalogue: Catalogue, name: str) -> Rhythm:
    """Return a rhythm by its id. Raises CatalogueError."""
    return catalogue.make(Rhythm, "rhythms", name)


def is_for_pain(catalogue: Catalogue, routine: Routine) -> bool:
    """Whether to ask how strong the pain is: not where a routine is for sleep only."""
    return not routine.helps or not all(is_painless(catalogue, each) for each in routine.helps)


def is_painless(catalogue: Catalogue, complaint: str) -> bool:
    """Whether a complaint is no pain at all, as stress is none."""
    return bool(catalogue.table("complaints").get(complaint, {}).get("painless", False))


def has_meaning_by_occasion(catalogue: Catalogue, complaint: str) -> bool:
    """Whether a complaint may be a sign by when it comes, as a headache on coughing may."""
    return bool(catalogue.table("complaints").get(complaint, {}).get("occasion_matters", False))


def routines_pressing(catalogue: Catalogue, code: str) -> tuple[str, ...]:
    """Return the ids of the routines that press a place, without making all of them."""
    entries = catalogue.table("routines").items()
    return tuple(name for name, entry in entries if code in codes_of(entry))


def codes_of(routine_entry: Table) -> set[str]:
    """Return every place that a routine's entry presses."""
    ways = (way for step in routine_entry["steps"] for way in step.get("ways") or [step])
    presses = (press for way in ways for press in way.get("presses", ()))
    return {code for press in presses for code in press["points"]}


def _step(table: Table, where: str) -> Step:
    """The step of an entry; one with a single way has the keys of that way beside its title."""
    if "ways" in table:
        return build(Step, table, where, ways=tuple(_way(way, where) for way in table["ways"]))
    way = {name: value for name, value in table.items() if name != "title"}
    title = {name: table[name] for name in table if name == "title"}
    return build(Step, title, where, ways=(_way(way, where),))


def _way(table: Table, where: str) -> Way:
    presses = tuple(_press(entry, f"{where}, press") for entry in table.get("presses", ()))
    return build(Way, table, where, presses=presses)


def _press(table: Table, where: str) -> Press:
    press = build(Press, table, where)
    if not 0 <= press.cap <= LONGEST_CAP:
        raise CatalogueError(f'{where}: "cap" is {press.cap}, at most {LONGEST_CAP} is allowed')
    if press.cap and not press.sources:
        raise CatalogueError(f'{where}: "cap" without "sources"')
    return press
