"""What points are called elsewhere: by other translators, in Korea, Japan and Vietnam."""

from collections.abc import Iterator

from presspoint.catalogue.tables import Catalogue

LANGUAGES = ("korean", "japanese", "wade_giles", "vietnamese")


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
