"""The names that Tab offers for a value, each with its title; all of them, whatever is typed."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from typer import Context

from presspoint.storage.catalogue_file import completion_tables

Offers = list[tuple[str, str]]
Completion = Callable[[Context], Offers]
TITLES = ("title", "name")
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
        return [(name, title(entry)) for name, entry in table.items() if not entry.get("from_sign")]

    return offer


def title(entry: Mapping[str, Any]) -> str:
    """Return the few words that an entry of the catalogue has for itself."""
    return next((str(entry[each]) for each in TITLES if each in entry), "")


def points(context: Context) -> Offers:
    """Return the codes of the places, and their Chinese names; those to be guided to at first."""
    table = completion_tables()["points"]
    codes = [(code, title(entry)) for code, entry in table.items()]
    if not context.obj:  # nothing is typed yet
        return [(code, words) for code, words in codes if "find" in table[code]]
    return [
        *codes,
        *((str(table[code].get("pinyin", "")), f"{code} {words}") for code, words in codes),
    ]


def pains(context: Context) -> Offers:  # noqa: ARG001  # as above
    """Return where pain may travel."""
    return list(completion_tables()["choices"]["pain"]["values"].items())


def languages(context: Context) -> Offers:  # noqa: ARG001  # as above
    """Return the languages that codes are read in."""
    from presspoint.settings import LANGUAGES  # not on the way of a look-up

    return list(LANGUAGES.items())


def paces(context: Context) -> Offers:  # noqa: ARG001  # as above
    """Return the paces of a session."""
    from presspoint.settings import VALUES  # as above

    return list(VALUES["pace"].items())


def saved(context: Context) -> Offers:  # noqa: ARG001  # as above
    """Return what the profile has that can be removed. Raises PresspointError."""
    from presspoint.storage.catalogue_file import load_for_looking_up  # as above
    from presspoint.storage.profile_file import read_profile

    catalogue = load_for_looking_up().catalogue
    profile = read_profile(catalogue)
    if profile is None:
        return []
    answers = [(each.name, catalogue.title("conditions", each.name)) for each in profile.conditions]
    return [*answers, *((each.code, f"rests until {each.until}") for each in profile.rests)]


regions, complaints = in_table("regions"), in_table("complaints")
tools, positions = in_table("tools"), in_table("positions")
conditions, signs = in_table("conditions"), in_table("red_flags")
routines, reaches = in_table("routines"), fixed(REACHES)
