"""The names that Tab offers for a value, each with its title; all of them, whatever is typed."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from typer import Context

from presspoint.storage.catalogue_file import completion_tables

Offers = list[tuple[str, str]]
Completion = Callable[[Context], Offers]
REACHES = {"self": "within your own reach", "tool": "with a tool", "helper": "with a helper"}


def offer_titles(titles: Mapping[str, str]) -> Completion:
    """Return a function that offers the names of a table, with their titles."""

    def offer(context: Context) -> Offers:  # noqa: ARG001  # every completion takes it
        return list(titles.items())

    return offer


def offer_names(names: Iterable[str]) -> Completion:
    """Return a function that offers names that say enough by themselves."""
    return offer_titles(dict.fromkeys(names, ""))


def offer_table(kind: str) -> Completion:
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
    """Return the codes of the places, of those to be guided to before a letter is typed.

    Where no code begins like what is typed, the Chinese names: li is LI4, he is Hegu.
    """
    table = completion_tables()["points"]
    titles = {code: title(entry) for code, entry in table.items()}
    if not context.obj:
        return [(code, words) for code, words in titles.items() if "find" in table[code]]
    if any(code.casefold().startswith(context.obj.casefold()) for code in titles):
        return list(titles.items())
    return [(str(table[code].get("pinyin", "")), f"{code} {titles[code]}") for code in table]


def courses(context: Context) -> Offers:
    """Return the names of the courses, and of the routines that can be one."""
    return [*offer_table("courses")(context), *offer_table("routines")(context)]


def pains(context: Context) -> Offers:  # noqa: ARG001  # as above
    """Return where pain may travel."""
    return list(completion_tables()["choices"]["pain"]["values"].items())


regions, complaints = offer_table("regions"), offer_table("complaints")
tools, positions = offer_table("tools"), offer_table("positions")
situations = offer_table("situations")
conditions, signs = offer_table("conditions"), offer_table("red_flags")
routines, reaches = offer_table("routines"), offer_titles(REACHES)
