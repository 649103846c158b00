"""The options that commands share: what is typed, what it means, and what completes it."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated

from typer import Argument, Context, Option

from presspoint.named_tuple import NamedTuple

# The headings of options in the help, where a command has more than a few.
LISTED, ABOUT_YOU, MANNER = "Which are listed", "About you", "How it goes"


class RoutineOptions(NamedTuple):
    """What was typed to choose among routines."""

    complaint: str | None
    most_minutes: int | None
    position: str | None


def argument(metavar: str, words: str, offers: str = "") -> object:
    """Return an argument with its words in the help, and what Tab offers for it."""
    return Argument(metavar=metavar, help=words, autocompletion=_completion(offers))


def path_argument(metavar: str, words: str) -> object:
    """Return an argument that is a path, as `argument` does."""
    return Argument(metavar=metavar, help=words, parser=path)


def value_option(
    metavar: str, words: str, offers: str = "", name: str = "", group: str = ""
) -> object:
    """Return an option that takes a value, as `argument` does; Typer names it without a name."""
    return Option(
        *filter(None, [name]),
        metavar=metavar,
        help=words,
        autocompletion=_completion(offers),
        rich_help_panel=group or None,
    )


def path_option(metavar: str, words: str, name: str, group: str = "") -> object:
    """Return an option that takes a path, as `value_option` does."""
    return Option(name, metavar=metavar, help=words, parser=path, rich_help_panel=group or None)


def _completion(offers: str) -> Callable[[Context], list[tuple[str, str]]] | None:
    """A function of cli/completion/names.py ("regions"), or of one beside it ("choices:sides").

    It is loaded for Tab only.
    """

    def complete(context: Context) -> list[tuple[str, str]]:
        module, _, function = offers.rpartition(":")
        names = import_module(f"presspoint.cli.completion.{module or 'names'}")
        found: list[tuple[str, str]] = getattr(names, function)(context)
        return found

    return complete if offers else None


def path(typed: str) -> Path:
    """Return the path that was typed. Raises ValueError for none: "" would be the folder here."""
    if not typed.strip():
        raise ValueError
    return Path(typed)


def flag(name: str, words: str, group: str = "") -> object:
    """Return an option without a value, with its words in the help."""
    return Option(name, help=words, rich_help_panel=group or None)


Json = Annotated[bool, flag("--json", "Print one JSON document and nothing else.")]

# Which points or routines are listed.
Region = Annotated[
    str | None,
    value_option("REGION", "Only this part of the body, such as hand.", "regions"),
]
Complaint = Annotated[
    str | None,
    value_option(
        "COMPLAINT",
        "Only those for this, such as headache.",
        "complaints",
        name="--for",
        group=LISTED,
    ),
]
Reach = Annotated[
    str | None,
    value_option("REACH", "Only those within reach: self, tool or helper.", "reaches"),
]
Tool = Annotated[
    str | None,
    value_option("TOOL", "Only those pressed with this, such as a ball.", "tools"),
]
Position = Annotated[
    str | None,
    value_option("POSITION", "Only in this position, such as seated.", "positions", group=LISTED),
]
Minutes = Annotated[
    int | None,
    Option(
        "--minutes",
        metavar="N",
        min=1,
        help="Only those of so many minutes or less.",
        rich_help_panel=LISTED,
    ),
]
Search = Annotated[str | None, value_option("WORDS", "Only those with these words in their texts.")]
Every = Annotated[bool, flag("--all", "Also those that presspoint does not guide you to.")]

# What is chosen of a routine, and what limits the person.
Pain = Annotated[
    str | None,
    value_option("WHERE", "Where the pain travels: none, leg or hip.", "pains", group=ABOUT_YOU),
]
UpperBack = Annotated[
    bool, flag("--upper-back", "Your upper back is sore too: one more place.", ABOUT_YOU)
]
Side = Annotated[
    str | None,
    value_option("SIDE", "Only this side: left or right.", "choices:sides", "--side", MANNER),
]
Helper = Annotated[bool, flag("--helper", "Somebody presses your back for you.", MANNER)]
WarmUp = Annotated[
    str | None,
    value_option(
        "HOW",
        "Warm up lying (tilt) or on hands and knees (cat-cow).",
        "choices:warm_ups",
        group=MANNER,
    ),
]
Pregnant = Annotated[bool, flag("--pregnant", "You are pregnant, or trying for a baby.", ABOUT_YOU)]
RedFlags = Annotated[
    list[str] | None,
    value_option(
        "NAME",
        "A warning sign that you have now, by its name.",
        "signs",
        name="--red-flag",
        group=ABOUT_YOU,
    ),
]
Conditions = Annotated[
    list[str] | None,
    value_option(
        "NAME[=WHERE]",
        "A condition; names: presspoint conditions.",
        "conditions",
        name="--condition",
        group=ABOUT_YOU,
    ),
]
ProviderAgreed = Annotated[
    bool,
    flag("--provider-agreed", "A clinician knows your conditions, and agrees.", ABOUT_YOU),
]
AgainToday = Annotated[
    bool,
    flag("--again-today", "One session more than a place's daily limit.", ABOUT_YOU),
]
Pace = Annotated[
    str | None,
    value_option("PACE", "Time to move: slow, normal or brisk.", "choices:paces", group=MANNER),
]
WithoutOwnFiles = Annotated[
    bool, flag("--without-own-files", "Go on without your own files.", MANNER)
]
Sources = Annotated[bool, flag("--sources", "Also show what it rests on, and the sources.")]


def _refuse_unknown_form(typed: str | None) -> str | None:
    """What was typed of how places are drawn. Raises UsageError, whether any is drawn or not."""
    if typed is not None:
        from presspoint.run.arguments.settings import match_value  # for what is typed only

        match_value("picture", typed, "--picture")
    return typed


Drawn = Annotated[
    str | None,
    Option(
        "--picture",
        metavar="HOW",
        help="How places are drawn: on, letters or off.",
        autocompletion=_completion("choices:drawn"),
        callback=_refuse_unknown_form,
    ),
]
DrawnInSession = Annotated[
    str | None,
    value_option(
        "HOW",
        "How places are drawn: on, letters or off.",
        "choices:drawn",
        name="--picture",
        group=MANNER,
    ),
]

Svg = Annotated[Path | None, path_option("FILE", "Write the drawing into a new SVG file.", "--svg")]

# How it is played.
Yes = Annotated[bool, flag("--yes", "Start at once: no warning sign, nothing of today.", MANNER)]
Plain = Annotated[bool, flag("--plain", "Print a line for each event; redraw nothing.", MANNER)]
Wait = Annotated[bool, flag("--wait", "Each hold waits for a key, or for presspoint ctl.", MANNER)]
Resume = Annotated[bool, flag("--resume", "Go on with an interrupted session.", MANNER)]
Mute = Annotated[bool, flag("--mute", "Silent this time. m turns the sound on.", MANNER)]
Breath = Annotated[bool, flag("--breath", "A soft tone guides your breath in holds.", MANNER)]
