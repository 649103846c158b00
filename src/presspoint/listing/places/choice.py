"""What comes nearest where no place is like what was asked for."""

from collections.abc import Callable, Iterator, Mapping

from presspoint.catalogue.selection import PlaceFilter, select_places
from presspoint.catalogue.tables import Catalogue
from presspoint.words import join_words, quantity

# What is given up first; whatever is asked for beside it stays.
WITHOUT: Mapping[str, Callable[[PlaceFilter], PlaceFilter]] = {
    "--position": lambda like: like._replace(positions=None),
    "--tool": lambda like: like._replace(tools=None),
    "--reach": lambda like: like._replace(reach=None),
    "--search": lambda like: like._replace(words=None),
    "--region": lambda like: like._replace(regions=None),
    "--for": lambda like: like._replace(complaint=None),
}
LEAVE_OUT = "Leave an option out."


def nothing_fits(
    catalogue: Catalogue,
    like: PlaceFilter,
    beside: tuple[str, ...] = (),
    *,
    takes_all: bool = True,
) -> str:
    """Return that no place is like that, and the nearest there is.

    `beside` are regions next to the one that was asked for; without more than that, they are it.
    A command that does not take --all never says so.
    """
    asked = {name: without(like) for name, without in WITHOUT.items() if without(like) != like}
    hints = (
        *(_beside(catalogue, like, beside) if tuple(asked) == ("--region",) else ()),
        *(_without_one(catalogue, asked) if len(asked) > 1 else ()),
        *(_to_look_up(catalogue, like) if takes_all else ()),
    )
    return " ".join(("There is no place like that to press.", *(hints or (LEAVE_OUT,))))


def _beside(catalogue: Catalogue, like: PlaceFilter, beside: tuple[str, ...]) -> Iterator[str]:
    """Where the nearest places are, and what to type for them."""
    alone = {each: like._replace(regions=frozenset({each})) for each in beside}
    if near := tuple(each for each in beside if select_places(catalogue, alone[each])):
        where = join_words(catalogue.titles("regions", near), "or").lower()
        yield f'The nearest are at the {where}: type "presspoint points --region {near[0]}".'


def _without_one(catalogue: Catalogue, asked: Mapping[str, PlaceFilter]) -> Iterator[str]:
    """How many places there are without one of the options, the first that helps."""
    for option, rest in asked.items():
        if found := len(select_places(catalogue, rest)):
            yield f"Without {option} there {'is one' if found == 1 else f'are {found}'}."
            return


def _to_look_up(catalogue: Catalogue, like: PlaceFilter) -> Iterator[str]:
    found = 0 if like.every else len(select_places(catalogue, like._replace(every=True)))
    if found:
        yield f"Add --all to look up {quantity(found, 'place')}."
