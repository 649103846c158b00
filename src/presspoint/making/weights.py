"""How much a second of pressing counts: by how directly the sources name a place, then by marks."""

from presspoint.catalogue.places import Point
from presspoint.catalogue.routines import is_painless
from presspoint.catalogue.tables import Catalogue
from presspoint.making.occasion import NOT_NAMED, Occasion

# In steps: where the sources name the complaint first, second, third or later; of a place for
# general aches; of a movement; and so much more for what uses a tool that the person has at hand.
NAMED, GENERAL, MOVEMENT, AT_HAND = (6, 5, 4, 3), 1, 3, 3
STEP = 3  # what a person marked counts less
MARKED = {"more": 1, "same": 0, "less": -1, "never": -1}
GENERAL_PAIN = "general-pain"


def weight_of(catalogue: Catalogue, occasion: Occasion, place: Point) -> int:
    """Return what a second at a place counts for an occasion; 0 where it is not for that at all."""
    order = occasion.place_in_order(place)
    if order != NOT_NAMED:
        steps = NAMED[min(order, len(NAMED) - 1)]
    else:
        steps = GENERAL if _is_for_aches(catalogue, occasion, place) else 0
    return steps and STEP * steps + MARKED[occasion.marks.get(place.code, "same")]


def _is_for_aches(catalogue: Catalogue, occasion: Occasion, place: Point) -> bool:
    """Whether a place is for general aches, and the complaint is one."""
    complaint = occasion.complaint
    is_pain = complaint is not None and not is_painless(catalogue, complaint)
    return is_pain and GENERAL_PAIN in place.helps
