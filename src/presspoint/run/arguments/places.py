"""The places that a list or a map is to show, and what to say where there are none."""

from presspoint.catalogue.places import Point
from presspoint.catalogue.selection import PlaceFilter, select_places
from presspoint.catalogue.tables import Catalogue
from presspoint.names.everyday.wish import Wish
from presspoint.storage.catalogue_file import load_names


def places_for(catalogue: Catalogue, like: PlaceFilter, wish: Wish) -> list[Point]:
    """Return the places that are like that, in the regions of the wish too."""
    places = select_places(catalogue, like)
    return [each for each in places if wish.regions is None or each.region in wish.regions]


def nothing_for(
    catalogue: Catalogue, like: PlaceFilter, wish: Wish, *, takes_all: bool = True
) -> str:
    """Return why no place is listed, and the nearest that are."""
    from presspoint.catalogue.names.everyday import neighbours  # as few lists are empty
    from presspoint.listing.places.choice import nothing_fits  # as above

    if wish.refusal:
        unfound = "No place has these words in its texts. " if wish.is_unknown else ""
        return f"{unfound}{wish.refusal}"
    names = load_names()
    beside = (each for region in like.regions or () for each in neighbours(names, region))
    near = tuple(dict.fromkeys(beside))
    return wish.refuse(nothing_fits(catalogue, like, near, takes_all=takes_all))
