"""The pages of the check: each warning sign and condition once, then where a condition is."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from presspoint.catalogue.conditions import condition, condition_groups, lasting_conditions
from presspoint.catalogue.safety_warnings import (
    SINCE_THE_PAIN,
    Level,
    advice,
    onset,
    red_flags,
)
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple


class PageKind(StrEnum):
    """What a page of the check asks for."""

    SIGN = "sign"
    CONDITION = "condition"
    SIDE = "side"
    PLACE = "place"

    @property
    def yes(self) -> str:
        """What the number of an item says: "yes"."""
        return YES.get(self, "yes")

    @property
    def has_full_words(self) -> bool:
        """Whether its items are short, and there are words in full."""
        return self in {PageKind.SIGN, PageKind.CONDITION}

    @property
    def is_on_body(self) -> bool:
        """Whether its items are parts or sides of the body, which can be drawn."""
        return self in {PageKind.SIDE, PageKind.PLACE}


MOST = 9  # a page's items are answered by the keys 1 to 9
YES = {PageKind.SIDE: "this side", PageKind.PLACE: "here"}
URGENT = {
    Level.EMERGENCY: "Emergency signs",
    Level.SAME_DAY: "Doctor today",
    Level.SOON: "Doctor soon",
}
CONDITIONS_HEADING = "Any of these?"
SIDES = (("left", "left"), ("right", "right"), ("both", "both"))


class Page(NamedTuple):
    """A heading over items (id and words) that the keys 1 to 9 answer.

    A line of conditions is one of them, or a group. A side or a place is asked `about` a condition.
    The items of a `full` page are in full words. `tells_keys` is false where an earlier page has
    them: it says only how to go on.
    """

    kind: PageKind
    heading: str
    items: tuple[tuple[str, str], ...] = ()
    about: str = ""
    full: bool = False
    tells_keys: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the items."""
        return tuple(name for name, _ in self.items)


Fits = Callable[[Page], bool]


def sign_heading(level: Level) -> str:
    """Return the heading over the signs of a level, with since when they count."""
    return f"{URGENT[level]}. {onset(level)}:"


def sign_pages(catalogue: Catalogue, fits: Fits, *, full: bool = False) -> Iterator[Page]:
    """Yield the warning signs, the emergencies first, then the advice. Raises CatalogueError."""
    items: dict[str, list[tuple[str, str]]] = {}
    for name, flag in red_flags(catalogue):
        items.setdefault(onset(flag.level), []).append((name, flag.full if full else flag.short))
    items[SINCE_THE_PAIN] += [
        (name, entry.full if full else entry.short) for name, entry in advice(catalogue)
    ]
    for number, (since, signs) in enumerate(items.items()):
        page = Page(PageKind.SIGN, f"{since}:", tuple(signs), "", full, full or not number)
        yield from spread(page, fits)


def condition_pages(catalogue: Catalogue, fits: Fits, *, full: bool = False) -> Iterator[Page]:
    """Yield the lasting conditions in groups, or all as full questions. Raises CatalogueError."""
    lasting = lasting_conditions(catalogue).items()
    lines = {name: each.question if full else each.brief for name, each in lasting}
    items = tuple((lines if full else _group(catalogue, lines)).items())
    yield from spread(Page(PageKind.CONDITION, CONDITIONS_HEADING, items, "", full, full), fits)


def _group(catalogue: Catalogue, lines: dict[str, str]) -> dict[str, str]:
    """The lines of conditions, with that of a group in the place of its first member."""
    groups = condition_groups(catalogue)
    group_of = {name: each for each, group in groups.items() for name in group.members}
    names = dict.fromkeys(group_of.get(name, name) for name in lines)
    return {name: groups[name].brief if name in groups else lines[name] for name in names}


def which_pages(catalogue: Catalogue, fits: Fits, name: str) -> Iterator[Page]:
    """Yield the members of a group that was marked, in brief. Raises CatalogueError."""
    group = condition_groups(catalogue)[name]
    items = tuple((each, condition(catalogue, each).brief) for each in group.members)
    yield from spread(
        Page(PageKind.CONDITION, f"{group.title}. Which?", items, tells_keys=False), fits
    )


def where_pages(catalogue: Catalogue, fits: Fits, name: str) -> Iterator[Page]:
    """Yield the pages about a condition that applies: its side, or its places, or none."""
    rule = condition(catalogue, name)
    if rule.sided:
        yield Page(PageKind.SIDE, f"{rule.title}. Which side?", SIDES, name)
    elif rule.local:
        parts = tuple(catalogue.parts_to_ask())
        yield from spread(Page(PageKind.PLACE, f"{rule.title}. Where?", parts, name), fits)


def spread(page: Page, fits: Fits) -> tuple[Page, ...]:
    """Return the page as pages that fit and are as full as can be; one item always fits."""
    pages = [page._replace(items=())]
    for item in page.items:
        fuller = pages[-1]._replace(items=(*pages[-1].items, item))
        if pages[-1].items and not (len(fuller.items) <= MOST and fits(fuller)):
            keys = page.tells_keys and (page.full or not page.kind.has_full_words)
            pages.append(page._replace(items=(item,), tells_keys=keys))
        else:
            pages[-1] = fuller
    return tuple(pages)
