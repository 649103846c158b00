"""A person's own content added to the shipped catalogue, which it never weakens.

An own place takes over whatever is said of the WHO point it is at. A zone that names none is
spared wherever anything of its region is: where the place is not known, the safe reading holds.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from presspoint.catalogue.exclusions import excluding_conditions
from presspoint.catalogue.places import Point
from presspoint.catalogue.routines import codes_of
from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.tables import PLACE_KINDS, Catalogue, Table
from presspoint.own_content.limits import dose_at, limits_on, region_limits
from presspoint.own_content.references import find_place

Tables = dict[str, dict[str, Any]]
Files = Mapping[tuple[str, str], str]
BARS = ("not_with", "not_if", "not_because")  # for whom a routine is not; no own file has them


def merge(shipped: Catalogue, own: Table, files: Files) -> dict[str, Any]:
    """Return the shipped tables with the own content; `files` has the file of each (table, id)."""
    shipped_tables = shipped.tables.items()
    tables: Tables = {kind: dict(table) for kind, table in shipped_tables if kind != "schema"}
    cautions = own.get("cautions", {})
    _add_sources(tables, own, files)
    for name, entry in cautions.items():
        tables["cautions"][name] = _own_caution(entry, files["cautions", name])
    _add_places(shipped, tables, own, files)
    for name, entry in own.get("routines", {}).items():
        tables["routines"][name] = _own_routine(tables, name, entry, files["routines", name])
    for name, entry in own.get("courses", {}).items():
        tables["courses"][name] = _own_course(entry, files["courses", name])
    for name, entry in tables["routines"].items():
        if warnings := _cautions_on(tables, cautions, codes_of(entry)):
            tables["routines"][name] = {**entry, "warn": _join(entry.get("warn", ()), warnings)}
    return {**tables, "schema": shipped.tables.get("schema", 1)}


def _add_sources(tables: Tables, own: Table, files: Files) -> None:
    """Add the own sources, and each own file as one."""
    for name, entry in own.get("sources", {}).items():
        tables["sources"][name] = {"kind": "own", **entry}
    for file in dict.fromkeys(files.values()):
        tables["sources"][_file_id(file)] = {"kind": "own", "title": f"your file {file}"}


def _add_places(shipped: Catalogue, tables: Tables, own: Table, files: Files) -> None:
    """Add the own places, with the own cautions on any place, and what is said at the own ones."""
    own_places = [(kind, name) for kind in PLACE_KINDS for name in own.get(kind, {})]
    for kind, name in own_places:
        tables[kind][name] = _own_place(shipped, own[kind][name], files[kind, name])
    for name, entry in own.get("cautions", {}).items():
        _attach(tables, name, entry)
    for kind, name in own_places:
        tables[kind][name] = _with_spoken(shipped, tables, tables[kind][name])


def _own_course(entry: Table, file: str) -> dict[str, Any]:
    """The course, daily unless it says otherwise, with its own file as the source if need be."""
    sources = entry.get("sources") or [_file_id(file)]
    return {"times": "daily", **entry, "sources": sources, "file": file}


def _own_caution(entry: Table, file: str) -> dict[str, Any]:
    """A caution's words, level and sources; its places carry the rest (see `_attach`)."""
    words = {key: value for key, value in entry.items() if key not in {"on", "leave_out"}}
    return {"level": Level.CARE, **words, "sources": entry.get("sources") or [_file_id(file)]}


def _own_place(shipped: Catalogue, entry: Table, file: str) -> dict[str, Any]:
    """The place with what it takes over, and its own file as the source where it names none."""
    point = shipped.point(entry["at"]) if entry.get("at") else None
    sources = entry.get("sources") or [_file_id(file)]
    added: dict[str, Any] = {
        "sources": sources,
        "avoid": _join(entry.get("avoid", ()), _conditions_on(shipped, entry, point)),
        "care": _join(_care_of(shipped, entry, point), entry.get("care", ())),
        "file": file,
    }
    if hold := entry.get("hold"):
        added["hold"] = _own_dose(shipped, entry, hold, sources)
    return {"reach": "self", **entry, **added}


def _with_spoken(shipped: Catalogue, tables: Tables, place: Table) -> dict[str, Any]:
    """The own place with what is said at it: that of its WHO point, else its first caution whole.

    It is also begun as that point is: lightly, where an artery lies.
    Where that point must be felt to be pressed, what to do without that is said here too.
    """
    point = shipped.point(place["at"]) if place.get("at") else None
    first = "".join(tables["cautions"][each]["text"] for each in place.get("care", ())[:1])
    with_spoken = {**place, "spoken": first, "spoken_for": list(place.get("care", ())[:1])}
    if point and point.spoken:
        with_spoken |= {"spoken": point.spoken, "spoken_for": list(point.spoken_for)}
    if point and point.begin:
        with_spoken |= {"begin": point.begin, "touch": point.touch}
    if point and point.must_be_felt:
        with_spoken |= {"must_be_felt": True, "lost": place.get("lost") or point.lost}
    return with_spoken


def _conditions_on(shipped: Catalogue, entry: Table, point: Point | None) -> Iterable[str]:
    """The conditions that leave out its WHO point; without one that is timed, its region too."""
    at_point = excluding_conditions(shipped, point, from_signs=True) if point else ()
    if point and point.hold:
        return at_point
    return (*at_point, *_conditions_in(shipped, entry["region"]))


def _care_of(shipped: Catalogue, entry: Table, point: Point | None) -> tuple[str, ...]:
    """The cautions of its WHO point, and without one that is timed those of its region."""
    at_point = point.care if point else ()
    if point and point.hold:
        return at_point
    return (*at_point, *region_limits(shipped, entry["region"]).care)


def _own_dose(shipped: Catalogue, entry: Table, hold: Table, sources: list[str]) -> dict[str, Any]:
    """The dose, with no more sessions a day than its WHO point or its region has."""
    timed = dose_at(shipped, entry)
    doses = (timed,) if timed else limits_on(shipped, entry)
    most = min(each.per_day for each in doses)
    return {
        "repeats": 1,
        **hold,
        "per_day": min(most, hold.get("per_day", most)),
        "sources": hold.get("sources") or sources,
    }


@lru_cache(maxsize=64)  # thousands of zones may be in one region
def _conditions_in(shipped: Catalogue, region: str) -> tuple[str, ...]:
    """The conditions that leave anything out in a region."""
    points = shipped.places_in(region)
    excluding = (excluding_conditions(shipped, point, from_signs=True) for point in points)
    out = {name for names in excluding for name in names}
    return tuple(name for name in shipped.ids("conditions") if name in out)


def _attach(tables: Tables, name: str, caution: Table) -> None:
    """Write an own caution to its places, and with `leave_out` as a reason to leave them out."""
    on = set(caution.get("on", ()))
    for kind in PLACE_KINDS:
        for code, place in tables[kind].items():
            if on & {code, place.get("at", "")}:
                added = {"care": _join(place.get("care", ()), (name,))}
                if caution.get("leave_out"):
                    reasons = place.get("own_reasons", ())
                    added["own_reasons"] = _join(reasons, (caution["text"],))
                tables[kind][code] = {**place, **added}


def _cautions_on(tables: Tables, cautions: Table, codes: set[str]) -> list[str]:
    places = (tables[kind].get(code, {}) for code in codes for kind in PLACE_KINDS)
    care = {name for place in places for name in place.get("care", ())}
    return [name for name in cautions if name in care]


def _own_routine(tables: Tables, name: str, entry: Table, file: str) -> dict[str, Any]:
    """The routine, which warns of all that the one it replaces and that its places warn of.

    Whoever must not do the one that it replaces must not do this one.
    """
    replaced = tables["routines"].get(name, {})
    places = (find_place(Catalogue(tables), {}, code) for code in sorted(codes_of(entry)))
    care = [each for place in places for each in place.get("care", ())]
    care.sort(key=lambda each: Level(tables["cautions"][each]["level"]).gravity)
    return {
        **{key: replaced[key] for key in BARS if key in replaced},
        **{key: value for key, value in entry.items() if value not in (None, "")},
        "helps": entry.get("helps", []),
        "steps": [
            {key: value for key, value in step.items() if value is not None}
            for step in entry["steps"]
        ],
        "warn": _join(entry.get("warn", ()), (*replaced.get("warn", ()), *care)),
        "sources": entry.get("sources") or [_file_id(file)],
        "file": file,
    }


def _file_id(file: str) -> str:
    return f"file:{file}"


def _join(first: Iterable[str], more: Iterable[str]) -> list[str]:
    return list(dict.fromkeys((*first, *more)))
