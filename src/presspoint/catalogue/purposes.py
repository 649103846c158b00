"""What routines are for: a complaint, or a part of the body."""

from presspoint.catalogue.routines import Routine, routines
from presspoint.catalogue.tables import Catalogue


def routines_for(
    catalogue: Catalogue, complaint: str | None, regions: frozenset[str] | None
) -> list[Routine]:
    """Return the routines for a complaint; without one, those with a place in one of the regions.

    For neither they are all there are. Raises CatalogueError.
    """
    every = list(routines(catalogue))
    if complaint is not None:
        return [each for each in every if complaint in each.helps]
    return [each for each in every if regions is None or regions & _regions(catalogue, each)]


def _regions(catalogue: Catalogue, routine: Routine) -> set[str]:
    return {catalogue.point(code).region for code in routine.codes}
