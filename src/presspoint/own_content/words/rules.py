"""The words that a person's own texts may not say, by what a text is about."""

import re
from functools import lru_cache
from itertools import chain

from presspoint.catalogue.positions import tool
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.own_content.limits import region_limits
from presspoint.words import join_words


class WordRule(NamedTuple):
    """Words that may not be said, and what may stand there in their place.

    The phrases `allowed` do not count, nor a word right after "never" where it is `negatable`. A
    landmark may be named in its `regions`, where the words before it lead away from it.
    """

    wanted: str
    words: tuple[str, ...]
    allowed: tuple[str, ...] = ()
    negatable: bool = False
    regions: tuple[str, ...] = ()


@lru_cache
def word_rule(shipped: Catalogue, name: str) -> WordRule:
    """Return a rule on own words by its id. Raises CatalogueError."""
    return shipped.make(WordRule, "own_words", name)


@lru_cache
def landmarks(shipped: Catalogue) -> tuple[WordRule, ...]:
    """Return the rules on parts of the body that words may lead away from, never onto."""
    rules = (word_rule(shipped, name) for name in shipped.ids("own_words"))
    return tuple(each for each in rules if each.regions)


@lru_cache
def far_words(shipped: Catalogue, regions: frozenset[str]) -> tuple[str, ...]:
    """Return the names of parts of the body that are none of these regions, nor next to one."""
    near = {*regions, *chain.from_iterable(region_limits(shipped, each).near for each in regions)}
    allowed = word_rule(shipped, "parts").allowed
    words = _words_of_regions(shipped).items()
    return tuple(each for each, meant in words if near.isdisjoint(meant) and each not in allowed)


@lru_cache
def gear_to_leave_out(shipped: Catalogue, tools: frozenset[str]) -> tuple[str, ...]:
    """Return the names of the gear that presses, but for those of the tools and of the hands."""
    used = set(word_rule(shipped, "gear").allowed)
    unused: set[str] = set()
    for name, spellings in shipped.spellings("tools"):
        each = tool(shipped, name)
        if not each.furniture:
            group = unused if each.gear and name not in tools else used
            group.update(spelling.replace("-", " ") for spelling in spellings)
    return tuple(sorted(unused - used))


@lru_cache
def _words_of_regions(shipped: Catalogue) -> dict[str, set[str]]:
    """Every name of a part of the body, with the regions that it may mean."""
    words: dict[str, set[str]] = {}
    for kind in ("regions", "parts"):
        for name, spellings in shipped.spellings(kind):
            for each in spellings:
                word = re.sub("[^a-z]+", " ", each.casefold())
                words.setdefault(word, set()).update(shipped.regions_of_part(name))
    for region in shipped.ids("regions"):
        for word in region_limits(shipped, region).words:
            words.setdefault(word, set()).add(region)
    return words


@lru_cache
def own_part(shipped: Catalogue, regions: frozenset[str]) -> str:
    """Return what words may be about: "words about the lower leg and what lies next to it"."""
    names = tuple(shipped.region(each).title.lower() for each in sorted(regions))
    return f"words about the {join_words(names)} and what lies next to it"
