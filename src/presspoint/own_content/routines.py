"""What a person's own routine may ask for: coached places, within their doses, with their tools."""

from collections.abc import Iterator

from presspoint.catalogue.positions import tool
from presspoint.catalogue.routines import choice
from presspoint.catalogue.tables import Catalogue, Table
from presspoint.faults import Fault, Path, show_value
from presspoint.own_content.limits import movement_limits
from presspoint.own_content.references import find_place, id_faults, place_ids, reference_faults
from presspoint.own_content.totals import total_faults
from presspoint.own_content.words.judge import (
    Subject,
    pressing_word_faults,
    routine_word_faults,
    way_word_faults,
)

RESERVED = "new"  # what the command line means something else by
WAY_KEYS = ("position", "presses", "exercise", "text", "tools", "setup", "warn", "strains")


def routine_faults(shipped: Catalogue, own: Table, name: str, entry: Table) -> Iterator[Fault]:
    """Yield what an own routine may not ask for."""
    path: Path = ("routines", name)
    if name == RESERVED:
        yield Fault(path, f'"{name}"', f'another name: "presspoint routine {name}" begins a file')
    yield from reference_faults(shipped, own, entry, path)
    yield from routine_word_faults(shipped, entry, path)
    steps = enumerate(entry["steps"])
    faults = [
        fault
        for number, step in steps
        for fault in _step_faults(shipped, own, step, (*path, "steps", number))
    ]
    yield from faults
    if not any(each.path[-1] == "rounds" for each in faults):  # the sum follows from them
        yield from total_faults(shipped, own, entry, path)


def _step_faults(shipped: Catalogue, own: Table, step: Table, path: Path) -> Iterator[Fault]:
    if ways := step.get("ways", []):
        for key in WAY_KEYS:
            if key in step:
                yield Fault((*path, key), "a key beside ways", "inside each of the ways")
        yield from way_word_faults(shipped, {"title": step["title"]}, Subject(), path)
        for number, way in enumerate(ways):
            yield from _way_faults(shipped, own, way, (*path, "ways", number))
    elif "position" not in step:
        yield Fault((*path, "position"), "nothing", f"one of {', '.join(shipped.ids('positions'))}")
    else:
        yield from _way_faults(shipped, own, step, path)


def _way_faults(shipped: Catalogue, own: Table, way: Table, path: Path) -> Iterator[Fault]:
    presses = way.get("presses", [])
    if bool(presses) == bool(way.get("exercise")):
        yield Fault(path, "both or neither", "either presses, or an exercise with its text")
    elif way.get("exercise"):
        yield from _movement_faults(shipped, way, path)
    if "strains" in way and not way.get("exercise"):
        yield Fault((*path, "strains"), "a key without an exercise", "beside an exercise")
    yield from id_faults(shipped, own, "positions", way["position"], (*path, "position"))
    yield from reference_faults(shipped, own, way, path)
    for name, value in way.get("when", {}).items():
        values = choice(shipped, name).values if shipped.has("choices", name) else {}
        if value not in values:
            wanted = f"one of {', '.join(values or shipped.ids('choices'))}"
            yield Fault((*path, "when", name), show_value(value), wanted)
    codes = [code for press in presses for code in press["points"]]
    yield from way_word_faults(shipped, way, _subject(shipped, own, way, codes), path)
    for number, press in enumerate(presses):
        yield from _press_faults(shipped, own, way, press, (*path, "presses", number))


def _movement_faults(shipped: Catalogue, way: Table, path: Path) -> Iterator[Fault]:
    """A movement needs its words, and nothing to press with: no key ends a press that it is."""
    if not way.get("text"):
        yield Fault((*path, "text"), "nothing", "the words that say how to move")
    limits = movement_limits(shipped)
    for number, name in enumerate(way.get("tools", ())):
        if name in limits.tools_out:
            wanted = f"nothing to press with: {limits.reason}"
            yield Fault((*path, "tools", number), show_value(name), wanted)
    if way["position"] in limits.positions_out:
        wanted = f"a position without a ball: {limits.reason}"
        yield Fault((*path, "position"), show_value(way["position"]), wanted)


def _subject(shipped: Catalogue, own: Table, way: Table, codes: list[str]) -> Subject:
    """The regions and the tools of these places, with those of the way that presses them."""
    places = [place for code in codes if (place := find_place(shipped, own, code))]
    regions = {place["region"] for place in places} & {*shipped.ids("regions")}
    tools = {*way.get("tools", ()), *(each for place in places for each in place.get("tools", ()))}
    return Subject(frozenset(regions), frozenset(tools))


def _press_faults(
    shipped: Catalogue, own: Table, way: Table, press: Table, path: Path
) -> Iterator[Fault]:
    between, rhythm = press.get("between", "other-round"), press.get("rhythm") or "hold"
    yield from id_faults(shipped, own, "moves", between, (*path, "between"))
    yield from id_faults(shipped, own, "rhythms", rhythm, (*path, "rhythm"))
    subject = _subject(shipped, own, way, press["points"])
    yield from pressing_word_faults(shipped, press, ("find", "press"), subject, path)
    places = place_ids(shipped, own)
    for number, code in enumerate(press["points"]):
        at = (*path, "points", number)
        place = find_place(shipped, own, code)
        if code not in places:
            yield from id_faults(shipped, own, "points", code, at)
        elif not place:
            continue  # an own place whose faults are reported already
        elif not place.get("hold") or place.get("reach") == "helper":
            wanted = f'a place that presspoint guides; or define your own point, with at = "{code}"'
            yield Fault(at, show_value(code), wanted)
        else:
            yield from _use_faults(shipped, way, press, (code, place), path)
            yield from _side_faults(press, code, place, path)
            yield from _tool_faults(shipped, way, code, place, at)


def _use_faults(
    shipped: Catalogue, way: Table, press: Table, pressed: tuple[str, Table], path: Path
) -> Iterator[Fault]:
    code, place = pressed
    cap, repeats = place["hold"]["cap"], place["hold"].get("repeats", 1)
    if press["seconds"] > cap:
        wanted = f"at most {cap} seconds, the cap of {code}"
        yield Fault((*path, "seconds"), show_value(press["seconds"]), wanted)
    if press.get("rounds", 1) > repeats:
        wanted = f"at most {repeats}, as many rounds as {code} has"
        yield Fault((*path, "rounds"), show_value(press["rounds"]), wanted)
    position = way["position"]
    if shipped.has("positions", position) and position not in place["positions"]:
        wanted = f"a position in which {code} is pressed: {', '.join(place['positions'])}"
        yield Fault((*path, "points"), f'{code} with position "{position}"', wanted)


def _side_faults(press: Table, code: str, place: Table, path: Path) -> Iterator[Fault]:
    """Only what is pressed on one side after the other may be pressed on one side alone."""
    if press.get("side") and place.get("sides", "each") != "each":
        wanted = f"no side: {code} is pressed on both at once, or in the middle"
        yield Fault((*path, "side"), show_value(press["side"]), wanted)


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
