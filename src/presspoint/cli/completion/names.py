"""The names that Tab offers for a value, each with its title; all of them, whatever is typed."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from typer import Context

from presspoint.safety.answers import SIDES
from presspoint.session.actions import REMOTE_ACTIONS, REMOTE_ANSWERS
from presspoint.settings import LANGUAGES, NONE, VALUES, may_be_none
from presspoint.storage.catalogue_file import completion_tables, load_for_looking_up
from presspoint.storage.profile_file import read_profile

Offers = list[tuple[str, str]]
Completion = Callable[[Context], Offers]
REACHES = {"self": "within your own reach", "tool": "with a tool", "helper": "with a helper"}


def fixed(titles: Mapping[str, str]) -> Completion:
    """Return a function that offers the names of a table, with their titles."""

    def offer(context: Context) -> Offers:  # noqa: ARG001  # every completion takes it
        return list(titles.items())

    return offer


def listed(each_name: Iterable[str]) -> Completion:
    """Return a function that offers names that say enough by themselves."""
    return fixed(dict.fromkeys(each_name, ""))


def in_table(kind: str) -> Completion:
    """Return a function that offers the names of a table of the catalogue, read when it is called.

    What nobody types is left out: a condition that only a sign leads to.
    """

    def offer(context: Context) -> Offers:  # noqa: ARG001  # as above
        table = completion_tables()[kind]
        typed = ((name, entry) for name, entry in table.items() if not entry.get("from_sign"))
        return [(name, title(entry)) for name, entry in typed]

    return offer


def title(entry: Mapping[str, Any]) -> str:
    """Return the few words that an entry of the catalogue has for itself."""
    return str(entry.get("title") or entry.get("name") or "")


def points(context: Context) -> Offers:
    """Return the codes of the places, and their Chinese names; those to be guided to at first."""
    table = completion_tables()["points"]
    titles = {code: title(entry) for code, entry in table.items()}
    if not context.obj:  # nothing is typed yet
        return [(code, words) for code, words in titles.items() if "find" in table[code]]
    named = ((str(table[code].get("pinyin", "")), f"{code} {titles[code]}") for code in table)
    return [*titles.items(), *named]


def pains(context: Context) -> Offers:  # noqa: ARG001  # as above
    """Return where pain may travel."""
    return list(completion_tables()["choices"]["pain"]["values"].items())


def saved(context: Context) -> Offers:  # noqa: ARG001  # as above
    """Return what the profile has that can be removed. Raises PresspointError."""
    catalogue = load_for_looking_up().catalogue
    profile = read_profile(catalogue)
    if profile is None:
        return []
    answers = ((each.name, catalogue.title("conditions", each.name)) for each in profile.conditions)
    return [*answers, *((each.code, f"rests until {each.until}") for each in profile.rests)]


def values(context: Context) -> Offers:
    """Return the values of the setting that was typed before, and what each of them means."""
    name = context.params.get("setting") or ""
    none = [(NONE, "not set")] if name in VALUES and may_be_none(name) else []
    return [*VALUES.get(name, {}).items(), *none]


def help_words(context: Context) -> Offers:
    """Return the commands, or those under the one that was typed before."""
    from presspoint.cli.app import COMMANDS, load_command  # for one command only

    words = [*(context.params.get("words") or ())]
    if not words:
        return [(name, command.help) for name, command in COMMANDS.items()]
    below = getattr(load_command(words[0]).commands[words[0]], "commands", {})
    return [(name, "") for name in below] if words[1:] == [] else []


regions, complaints = in_table("regions"), in_table("complaints")
tools, positions = in_table("tools"), in_table("positions")
conditions, signs = in_table("conditions"), in_table("red_flags")
routines, reaches = in_table("routines"), fixed(REACHES)
languages, paces = fixed(LANGUAGES), fixed(VALUES["pace"])
settings, sides = listed(VALUES), listed(SIDES)
actions, feelings = listed(REMOTE_ACTIONS), listed(REMOTE_ANSWERS)
