"""A name that was typed -> an id of a closed list, or what there is instead."""

from __future__ import annotations

from collections.abc import Mapping

from presspoint.catalogue.tables import Catalogue, Kind
from presspoint.errors import UsageError
from presspoint.names.spelling import key
from presspoint.words import join_words, printable


def match_name(names: Mapping[str, str], typed: str, option: str) -> str:
    """Return what a typed name stands for among names by their keys.

    Raises UsageError with the nearest names.
    """
    if key(typed) in names:
        return names[key(typed)]
    from presspoint.names.lookup import did_you_mean, nearest  # not on the way of a known name

    offers = tuple(dict.fromkeys(names.values()))
    hint = did_you_mean(nearest(typed, names)) or f" It takes {join_words(offers, 'or')}."
    raise UsageError(f'{option} does not know "{printable(typed, limit=60)}".{hint}')


def catalogue_names(catalogue: Catalogue, kind: Kind) -> dict[str, str]:
    """Return the ids of a closed list by the keys of id, title and other names."""
    return {
        key(spelling): name
        for name, spellings in catalogue.spellings(kind)
        for spelling in spellings
    }


def find_name(catalogue: Catalogue, kind: Kind, typed: str | None, option: str) -> str | None:
    """Return the id that a typed name stands for; None for None. Raises UsageError."""
    return None if typed is None else match_name(catalogue_names(catalogue, kind), typed, option)


def find_names(
    catalogue: Catalogue, kind: Kind, typed: str | None, option: str
) -> frozenset[str] | None:
    """Return every id that a word stands for: "ball" is each kind of ball; None for None.

    Raises UsageError with the nearest names.
    """
    if typed is None:
        return None
    ids = frozenset(
        name for name, spellings in catalogue.spellings(kind) if key(typed) in map(key, spellings)
    )
    return ids or frozenset({match_name(catalogue_names(catalogue, kind), typed, option)})
