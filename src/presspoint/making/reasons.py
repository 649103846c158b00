"""Why a place is in a set for now, and why one that is named for the wish is not."""

from collections.abc import Iterator

from presspoint.catalogue.positions import tool
from presspoint.catalogue.routines import Way
from presspoint.catalogue.tables import Catalogue
from presspoint.making.occasion import Occasion
from presspoint.making.uses import gear
from presspoint.making.weights import weight_of
from presspoint.safety.screening import Screening
from presspoint.words import join_words

# Each stands after one name or several: "The thumb web and the hip: no time for more."
LEFT_OUT, NEVER = "left out by you", "you answered: never"
UNTIMED, HELPER = "no time is set", "for another person's hands"
NO_TIME, OTHER_POSITION = "no time for more", "in another position"
FIRST, NAMED = "named first for {title} by the sources", "named for {title} by the sources"
AT_REGION, GENERAL = "at the {region}", "for general aches, as there was time"
TOGETHER = "found and pressed together with another"
POSITION, TOOLS = "pressed {position}", "pressed with {tools}"
MARKED = {"more": "; you answered: more", "less": "; you answered: less"}


def against(catalogue: Catalogue, occasion: Occasion, way: Way) -> str:
    """Return why a way does not fit an occasion; empty where it does."""
    where = occasion.situation
    if way.position not in where.positions:
        return POSITION.format(position=catalogue.title("positions", way.position))
    there = occasion.tools.union(where.has).difference(where.tools_out)
    if missing := sorted(gear(catalogue, way.tools) - there):
        return TOOLS.format(tools=join_words(tuple(tool(catalogue, each).gear for each in missing)))
    return ""


def of_person(catalogue: Catalogue, person: Screening, way: Way, code: str) -> str:
    """Return why safety leaves a place out in a way, on the first side that it is out on."""
    place, press = catalogue.point(code), way.presses[0]
    sides = (press.side,) if press.side else place.hold_sides
    found = (person.limits.exclusion(place, side, way, press) for side in sides)
    return next((each.reason for each in found if each), NO_TIME)


def whatever_the_way(catalogue: Catalogue, occasion: Occasion) -> Iterator[tuple[str, str]]:
    """Yield the places that are not chosen in any way: left out, answered never, never timed."""
    for place in (*catalogue.points(), *catalogue.zones()):
        if place.code in occasion.without:
            yield place.code, LEFT_OUT
        elif occasion.marks.get(place.code) == "never":
            yield place.code, NEVER
        elif occasion.complaint and occasion.names(place) and not place.is_coached:
            yield place.code, HELPER if place.reach == "helper" else UNTIMED


def of_choice(catalogue: Catalogue, occasion: Occasion, code: str) -> str:
    """Return why a place is in a set."""
    place = catalogue.point(code)
    marked = MARKED.get(occasion.marks.get(code, ""), "")
    if not occasion.names(place):
        return f"{GENERAL if weight_of(catalogue, occasion, place) else TOGETHER}{marked}"
    if occasion.complaint is None:
        region = catalogue.region(place.region).title.lower()
        return f"{AT_REGION.format(region=region)}{marked}"
    words = NAMED if occasion.place_in_order(place) else FIRST
    return f"{words.format(title=catalogue.title('complaints', occasion.complaint))}{marked}"
