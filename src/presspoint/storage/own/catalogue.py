"""The shipped catalogue with a person's own files: what is in order is added, the rest is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from presspoint.catalogue.tables import Catalogue
from presspoint.faults import Fault, FileFault
from presspoint.own_content.merge import merge
from presspoint.own_content.places import caution_faults, place_faults
from presspoint.own_content.routines import routine_faults
from presspoint.storage.own.lines import line_of, lines_of
from presspoint.storage.own.shape import shape_faults
from presspoint.storage.toml_files import OwnFileError, parse_toml, read_text

KINDS = ("sources", "cautions", "points", "zones", "routines")
MOST_PLACES = 2000
Tables = dict[str, dict[str, Any]]
Owners = Mapping[tuple[str, str], list[Path]]


class CheckedFiles(NamedTuple):
    """The catalogue with every file that is in order, and what is wrong with the others."""

    catalogue: Catalogue
    faults: tuple[FileFault, ...] = ()

    @property
    def refused(self) -> tuple[str, ...]:
        """The files that are left out, once each."""
        return tuple(dict.fromkeys(told.file for told in self.faults))


class ParsedFile(NamedTuple):
    """A file that could be read: its text, its entries (empty where misshapen), what misfits."""

    text: str
    tables: Tables
    faults: tuple[Fault, ...]


def check_files(shipped: Catalogue, paths: Iterable[Path]) -> CheckedFiles:
    """Return the catalogue with the files that are in order, and every fault of the others.

    A file that refers to a refused one is refused too, so what is left is checked again.
    """
    files: dict[Path, ParsedFile] = {}
    told: list[FileFault] = []
    for path in paths:
        try:
            text = read_text(path)
            files[path] = _shaped(text, parse_toml(path, text))
        except OwnFileError as refused:
            told.append(FileFault(str(path), refused.fault, refused.line))
    while new := list(_faults(shipped, files)):
        told += new
        files = {
            path: each for path, each in files.items() if str(path) not in {x.file for x in new}
        }
    if not files:
        return CheckedFiles(shipped, tuple(told))
    owners = {key: found[0].name for key, found in _owners(files).items()}
    tables = merge(shipped, _together(files), owners)
    return CheckedFiles(Catalogue(tables, shipped.origin), tuple(told))


def _shaped(text: str, content: Mapping[str, Any]) -> ParsedFile:
    faults = tuple(shape_faults(content))
    wrong = {fault.entry for fault in faults}
    tables = {
        kind: {
            name: {} if (kind, name) in wrong else entry for name, entry in content[kind].items()
        }
        for kind in KINDS
        if isinstance(content.get(kind), dict)
    }
    return ParsedFile(text, tables, faults)


def _together(files: Mapping[Path, ParsedFile]) -> Tables:
    own: Tables = {kind: {} for kind in KINDS}
    for shaped in files.values():
        for kind, table in shaped.tables.items():
            own[kind] |= table
    return own


def _owners(files: Mapping[Path, ParsedFile]) -> Owners:
    owners: dict[tuple[str, str], list[Path]] = defaultdict(list)
    for path, shaped in files.items():
        for kind, table in shaped.tables.items():
            for name in table:
                owners[kind, name].append(path)
    return owners


def _faults(shipped: Catalogue, files: Mapping[Path, ParsedFile]) -> Iterator[FileFault]:
    own, owners = _together(files), _owners(files)
    places = len(own["points"]) + len(own["zones"])
    for path, shaped in files.items():
        faults = [
            *shaped.faults,
            *_twice(shaped, path, owners),
            *_meaning_faults(shipped, own, shaped),
        ]
        if places > MOST_PLACES:
            faults.append(Fault((), f"{places} places", f"at most {MOST_PLACES} in own files"))
        lines = lines_of(shaped.text) if faults else {}
        told = [FileFault(str(path), fault, line_of(lines, fault.path)) for fault in faults]
        yield from sorted(told, key=lambda each: each.line or 0)


def _twice(shaped: ParsedFile, path: Path, owners: Owners) -> Iterator[Fault]:
    for kind, table in shaped.tables.items():
        for name in table:
            for other in owners[kind, name]:
                if other != path:
                    yield Fault((kind, name), f"an id that {other.name} has too", "an id used once")


def _meaning_faults(shipped: Catalogue, own: Tables, shaped: ParsedFile) -> Iterator[Fault]:
    """What refers to nothing or goes beyond what it may, in the entries of the right shape."""
    for kind, table in shaped.tables.items():
        for name, entry in table.items():
            if not entry:
                continue
            if kind in {"points", "zones"}:
                yield from place_faults(shipped, own, kind, name, entry)
            elif kind == "cautions":
                yield from caution_faults(shipped, own, name, entry)
            elif kind == "routines":
                yield from routine_faults(shipped, own, name, entry)
            elif name in shipped.ids("sources"):
                yield Fault(("sources", name), "a shipped id", "an id of your own")
