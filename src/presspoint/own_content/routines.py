"""What a person's own routine may ask for: coached places, within their doses, with their tools."""

from collections import Counter
from collections.abc import Iterator

from presspoint.catalogue.routines import choice, tool
from presspoint.catalogue.tables import Catalogue, Table
from presspoint.faults import Fault, Path, show_value
from presspoint.own_content.references import find_place, id_faults, place_ids, reference_faults

LONGEST_SECONDS = 4 * 3600
WAY_KEYS = ("position", "presses", "exercise", "strains")


def routine_faults(shipped: Catalogue, own: Table, name: str, entry: Table) -> Iterator[Fault]:
    """Yield what an own routine may not ask for."""
    path: Path = ("routines", name)
    yield from reference_faults(shipped, own, entry, path)
    rounds: Counter[str] = Counter()
    seconds = 0
    for number, step in enumerate(entry["steps"]):
        at = (*path, "steps", number)
        yield from _step_faults(shipped, own, step, at)
        ways = step.get("ways") or [step]
        rounds_by_way = [_rounds(own, way) for way in ways]
        for code in set().union(*rounds_by_way):
            rounds[code] += max(each[code] for each in rounds_by_way)
        seconds += max(_seconds(way) for way in ways)
    yield from _rounds_faults(shipped, own, rounds, path)
    if seconds > LONGEST_SECONDS:
        yield Fault(path, f"{seconds} seconds", "at most four hours in all")


def _step_faults(shipped: Catalogue, own: Table, step: Table, path: Path) -> Iterator[Fault]:
    if ways := step.get("ways", []):
        for key in WAY_KEYS:
            if key in step:
                yield Fault((*path, key), "a key beside ways", "it inside each of the ways")
        for number, way in enumerate(ways):
            yield from _way_faults(shipped, own, way, (*path, "ways", number))
    elif "position" not in step:
        yield Fault((*path, "position"), "nothing", "an id of positions")
    else:
        yield from _way_faults(shipped, own, step, path)


def _way_faults(shipped: Catalogue, own: Table, way: Table, path: Path) -> Iterator[Fault]:
    presses = way.get("presses", [])
    if bool(presses) == bool(way.get("exercise")):
        yield Fault(path, "both or neither", "either presses, or exercise with its text")
    if way.get("exercise") and not way.get("text"):
        yield Fault((*path, "text"), "nothing", "the words that say how to move")
    if "strains" in way and not way.get("exercise"):
        yield Fault((*path, "strains"), "a key without an exercise", "it beside an exercise")
    yield from id_faults(shipped, own, "positions", way["position"], (*path, "position"))
    yield from reference_faults(shipped, own, way, path)
    for name, value in way.get("when", {}).items():
        values = choice(shipped, name).values if shipped.has("choices", name) else {}
        if value not in values:
            wanted = ", ".join(values) or f"a choice: {', '.join(shipped.ids('choices'))}"
            yield Fault((*path, "when", name), show_value(value), wanted)
    for number, press in enumerate(presses):
        yield from _press_faults(shipped, own, way, press, (*path, "presses", number))


def _press_faults(
    shipped: Catalogue, own: Table, way: Table, press: Table, path: Path
) -> Iterator[Fault]:
    between, rhythm = press.get("between", "other-round"), press.get("rhythm") or "hold"
    yield from id_faults(shipped, own, "moves", between, (*path, "between"))
    yield from id_faults(shipped, own, "rhythms", rhythm, (*path, "rhythm"))
    places = place_ids(shipped, own)
    for number, code in enumerate(press["points"]):
        at = (*path, "points", number)
        place = find_place(shipped, own, code)
        if code not in places:
            yield from id_faults(shipped, own, "points", code, at)
        elif not place:
            continue  # an own place whose faults are reported already
        elif not place.get("hold") or place.get("reach") == "helper":
            wanted = "a place that is coached; one of your own with at = that code would be"
            yield Fault(at, show_value(code), wanted)
        else:
            yield from _use_faults(way, press, code, place, path)
            yield from _tool_faults(shipped, way, code, place, at)


def _use_faults(way: Table, press: Table, code: str, place: Table, path: Path) -> Iterator[Fault]:
    cap, repeats = place["hold"]["cap"], place["hold"].get("repeats", 1)
    if press["seconds"] > cap:
        wanted = f"at most {cap}, the cap of {code}"
        yield Fault((*path, "seconds"), show_value(press["seconds"]), wanted)
    if press.get("rounds", 1) > repeats:
        wanted = f"at most {repeats}, the rounds of {code}"
        yield Fault((*path, "rounds"), show_value(press["rounds"]), wanted)
    if way["position"] not in place["positions"]:
        wanted = f"a position that {code} is pressed in: {', '.join(place['positions'])}"
        yield Fault((*path, "points"), f'{code} with position "{way["position"]}"', wanted)


def _tool_faults(
    shipped: Catalogue, way: Table, code: str, place: Table, path: Path
) -> Iterator[Fault]:
    """A place is pressed with its own tools only; furniture may always be there."""
    furniture = {each for each in shipped.ids("tools") if tool(shipped, each).furniture}
    tools = [each for each in way.get("tools", ()) if each not in furniture]
    foreign = [each for each in tools if shipped.has("tools", each) and each not in place["tools"]]
    allowed = f"tools of {code}: {', '.join(place['tools'])}"
    if foreign:
        yield Fault(path, f"{code} with {', '.join(foreign)}", allowed)
    elif place.get("reach") == "tool" and not tools:
        yield Fault(path, f"{code} without a tool", allowed)


def _rounds(own: Table, way: Table) -> Counter[str]:
    """The rounds of each place in one way; an own place counts as the WHO point that it is at."""
    rounds: Counter[str] = Counter()
    for press in way.get("presses", ()):
        for code in press["points"]:
            entry = own.get("points", {}).get(code) or own.get("zones", {}).get(code, {})
            rounds[entry.get("at") or code] += press.get("rounds", 1)
    return rounds


def _rounds_faults(
    shipped: Catalogue, own: Table, rounds: Counter[str], path: Path
) -> Iterator[Fault]:
    for code, total in rounds.items():
        hold = find_place(shipped, own, code).get("hold")
        repeats = hold.get("repeats", 1) if hold else total
        if total > repeats:
            yield Fault(path, f"{total} rounds of {code} in all", f"at most {repeats}")


def _seconds(way: Table) -> int:
    """The seconds that a way takes at most: both sides of every hold, or its movement."""
    holds = sum(each["seconds"] * each.get("rounds", 1) * 2 for each in way.get("presses", ()))
    return int(holds + (way.get("exercise") or 0))
