"""A complaint, or a part of the body, that was typed, or where its words lead instead."""

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError, UsageError
from presspoint.names.likeness import did_you_mean, nearest
from presspoint.names.spelling import key
from presspoint.names.warnings import warning_for
from presspoint.run.arguments.names import match_id
from presspoint.words import join_words, printable

# Words around the part of the body that hurts.
ACHES = frozenset(
    {
        *("pain", "pains", "painful", "ache", "aches", "aching", "sore", "hurts", "hurting"),
        *("stiff", "stiffness", "tight", "tightness", "tension"),
        *("my", "the", "in", "of", "left", "right", "both"),
    }
)


def find_complaint(catalogue: Catalogue, typed: str | None) -> str | None:
    """Return the id of a complaint by any of its names; None for None.

    Raises PresspointError with what to do instead: about a warning sign, first of all.
    """
    if typed is None:
        return None
    if name := complaint_named(catalogue, typed):
        return name
    raise PresspointError(warning_for(catalogue, typed) or _unknown_complaint(catalogue, typed))


def find_region(catalogue: Catalogue, typed: str | None) -> str | None:
    """Return the id of a region by any of its names, with a word for pain beside it or without.

    Returns None for None. Raises UsageError with what to do instead.
    """
    if typed is None:
        return None
    warning = warning_for(catalogue, typed)
    name = region_named(catalogue, typed)
    if name and (not warning or not _has_ache(typed)):
        return name
    if warning:
        raise UsageError(warning)
    if complaint := complaint_named(catalogue, typed):
        shown = printable(typed.strip(), limit=60)
        raise UsageError(
            f'"{shown}" is no part of the body. Type "presspoint points --for {complaint}".'
        )
    return match_id(catalogue, "regions", typed, "--region")


def complaint_named(catalogue: Catalogue, typed: str) -> str:
    """Return the id of the complaint that has this name; empty for none."""
    entries = catalogue.spellings("complaints")
    return next((name for name, each in entries if key(typed) in map(key, each)), "")


def region_named(catalogue: Catalogue, typed: str) -> str:
    """Return the id of the region that has this name, as "knee pain" too; empty for none."""
    words = [each for each in _words(typed) if each not in ACHES]
    entries = tuple(catalogue.spellings("regions"))
    for name in filter(None, (key(typed), key("".join(words)))):
        for region, spellings in entries:
            if name in map(key, spellings):
                return region
    return ""


def _has_ache(typed: str) -> bool:
    return not ACHES.isdisjoint(_words(typed))


def _words(typed: str) -> list[str]:
    return typed[:100].casefold().split()


def _unknown_complaint(catalogue: Catalogue, typed: str) -> str:
    """A sentence: there is no such complaint, but its part of the body, or names alike, or all."""
    unknown = f'There is no complaint "{printable(typed.strip(), limit=60)}".'
    if region := region_named(catalogue, typed):
        return f'{unknown} For places there, type "presspoint points --region {region}".'
    entries = catalogue.spellings("complaints")
    names = {key(spelling): spelling for _, each in entries for spelling in each}
    hint = did_you_mean(nearest(typed, names))
    return unknown + (hint or f" Choose {join_words(catalogue.ids('complaints'), 'or')}.")
