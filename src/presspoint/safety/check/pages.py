"""The pages of the check: each warning sign and condition once, then where a condition is."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from presspoint.catalogue.conditions import condition, lasting_conditions
from presspoint.catalogue.safety_warnings import Level, advice, onset, red_flags
from presspoint.catalogue.tables import Catalogue


class PageKind(StrEnum):
    """What a page of the check asks for."""

    OPENING = "opening"
    EMERGENCY = "emergency"
    SAME_DAY = "same-day"
    SOON = "soon"
    CONDITION = "condition"
    SIDE = "side"
    PLACE = "place"

    @property
    def is_sign(self) -> bool:
        """Whether it asks for warning signs; the kind is then named as their level."""
        return self in {PageKind.EMERGENCY, PageKind.SAME_DAY, PageKind.SOON}

    @property
    def yes(self) -> str:
        """What the number of an item says: "I have it"."""
        return YES.get(self, "I have it")


MOST = 9  # a page's items are answered by the keys 1 to 9
YES = {PageKind.CONDITION: "yes", PageKind.SIDE: "this side", PageKind.PLACE: "here"}
URGENT = {
    Level.EMERGENCY: "Emergency signs",
    Level.SAME_DAY: "Doctor today",
    Level.SOON: "Doctor soon",
}
CONDITIONS_HEADING = "Does any of this apply to you?"
SIDES = (("left", "left"), ("right", "right"), ("both", "both"))


class Page(NamedTuple):
    """A heading over items (id and words) that the keys 1 to 9 answer.

    A sign may have several items. A side or a place is asked `about` a condition. The items of a
    `full` page are questions.
    """

    kind: PageKind
    heading: str
    items: tuple[tuple[str, str], ...] = ()
    about: str = ""
    full: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the items, once each."""
        return tuple(dict.fromkeys(name for name, _ in self.items))


Fits = Callable[[Page], bool]


def sign_heading(level: Level) -> str:
    """Return the heading over the signs of a level, with since when they count."""
    return f"{URGENT[level]}. {onset(level)}:"


def sign_pages(catalogue: Catalogue, fits: Fits) -> Iterator[Page]:
    """Yield the warning signs, the emergencies first, then the advice. Raises CatalogueError."""
    flags = red_flags(catalogue)
    for level in URGENT:
        entries = [(name, flag.items) for name, flag in flags if flag.level is level]
        if level is Level.SOON:
            entries += [(name, entry.items) for name, entry in advice(catalogue)]
        items = tuple((name, words) for name, lines in entries for words in lines)
        yield from spread(Page(PageKind(level), sign_heading(level), items), fits)


def condition_pages(catalogue: Catalogue, fits: Fits, *, full: bool = False) -> Iterator[Page]:
    """Yield the lasting conditions in brief, or as full questions. Raises CatalogueError."""
    lasting = lasting_conditions(catalogue).items()
    items = tuple((name, each.question if full else each.brief) for name, each in lasting)
    yield from spread(Page(PageKind.CONDITION, CONDITIONS_HEADING, items, full=full), fits)


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
            pages.append(page._replace(items=(item,)))
        else:
            pages[-1] = fuller
    return tuple(pages)
