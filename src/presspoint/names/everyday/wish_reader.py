"""What everyday words ask a list for, safety first: a complaint, or where on the body."""

from presspoint.catalogue.names.everyday import neighbours
from presspoint.catalogue.selection import guided_regions
from presspoint.catalogue.tables import Catalogue
from presspoint.names.conditions import every_name, slips_of
from presspoint.names.everyday.complaints import read_complaint
from presspoint.names.everyday.names import NOTHING, ComplaintReading
from presspoint.names.everyday.nearest import names_within, nearest_names, urgent_within
from presspoint.names.everyday.wish import Wish, WordsWarning
from presspoint.names.likeness import MOST_NAMES, did_you_mean
from presspoint.names.warnings import read_warning
from presspoint.words import echo, join_words

URGENT = "urgent"  # the id of a warning that is no sign of the check


def read_wish(catalogue: Catalogue, names: Catalogue, typed: str) -> Wish:
    """Return what words ask for; a warning sign leaves nothing but what to do about it."""
    reading = read_complaint(catalogue, names, typed)
    warning = read_warning(catalogue, names, typed, reading)
    if warning and warning.stops:
        return Wish(warning=warning, refusal=warning.text)
    if warning and reading == NOTHING:
        return Wish(warning=warning, refusal=f"{warning.text}{_nearest(catalogue, names, typed)}")
    if reading == NOTHING:
        reading = urgent_within(catalogue, names, typed)
    if reading.advice:
        first = f"{reading.advice} {warning.text}" if warning else reading.advice
        if reading.level and not warning:
            warning = WordsWarning(URGENT, reading.advice, reading.level)
        return Wish(warning=warning, refusal=f"{first} presspoint has nothing for this.")
    if not reading.leads:
        return _unknown(catalogue, names, typed)
    if reading.complaint:
        return Wish(reading.complaint, None, warning, _note(catalogue, typed, reading))
    regions, note = places(catalogue, names, typed, reading)
    return Wish(None, frozenset(regions), warning, note)


def _note(catalogue: Catalogue, typed: str, reading: ComplaintReading) -> str:
    """Why it is this complaint; empty for its own name."""
    title = catalogue.title("complaints", reading.complaint)
    here = f"Here is what it has for {title}."
    return "" if reading.is_own else f"{_nothing_of_its_own(typed)} {here}"


def places(
    catalogue: Catalogue, names: Catalogue, typed: str, reading: ComplaintReading
) -> tuple[tuple[str, ...], str]:
    """Return the regions where presspoint guides to a place, else those beside them, and why."""
    guided = guided_regions(catalogue)
    beside = (near for each in reading.regions for near in neighbours(names, each))
    here = tuple(each for each in reading.regions if each in guided)
    regions = here or tuple(dict.fromkeys(each for each in beside if each in guided))
    where = _titles(catalogue, regions)
    if here and reading.is_own:
        return regions, f"Here is what presspoint has at the {where}."
    nowhere = f"presspoint guides you to no place at the {_titles(catalogue, reading.regions)}."
    why = _nothing_of_its_own(typed) if here else nowhere
    return regions, f"{why} Here is what it has at the {where}."


def _nothing_of_its_own(typed: str) -> str:
    return f'presspoint has nothing of its own for "{echo(typed)}".'


def _titles(catalogue: Catalogue, regions: tuple[str, ...]) -> str:
    return join_words(catalogue.titles("regions", regions), "or").lower()


def _unknown(catalogue: Catalogue, names: Catalogue, typed: str) -> Wish:
    """A refusal: there is no such complaint, but near names, or names in it, or all there are.

    Those of conditions come first: what they leave out matters more than a list.
    """
    conditions = (name for _, each in catalogue.spellings("conditions") for name in each)
    slips = (
        *slips_of(typed, (*conditions, *every_name(names))),
        *nearest_names(catalogue, names, typed),
    )
    hint = did_you_mean(tuple(dict.fromkeys(slips))[:MOST_NAMES])
    if not hint and (near := _nearest(catalogue, names, typed)):
        hint = f"{near} presspoint check asks about warning signs."
    more = hint or f" Choose {join_words(catalogue.ids('complaints'), 'or')}."
    refusal = f'There is no complaint "{echo(typed)}".{more}'
    return Wish(refusal=refusal, is_unknown=True, hint=hint)


def _nearest(catalogue: Catalogue, names: Catalogue, typed: str) -> str:
    """Sentences on the pains that stand in a text, and what to do about them; empty for none."""
    found = names_within(catalogue, names, typed)
    if not found:
        return ""
    quoted = join_words(tuple(f'"{name}"' for name, _ in found))
    advice = dict.fromkeys(reading.advice for _, reading in found if reading.advice)
    return " ".join((f" The nearest {'is' if len(found) == 1 else 'are'} {quoted}.", *advice))
