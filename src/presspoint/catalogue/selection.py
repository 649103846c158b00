"""Points and zones selected by what a person asks for."""

from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.words import with_side


class PlaceFilter(NamedTuple):
    """What places should be like, None where that does not matter.

    Of `tools` and `positions` one that fits is enough. The `words` all stand in the place's texts,
    or they are a name of the place, which is then among the codes that are `named`.
    `every` selects places that presspoint does not guide through as well.
    """

    regions: frozenset[str] | None = None
    complaint: str | None = None
    reach: str | None = None
    tools: frozenset[str] | None = None
    positions: frozenset[str] | None = None
    words: str | None = None
    named: tuple[str, ...] = ()
    every: bool = False


def select_places(catalogue: Catalogue, place_filter: PlaceFilter) -> list[Point]:
    """Return the points and zones that fit the filter in all, the coached ones unless `every`.

    The reach "helper", which no coached place has, selects those that have it all the same.
    """
    places = (*catalogue.points(), *catalogue.zones())
    return [place for place in places if _fits(catalogue, place, place_filter)]


def guided_regions(catalogue: Catalogue) -> frozenset[str]:
    """Return the regions that have a place which presspoint guides to."""
    return frozenset(place.region for place in select_places(catalogue, PlaceFilter()))


def _fits(catalogue: Catalogue, point: Point, wanted: PlaceFilter) -> bool:
    selectable = wanted.every or point.is_coached or point.reach == wanted.reach == "helper"
    return (
        selectable
        and (wanted.regions is None or point.region in wanted.regions)
        and wanted.reach in {None, point.reach}
        and (wanted.complaint is None or wanted.complaint in point.helps)
        and (wanted.tools is None or not wanted.tools.isdisjoint(point.tools))
        and (wanted.positions is None or not wanted.positions.isdisjoint(point.positions))
        and (
            wanted.words is None
            or point.code in wanted.named
            or _mentions(catalogue, point, wanted.words)
        )
    )


def _mentions(catalogue: Catalogue, point: Point, words: str) -> bool:
    complaints = catalogue.titles("complaints", point.helps)
    texts = (
        point.code,
        point.pinyin,
        point.hanzi,
        point.name,
        point.place,
        with_side(point.find, ""),
    )
    everything = " ".join((*texts, *point.aliases, *complaints)).casefold()
    return all(word in everything for word in words.casefold().split())
