"""What routines are for: a complaint, or a part of the body."""

from presspoint.catalogue.routines import Routine, routines
from presspoint.catalogue.tables import Catalogue


def routines_for(
    catalogue: Catalogue, complaint: str | None, regions: frozenset[str] | None
) -> list[Routine]:
    """Return the routines for a complaint; without one, those with a place in one of the regions.

    Where none is for the complaint itself, it is those at least half of whose places are.
    """
    every = list(routines(catalogue))
    if complaint is None:
        return [each for each in every if regions is None or regions & _regions(catalogue, each)]
    meant = [each for each in every if is_for(each, complaint)]
    return meant or [each for each in every if _is_half_for(catalogue, each, complaint)]


def is_for(routine: Routine, complaint: str) -> bool:
    """Whether a routine is for a complaint itself."""
    return complaint in routine.helps


def _regions(catalogue: Catalogue, routine: Routine) -> set[str]:
    return {catalogue.point(code).region for code in routine.codes}


def _is_half_for(catalogue: Catalogue, routine: Routine, complaint: str) -> bool:
    helping = [code for code in routine.codes if complaint in catalogue.point(code).helps]
    return bool(helping) and 2 * len(helping) >= len(routine.codes)
