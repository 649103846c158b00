"""What a person's own points, zones and cautions may be, in their region and at a WHO point.

A file may add; it may never take away a caution, raise a cap or change what presspoint says about
a place. The shape of each entry was checked before (`storage.own.shape`).
"""

from collections.abc import Iterator

from presspoint.catalogue.exclusions import ban, bans_on
from presspoint.catalogue.positions import tool
from presspoint.catalogue.tables import Catalogue, Kind, Table
from presspoint.faults import Fault, Path, show_value
from presspoint.own_content.limits import dose_at, limits_on, region_limits
from presspoint.own_content.references import id_faults, place_ids, reference_faults, unknown_id
from presspoint.own_content.words.judge import caution_word_faults, place_word_faults

LIMITED: dict[str, Kind] = {"tools": "tools", "positions": "positions"}


def place_faults(
    shipped: Catalogue, own: Table, kind: Kind, name: str, entry: Table
) -> Iterator[Fault]:
    """Yield what an own point or zone may not be."""
    path: Path = (kind, name)
    if shipped.has_place(name):
        wanted = f"an id of your own: presspoint's {name} keeps its cautions and caps"
        hint = f'Say at = "{name}" in yours' if kind == "points" else ""
        yield Fault(path, "an id of presspoint's", wanted, hint)
        return
    if kind == "points" and name in own.get("zones", {}):
        yield Fault(path, "an id that a zone has too", "an id that is used once")
    yield from reference_faults(shipped, own, entry, path)
    yield from id_faults(shipped, own, "rhythms", entry.get("rhythm", "hold"), (*path, "rhythm"))
    yield from id_faults(shipped, own, "regions", entry["region"], (*path, "region"))
    if shipped.has("regions", entry["region"]):
        at_faults = list(_at_faults(shipped, entry, path))
        yield from at_faults
        if any(each.path[-1] in {"at", "region"} for each in at_faults):
            return  # where it is is not known, and all else follows from that
        region_faults = list(_region_faults(shipped, entry, path))
        yield from region_faults
        yield from _limit_faults(shipped, entry, path)
        yield from _dose_faults(shipped, own, entry, path)
        if not region_faults:
            yield from place_word_faults(shipped, entry, path)


def caution_faults(shipped: Catalogue, own: Table, name: str, entry: Table) -> Iterator[Fault]:
    """Yield what an own caution may not be: it is added, it replaces none."""
    path: Path = ("cautions", name)
    if shipped.has("cautions", name):
        wanted = "an id of your own: presspoint's cautions stay as they are"
        yield Fault(path, "an id of presspoint's", wanted)
    places = place_ids(shipped, own)
    for number, code in enumerate(entry.get("on", ())):
        if code not in places:
            yield unknown_id(shipped, (*path, "on", number), "points", places, code)
    yield from reference_faults(shipped, own, entry, path)
    yield from caution_word_faults(shipped, entry, path)


def _at_faults(shipped: Catalogue, entry: Table, path: Path) -> Iterator[Fault]:
    """What the WHO point that an own place is at does not allow."""
    at = entry.get("at", "")
    if not at:
        return
    yield from id_faults(shipped, {}, "points", at, (*path, "at"))
    if not shipped.has("points", at):
        return
    if banned := bans_on(shipped, at):
        wanted = f"another place: nobody presses this one, as {ban(shipped, banned[0]).reason}"
        yield Fault((*path, "at"), show_value(at), wanted)
        return
    point, sides = shipped.point(at), entry.get("sides", "each")
    if entry["region"] != point.region:
        wanted = f'"{point.region}", where {at} lies'
        yield Fault((*path, "region"), show_value(entry["region"]), wanted)
    if (sides == "midline") != (point.sides == "midline"):
        allowed = "midline" if point.sides == "midline" else "each or together"
        yield Fault((*path, "sides"), show_value(sides), f"{allowed}, as it is at {at}")


def _region_faults(shipped: Catalogue, entry: Table, path: Path) -> Iterator[Fault]:
    limits, region = region_limits(shipped, entry["region"]), entry["region"]
    if limits.closed:
        wanted = f"another region: nobody presses there, as {limits.reason}"
        yield Fault((*path, "region"), show_value(region), wanted)
    if limits.needs_at and not entry.get("at"):
        yield Fault(
            (*path, "at"),
            "nothing",
            f"a WHO code: every place in the {region} has to say which one it is at",
        )
    if limits.spine and entry.get("sides") == "midline" and not entry.get("at"):
        yield Fault((*path, "sides"), "the spine itself", "each or together, beside the spine")


def _limit_faults(shipped: Catalogue, entry: Table, path: Path) -> Iterator[Fault]:
    """The tools and positions that are not used in a region or at a WHO point, and why."""
    faults = list(_unsafe_faults(shipped, entry, path))
    yield from faults
    has_no_hand = entry.get("reach", "self") == "self" and not _has_hand(shipped, entry["tools"])
    if has_no_hand and not any("tools" in each.path for each in faults):
        yield Fault((*path, "reach"), "self without a hand among the tools", "tool")


def _unsafe_faults(shipped: Catalogue, entry: Table, path: Path) -> Iterator[Fault]:
    all_limits = tuple(limits_on(shipped, entry))
    for field, kind in LIMITED.items():
        out = {name: each for each in all_limits for name in getattr(each, f"{field}_out")}
        safe = ", ".join(name for name in shipped.ids(kind) if name not in out)
        for number, name in enumerate(entry[field]):
            if name in out:
                wanted = f"one of the {field} that are safe there ({safe}), as {out[name].reason}"
                yield Fault((*path, field, number), show_value(name), wanted)
            elif field == "tools" and _is_foreign(shipped, entry, name):
                tools = ", ".join(shipped.point(entry["at"]).tools)
                wanted = f"a bare hand, or a tool of {entry['at']}: {tools}"
                yield Fault((*path, field, number), show_value(name), wanted)


def _is_foreign(shipped: Catalogue, entry: Table, name: str) -> bool:
    """Whether the tool is neither a hand nor one that a coached WHO point is pressed with."""
    if not dose_at(shipped, entry) or not shipped.has("tools", name):
        return False
    used = shipped.point(entry["at"]).tools
    return not _is_hand(shipped, name) and not tool(shipped, name).furniture and name not in used


def _dose_faults(shipped: Catalogue, own: Table, entry: Table, path: Path) -> Iterator[Fault]:
    """Where an own place's dose goes beyond that of its point, or of its region."""
    dose, path = entry["hold"], (*path, "hold")
    least, most = dose["seconds"]
    if not least <= most <= dose["cap"]:
        found = f"{least} to {most} with a cap of {dose['cap']}"
        yield Fault((*path, "seconds"), found, "from, to and cap, each no less than the one before")
    cap, rounds, whose = _most(shipped, entry)
    if dose["cap"] > cap:
        yield Fault(
            (*path, "cap"), show_value(dose["cap"]), f"at most {cap} seconds, the cap {whose}"
        )
    if dose.get("repeats", 1) > rounds:
        yield Fault(
            (*path, "repeats"), show_value(dose["repeats"]), f"at most {rounds} rounds {whose}"
        )
    for number, name in enumerate(dose.get("sources", ())):
        yield from id_faults(shipped, own, "sources", name, (*path, "sources", number))


def _most(shipped: Catalogue, entry: Table) -> tuple[int, int, str]:
    """The cap and the rounds of an own place, and whose they are: "of BL40", "for the knee"."""
    if dose := dose_at(shipped, entry):
        return dose.cap, dose.repeats, f"of {entry['at']}"
    all_limits = tuple(limits_on(shipped, entry))
    whose = f"for the {entry['region']}" if len(all_limits) == 1 else f"at {entry['at']}"
    cap, rounds = min(each.cap for each in all_limits), min(each.rounds for each in all_limits)
    return cap, rounds, whose


def _has_hand(shipped: Catalogue, tools: list[str]) -> bool:
    """Whether a hand is among the tools; an unknown tool passes here."""
    return any(_is_hand(shipped, name) or not shipped.has("tools", name) for name in tools)


def _is_hand(shipped: Catalogue, name: str) -> bool:
    """Whether the tool is a hand, that is one without gear."""
    return shipped.has("tools", name) and not tool(shipped, name).gear
