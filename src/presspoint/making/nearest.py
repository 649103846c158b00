"""The nearest occasion that something fits, where nothing fits the one that was asked for."""

from collections.abc import Iterator

from presspoint.catalogue.situations import situation
from presspoint.catalogue.tables import Catalogue
from presspoint.making.candidates import sort_out
from presspoint.making.made import Made, make
from presspoint.making.occasion import Occasion
from presspoint.making.uses import gear
from presspoint.named_tuple import NamedTuple
from presspoint.safety.screening import Screening

MINUTES = (4, 6, 8, 10, 15)
MOST_REASONS = 3


class Near(NamedTuple):
    """An occasion near to another, and what is made for it."""

    occasion: Occasion
    made: Made


def nearest(catalogue: Catalogue, occasion: Occasion, person: Screening, pace: str) -> Near | None:
    """Return the first occasion near this one that something fits. Raises as `make` does."""
    for each in _near(catalogue, occasion):
        if made := make(catalogue, each, person, pace):
            return Near(each, made)
    return None


def _near(catalogue: Catalogue, occasion: Occasion) -> Iterator[Occasion]:
    """What is given up first: the minutes, quiet, what is left out, bare hands, where it is."""
    longer = [60 * each for each in MINUTES if 60 * each > occasion.seconds]
    yield from (occasion._replace(seconds=each) for each in longer)
    if occasion.quiet:
        yield occasion._replace(quiet=False)
    if occasion.without:
        yield occasion._replace(without=frozenset())
    there = occasion.tools.union(occasion.situation.has, occasion.situation.tools_out)
    for name in sorted(gear(catalogue, catalogue.ids("tools")) - there):
        yield occasion._replace(tools=occasion.tools | {name})
    for seconds in (occasion.seconds, *longer):
        for name in catalogue.ids("situations"):
            where = situation(catalogue, name)
            yield occasion._replace(situation=where, seconds=seconds)


def reason_for_nothing(catalogue: Catalogue, occasion: Occasion, person: Screening) -> str:
    """Return in a sentence why nothing fits an occasion."""
    known = sort_out(catalogue, occasion, person)
    if any(each.codes for each in known.candidates):
        return "The time is too short for one place."
    reasons = dict.fromkeys(known.reasons.values())
    if not reasons:
        return "presspoint guides you to no place for this."
    return f"The places that the sources name: {'; '.join(list(reasons)[:MOST_REASONS])}."
