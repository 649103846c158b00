"""Everyday words for what hurts that no complaint of the catalogue has, and where they lead."""

from collections.abc import Iterator

from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple


class EverydayWords(NamedTuple):
    """Words, and names of `conditions`, that all lead to the same.

    They mean a `complaint`, or one is `near` that the sources speak of, or they are about
    `regions`; for what presspoint has nothing for, `advice` says what to do, at once where it has a
    `level`. They may be the words of a condition to `check` first.
    """

    words: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    complaint: str = ""
    near: str = ""
    regions: tuple[str, ...] = ()
    advice: str = ""
    level: str = ""
    check: str = ""


def everyday_words(names: Catalogue) -> Iterator[EverydayWords]:
    """Yield the words, in the file's order. Raises CatalogueError."""
    for name in names.ids("everyday_words"):
        yield names.make(EverydayWords, "everyday_words", name)


def neighbours(names: Catalogue, region: str) -> tuple[str, ...]:
    """Return the regions beside a region, the nearest first."""
    return tuple(names.table("region_neighbours").get(region, {}).get("regions", ()))
