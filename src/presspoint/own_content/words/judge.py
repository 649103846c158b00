"""What the words of a person's own places and routines may not say: they are spoken like ours.

English words are judged; of other languages only what is written like an English one. The limits
on seconds, tools and positions hold whatever the words say.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from presspoint.catalogue.positions import tool
from presspoint.catalogue.tables import Catalogue, Table
from presspoint.faults import Fault, Path
from presspoint.named_tuple import NamedTuple
from presspoint.own_content.limits import region_limits
from presspoint.own_content.words.phrases import phrases
from presspoint.words import join_words

PLACE_TEXTS = ("name", "pinyin", "tones", "place", "find", "lost", "press")
ROUTINE_TEXTS = ("title", "summary", "again")
NEVER_SAID = ("striking", "force", "never")
AT_A_PLACE = (*NEVER_SAID, "counting")


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


class Subject(NamedTuple):
    """What a text is about: the regions of its places, and the tools that they are pressed with."""

    regions: frozenset[str] = frozenset()
    tools: frozenset[str] = frozenset()


@lru_cache
def word_rule(shipped: Catalogue, name: str) -> WordRule:
    """Return a rule on own words by its id. Raises CatalogueError."""
    return shipped.make(WordRule, "own_words", name)


def place_word_faults(shipped: Catalogue, entry: Table, path: Path) -> Iterator[Fault]:
    """Yield what the words of an own place may not say."""
    subject = Subject(frozenset({entry["region"]}), frozenset(entry["tools"]))
    yield from pressing_word_faults(shipped, entry, PLACE_TEXTS, subject, path)


def pressing_word_faults(
    shipped: Catalogue, entry: Table, fields: tuple[str, ...], subject: Subject, path: Path
) -> Iterator[Fault]:
    """Yield what words that lead to a place, or say how to press it, may not say."""
    for field in fields:
        faults = _field_faults(shipped, entry.get(field, ""), subject, (*path, field))
        first: dict[str, Fault] = {}
        for fault in faults:
            first.setdefault(fault.found, fault)
        yield from first.values()


def _field_faults(shipped: Catalogue, text: str, subject: Subject, path: Path) -> Iterator[Fault]:
    yield from _word_faults(shipped, text, AT_A_PLACE, path)
    if subject.regions:
        yield from _landmark_faults(shipped, text, subject.regions, path)
        yield from _part_faults(shipped, text, subject.regions, path)
    yield from _gear_faults(shipped, text, subject.tools, path)


def way_word_faults(
    shipped: Catalogue, way: Table, subject: Subject, path: Path
) -> Iterator[Fault]:
    """Yield what the words around a way may not say: its title, its setup, its movement."""
    for field in ("title", "setup", "text"):
        text, at = way.get(field, ""), (*path, field)
        yield from _word_faults(shipped, text, NEVER_SAID, at)
        yield from _gear_faults(shipped, text, subject.tools, at)
    yield from _word_faults(shipped, way.get("text", ""), ("pressing",), (*path, "text"))
    if subject.regions:
        setup = way.get("setup", "")
        yield from _landmark_faults(shipped, setup, subject.regions, (*path, "setup"))


def routine_word_faults(shipped: Catalogue, entry: Table, path: Path) -> Iterator[Fault]:
    """Yield what the words about a whole routine may not say."""
    for field in ROUTINE_TEXTS:
        text = entry.get(field, "")
        yield from _word_faults(shipped, text, ("striking", "force"), (*path, field))


def caution_word_faults(shipped: Catalogue, entry: Table, path: Path) -> Iterator[Fault]:
    """Yield what an own caution may not advise; it may say what happened to a person."""
    happened = word_rule(shipped, "cautions").allowed
    text = entry.get("text", "")
    yield from _word_faults(shipped, text, ("striking",), (*path, "text"), happened)


def _word_faults(
    shipped: Catalogue,
    text: str,
    names: tuple[str, ...],
    path: Path,
    more_allowed: tuple[str, ...] = (),
) -> Iterator[Fault]:
    for name in names:
        rule = word_rule(shipped, name)
        yield from _faults(rule, text, path, more_allowed=more_allowed)


def _landmark_faults(
    shipped: Catalogue, text: str, regions: frozenset[str], path: Path
) -> Iterator[Fault]:
    """The landmarks of other regions, and those of this region that the words lead onto."""
    for rule in _landmarks(shipped):
        if set(rule.regions).isdisjoint(regions):
            elsewhere = rule._replace(wanted=_own_part(shipped, regions))
            yield from _faults(elsewhere, text, path)
        else:
            found = phrases(rule.words).matches(text, phrases(rule.allowed))
            said = [words for words, before in found if not _leads_away(shipped, before)]
            yield from (Fault(path, f'"{words}"', rule.wanted) for words in dict.fromkeys(said))


def _leads_away(shipped: Catalogue, before: str) -> bool:
    """Whether the words before a landmark, in its clause, lead away from it or say never."""
    away, onto = (phrases(word_rule(shipped, name).words) for name in ("away", "onto"))
    last_away, last_onto = (
        max((match.start() for match in each.pattern.finditer(before)), default=-1)
        for each in (away, onto)
    )
    return last_away > last_onto or bool(onto.negated.search(before[:last_onto]))


def _part_faults(
    shipped: Catalogue, text: str, regions: frozenset[str], path: Path
) -> Iterator[Fault]:
    """The names of parts of the body that are neither the place's own nor next to it."""
    allowed = word_rule(shipped, "parts").allowed
    longer = tuple(each for each in allowed if " " in each)  # "back" is in "lower back" too
    rule = WordRule(_own_part(shipped, regions), _far_words(shipped, regions), longer)
    yield from _faults(rule, text, path)


def _gear_faults(
    shipped: Catalogue, text: str, tools: frozenset[str], path: Path
) -> Iterator[Fault]:
    """The names of gear that is not among the tools."""
    rule = word_rule(shipped, "gear")
    wanted = f"{rule.wanted}: {', '.join(sorted(tools))}"
    yield from _faults(WordRule(wanted, _unused_gear(shipped, tools), rule.allowed), text, path)


@lru_cache
def _landmarks(shipped: Catalogue) -> tuple[WordRule, ...]:
    rules = (word_rule(shipped, name) for name in shipped.ids("own_words"))
    return tuple(each for each in rules if each.regions)


@lru_cache
def _far_words(shipped: Catalogue, regions: frozenset[str]) -> tuple[str, ...]:
    """The names of parts of the body that are none of these regions, nor next to one."""
    near = {*regions, *chain.from_iterable(region_limits(shipped, each).near for each in regions)}
    allowed = word_rule(shipped, "parts").allowed
    words = _words_of_regions(shipped).items()
    return tuple(each for each, meant in words if near.isdisjoint(meant) and each not in allowed)


@lru_cache
def _unused_gear(shipped: Catalogue, tools: frozenset[str]) -> tuple[str, ...]:
    """The names of the gear that presses, but for those of the tools and of the hands."""
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
def _own_part(shipped: Catalogue, regions: frozenset[str]) -> str:
    """What words may be about: "words about the lower leg and what lies next to it"."""
    names = tuple(shipped.region(each).title.lower() for each in sorted(regions))
    return f"words about the {join_words(names)} and what lies next to it"


def _faults(
    rule: WordRule, text: str, path: Path, *, more_allowed: tuple[str, ...] = ()
) -> Iterator[Fault]:
    allowed = phrases((*rule.allowed, *more_allowed))
    found = phrases(rule.words).matches(text, allowed, negatable=rule.negatable)
    for words in dict.fromkeys(words for words, _ in found):
        yield Fault(path, f'"{words}"', rule.wanted)
