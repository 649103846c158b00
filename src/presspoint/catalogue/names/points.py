"""What points are called in English, and elsewhere: by other translators and in other countries."""

from collections.abc import Iterator

from presspoint.catalogue.tables import Catalogue

LANGUAGES = ("korean", "japanese", "wade_giles", "vietnamese")


def english_names(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the code of each point with its English name and other names in plain letters."""
    for code, entry in catalogue.table("points").items():
        yield code, (entry.get("name", ""), *filter(str.isascii, entry.get("aliases", ())))


def names_elsewhere(names: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the codes of points with the names of the names' catalogue.

    A language has its names by channel, in the order of the numbers: those of one point apart by
    spaces, and the points by commas. Names of several words stand by their codes.
    """
    tables = names.table("point_names")
    for code, spellings in tables.get("by_code", {}).items():
        yield code, tuple(spellings)
    for language in LANGUAGES:
        for channel, points in tables.get(language, {}).items():
            for number, spellings in enumerate(points.split(","), start=1):
                yield f"{channel}{number}", tuple(spellings.split())


def names_of_no_point(names: Catalogue) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield names that are no name of a point here, each with what they are."""
    for entry in names.table("no_points").values():
        yield tuple(entry["also"]), entry["means"]
