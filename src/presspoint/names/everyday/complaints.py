"""The complaint, or the part of the body, that everyday words lead to."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presspoint.catalogue.everyday_words import EverydayWords, everyday_words
from presspoint.catalogue.routines import is_painless
from presspoint.catalogue.tables import Catalogue
from presspoint.names.conditions import read_condition
from presspoint.names.everyday.core_words import core_of, has_ache, without_fillers, words_of
from presspoint.names.likeness import LONGEST_NAME, MOST_NAMES, nearest
from presspoint.names.spelling import key


class ComplaintReading(NamedTuple):
    """Where words lead: to a complaint, or to regions; else to `advice`, or nowhere.

    They are a name of just that if `is_own`; else presspoint has nothing for the words themselves,
    and this is the nearest. `is_exact` if they stand word for word in a table. They may be those of
    a condition to `check` first.
    """

    complaint: str = ""
    regions: tuple[str, ...] = ()
    advice: str = ""
    check: str = ""
    is_own: bool = False
    is_exact: bool = False

    @property
    def leads(self) -> bool:
        """Whether there is a complaint or a region to list something for."""
        return bool(self.complaint or self.regions)


NOTHING = ComplaintReading()
Readings = dict[str, ComplaintReading]


def regions_named(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return the regions of a part of the body, with words for pain beside it or without."""
    words = words_of(typed)
    wanted = {key(typed), *_name_keys(typed), *_keys(core_of(words))}
    for kind in ("regions", "parts"):
        for name, spellings in catalogue.spellings(kind):
            if wanted & {each for spelling in spellings for each in _name_keys(spelling)}:
                return catalogue.regions_of_part(name) if kind == "parts" else (name,)
    return ()


def read_complaint(catalogue: Catalogue, names: Catalogue, typed: str) -> ComplaintReading:
    """Return where words lead: the words as they are first, then what is at their core.

    "My lower back hurts" is lower back pain: only its core, the lower back, says what it is.
    """
    if len(typed) > LONGEST_NAME:
        return NOTHING
    words = words_of(typed)
    whole, cores = _readings(catalogue, names)
    if reading := _find(whole, words):
        return reading._replace(is_exact=True)
    for few in (without_fillers(words), core_of(words)):
        if reading := _find(whole, few):
            return reading
    for condition in read_condition(names, typed).conditions:
        if reading := whole.get(_condition_key(condition)):
            return reading
    if regions := regions_named(catalogue, typed):
        return ComplaintReading(regions=regions, is_own=not has_ache(words))
    return _find(cores, core_of(words)) or NOTHING


def alike(catalogue: Catalogue, names: Catalogue, typed: str) -> tuple[str, ...]:
    """Return up to three names that lead somewhere and that `typed` is but for a slip.

    Else those within a text about pain: "neck pain in the morning" has "neck pain".
    """
    every = tuple(_every_name(catalogue, names))
    leading = [name for name, reading in every if reading.leads]
    slips = {key(each): each for each in leading}
    words = words_of(typed)
    for few in (typed, " ".join(without_fillers(words)), " ".join(core_of(words))):
        if key(few) and (found := nearest(few, slips)):
            return found
    if not has_ache(words):
        return ()
    painful = [name for name, reading in every if not is_painless(catalogue, reading.complaint)]
    return _contained(painful, words)


def _contained(leading: list[str], words: tuple[str, ...]) -> tuple[str, ...]:
    """Up to three of the names whose words all are among these, none within another."""
    sets = {name: set(words_of(name)) for name in leading if core_of(words_of(name))}
    within = {name: each for name, each in sets.items() if each <= set(words)}
    longest = [name for name in within if not any(within[name] < each for each in within.values())]
    return tuple(longest[:MOST_NAMES])


@lru_cache(maxsize=1)  # asked more than once in a run
def _readings(catalogue: Catalogue, names: Catalogue) -> tuple[Readings, Readings]:
    """What every name and condition means, and what every core of a name; the first counts."""
    whole: Readings = {}
    cores: Readings = {}
    for spelling, reading in _every_name(catalogue, names):
        for each in _name_keys(spelling):
            whole.setdefault(each, reading)
        for each in _keys(core_of(words_of(spelling))):
            cores.setdefault(each, reading)
    for entry in everyday_words(names):
        whole |= {_condition_key(each): _reading(entry) for each in entry.conditions}
    return whole, cores


def _every_name(catalogue: Catalogue, names: Catalogue) -> Iterator[tuple[str, ComplaintReading]]:
    for name, spellings in catalogue.spellings("complaints"):
        for spelling in spellings:
            yield spelling, ComplaintReading(complaint=name, is_own=True)
    for entry in everyday_words(names):
        for spelling in entry.words:
            yield spelling, _reading(entry)


def _reading(entry: EverydayWords) -> ComplaintReading:
    complaint, is_own = entry.complaint or entry.near, bool(entry.complaint)
    return ComplaintReading(complaint, entry.regions, entry.advice, entry.check, is_own)


def _find(readings: Readings, words: tuple[str, ...]) -> ComplaintReading | None:
    return next((readings[each] for each in _keys(words) if each in readings), None)


def _name_keys(spelling: str) -> tuple[str, ...]:
    words = words_of(spelling)
    return (*_keys(words), *_keys(without_fillers(words)))


def _keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words in an order of their own, and run together as people type them."""
    return (" ".join(sorted(words)), "".join(words)) if words else ()


def _condition_key(condition: str) -> str:
    return f"={condition}"  # which no typed words become
