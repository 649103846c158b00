"""The complaint, or the part of the body, that everyday words lead to."""

import re
from functools import lru_cache

from presspoint.catalogue.names.everyday import everyday_words
from presspoint.catalogue.routines import has_meaning_by_occasion
from presspoint.catalogue.tables import Catalogue
from presspoint.names.conditions import read_condition
from presspoint.names.everyday.core_words import (
    core_of,
    has_ache,
    without_fillers,
    without_occasion,
    words_of,
)
from presspoint.names.everyday.names import NOTHING, ComplaintReading, every_name, reading_of
from presspoint.names.likeness import LONGEST_NAME

Readings = dict[str, ComplaintReading]
SEVERAL = re.compile(r"\s*[,/&+]\s*|\s+(?:and|or)\s+", re.IGNORECASE)


def regions_named(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return the regions of a part of the body, with words for pain beside it or without."""
    words = words_of(typed)
    wanted = {*_keys(words), "".join(core_of(words))} - {""}
    for kind in ("regions", "parts"):
        for name, spellings in catalogue.spellings(kind):
            if wanted & {each for spelling in spellings for each in _keys(words_of(spelling))}:
                return catalogue.regions_of_part(name) if kind == "parts" else (name,)
    return ()


def regions_of_each(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return the regions of several parts of the body ("hands and wrists"), if each is one."""
    if len(typed) > LONGEST_NAME:
        return ()
    each = [regions_named(catalogue, part) for part in SEVERAL.split(typed)]
    return tuple(region for regions in each for region in regions) if all(each) else ()


def read_complaint(catalogue: Catalogue, names: Catalogue, typed: str) -> ComplaintReading:
    """Return where words lead: the words as they are first, then what is at their core.

    "My lower back hurts" is lower back pain: only its core, the lower back, says what it is. When
    it does so ("when sitting") says nothing either, unless these words are all there is, or it may
    be a sign by that.
    """
    if len(typed) > LONGEST_NAME:
        return NOTHING
    words = words_of(typed)
    if reading := _readings(catalogue, names)[0].get("".join(words)):
        return reading._replace(is_exact=True)
    few = without_occasion(words)
    texts = {words: typed} | ({few: " ".join(few)} if few and few != words else {})
    for read in (_read_name, _read_condition_or_place):
        for each, text in texts.items():
            if (reading := read(catalogue, names, text, each)) != NOTHING:
                is_sign = each != words and has_meaning_by_occasion(catalogue, reading.complaint)
                return NOTHING if is_sign else reading
    return NOTHING


def _read_name(
    catalogue: Catalogue, names: Catalogue, _typed: str, words: tuple[str, ...]
) -> ComplaintReading:
    """Where words lead as a name of something, in any order."""
    whole, _ = _readings(catalogue, names)
    for few in (words, without_fillers(words), core_of(words)):
        if reading := whole.get("".join(few)) or whole.get(_unordered_key(few)):
            return reading
    return NOTHING


def _read_condition_or_place(
    catalogue: Catalogue, names: Catalogue, typed: str, words: tuple[str, ...]
) -> ComplaintReading:
    """Where words lead by a condition or a part of the body, or by the core of a longer name."""
    whole, cores = _readings(catalogue, names)
    for condition in read_condition(names, typed).conditions:
        if reading := whole.get(_condition_key(condition)):
            return reading
    if regions := regions_named(catalogue, typed):
        return ComplaintReading(regions=regions, is_own=not has_ache(words))
    if not has_ache(words) and (regions := regions_of_each(catalogue, typed)):
        return ComplaintReading(regions=regions, is_own=True)
    core = "".join(core_of(words))
    found = whole.get("pain") if has_ache(words) and not core else cores.get(core)
    return found or NOTHING


@lru_cache(maxsize=1)  # asked more than once in a run
def _readings(catalogue: Catalogue, names: Catalogue) -> tuple[Readings, Readings]:
    """What every name and condition means, and what every core of a name; the first counts."""
    whole: Readings = {}
    cores: Readings = {}
    for spelling, reading in every_name(catalogue, names):
        words = words_of(spelling)
        for each in (*_keys(words), _unordered_key(without_fillers(words))):
            whole.setdefault(each, reading)
        cores.setdefault("".join(core_of(words)), reading)
    whole.pop("", None)
    cores.pop("", None)
    for entry in everyday_words(names):
        whole |= {_condition_key(each): reading_of(entry) for each in entry.conditions}
    return whole, cores


def _keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name as they are and without fillers, both run together as people type it."""
    return tuple(filter(None, ("".join(words), "".join(without_fillers(words)))))


def _unordered_key(words: tuple[str, ...]) -> str:
    """The words in an order of their own: a heart that is racing is a racing heart."""
    return f"~{''.join(sorted(words))}" if len(words) > 1 else ""


def _condition_key(condition: str) -> str:
    return f"={condition}"  # which no typed words become
