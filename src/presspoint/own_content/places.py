"""What a person's own points, zones and cautions may be, beside the shipped ones.

A file may add; it may never take away a caution, raise a cap or change what presspoint says about
a place. What is checked here has the right shape already (`storage.own_shape`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from presspoint.catalogue.exclusions import never_pressed
from presspoint.catalogue.tables import Catalogue, Table
from presspoint.faults import Fault, Path, show_value

REFERENCES = {
    "positions": "positions",
    "tools": "tools",
    "helps": "complaints",
    "avoid": "conditions",
    "care": "cautions",
    "warn": "cautions",
    "strains": "regions",
    "sources": "sources",
}
EXTENDED = {"cautions", "sources", "points", "zones"}
REPEATS = 3


class Limits(NamedTuple):
    """What an own place of a region may be: seconds at most, tools and positions never used.

    None at all where it is `closed`; only at a WHO point where it `needs_at`, as what else lies
    there must be known; never on the middle line where that is the `spine`.
    """

    cap: int = 180
    closed: bool = False
    needs_at: bool = False
    spine: bool = False
    tools_out: tuple[str, ...] = ()
    positions_out: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def ids(shipped: Catalogue, own: Table, kind: str) -> set[str]:
    """Return the ids of a table that an own file may refer to."""
    return {*shipped.table(kind), *(own.get(kind, {}) if kind in EXTENDED else ())}


def references(
    shipped: Catalogue, own: Table, entry: Mapping[str, Any], path: Path
) -> Iterator[Fault]:
    """Yield the ids in an entry's lists that nothing has."""
    for key, kind in REFERENCES.items():
        for number, name in enumerate(entry.get(key, ())):
            yield from unknown(shipped, own, kind, name, (*path, key, number))


def unknown(shipped: Catalogue, own: Table, kind: str, name: str, path: Path) -> Iterator[Fault]:
    """Yield a fault where the name is no id of that table."""
    known = ids(shipped, own, kind)
    if name not in known:
        yield Fault(path, show_value(name), _one_of(kind, known, name))


def place_faults(
    shipped: Catalogue, own: Table, kind: str, name: str, entry: Mapping[str, Any]
) -> Iterator[Fault]:
    """Yield what an own point or zone may not be."""
    path: Path = (kind, name)
    if name in shipped.table("points") or name in shipped.table("zones"):
        kept = f"{name} is presspoint's and keeps its cautions and caps"
        wanted = f'an id of your own: {kept}; say at = "{name}" in yours'
        yield Fault(path, "a shipped id", wanted)
        return
    if kind == "points" and name in own.get("zones", {}):
        yield Fault(path, "an id that a zone has too", "an id used once")
    yield from references(shipped, own, entry, path)
    yield from unknown(shipped, own, "rhythms", entry.get("rhythm", "hold"), (*path, "rhythm"))
    yield from unknown(shipped, own, "regions", entry["region"], (*path, "region"))
    if entry["region"] in shipped.table("regions"):
        yield from _at_faults(shipped, entry, path)
        yield from _limit_faults(shipped, entry, path)
    if entry.get("hold"):
        yield from _dose_faults(shipped, own, entry, path)


def caution_faults(
    shipped: Catalogue, own: Table, name: str, entry: Mapping[str, Any]
) -> Iterator[Fault]:
    """Yield what an own caution may not be: it is added, it replaces none."""
    path: Path = ("cautions", name)
    if name in shipped.table("cautions"):
        yield Fault(path, "a shipped id", "an id of your own: shipped cautions stay as they are")
    places = ids(shipped, own, "points") | ids(shipped, own, "zones")
    for number, code in enumerate(entry.get("on", ())):
        if code not in places:
            yield Fault((*path, "on", number), show_value(code), _one_of("points", places, code))
    yield from references(shipped, own, entry, path)


def limits(shipped: Catalogue, region: str) -> Limits:
    """Return what an own place of this region may be."""
    if region not in shipped.table("own_limits"):
        return Limits()
    return shipped.make(Limits, "own_limits", region)


def _at_faults(shipped: Catalogue, entry: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    at = entry.get("at", "")
    if not at:
        return
    yield from unknown(shipped, {}, "points", at, (*path, "at"))
    if at not in shipped.table("points"):
        return
    for exclusion in never_pressed(shipped, at):
        reason = shipped.table("exclusions")[exclusion]["reason"]
        yield Fault((*path, "at"), show_value(at), f"a place that may be pressed: {reason}")
    point, sides = shipped.point(at), entry.get("sides", "each")
    if entry["region"] != point.region:
        yield Fault(
            (*path, "region"), show_value(entry["region"]), f'"{point.region}", where {at} lies'
        )
    if (sides == "midline") != (point.sides == "midline"):
        wanted = "midline" if point.sides == "midline" else "each or together"
        yield Fault((*path, "sides"), show_value(sides), f"{wanted}, as {at} lies")


def _limit_faults(shipped: Catalogue, entry: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    limit = limits(shipped, entry["region"])
    if limit.closed:
        yield Fault((*path, "region"), show_value(entry["region"]), "a region that may be pressed")
    if limit.needs_at and not entry.get("at"):
        yield Fault((*path, "at"), "nothing", f"the WHO point it is at, in the {entry['region']}")
    if limit.spine and entry.get("sides") == "midline":
        yield Fault((*path, "sides"), "the spine itself", "a place beside it, each or together")
    if entry.get("reach", "self") == "self" and not _by_hand(shipped, entry["tools"]):
        yield Fault((*path, "reach"), "self without a hand among the tools", "tool")
    for key, out in (("tools", limit.tools_out), ("positions", limit.positions_out)):
        for number, each in enumerate(entry[key]):
            if each in out:
                wanted = f"{key} that are safe there, without {', '.join(out)}"
                yield Fault((*path, key, number), show_value(each), wanted)


def _by_hand(shipped: Catalogue, tools: list[str]) -> bool:
    """Whether a hand is among the tools: what needs no gear; an unknown one is told elsewhere."""
    table = shipped.table("tools")
    return any("gear" not in table.get(tool, {}) for tool in tools)


def _dose_faults(
    shipped: Catalogue, own: Table, entry: Mapping[str, Any], path: Path
) -> Iterator[Fault]:
    dose, path = entry["hold"], (*path, "hold")
    least, most = dose["seconds"]
    if not least <= most <= dose["cap"]:
        found = f"{least} to {most} with a cap of {dose['cap']}"
        yield Fault((*path, "seconds"), found, "from, to and cap in rising order")
    standard = shipped.table("points").get(entry.get("at", ""), {}).get("hold")
    cap = standard["cap"] if standard else limits(shipped, entry["region"]).cap
    if dose["cap"] > cap:
        who = f"the cap of {entry['at']}" if standard else f"the cap for the {entry['region']}"
        yield Fault((*path, "cap"), show_value(dose["cap"]), f"at most {cap} seconds, {who}")
    repeats = standard["repeats"] if standard else REPEATS
    if dose.get("repeats", 1) > repeats:
        yield Fault((*path, "repeats"), show_value(dose["repeats"]), f"at most {repeats} rounds")
    for number, name in enumerate(dose.get("sources", ())):
        yield from unknown(shipped, own, "sources", name, (*path, "sources", number))


def _one_of(kind: str, known: set[str], name: str) -> str:
    """The nearest ids of a long list, all of a short one."""
    if len(known) <= 12:
        return f"one of {', '.join(sorted(known))}"
    from presspoint.names.lookup import did_you_mean, key, nearest

    near = did_you_mean(nearest(name, {key(each): each for each in known}))
    return f"an id of {kind}{near.replace(' Did', '. Did')}"
