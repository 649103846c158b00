"""What a person's own points, zones and cautions may be, beside the shipped ones.

A file may add; it may never take away a caution, raise a cap or change what presspoint says about
a place. The shape of each entry was checked before (`storage.own.shape`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from presspoint.catalogue.exclusions import ban, bans_on
from presspoint.catalogue.tables import Catalogue, Kind, Table
from presspoint.faults import Fault, Path, show_value
from presspoint.own_content.references import id_faults, place_ids, reference_faults, unknown_id
from presspoint.own_content.region_limits import dose_faults, region_faults


def place_faults(
    shipped: Catalogue, own: Table, kind: Kind, name: str, entry: Mapping[str, Any]
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
        yield from region_faults(shipped, entry, path)
    if entry.get("hold"):
        yield from dose_faults(shipped, own, entry, path)


def caution_faults(
    shipped: Catalogue, own: Table, name: str, entry: Mapping[str, Any]
) -> Iterator[Fault]:
    """Yield what an own caution may not be: it is added, it replaces none."""
    path: Path = ("cautions", name)
    if shipped.has("cautions", name):
        yield Fault(path, "a shipped id", "an id of your own: shipped cautions stay as they are")
    places = place_ids(shipped, own)
    for number, code in enumerate(entry.get("on", ())):
        if code not in places:
            yield unknown_id((*path, "on", number), "points", places, code)
    yield from reference_faults(shipped, own, entry, path)


def _at_faults(shipped: Catalogue, entry: Mapping[str, Any], path: Path) -> Iterator[Fault]:
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
