"""What an own place may be in its region: its dose, its tools and its positions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from presspoint.catalogue.routines import tool
from presspoint.catalogue.tables import Catalogue, Table
from presspoint.faults import Fault, Path, show_value
from presspoint.own_content.references import id_faults

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


def region_limits(shipped: Catalogue, region: str) -> RegionLimits:
    """Return what an own place of this region may be."""
    if not shipped.has("own_limits", region):
        return RegionLimits()
    return shipped.make(RegionLimits, "own_limits", region)


def region_faults(shipped: Catalogue, entry: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    """Yield what an own place may not be in its region."""
    limits, region = region_limits(shipped, entry["region"]), entry["region"]
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


def dose_faults(
    shipped: Catalogue, own: Table, entry: Mapping[str, Any], path: Path
) -> Iterator[Fault]:
    """Yield where an own place's dose goes beyond that of its point, or of its region."""
    dose, path = entry["hold"], (*path, "hold")
    least, most = dose["seconds"]
    if not least <= most <= dose["cap"]:
        found = f"{least} to {most} with a cap of {dose['cap']}"
        yield Fault((*path, "seconds"), found, "from, to and cap in rising order")
    at = entry.get("at", "")
    shipped_dose = shipped.point(at).hold if shipped.has("points", at) else None
    cap = shipped_dose.cap if shipped_dose else region_limits(shipped, entry["region"]).cap
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
