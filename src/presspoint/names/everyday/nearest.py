"""Names near to unknown words: but for a slip, or standing in them."""

from presspoint.catalogue.routines import is_painless
from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.tables import Catalogue
from presspoint.names.everyday.core_words import core_of, without_fillers, words_of
from presspoint.names.everyday.names import NOTHING, ComplaintReading, every_name, every_region
from presspoint.names.likeness import MOST_NAMES, is_one_slip, nearest, slips_allowed
from presspoint.names.spelling import key


def nearest_names(catalogue: Catalogue, names: Catalogue, typed: str) -> tuple[str, ...]:
    """Return up to three names that lead somewhere and that `typed` is but for a slip.

    Of what is left without fillers, only a slip counts: it may be no more than "deep".
    """
    every = (*every_name(catalogue, names), *every_region(catalogue))
    slips = {key(each): each for each, reading in every if reading.leads}
    if found := nearest(typed, slips):
        return found
    words = words_of(typed)
    few = {"".join(without_fillers(words)), "".join(core_of(words))}
    close = (name for each, name in slips.items() if any(_is_slip(text, each) for text in few))
    return tuple(close)[:MOST_NAMES]


def names_within(
    catalogue: Catalogue, names: Catalogue, typed: str
) -> tuple[tuple[str, ComplaintReading], ...]:
    """Return up to three names of pains or parts of the body that stand in a text, and their lead.

    None is within another: "neck pain while swimming" has "neck pain".
    """
    words = set(words_of(typed))
    found: dict[ComplaintReading, str] = {}
    every = (*every_name(catalogue, names), *every_region(catalogue))
    for name, reading in sorted(every, key=lambda each: -len(each[0])):
        own = words_of(name)
        is_there = core_of(own) and words.issuperset(own)
        if is_there and not is_painless(catalogue, reading.complaint):
            found.setdefault(reading, name)
            words -= set(core_of(own))
    return tuple((name, reading) for reading, name in found.items())[:MOST_NAMES]


def urgent_within(catalogue: Catalogue, names: Catalogue, typed: str) -> ComplaintReading:
    """Return the lead of words that are an emergency and stand in a text; NOTHING without any."""
    text = f" {' '.join(words_of(typed))} "
    urgent = (each for each in every_name(catalogue, names) if each[1].level == Level.EMERGENCY)
    found = (reading for name, reading in urgent if f" {' '.join(words_of(name))} " in text)
    return next(found, NOTHING)


def _is_slip(typed: str, name: str) -> bool:
    return is_one_slip(typed, name) and slips_allowed(typed, name) > 0
