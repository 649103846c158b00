"""A person's own content laid over the shipped catalogue: it adds, and never weakens.

An own place takes over whatever is said of the WHO point it is at. A zone that names none is
spared wherever anything of its region is: where the place is not known, the safe reading holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from presspoint.catalogue.conditions import conditions
from presspoint.catalogue.exclusions import excluding_conditions
from presspoint.catalogue.tables import Catalogue, Table
from presspoint.own_content.routines import place_of

Entries = dict[str, dict[str, Any]]


def merge(shipped: Catalogue, own: Table, files: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    """Return the shipped tables with the own content added.

    `files` names the file that each own (table, id) comes from.
    """
    cautions = own.get("cautions", {})
    tables = {kind: dict(table) for kind, table in shipped.tables.items() if kind != "schema"}
    tables["schema"] = shipped.tables.get("schema", 1)
    for kind in ("sources", "cautions"):
        tables[kind] |= {
            name: _sourced(kind, name, entry, files) for name, entry in own.get(kind, {}).items()
        }
    tables["cautions"] = {name: _caution(entry) for name, entry in tables["cautions"].items()}
    for file in dict.fromkeys(files.values()):
        tables["sources"].setdefault(_file_id(file), {"kind": "own", "title": f"your file {file}"})
    for kind in ("points", "zones"):
        for name, entry in own.get(kind, {}).items():
            inherited = _inheriting(shipped, entry)
            tables[kind][name] = _sourced(kind, name, inherited, files)
    for caution in cautions:
        _attach(tables, caution, cautions[caution])
    for name, entry in own.get("routines", {}).items():
        tables["routines"][name] = _routine(shipped, tables, name, entry, files)
    for name, entry in tables["routines"].items():
        told = _told(tables, cautions, codes_of(entry))
        if told:
            tables["routines"][name] = {**entry, "warn": _joined(entry.get("warn", ()), told)}
    return tables


def codes_of(routine: Mapping[str, Any]) -> set[str]:
    """Return every place that a routine's entry names."""
    ways = (way for step in routine["steps"] for way in step.get("ways") or [step])
    presses = (press for way in ways for press in way.get("presses", ()))
    return {code for press in presses for code in press["points"]}


def _told(tables: Mapping[str, Entries], cautions: Table, codes: set[str]) -> list[str]:
    """The own cautions that these places carry."""
    care = {
        each
        for code in codes
        for kind in ("points", "zones")
        for each in tables[kind].get(code, {}).get("care", ())
    }
    return [each for each in cautions if each in care]


def _inheriting(shipped: Catalogue, entry: Mapping[str, Any]) -> dict[str, Any]:
    """The entry with the exclusions and cautions of the place it is at, or of its region."""
    at, region = entry.get("at", ""), entry["region"]
    if at:
        point = shipped.point(at)
        avoid: Iterable[str] = excluding_conditions(shipped, point)
        care: Iterable[str] = point.care
        if point.hold and entry.get("hold"):
            most = min(point.hold.per_day, entry["hold"].get("per_day", point.hold.per_day))
            entry = {**entry, "hold": {**entry["hold"], "per_day": most}}
    else:
        nearby = [point for point in shipped.points() if point.region == region]
        avoid = (
            name
            for name, condition in conditions(shipped)
            if any(condition.excludes(each) or name in each.avoid for each in nearby)
        )
        care = ()
    return {
        **entry,
        "avoid": _joined(entry.get("avoid", ()), avoid),
        "care": _joined(entry.get("care", ()), care),
    }


def _attach(tables: dict[str, Entries], caution: str, entry: Mapping[str, Any]) -> None:
    """An own caution is said with its places, or keeps them from being pressed."""
    meant = set(entry.get("on", ()))
    for kind in ("points", "zones"):
        for code, place in tables[kind].items():
            if meant & {code, place.get("at", "")}:
                told = {"care": _joined(place.get("care", ()), (caution,))}
                if entry.get("leave_out"):
                    told["out"] = _joined(place.get("out", ()), (entry["text"],))
                tables[kind][code] = {**place, **told}


def _routine(
    shipped: Catalogue,
    tables: Mapping[str, Entries],
    name: str,
    entry: Mapping[str, Any],
    files: Mapping[tuple[str, str], str],
) -> dict[str, Any]:
    """An own routine warns of all that the one it replaces, and that its places, warn of."""
    replaced = shipped.tables["routines"].get(name, {})
    grave = (
        care
        for code in sorted(codes_of(entry))
        for care in place_of(Catalogue(tables), {}, code).get("care", ())
        if tables["cautions"][care]["level"] != "care"
    )
    steps = [_step(step) for step in entry["steps"]]
    warn = _joined(entry.get("warn", ()), (*replaced.get("warn", ()), *grave))
    file = files["routines", name]
    kept = {key: value for key, value in entry.items() if value not in (None, "")}
    added = {"helps": entry.get("helps", []), "steps": steps, "warn": warn, "file": file}
    return _sourced("routines", name, kept | added, files)


def _step(step: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in step.items() if value is not None}


def _caution(entry: Mapping[str, Any]) -> dict[str, Any]:
    """A caution's words, level and sources; where it is said is written to its places."""
    return {"level": "care"} | {
        key: value for key, value in entry.items() if key not in {"on", "leave_out"}
    }


def _sourced(
    kind: str,
    name: str,
    entry: Mapping[str, Any],
    files: Mapping[tuple[str, str], str],
) -> dict[str, Any]:
    """The entry with its own file as its source where it names none."""
    if kind == "sources":
        return {"kind": "own", **entry}
    file = _file_id(files[kind, name])
    reach = {"reach": "self"} if kind in {"points", "zones"} else {}
    sourced = {**reach, **entry, "sources": entry.get("sources") or [file]}
    if hold := entry.get("hold"):
        dosed = {"sources": hold.get("sources") or sourced["sources"]}
        sourced["hold"] = {"repeats": 1, **hold, **dosed}
    return sourced


def _file_id(file: str) -> str:
    return f"file:{file}"


def _joined(first: Iterable[str], more: Iterable[str]) -> list[str]:
    return list(dict.fromkeys((*first, *more)))
