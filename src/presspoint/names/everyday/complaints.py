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
    wanted = {*_keys(typed), "".join(core_of(words_of(typed)))} - {""}
    for kind in ("regions", "parts"):
        for name, spellings in catalogue.spellings(kind):
            if wanted & {each for spelling in spellings for each in _keys(spelling)}:
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
    if reading := whole.get("".join(words)):
        return reading._replace(is_exact=True)
    for few in (without_fillers(words), core_of(words)):
        if reading := whole.get("".join(few)):
            return reading
    for condition in read_condition(names, typed).conditions:
        if reading := whole.get(_condition_key(condition)):
            return reading
    if regions := regions_named(catalogue, typed):
        return ComplaintReading(regions=regions, is_own=not has_ache(words))
    return cores.get("".join(core_of(words)), NOTHING)


def alike(catalogue: Catalogue, names: Catalogue, typed: str) -> tuple[str, ...]:
    """Return up to three names that lead somewhere and that `typed` is but for a slip."""
    slips = {key(each): each for each, reading in _every_name(catalogue, names) if reading.leads}
    words = words_of(typed)
    texts = (typed, " ".join(without_fillers(words)), " ".join(core_of(words)))
    found = (nearest(each, slips) for each in texts if key(each))
    return next(filter(None, found), ())


def within(catalogue: Catalogue, names: Catalogue, typed: str) -> tuple[str, ...]:
    """Return up to three names of pains that stand in a text, none within another.

    "Neck pain in the morning" has "neck pain".
    """
    words = set(words_of(typed))
    found: dict[ComplaintReading, str] = {}
    for name, reading in sorted(_every_name(catalogue, names), key=lambda each: -len(each[0])):
        own = words_of(name)
        is_pain = reading.leads and not is_painless(catalogue, reading.complaint)
        if is_pain and core_of(own) and words.issuperset(own):
            found.setdefault(reading, name)
            words -= set(core_of(own))
    return tuple(found.values())[:MOST_NAMES]


@lru_cache(maxsize=1)  # asked more than once in a run
def _readings(catalogue: Catalogue, names: Catalogue) -> tuple[Readings, Readings]:
    """What every name and condition means, and what every core of a name; the first counts."""
    whole: Readings = {}
    cores: Readings = {}
    for spelling, reading in _every_name(catalogue, names):
        for each in _keys(spelling):
            whole.setdefault(each, reading)
        cores.setdefault("".join(core_of(words_of(spelling))), reading)
    cores.pop("", None)
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


def _keys(spelling: str) -> tuple[str, ...]:
    """A name as it is and without its fillers, both run together as people type it."""
    words = words_of(spelling)
    return tuple(filter(None, ("".join(words), "".join(without_fillers(words)))))


def _condition_key(condition: str) -> str:
    return f"={condition}"  # which no typed words become
