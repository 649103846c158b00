"""What a person's own points, zones and cautions may be, beside the shipped ones.

A file may add; it may never take away a caution, raise a cap or change what presspoint says about
a place. What is checked here has the right shape already (`storage.own_shape`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from presspoint.catalogue.exclusions import ban, never_pressed
from presspoint.catalogue.routines import tool
from presspoint.catalogue.tables import Catalogue, Table
from presspoint.faults import Fault, Path, show_value
from presspoint.names.lookup import did_you_mean, nearest
from presspoint.names.spelling import key

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
SHORT_LIST = 12  # ids that are all named where one is unknown


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
    return {*shipped.ids(kind), *(own.get(kind, {}) if kind in EXTENDED else ())}


def references(
    shipped: Catalogue, own: Table, entry: Mapping[str, Any], path: Path
) -> Iterator[Fault]:
    """Yield the ids in an entry's lists that nothing has."""
    for field, kind in REFERENCES.items():
        for number, name in enumerate(entry.get(field, ())):
            yield from unknown(shipped, own, kind, name, (*path, field, number))


def unknown(shipped: Catalogue, own: Table, kind: str, name: str, path: Path) -> Iterator[Fault]:
    """Yield a fault where the name is no id of that table."""
    allowed = ids(shipped, own, kind)
    if name not in allowed:
        yield _unknown_id(path, kind, allowed, name)


def place_faults(
    shipped: Catalogue, own: Table, kind: str, name: str, entry: Mapping[str, Any]
) -> Iterator[Fault]:
    """Yield what an own point or zone may not be."""
    path: Path = (kind, name)
    if shipped.has_place(name):
        kept = f"{name} is presspoint's and keeps its cautions and caps"
        wanted = f'an id of your own: {kept}; say at = "{name}" in yours'
        yield Fault(path, "a shipped id", wanted)
        return
    if kind == "points" and name in own.get("zones", {}):
        yield Fault(path, "an id that a zone has too", "an id used once")
    yield from references(shipped, own, entry, path)
    yield from unknown(shipped, own, "rhythms", entry.get("rhythm", "hold"), (*path, "rhythm"))
    yield from unknown(shipped, own, "regions", entry["region"], (*path, "region"))
    if shipped.has("regions", entry["region"]):
        yield from _at_faults(shipped, entry, path)
        yield from _limit_faults(shipped, entry, path)
    if entry.get("hold"):
        yield from _dose_faults(shipped, own, entry, path)


def caution_faults(
    shipped: Catalogue, own: Table, name: str, entry: Mapping[str, Any]
) -> Iterator[Fault]:
    """Yield what an own caution may not be: it is added, it replaces none."""
    path: Path = ("cautions", name)
    if shipped.has("cautions", name):
        yield Fault(path, "a shipped id", "an id of your own: shipped cautions stay as they are")
    places = ids(shipped, own, "points") | ids(shipped, own, "zones")
    for number, code in enumerate(entry.get("on", ())):
        if code not in places:
            yield _unknown_id((*path, "on", number), "points", places, code)
    yield from references(shipped, own, entry, path)


def limits(shipped: Catalogue, region: str) -> Limits:
    """Return what an own place of this region may be."""
    if not shipped.has("own_limits", region):
        return Limits()
    return shipped.make(Limits, "own_limits", region)


def _at_faults(shipped: Catalogue, entry: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    at = entry.get("at", "")
    if not at:
        return
    yield from unknown(shipped, {}, "points", at, (*path, "at"))
    if not shipped.has("points", at):
        return
    for exclusion in never_pressed(shipped, at):
        reason = ban(shipped, exclusion).reason
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
    for field, unsafe in (("tools", limit.tools_out), ("positions", limit.positions_out)):
        for number, each in enumerate(entry[field]):
            if each in unsafe:
                wanted = f"{field} that are safe there, without {', '.join(unsafe)}"
                yield Fault((*path, field, number), show_value(each), wanted)


def _by_hand(shipped: Catalogue, tools: list[str]) -> bool:
    """Whether a hand is among the tools: what needs no gear; an unknown one is told elsewhere."""
    return any(not shipped.has("tools", name) or not tool(shipped, name).gear for name in tools)


def _dose_faults(
    shipped: Catalogue, own: Table, entry: Mapping[str, Any], path: Path
) -> Iterator[Fault]:
    dose, path = entry["hold"], (*path, "hold")
    least, most = dose["seconds"]
    if not least <= most <= dose["cap"]:
        found = f"{least} to {most} with a cap of {dose['cap']}"
        yield Fault((*path, "seconds"), found, "from, to and cap in rising order")
    at = entry.get("at", "")
    standard = shipped.point(at).hold if shipped.has("points", at) else None
    cap = standard.cap if standard else limits(shipped, entry["region"]).cap
    if dose["cap"] > cap:
        who = f"the cap of {at}" if standard else f"the cap for the {entry['region']}"
        yield Fault((*path, "cap"), show_value(dose["cap"]), f"at most {cap} seconds, {who}")
    repeats = standard.repeats if standard else REPEATS
    if dose.get("repeats", 1) > repeats:
        yield Fault((*path, "repeats"), show_value(dose["repeats"]), f"at most {repeats} rounds")
    for number, name in enumerate(dose.get("sources", ())):
        yield from unknown(shipped, own, "sources", name, (*path, "sources", number))


def _unknown_id(path: Path, kind: str, allowed: set[str], name: str) -> Fault:
    """The fault of an unknown id, with all ids of a short list, or the nearest of a long one."""
    if len(allowed) <= SHORT_LIST:
        return Fault(path, show_value(name), f"one of {', '.join(sorted(allowed))}")
    near = did_you_mean(nearest(name, {key(each): each for each in allowed}))
    return Fault(path, show_value(name), f"an id of {kind}", near.strip())
