"""The options that commands share, and what the names in them complete to."""

from collections.abc import Callable, Iterable
from typing import Annotated, NamedTuple

from typer import Argument, Option

from presspoint.storage.catalogue_file import completion_tables

Completion = Callable[[str], list[str]]


class RoutineOptions(NamedTuple):
    """What was typed to choose among routines."""

    complaint: str | None
    most_minutes: int | None
    position: str | None


def argument(metavar: str, words: str, completion: Completion | None = None) -> object:
    """Return an argument with its words in the help."""
    return Argument(metavar=metavar, help=words, autocompletion=completion)


def value_option(
    metavar: str, words: str, completion: Completion | None = None, name: str = ""
) -> object:
    """Return an option that takes a value, with its words in the help; Typer names it without."""
    names = (name,) if name else ()
    return Option(*names, metavar=metavar, help=words, autocompletion=completion)


def complete_from(names: Iterable[str]) -> Completion:
    """Return a function of what is typed so far, which returns the names that begin so."""

    def complete(incomplete: str) -> list[str]:
        return [name for name in names if name.startswith(incomplete)]

    return complete


def complete_ids(kind: str) -> Completion:
    """Return such a function for a table of the catalogue, which is read when it is called."""

    def complete(incomplete: str) -> list[str]:
        table = completion_tables()[kind]
        typed = [name for name, entry in table.items() if not entry.get("from_sign")]
        return complete_from(typed)(incomplete)

    return complete


def complete_point(incomplete: str) -> list[str]:
    """Return the codes that begin so, typed in small letters or capitals."""
    return complete_ids("points")(incomplete.upper())


def complete_pain(incomplete: str) -> list[str]:
    """Return where pain may travel."""
    return complete_from(completion_tables()["choices"]["pain"]["values"])(incomplete)


def complete_pace(incomplete: str) -> list[str]:
    """Return the paces that begin so."""
    from presspoint.planning.course import PACES  # not on the way of a look-up

    return complete_from(PACES)(incomplete)


complete_condition = complete_ids("conditions")

Json = Annotated[bool, Option("--json", help="Print one JSON document and nothing else.")]

# Which points or routines are listed.
Region = Annotated[
    str | None, value_option("REGION", "Only this part of the body.", complete_ids("regions"))
]
Complaint = Annotated[
    str | None,
    value_option(
        "COMPLAINT",
        "Only those used for this: back pain, headache ...",
        complete_ids("complaints"),
        name="--for",
    ),
]
Reach = Annotated[
    str | None,
    value_option("REACH", "Only those within your reach (self), with a tool, or with a helper."),
]
Tool = Annotated[
    str | None,
    value_option("TOOL", "Only those pressed with this: ball, thumb ...", complete_ids("tools")),
]
Position = Annotated[
    str | None,
    value_option("POSITION", "Only in this position: seated, lying ...", complete_ids("positions")),
]
Minutes = Annotated[
    int | None,
    Option("--minutes", metavar="N", min=1, help="Only those that take this long or less."),
]
Search = Annotated[str | None, value_option("WORDS", "Only those with these words in their texts.")]
Every = Annotated[bool, Option("--all", help="Also those that presspoint does not guide you to.")]

# What is chosen of a routine, and what limits the person.
Pain = Annotated[
    str | None, value_option("WHERE", "Where the pain travels: none, leg or hip.", complete_pain)
]
UpperBack = Annotated[
    bool, Option("--upper-back", help="Your upper back is sore too: one more hand point.")
]
Pregnant = Annotated[bool, Option("--pregnant", help="You are pregnant, or trying for a baby.")]
RedFlags = Annotated[
    list[str] | None,
    value_option(
        "NAME",
        "A warning sign that you have now. You can give several.",
        complete_ids("red_flags"),
        name="--red-flag",
    ),
]
Conditions = Annotated[
    list[str] | None,
    value_option(
        "NAME[=WHERE]",
        "A condition of yours, and where it is. You can give several.",
        complete_condition,
        name="--condition",
    ),
]
ProviderAgreed = Annotated[
    bool, Option("--provider-agreed", help="A clinician knows about your conditions, and agrees.")
]
AgainToday = Annotated[
    bool,
    Option(
        "--again-today",
        help="Allow one session more than a place's daily limit; not with every condition.",
    ),
]
Pace = Annotated[
    str | None,
    value_option(
        "PACE",
        "Time to move and change sides: slow, normal or brisk. Holds stay as long.",
        complete_pace,
    ),
]
WithoutOwnFiles = Annotated[
    bool, Option("--without-own-files", help="Play without your own catalogue files.")
]
Sources = Annotated[bool, Option("--sources", help="Also show what it rests on, and the sources.")]

# How it is played.
Yes = Annotated[
    bool, Option("--yes", help="Start at once: you have no warning sign, and nothing of today.")
]
Plain = Annotated[
    bool, Option("--plain", help="Print a line for each thing that happens, and redraw nothing.")
]
Wait = Annotated[bool, Option("--wait", help="Each hold waits for a key, or for presspoint ctl.")]
Resume = Annotated[bool, Option("--resume", help="Go on with the session that was interrupted.")]
Mute = Annotated[bool, Option("--mute", help="Silent this time. m turns the sound on.")]
Breath = Annotated[
    bool, Option("--breath", help="A very soft tone guides your breath in each hold.")
]
