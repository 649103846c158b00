"""What an own routine adds up to: the rounds of each place, the seconds that a region is pressed.

Own places of one region count together with all that is pressed there: two of them may be one.
A hold counts with its cap there, as a key makes it that long.
Every press is done on both sides, at once or one after the other, so a sum is that of a side.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from presspoint.catalogue.routines import codes_of
from presspoint.catalogue.tables import Catalogue, Table
from presspoint.faults import Fault, Path
from presspoint.own_content.limits import dose_at, region_limits
from presspoint.own_content.references import find_place

LONGEST_SECONDS = 4 * 3600


def total_faults(shipped: Catalogue, own: Table, entry: Table, path: Path) -> Iterator[Fault]:
    """Yield what a routine has too much of, whichever of its ways are done."""
    ways = [step.get("ways") or [step] for step in entry["steps"]]
    yield from _rounds_faults(shipped, own, ways, path)
    places = {code: find_place(shipped, own, code) for code in codes_of(entry)}
    own_places = {code: each for code, each in places.items() if not shipped.has_place(code)}
    for region in sorted({each["region"] for each in own_places.values() if each}):
        if shipped.has("regions", region):
            yield from _region_faults(shipped, places, region, ways, path)
    seconds = sum(max(map(_seconds, each)) for each in ways)
    if seconds > LONGEST_SECONDS:
        yield Fault(path, f"{seconds} seconds", "at most four hours in all")


def _rounds(own: Table, way: Table) -> Counter[str]:
    """The rounds of each place in one way; an own place counts as the WHO point that it is at."""
    rounds: Counter[str] = Counter()
    for press in way.get("presses", ()):
        for code in press["points"]:
            entry = own.get("points", {}).get(code) or own.get("zones", {}).get(code, {})
            rounds[entry.get("at") or code] += press.get("rounds", 1)
    return rounds


def _rounds_faults(
    shipped: Catalogue, own: Table, ways_of_steps: list[list[Table]], path: Path
) -> Iterator[Fault]:
    rounds: Counter[str] = Counter()
    for ways in ways_of_steps:
        by_way = [_rounds(own, way) for way in ways]
        for code in set().union(*by_way):
            rounds[code] += max(each[code] for each in by_way)
    for code, total in rounds.items():
        hold = find_place(shipped, own, code).get("hold")
        repeats = hold.get("repeats", 1) if hold else total
        if total > repeats:
            yield Fault(path, f"{total} rounds of {code} in all", f"at most {repeats}")


def _region_faults(
    shipped: Catalogue,
    places: Mapping[str, Table],
    region: str,
    ways: list[list[Table]],
    path: Path,
) -> Iterator[Fault]:
    """Where a region with own places is pressed longer than one place there may be.

    A place that presspoint times may have all of its own time; those without may not use that.
    """
    most_seconds = region_limits(shipped, region).seconds
    there = {code: each for code, each in places.items() if each.get("region") == region}
    timed = {code: _timed_seconds(shipped, code, each) for code, each in there.items()}
    untimed = {code for code, seconds in timed.items() if not seconds}
    for codes, most in ((untimed, most_seconds), (set(there), max(most_seconds, *timed.values()))):
        caps = {code: there[code].get("hold", {}).get("cap", 0) for code in codes}
        total = sum(max(_longest(caps, way) for way in each) for each in ways)
        if total > most:
            found = f"{total} seconds a side in the {region}, each hold with its cap"
            wanted = (
                f"at most {most}: your own places count together with all that is pressed there"
            )
            yield Fault(path, found, wanted)
            return


def _timed_seconds(shipped: Catalogue, code: str, place: Table) -> int:
    """The seconds that presspoint gives a place, or its WHO point; 0 where it times neither."""
    dose = shipped.point(code).hold if shipped.has_place(code) else dose_at(shipped, place)
    return dose.cap * dose.repeats if dose else 0


def _longest(caps: Mapping[str, int], way: Table) -> int:
    """The seconds that places with these caps can be pressed on a side in one way."""
    presses = (
        (press.get("rounds", 1), [caps[code] for code in press["points"] if code in caps])
        for press in way.get("presses", ())
    )
    return sum(rounds * max(found) for rounds, found in presses if found)


def _seconds(way: Table) -> int:
    """The seconds that a way takes at most: both sides of every hold, or its movement."""
    holds = sum(each["seconds"] * each.get("rounds", 1) * 2 for each in way.get("presses", ()))
    return int(holds + (way.get("exercise") or 0))
