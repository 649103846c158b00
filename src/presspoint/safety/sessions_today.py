"""In how many of today's sessions a place counts as pressed: by its code, and by its region.

An own place that presspoint does not time may lie on any other of its region. It counts as pressed
with all of them, and they with it.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache

from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ANY_PLACE

REGION = "region:"  # before a region's id: no code of a place has a colon


def region_namer(catalogue: Catalogue) -> Callable[[str], str]:
    """Return what names the region of a code for `sessions_by_code`: "region:knee" for BL40."""

    @cache
    def regions() -> dict[str, str]:  # where nothing was pressed, nobody asks
        return dict(catalogue.place_regions())

    return lambda code: f"{REGION}{regions().get(code, '')}"


def sessions_by_code(catalogue: Catalogue, pressed_today: Mapping[str, int]) -> dict[str, int]:
    """Return the sessions of each place, by the WHO point that it is at, else by its own code.

    `pressed_today` has the sessions that pressed a place by its code, and those that pressed any
    place of a region under "region:knee", or under "region:" where no file has the place now.
    Without these, the sessions of a region's places are added up. Those under ANY_PLACE count for
    every place. Raises CatalogueError.
    """
    known = {code: count for code, count in pressed_today.items() if code != ANY_PLACE}
    counts = _known_sessions_by_code(catalogue, known)
    if not (more := pressed_today.get(ANY_PLACE, 0)):
        return counts
    every = {each.at or each.code for each in (*catalogue.points(), *catalogue.zones())}
    return {code: counts.get(code, 0) + more for code in every | set(counts)}


def _known_sessions_by_code(
    catalogue: Catalogue, pressed_today: Mapping[str, int]
) -> dict[str, int]:
    if not pressed_today:
        return {}
    counts: dict[str, int] = {}
    for code, sessions in pressed_today.items():
        for each in catalogue.codes_at(code):
            counts[each] = max(counts.get(each, 0), sessions)
    own = [each for each in catalogue.own_places() if not is_timed(catalogue, each)]
    if not own:
        return counts
    by_region = _sessions_by_region(catalogue, pressed_today)
    by_own = Counter[str]()
    for place in own:
        by_own[place.region] += pressed_today.get(place.code, 0)
    for region in filter(by_own.get, by_own):
        for place in filter(lambda each: each.hold, catalogue.places_in(region)):
            code = place.at or place.code
            counts[code] = min(counts.get(code, 0) + by_own[region], by_region[region])
    unknown = by_region[""]
    counts |= {each.at or each.code: by_region[each.region] + unknown for each in own}
    return counts


def is_timed(catalogue: Catalogue, place: Point) -> bool:
    """Whether presspoint gives the place, or the WHO point it is at, a time of its own."""
    return not place.file or bool(place.at and catalogue.point(place.at).hold)


def _sessions_by_region(catalogue: Catalogue, pressed_today: Mapping[str, int]) -> Counter[str]:
    sessions = Counter[str]()
    for code, count in pressed_today.items():
        if not code.startswith(REGION):
            region = catalogue.point(code).region if catalogue.has_place(code) else ""
            sessions[region] += count
    for code, count in pressed_today.items():
        if code.startswith(REGION):
            sessions[code.removeprefix(REGION)] = count
    return sessions
