"""What a person's own course may ask for: a routine that there is, as often as its places allow.

Its holds keep to the caps whatever it says (courses/growth.py), and screening to the number a day.
"""

from collections.abc import Iterator

from presspoint.catalogue.tables import Catalogue, Table
from presspoint.courses.course import TIMES, sessions_a_day
from presspoint.faults import Fault, Path, show_value
from presspoint.own_content.limits import dose_at
from presspoint.own_content.references import find_place, id_faults, reference_faults

SESSIONS = 3  # of a place that does not say otherwise


def course_faults(shipped: Catalogue, own: Table, name: str, entry: Table) -> Iterator[Fault]:
    """Yield what an own course may not ask for."""
    path: Path = ("courses", name)
    if shipped.has("courses", name):
        yield Fault(path, "an id of presspoint's", "an id of your own")
    if shipped.has("routines", name) or name in own.get("routines", {}):
        yield Fault(path, "an id that a routine has too", "an id that is used once")
    yield from reference_faults(shipped, own, entry, path)
    unknown = list(id_faults(shipped, own, "routines", entry["routine"], (*path, "routine")))
    yield from unknown
    times = entry.get("times", "daily")
    if not unknown and TIMES[times].a_day > _sessions_a_day(shipped, own, entry["routine"]):
        wanted = f"daily: {entry['routine']} has a place with one session a day"
        yield Fault((*path, "times"), show_value(times), wanted)


def _sessions_a_day(shipped: Catalogue, own: Table, routine: str) -> int:
    """How often a day all places of a routine may be pressed; of an own one by its tables."""
    if routine not in own.get("routines", {}):
        return sessions_a_day(shipped, routine)
    steps = own["routines"][routine].get("steps", ())
    ways = (way for step in steps for way in step.get("ways") or [step])
    presses = (press for way in ways for press in way.get("presses", ()))
    codes = (code for press in presses if not press.get("option") for code in press["points"])
    return min((_sessions_of(shipped, own, code) for code in codes), default=SESSIONS)


def _sessions_of(shipped: Catalogue, own: Table, code: str) -> int:
    place = find_place(shipped, own, code)
    timed = dose_at(shipped, place) if place.get("at") else None
    most = int(place.get("hold", {}).get("per_day", SESSIONS))
    return min(most, timed.per_day) if timed else most
