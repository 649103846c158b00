"""What was typed for an option -> the name that the catalogue knows it by."""

from __future__ import annotations

from presspoint.catalogue import Catalogue
from presspoint.codes import did_you_mean, key, nearest
from presspoint.errors import UsageError
from presspoint.text import listed, printable


def known(catalogue: Catalogue, kind: str, given: str | None, option: str) -> str | None:
    """Return an id of a closed list for its id, its title or another name; None for None.

    Raises UsageError with the nearest names.
    """
    names = {
        key(spelling): name
        for name, entry in catalogue.table(kind).items()
        for spelling in (name, entry["title"], *entry.get("also", ()))
    }
    return one_of(names, given, option)


def known_all(
    catalogue: Catalogue, kind: str, given: str | None, option: str
) -> frozenset[str] | None:
    """Return every id that a word stands for: "ball" is each kind of ball; None for None.

    Raises UsageError with the nearest names.
    """
    if given is None:
        return None
    spellings = {
        name: {key(each) for each in (name, entry["title"], *entry.get("also", ()))}
        for name, entry in catalogue.table(kind).items()
    }
    found = frozenset(name for name, keys in spellings.items() if key(given) in keys)
    return found or frozenset({known(catalogue, kind, given, option) or ""})


def one_of(names: dict[str, str], given: str | None, option: str) -> str | None:
    """Return what `given` stands for among normalised names. Raises UsageError."""
    if given is None or key(given) in names:
        return given if given is None else names[key(given)]
    offered = tuple(dict.fromkeys(names.values()))
    hint = did_you_mean(nearest(given, names)) or f" It takes {listed(offered, 'or')}."
    raise UsageError(f'{option} does not know "{printable(given, limit=60)}".{hint}')
