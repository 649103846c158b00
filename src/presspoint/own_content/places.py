"""What a person's own points, zones and cautions may be, in their region and at a WHO point.

A file may add; it may never take away a caution, raise a cap or change what presspoint says about
a place. The shape of each entry was checked before (`storage.own.shape`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from presspoint.catalogue.exclusions import ban, bans_on
from presspoint.catalogue.routines import tool
from presspoint.catalogue.tables import Catalogue, Kind, Table
from presspoint.faults import Fault, Path, show_value
from presspoint.own_content.references import id_faults, place_ids, reference_faults, unknown_id

MOST_ROUNDS = 3


class RegionLimits(NamedTuple):
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


def place_faults(
    shipped: Catalogue, own: Table, kind: Kind, name: str, entry: Table
) -> Iterator[Fault]:
    """Yield what an own point or zone may not be."""
    path: Path = (kind, name)
    if shipped.has_place(name):
        reason = f"{name} is presspoint's and keeps its cautions and caps"
        wanted = f'an id of your own: {reason}; say at = "{name}" in yours'
        yield Fault(path, "a shipped id", wanted)
        return
    if kind == "points" and name in own.get("zones", {}):
        yield Fault(path, "an id that a zone has too", "an id used once")
    yield from reference_faults(shipped, own, entry, path)
    yield from id_faults(shipped, own, "rhythms", entry.get("rhythm", "hold"), (*path, "rhythm"))
    yield from id_faults(shipped, own, "regions", entry["region"], (*path, "region"))
    if shipped.has("regions", entry["region"]):
        yield from _at_faults(shipped, entry, path)
        yield from _region_faults(shipped, entry, path)
    if entry.get("hold"):
        yield from _dose_faults(shipped, own, entry, path)


def caution_faults(shipped: Catalogue, own: Table, name: str, entry: Table) -> Iterator[Fault]:
    """Yield what an own caution may not be: it is added, it replaces none."""
    path: Path = ("cautions", name)
    if shipped.has("cautions", name):
        yield Fault(path, "a shipped id", "an id of your own: shipped cautions stay as they are")
    places = place_ids(shipped, own)
    for number, code in enumerate(entry.get("on", ())):
        if code not in places:
            yield unknown_id(shipped, (*path, "on", number), "points", places, code)
    yield from reference_faults(shipped, own, entry, path)


def _at_faults(shipped: Catalogue, entry: Table, path: Path) -> Iterator[Fault]:
    """What the WHO point that an own place is at does not allow."""
    at = entry.get("at", "")
    if not at:
        return
    yield from id_faults(shipped, {}, "points", at, (*path, "at"))
    if not shipped.has("points", at):
        return
    for name in bans_on(shipped, at):
        wanted = f"a place that may be pressed: {ban(shipped, name).reason}"
        yield Fault((*path, "at"), show_value(at), wanted)
    point, sides = shipped.point(at), entry.get("sides", "each")
    if entry["region"] != point.region:
        wanted = f'"{point.region}", where {at} lies'
        yield Fault((*path, "region"), show_value(entry["region"]), wanted)
    if (sides == "midline") != (point.sides == "midline"):
        allowed = "midline" if point.sides == "midline" else "each or together"
        yield Fault((*path, "sides"), show_value(sides), f"{allowed}, as {at} lies")


def _region_limits(shipped: Catalogue, region: str) -> RegionLimits:
    if not shipped.has("own_limits", region):
        return RegionLimits()
    return shipped.make(RegionLimits, "own_limits", region)


def _region_faults(shipped: Catalogue, entry: Table, path: Path) -> Iterator[Fault]:
    limits, region = _region_limits(shipped, entry["region"]), entry["region"]
    if limits.closed:
        yield Fault((*path, "region"), show_value(region), "a region that may be pressed")
    if limits.needs_at and not entry.get("at"):
        yield Fault((*path, "at"), "nothing", f"the WHO point it is at, in the {region}")
    if limits.spine and entry.get("sides") == "midline":
        yield Fault((*path, "sides"), "the spine itself", "a place beside it, each or together")
    if entry.get("reach", "self") == "self" and not _has_hand(shipped, entry["tools"]):
        yield Fault((*path, "reach"), "self without a hand among the tools", "tool")
    for field, unsafe in (("tools", limits.tools_out), ("positions", limits.positions_out)):
        for number, each in enumerate(entry[field]):
            if each in unsafe:
                wanted = f"{field} that are safe there, without {', '.join(unsafe)}"
                yield Fault((*path, field, number), show_value(each), wanted)


def _dose_faults(shipped: Catalogue, own: Table, entry: Table, path: Path) -> Iterator[Fault]:
    """Where an own place's dose goes beyond that of its point, or of its region."""
    dose, path = entry["hold"], (*path, "hold")
    least, most = dose["seconds"]
    if not least <= most <= dose["cap"]:
        found = f"{least} to {most} with a cap of {dose['cap']}"
        yield Fault((*path, "seconds"), found, "from, to and cap in rising order")
    at = entry.get("at", "")
    shipped_dose = shipped.point(at).hold if shipped.has("points", at) else None
    cap = shipped_dose.cap if shipped_dose else _region_limits(shipped, entry["region"]).cap
    if dose["cap"] > cap:
        which = f"the cap of {at}" if shipped_dose else f"the cap for the {entry['region']}"
        yield Fault((*path, "cap"), show_value(dose["cap"]), f"at most {cap} seconds, {which}")
    rounds = shipped_dose.repeats if shipped_dose else MOST_ROUNDS
    if dose.get("repeats", 1) > rounds:
        yield Fault((*path, "repeats"), show_value(dose["repeats"]), f"at most {rounds} rounds")
    for number, name in enumerate(dose.get("sources", ())):
        yield from id_faults(shipped, own, "sources", name, (*path, "sources", number))


def _has_hand(shipped: Catalogue, tools: list[str]) -> bool:
    """Whether a hand is among the tools, that is one without gear; an unknown tool passes here."""
    return any(not shipped.has("tools", name) or not tool(shipped, name).gear for name in tools)
